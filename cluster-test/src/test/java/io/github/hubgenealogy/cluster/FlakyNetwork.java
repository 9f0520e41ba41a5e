package io.github.hubgenealogy.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Stands before an S3 server and spoils some of the requests, one request a connection. */
final class FlakyNetwork implements AutoCloseable {
  /** What becomes of a request. */
  enum Fate {
    PASSED,
    /** Answered 503 SlowDown, and never seen by the server. */
    SLOWED_DOWN,
    /** The connection is reset before the server sees it. */
    LOST,
    /** The server did what was asked, and the connection is reset before its answer. */
    ANSWER_LOST
  }

  private static final byte[] SLOW_DOWN =
      answer(
          "503 Slow Down",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>SlowDown</Code>"
              + "<Message>Please reduce your request rate.</Message></Error>");

  /** Every seventh request is spoilt, in one of three ways in turn. */
  static Function<String, Fate> oftenSpoilt() {
    AtomicInteger count = new AtomicInteger();
    return request -> {
      int n = count.incrementAndGet();
      Fate[] fates = Fate.values();
      return n % 7 == 0 ? fates[1 + n / 7 % (fates.length - 1)] : Fate.PASSED;
    };
  }

  private final ServerSocket server;
  private final int target;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<Fate, AtomicInteger> counts = new ConcurrentHashMap<>();
  private volatile Function<String, Fate> fates = request -> Fate.PASSED;

  FlakyNetwork(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Says what becomes of each request from now on, by its first line. */
  void fates(Function<String, Fate> decided) {
    fates = decided;
  }

  /** How many requests had each fate. */
  Map<Fate, Integer> counts() {
    Map<Fate, Integer> all = new TreeMap<>();
    counts.forEach((fate, count) -> all.put(fate, count.get()));
    return all;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = client.getInputStream();
      String head = head(in);
      if (head.isEmpty()) {
        return;
      }
      if (head.toLowerCase(Locale.ROOT).contains("expect: 100-continue")) {
        client.getOutputStream().write(bytes("HTTP/1.1 100 Continue\r\n\r\n"));
      }
      byte[] body = in.readNBytes(length(head));
      Fate fate = fates.apply(head.lines().findFirst().orElse(""));
      counts.computeIfAbsent(fate, none -> new AtomicInteger()).incrementAndGet();
      switch (fate) {
        case PASSED -> pass(head, body, client.getOutputStream());
        case SLOWED_DOWN -> client.getOutputStream().write(SLOW_DOWN);
        case LOST -> reset(client);
        case ANSWER_LOST -> {
          pass(head, body, new ByteArrayOutputStream());
          reset(client);
        }
      }
    } catch (IOException gone) {
      // The client, or the server at the end of a test, hung up: nothing is left to pass on.
    }
  }

  private static void reset(Socket client) throws SocketException {
    client.setSoLinger(true, 0);
  }

  private void pass(String head, byte[] body, OutputStream back) throws IOException {
    if (!head.toLowerCase(Locale.ROOT).contains("\r\nif-none-match:")) {
      forward(head, body, back);
      return;
    }
    // S3 decides conditional requests one after another; this server does so if they come so.
    synchronized (this) {
      forward(head, body, back);
    }
  }

  private void forward(String head, byte[] body, OutputStream back) throws IOException {
    try (Socket to = new Socket(InetAddress.getLoopbackAddress(), target)) {
      to.getOutputStream().write(bytes(closing(head.replaceAll("(?i)\r\nexpect:[^\r]*", ""))));
      to.getOutputStream().write(body);
      to.getOutputStream().flush();
      String answer = head(to.getInputStream());
      back.write(bytes(closing(answer)));
      to.getInputStream().transferTo(back);
      back.flush();
    }
  }

  private static String closing(String head) {
    return head.replaceAll("(?i)\r\nconnection:[^\r]*", "")
        .replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int end = 0;
    while (end < 4) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.write(next);
      end = next == "\r\n\r\n".charAt(end) ? end + 1 : next == '\r' ? 1 : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElse(0);
  }

  private static byte[] answer(String status, String body) {
    return bytes(
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: application/xml\r\nConnection: close\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
