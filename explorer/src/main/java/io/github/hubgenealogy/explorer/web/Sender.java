package io.github.hubgenealogy.explorer.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Puts an answer on the wire, with the headers that keep a browser from running what is hostile.
 */
final class Sender {
  private static final int WORTH_COMPRESSING = 2_048;

  /**
   * Nothing runs, loads or frames but what this server has as files of its own: the page holds no
   * inline script and no inline style.
   */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
          + " img-src 'self' data: blob:; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private Sender() {}

  /** Sends all of an answer. */
  static void send(Answer answer, Request request, Response response, Callback callback) {
    response.write(true, ByteBuffer.wrap(head(answer, request, response)), callback);
  }

  /** Sets status and headers; the body that is then to be written. */
  static byte[] head(Answer answer, Request request, Response response) {
    var headers = response.getHeaders();
    headers.put(
        "Content-Security-Policy",
        answer.policy() == null ? CONTENT_SECURITY_POLICY : answer.policy());
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    headers.put(HttpHeader.CACHE_CONTROL, "no-cache");
    headers.put(HttpHeader.VARY, "Accept-Encoding");
    if (answer.fileName() != null) {
      headers.put("Content-Disposition", "attachment; filename=\"" + answer.fileName() + '"');
    }
    if (answer.etag() != null) {
      headers.put(HttpHeader.ETAG, answer.etag());
      String known = request.getHeaders().get(HttpHeader.IF_NONE_MATCH);
      if (known != null && known.contains(answer.etag())) {
        response.setStatus(304);
        return new byte[0];
      }
    }
    response.setStatus(answer.status());
    headers.put(HttpHeader.CONTENT_TYPE, answer.contentType());
    byte[] body = answer.body();
    if (body.length >= WORTH_COMPRESSING && takesGzip(request) && isText(answer.contentType())) {
      headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
      body = compressed(body);
    }
    headers.put(HttpHeader.CONTENT_LENGTH, body.length);
    return body;
  }

  private static boolean takesGzip(Request request) {
    String encodings = request.getHeaders().get(HttpHeader.ACCEPT_ENCODING);
    return encodings != null && encodings.contains("gzip");
  }

  private static boolean isText(String contentType) {
    return !contentType.startsWith("font/") && !contentType.equals("application/zip");
  }

  private static byte[] compressed(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes, 1 << 13)) {
      gzip.write(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
