package io.github.hubgenealogy.explorer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server does with requests that mean no good, and with many of them. */
final class ExploreServerTest {
  @TempDir private static Path folder;

  private static ToyServer server;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    server = new ToyServer(folder, Toys.family());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
        BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/app.js", "/api/v1/snapshots", "/api/v1/nothing", "/nothing"})
  void every_answer_forbids_what_the_page_does_not_need(String path) throws Exception {
    var headers = get(path).headers();
    assertThat(headers.firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .contains("frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
    assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
    assertThat(headers.firstValue("cross-origin-opener-policy")).contains("same-origin");
    assertThat(headers.firstValue("cross-origin-resource-policy")).contains("same-origin");
    assertThat(headers.firstValue("access-control-allow-origin")).isEmpty();
    assertThat(headers.firstValue("server")).isEmpty();
  }

  /** A header of the client's own making, which HttpClient does not let one set. */
  private static String raw(String request) throws IOException {
    URI address = URI.create(server.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,200",
    "localhost:1234,200",
    "[::1]:80,200",
    "LOCALHOST,200",
    "evil.example,421",
    "127.0.0.1.evil.example,421",
    "169.254.169.254,421",
    "localhost.,421"
  })
  void only_our_own_names_are_answered_so_that_no_site_leads_its_name_here(String host, int status)
      throws Exception {
    String answer =
        raw("GET /api/v1/snapshots HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
  }

  @Test
  void without_a_host_there_is_no_answer() throws Exception {
    assertThat(raw("GET / HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 421 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"})
  void everything_is_read_and_nothing_written(String method) throws Exception {
    String answer = raw(method + " / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD");
  }

  @Test
  void a_body_is_refused_unread() throws Exception {
    assertThat(raw("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999999\r\n\r\n"))
        .startsWith("HTTP/1.1 413 ");
    assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"))
        .startsWith("HTTP/1.1 413 ");
  }

  @Test
  void a_header_too_large_is_a_problem_in_the_form_of_the_others() throws Exception {
    String answer =
        raw(
            "GET /?"
                + "a".repeat(40_000)
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer)
        .containsPattern("^HTTP/1.1 4(14|31) ")
        .contains("application/problem+json")
        .contains("Content-Security-Policy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../conf/jobs.yaml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/page/index.html",
        "/..%2f..%2fetc/passwd",
        "/api/v1/../../etc/passwd",
        "/files.txt",
        "//etc/passwd",
        "/vendor/../../Explore.class",
        "/Explore.class"
      })
  void no_path_leads_out_of_the_page(String path) throws Exception {
    String answer =
        raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer).containsPattern("^HTTP/1.1 (400|404) ").doesNotContain("root:");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/nothing,404,openapi.yaml",
    "/api/v1/model,400,parameter id is missing",
    "/api/v1/model?id=nobody/nothing,404,nearest",
    "/api/v1/model?id=a&id=b,400,more than once",
    "/api/v1/model?id=x&sql=drop,400,unknown parameter",
    "/api/v1/children?id=orbit-lab/Orbit-8B&limit=501,400,from 1 to 500",
    "/api/v1/children?id=orbit-lab/Orbit-8B&offset=-1,400,offset must be",
    "/api/v1/children?id=orbit-lab/Orbit-8B&relation=stolen,400,relation must be one of",
    "/api/v1/children?id=orbit-lab/Orbit-8B&created_from=yesterday,400,must be a day",
    "/api/v1/lineage?id=orbit-lab/Orbit-8B&down=51,400,from 0 to 50",
    "/api/v1/export?id=orbit-lab/Orbit-8B&format=exe,400,format must be one of",
    "/api/v1/model?id=a&snapshot=../../etc,404,no snapshot id",
    "/api/v1/model?id=a&snapshot=2001-01-01,404,no published snapshot",
    "/api/v1/edge?child=mia/Orbit-chat&parent=max/Orbit-copy,404,no edge",
    "/api/v1/owner?id=nobody,404,no model"
  })
  void what_cannot_be_answered_is_a_problem_that_says_why(String path, int status, String why)
      throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body()).contains(why).contains("\"status\":" + status);
  }

  @Test
  void what_is_no_percent_encoding_is_a_problem_too() throws Exception {
    assertThat(
            raw(
                "GET /api/v1/model?id=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("application/problem+json");
  }

  @Test
  void a_head_request_has_the_headers_alone_and_a_known_file_is_not_sent_again() throws Exception {
    HttpResponse<String> whole = get("/app.js");
    String etag = whole.headers().firstValue("etag").orElseThrow();
    HttpResponse<String> head =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(server.address() + "/app.js"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    HttpResponse<String> again =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(server.address() + "/app.js"))
                .header("If-None-Match", etag)
                .build(),
            BodyHandlers.ofString());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void two_hundred_clients_at_once_each_get_their_answer() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      HttpClient client = i % 20 == 0 ? HttpClient.newHttpClient() : HTTP;
      String path = i % 2 == 0 ? "/api/v1/lineage?id=orbit-lab/Orbit-8B" : "/api/v1/search?q=orbit";
      all.add(
          client.sendAsync(
              HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
              BodyHandlers.ofString()));
    }
    for (CompletableFuture<HttpResponse<String>> each : all) {
      HttpResponse<String> answer = each.get(60, TimeUnit.SECONDS);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("Orbit");
    }
  }

  @Test
  void those_for_whom_there_is_no_place_are_told_when_to_come_back(@TempDir Path other)
      throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    Site slow =
        (path, query) -> {
          try {
            go.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          return Answer.text("text/plain", "done");
        };
    ServerSettings narrow =
        new ServerSettings(0, ServerSettings.LOOPBACK, List.of(), 2, 3, Duration.ofMinutes(1));
    try (ExploreServer busy = new ExploreServer(narrow, slow)) {
      List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
      CountDownLatch refused = new CountDownLatch(15);
      for (int i = 0; i < 20; i++) {
        all.add(
            HTTP.sendAsync(HttpRequest.newBuilder(busy.address()).build(), BodyHandlers.ofString())
                .whenComplete(
                    (answer, lost) -> {
                      if (answer != null && answer.statusCode() == 503) {
                        refused.countDown();
                      }
                    }));
      }
      assertThat(refused.await(60, TimeUnit.SECONDS)).isTrue();
      go.countDown();
      int answered = 0;
      for (CompletableFuture<HttpResponse<String>> each : all) {
        HttpResponse<String> answer = each.get(60, TimeUnit.SECONDS);
        if (answer.statusCode() == 200) {
          answered++;
        } else {
          assertThat(answer.statusCode()).isEqualTo(503);
          assertThat(answer.headers().firstValue("retry-after")).contains("2");
          assertThat(answer.body()).contains("too many ask at once");
        }
      }
      assertThat(answered).isEqualTo(5);
    }
  }

  @Test
  void hundreds_of_requests_that_never_end_keep_nobody_else_out() throws Exception {
    URI address = URI.create(server.address());
    List<Socket> halves = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        Socket half = new Socket(address.getHost(), address.getPort());
        halves.add(half);
        half.getOutputStream()
            .write("GET /api/v1/snapshots HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.UTF_8));
        half.getOutputStream().flush();
      }
      assertThat(get("/api/v1/search?q=orbit").statusCode()).isEqualTo(200);
    } finally {
      for (Socket half : halves) {
        half.close();
      }
    }
  }

  private static Socket asking(URI address, String path) throws IOException {
    Socket socket = new Socket();
    // So that little of an answer fits into what the system keeps for the reader.
    socket.setReceiveBufferSize(4_096);
    socket.setSoTimeout(60_000);
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    socket
        .getOutputStream()
        .write(
            ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }

  /** A site with one large answer, which all who ask share. */
  private static Site withLarge(int bytes) {
    Answer large = new Answer(200, "application/zip", new byte[bytes], null, null);
    return (path, query) -> path.equals("/large") ? large : Answer.text("text/plain", "small");
  }

  @Test
  void readers_that_take_nothing_hold_no_place() throws Exception {
    ServerSettings narrow =
        new ServerSettings(0, ServerSettings.LOOPBACK, List.of(), 2, 1, Duration.ofMinutes(1));
    List<Socket> idle = new ArrayList<>();
    try (ExploreServer some = new ExploreServer(narrow, withLarge(16 << 20))) {
      for (int i = 0; i < 12; i++) {
        Socket socket = asking(some.address(), "/large");
        idle.add(socket);
        // The answer is on its way, and no more of it is read.
        assertThat(socket.getInputStream().readNBytes(9)).asString().isEqualTo("HTTP/1.1 ");
        assertThat(socket.getInputStream().readNBytes(3)).asString().isEqualTo("200");
      }
      for (int i = 0; i < 12; i++) {
        HttpRequest request =
            HttpRequest.newBuilder(some.address()).timeout(Duration.ofSeconds(20)).build();
        assertThat(HTTP.send(request, BodyHandlers.ofString()).body()).isEqualTo("small");
      }
      // None was given up either: each still gets all of its answer.
      assertThat(idle.get(0).getInputStream().readAllBytes()).hasSizeGreaterThan(16 << 20);
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  @Test
  void answers_that_nobody_takes_are_bounded_and_the_oldest_are_given_up() throws Exception {
    int size = (int) (Outbox.LIMIT / 4);
    List<Socket> idle = new ArrayList<>();
    ServerSettings usual = ServerSettings.of(0, ServerSettings.LOOPBACK, List.of());
    try (ExploreServer some = new ExploreServer(usual, withLarge(size))) {
      for (int i = 0; i < 6; i++) {
        Socket socket = asking(some.address(), "/large");
        idle.add(socket);
        assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
      }
      assertThat(taken(idle.get(0))).isLessThan(size);
      assertThat(taken(idle.get(1))).isLessThan(size);
      assertThat(taken(idle.get(2))).isGreaterThan(size);
      assertThat(taken(idle.get(5))).isGreaterThan(size);
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  /** How many bytes still come, until the end or until the connection is cut. */
  private static long taken(Socket socket) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long taken = 0;
    try {
      for (int n = 0; n >= 0; n = socket.getInputStream().read(buffer)) {
        taken += n;
      }
    } catch (SocketException cut) {
      return taken;
    }
    return taken;
  }

  @Test
  void who_has_waited_for_a_place_for_as_long_as_the_server_has_patience_is_told_so()
      throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch taken = new CountDownLatch(1);
    Site slow =
        (path, query) -> {
          taken.countDown();
          try {
            go.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          return Answer.text("text/plain", "done");
        };
    ServerSettings impatient =
        new ServerSettings(0, ServerSettings.LOOPBACK, List.of(), 1, 10, Duration.ofMillis(100));
    try (ExploreServer busy = new ExploreServer(impatient, slow)) {
      HttpRequest request = HttpRequest.newBuilder(busy.address()).build();
      CompletableFuture<HttpResponse<String>> first =
          HTTP.sendAsync(request, BodyHandlers.ofString());
      assertThat(taken.await(60, TimeUnit.SECONDS)).isTrue();
      HttpResponse<String> second = HTTP.send(request, BodyHandlers.ofString());
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(second.headers().firstValue("retry-after")).contains("2");
      assertThat(second.headers().firstValue("content-type")).contains("application/problem+json");
      go.countDown();
      assertThat(first.get(60, TimeUnit.SECONDS).body()).isEqualTo("done");
    }
  }

  @Test
  void a_port_that_is_taken_is_one_line(@TempDir Path other) {
    int port = URI.create(server.address()).getPort();
    ServerSettings same = ServerSettings.of(port, ServerSettings.LOOPBACK, List.of());
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> new ExploreServer(same, (path, query) -> Answer.text("text/plain", ""))))
        .isInstanceOf(io.github.hubgenealogy.lake.command.Fault.class)
        .hasMessageContaining("cannot listen");
  }

  @Test
  void the_settings_are_as_documented() {
    ServerSettings usual = ServerSettings.of(8080, ServerSettings.LOOPBACK, List.of());
    assertThat(usual.bind()).isEqualTo("127.0.0.1");
    assertThat(usual.waiting()).isEqualTo(512);
    assertThat(usual.patience()).isEqualTo(Duration.ofSeconds(10));
    assertThat(usual.concurrent()).isGreaterThanOrEqualTo(4);
  }
}
