package io.github.hubgenealogy.simulator.server;

import io.github.hubgenealogy.lake.store.Origin;
import io.github.hubgenealogy.simulator.limit.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * Sends an answer with the headers that the Hub puts on every one, and does the conditional and the
 * compressed forms.
 */
final class AnswerWriter {
  private static final int WORTH_COMPRESSING = 1_024;
  private static final String EXPOSED =
      "X-Repo-Commit,X-Request-Id,X-Error-Code,X-Error-Message,X-Total-Count,ETag,Link,"
          + "Accept-Ranges,Content-Range,X-Linked-Size,X-Linked-ETag,X-Xet-Hash";

  /** Not the Hub's: it tells a crawler that what it writes down is no real Hub. */
  private static final String ORIGIN = "X-Hub-Origin";

  // Known by its name alone, or the server would leave out what HTTP/1.1 implies.
  private static final HttpField KEEP_ALIVE = new HttpField(null, "Connection", "keep-alive");

  private final AtomicLong requests = new AtomicLong();
  private final String origin;

  AnswerWriter(Origin origin) {
    this.origin = origin.word();
  }

  void send(Delivery delivery, Answer whole, Verdict verdict) {
    Request request = delivery.request();
    Answer answer = Ranges.of(whole, request.getHeaders().get(HttpHeader.RANGE));
    Response response = delivery.response();
    String etag = answer.status() < 300 || answer.status() >= 400 ? answer.etag() : null;
    String known = request.getHeaders().get(HttpHeader.IF_NONE_MATCH);
    boolean unchanged =
        answer.status() == 200 && etag != null && known != null && matches(known, etag);
    boolean compress =
        !unchanged
            && answer.status() != 206
            && answer.length() >= WORTH_COMPRESSING
            && takesGzip(request);
    var headers = response.getHeaders();
    response.setStatus(unchanged ? 304 : answer.status());
    headers.put(HttpHeader.CONTENT_TYPE, answer.contentType());
    headers.put(ORIGIN, origin);
    headers.put("X-Powered-By", "huggingface-moon");
    headers.put("X-Request-Id", requestId(request));
    headers.put("RateLimit", verdict.header());
    headers.put("RateLimit-Policy", verdict.policyHeader());
    headers.put("Access-Control-Allow-Origin", "https://huggingface.co");
    headers.put("Access-Control-Expose-Headers", EXPOSED);
    headers.put("Access-Control-Max-Age", "86400");
    headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
    headers.put("cross-origin-opener-policy", "same-origin");
    headers.put("Via", "1.1 simulated.invalid (Simulated)");
    headers.put("X-Cache", "Miss from simulated");
    headers.put("X-Amz-Cf-Pop", "SIM00-P0");
    headers.put("X-Amz-Cf-Id", "simulated");
    headers.put(KEEP_ALIVE);
    headers.put(HttpHeader.VARY, vary(answer, compress));
    if (etag != null) {
      headers.put(HttpHeader.ETAG, etag);
    }
    for (Answer.Header header : answer.headers()) {
      headers.put(header.name(), header.value());
    }
    if (unchanged) {
      headers.remove(HttpHeader.CONTENT_TYPE);
      delivery.send(ByteBuffer.allocate(0), false);
    } else if (compress) {
      // No length, as the Hub: the body goes out in chunks.
      headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
      delivery.send(ByteBuffer.wrap(compressed(answer)), true);
    } else {
      headers.put(HttpHeader.CONTENT_LENGTH, answer.length());
      delivery.send(ByteBuffer.wrap(answer.body(), 0, answer.length()), false);
    }
  }

  private static String vary(Answer answer, boolean compress) {
    if (answer.status() == 307) {
      return "Origin, Accept";
    }
    return compress ? "Origin, Accept-Encoding" : "Origin";
  }

  private String requestId(Request request) {
    String given = request.getHeaders().get("X-Request-Id");
    if (given != null && given.length() <= 200 && given.matches("[\\x21-\\x7e]+")) {
      return given;
    }
    long number = requests.incrementAndGet();
    return String.format(
        Locale.ROOT,
        "Root=1-%08x-%024x;%08x-0000-4000-8000-%012x",
        number >>> 8,
        number,
        number & 0xFFFFFFFFL,
        number);
  }

  private static boolean matches(String known, String etag) {
    for (String each : known.split(",")) {
      String tag = each.strip();
      if (tag.equals("*") || weak(tag).equals(weak(etag))) {
        return true;
      }
    }
    return false;
  }

  private static String weak(String etag) {
    return etag.startsWith("W/") ? etag.substring(2) : etag;
  }

  private static boolean takesGzip(Request request) {
    String encodings = request.getHeaders().get(HttpHeader.ACCEPT_ENCODING);
    return encodings != null && encodings.contains("gzip");
  }

  private static byte[] compressed(Answer answer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(answer.length() / 4 + 64);
    try (GZIPOutputStream gzip = new FastGzip(bytes)) {
      gzip.write(answer.body(), 0, answer.length());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Compression at the speed of the list, not at the size of an archive. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(ByteArrayOutputStream bytes) throws IOException {
      super(bytes, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
