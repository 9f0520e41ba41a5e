package io.github.hubgenealogy.crawler.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.crawler.Tally;
import io.github.hubgenealogy.crawler.rate.Concurrency;
import io.github.hubgenealogy.crawler.rate.TimeSource;
import io.github.hubgenealogy.crawler.rate.Waiting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each row of the table of faults: named as it is, repeated as often as it says, then a value. */
final class FaultTableTest {
  private static final int LIMIT = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OK = "[{\"id\":\"o/m\"}]";
  private static final String TYPE = "Content-Type: application/json";

  private final Tally tally = new Tally();
  private final Waiting waiting = new Waiting(TimeSource.system(), tally, null);

  private HubClient client(String address, Duration timeout) {
    HttpSettings settings =
        new HttpSettings(
            "https://example.org/contact",
            timeout,
            timeout,
            timeout,
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            10_000,
            Duration.ofMillis(1),
            5,
            true);
    return new HubClient(
        Endpoint.of(address),
        Token.of(null),
        settings,
        new Concurrency(waiting, 8, 8),
        waiting,
        tally,
        "1.2.3");
  }

  private static String parsed(Instant asked, HttpHeaders headers, InputStream body)
      throws IOException {
    return JSON.readTree(body).toString();
  }

  private static byte[] gzip(byte[] plain, int times) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      for (int i = 0; i < times; i++) {
        out.write(plain);
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return packed.toByteArray();
  }

  /** A way in which a page may come wrong, and the row of the table that is meant for it. */
  @SuppressWarnings("ImmutableEnumChecker") // a reply never changes
  enum Wrong {
    NO_FIRST_BYTE(Trouble.ANSWER_TIMEOUT, RawHub.andSilence("")),
    HALF_A_HEAD(Trouble.ANSWER_TIMEOUT, RawHub.andSilence("HTTP/1.1 200 x\r\nContent-T")),
    SLOW_BODY(
        Trouble.BODY_TIMEOUT,
        RawHub.andSilence("HTTP/1.1 200 x\r\n" + TYPE + "\r\nContent-Length: 100\r\n\r\n[")),
    RESET(Trouble.RESET, RawHub.reset()),
    CLOSED_WITHOUT_ANSWER(Trouble.TRUNCATED, (socket, out) -> true),
    SHORT_OF_ITS_LENGTH(
        Trouble.TRUNCATED, RawHub.answer(200, "[{\"id\":", TYPE, "Content-Length: 500")),
    CHUNKS_WITHOUT_END(
        Trouble.TRUNCATED,
        (socket, out) -> {
          out.write(
              ("HTTP/1.1 200 x\r\n"
                      + TYPE
                      + "\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[{\"id\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
          return true;
        }),
    TRUNCATED_JSON(Trouble.TRUNCATED, RawHub.answer(200, "[{\"id\":\"o/", TYPE)),
    GARBLED_JSON(Trouble.GARBLED, RawHub.answer(200, "[{\"id\": nonsense", TYPE)),
    GARBLED_BYTES(
        Trouble.GARBLED,
        RawHub.answer(200, new byte[] {'[', '"', (byte) 0xc3, (byte) 0x28, '"', ']'}, TYPE)),
    GARBLED_HEAD(Trouble.GARBLED, RawHub.answer(200, OK, "Content-Length: many")),
    GARBLED_STATUS_LINE(Trouble.GARBLED, RawHub.andSilence("HTCPCP/1.0 418 teapot\r\n\r\n")),
    NO_GZIP(Trouble.GARBLED, RawHub.answer(200, OK, TYPE, "Content-Encoding: gzip")),
    ENDLESS_HEAD(
        Trouble.GARBLED,
        RawHub.endless(
            "HTTP/1.1 200 x\r\n",
            ("X-Filler: " + "x".repeat(4000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1))),
    WEB_PAGE(
        Trouble.HTML, RawHub.answer(200, "<!doctype html><title>x", "Content-Type: text/html")),
    GZIP_BOMB(
        Trouble.TOO_LARGE,
        RawHub.answer(
            200,
            gzip(" ".repeat(1000).getBytes(StandardCharsets.UTF_8), 10_000),
            TYPE,
            "Content-Encoding: gzip")),
    ENDLESS_BODY(
        Trouble.TOO_LARGE,
        RawHub.endless(
            "HTTP/1.1 200 x\r\n" + TYPE + "\r\n\r\n[",
            " ".repeat(8192).getBytes(StandardCharsets.UTF_8))),
    REQUEST_TIMEOUT(Trouble.SERVER_ERROR, RawHub.answer(408, "")),
    INTERNAL_ERROR(Trouble.SERVER_ERROR, RawHub.answer(500, "<html>", "Content-Type: text/html")),
    BAD_GATEWAY(Trouble.SERVER_ERROR, RawHub.answer(502, "")),
    UNAVAILABLE(Trouble.SERVER_ERROR, RawHub.answer(503, "{\"error\":\"busy\"}", TYPE)),
    GATEWAY_TIMEOUT(Trouble.SERVER_ERROR, RawHub.answer(504, "")),
    TOO_MANY(Trouble.RATE_LIMITED, RawHub.answer(429, "")),
    BOT_CHALLENGE(Trouble.CHALLENGE, RawHub.answer(405, ""));

    private final Trouble trouble;
    private final RawHub.Reply reply;

    Wrong(Trouble trouble, RawHub.Reply reply) {
      this.trouble = trouble;
      this.reply = reply;
    }

    /** The JDK's client itself repeats a GET once whose connection ended before any answer. */
    boolean isRepeatedUnseen() {
      return this == RESET || this == CLOSED_WITHOUT_ANSWER;
    }

    /** Those that only the clock ends. */
    Duration timeout() {
      return trouble == Trouble.ANSWER_TIMEOUT || trouble == Trouble.BODY_TIMEOUT
          ? Duration.ofMillis(150)
          : Duration.ofSeconds(20);
    }
  }

  @ParameterizedTest
  @EnumSource(Wrong.class)
  void what_goes_wrong_once_is_named_and_asked_again(Wrong wrong) throws Exception {
    try (RawHub hub =
            new RawHub(before -> before == 0 ? wrong.reply : RawHub.answer(200, OK, TYPE));
        HubClient client = client(hub.address(), wrong.timeout())) {
      Ask ask = Ask.of(Ask.Kind.PAGE, client.endpoint().at("/api/models"), LIMIT);
      Answer<String> answer = client.ask(ask, FaultTableTest::parsed);
      assertThat(answer).as("%s", tally.totals()).isInstanceOf(Answer.Given.class);
      assertThat(((Answer.Given<String>) answer).body()).isEqualTo(OK);
      if (!wrong.isRepeatedUnseen()) {
        assertThat(tally.totals()).containsEntry("troubles." + wrong.trouble.word(), 1L);
        assertThat(tally.totals()).containsEntry("retries." + wrong.trouble.word(), 1L);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Wrong.class,
      names = {"HALF_A_HEAD", "CHUNKS_WITHOUT_END", "CLOSED_WITHOUT_ANSWER", "ENDLESS_HEAD"},
      mode = EnumSource.Mode.EXCLUDE)
  void what_goes_wrong_for_good_is_asked_as_often_as_the_table_says_and_is_then_a_value(Wrong wrong)
      throws Exception {
    try (RawHub hub = new RawHub(before -> wrong.reply);
        HubClient client = client(hub.address(), wrong.timeout())) {
      Ask ask = Ask.of(Ask.Kind.PAGE, client.endpoint().at("/api/models"), LIMIT);
      Answer<String> answer = client.ask(ask, FaultTableTest::parsed);
      assertThat(answer).isInstanceOf(Answer.Failed.class);
      assertThat(((Answer.Failed<String>) answer).trouble()).isEqualTo(wrong.trouble);
      assertThat(hub.requests())
          .isEqualTo(wrong.trouble.attempts() * (wrong.isRepeatedUnseen() ? 2 : 1));
    }
  }

  @Test
  void a_closed_port_is_tried_as_often_as_the_table_says() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    try (HubClient client = client("http://127.0.0.1:" + port, Duration.ofSeconds(20))) {
      assertThat(failure(client)).isEqualTo(Trouble.NO_CONNECTION);
      assertThat(tally.total("troubles.no_connection")).isEqualTo(Trouble.NO_CONNECTION.attempts());
    }
  }

  @Test
  void a_connection_that_does_not_come_about_in_time_is_a_row_of_its_own() throws Exception {
    // A queue of connections that nobody accepts: once it is full, no more come about.
    List<Socket> waitingOnes = new ArrayList<>();
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 4; i++) {
        Socket socket = new Socket();
        waitingOnes.add(socket);
        try {
          socket.connect(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), deaf.getLocalPort()), 100);
        } catch (IOException full) {
          break;
        }
      }
      try (HubClient client =
          client("http://127.0.0.1:" + deaf.getLocalPort(), Duration.ofMillis(150))) {
        assertThat(failure(client)).isEqualTo(Trouble.CONNECT_TIMEOUT);
      }
    } finally {
      for (Socket socket : waitingOnes) {
        socket.close();
      }
    }
  }

  @Test
  void a_server_that_speaks_no_tls_is_a_row_of_its_own() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread speaking =
          new Thread(
              () -> {
                try {
                  while (true) {
                    try (Socket socket = plain.accept()) {
                      socket
                          .getOutputStream()
                          .write("HTTP/1.1 400 no\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                      socket.getInputStream().readNBytes(100);
                    }
                  }
                } catch (IOException closed) {
                  // The test is over.
                }
              });
      speaking.setDaemon(true);
      speaking.start();
      try (HubClient client =
          client("https://127.0.0.1:" + plain.getLocalPort(), Duration.ofSeconds(20))) {
        assertThat(failure(client)).isEqualTo(Trouble.TLS);
      }
    }
  }

  private static Trouble failure(HubClient client) {
    Ask ask = Ask.of(Ask.Kind.PAGE, client.endpoint().at("/api/models"), LIMIT);
    return ((Answer.Failed<String>) client.ask(ask, FaultTableTest::parsed)).trouble();
  }

  @Test
  void redirects_in_a_circle_and_too_many_of_them_end_as_a_value() throws Exception {
    try (RawHub hub =
            new RawHub(
                before ->
                    RawHub.answer(307, "", "Location: /o/m/resolve/main/" + (before + 1) % 3));
        HubClient client = client(hub.address(), Duration.ofSeconds(20))) {
      FileFetch.Result circle =
          new FileFetch(client, 5).fetch(client.endpoint().at("/o/m/resolve/main/0"), 1000);
      assertThat(((Answer.Failed<byte[]>) circle.answer()).trouble()).isEqualTo(Trouble.REDIRECT);
      assertThat(hub.requests()).isLessThanOrEqualTo(4);
    }
    try (RawHub hub =
            new RawHub(before -> RawHub.answer(307, "", "Location: /o/m/resolve/main/" + before));
        HubClient client = client(hub.address(), Duration.ofSeconds(20))) {
      FileFetch.Result chain =
          new FileFetch(client, 5).fetch(client.endpoint().at("/o/m/resolve/main/x"), 1000);
      assertThat(((Answer.Failed<byte[]>) chain.answer()).trouble()).isEqualTo(Trouble.REDIRECT);
      assertThat(hub.requests()).isEqualTo(6);
    }
  }

  @Test
  void a_file_that_is_endless_or_a_bomb_is_cut_and_no_more_of_it_comes() throws Exception {
    byte[] bomb = gzip(new byte[1000], 100_000);
    List<RawHub.Reply> replies =
        List.of(
            RawHub.endless("HTTP/1.1 200 x\r\n\r\n", new byte[8192]),
            RawHub.answer(200, bomb, "Content-Encoding: gzip"));
    for (RawHub.Reply reply : replies) {
      try (RawHub hub = new RawHub(before -> reply);
          HubClient client = client(hub.address(), Duration.ofSeconds(20))) {
        FileFetch.Result cut =
            new FileFetch(client, 5).fetch(client.endpoint().at("/o/m/resolve/main/x"), 100_000);
        assertThat(((Answer.Given<byte[]>) cut.answer()).body()).hasSize(100_001);
      }
    }
  }

  @Test
  void a_web_page_in_place_of_a_file_is_no_card() throws Exception {
    try (RawHub hub =
            new RawHub(
                before ->
                    before == 0
                        ? RawHub.answer(200, "<html>", "Content-Type: text/html")
                        : RawHub.answer(200, "# card", "Content-Type: text/plain"));
        HubClient client = client(hub.address(), Duration.ofSeconds(20))) {
      FileFetch.Result card =
          new FileFetch(client, 5).fetch(client.endpoint().at("/o/m/resolve/main/x"), 1000);
      assertThat(((Answer.Given<byte[]>) card.answer()).body())
          .isEqualTo("# card".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void every_request_names_the_tool_its_version_and_a_contact() throws Exception {
    try (RawHub hub = new RawHub(before -> RawHub.answer(200, OK, TYPE));
        HubClient client = client(hub.address(), Duration.ofSeconds(20))) {
      Ask ask = Ask.of(Ask.Kind.PAGE, client.endpoint().at("/api/models"), LIMIT);
      assertThat(client.ask(ask, FaultTableTest::parsed)).isInstanceOf(Answer.Given.class);
      assertThat(hub.heads().get(0))
          .containsIgnoringCase("User-Agent: hub-genealogy/1.2.3 (+https://example.org/contact)");
    }
  }

  @Test
  void the_table_in_the_readme_is_the_one_that_holds() throws Exception {
    Path readme = Path.of(System.getProperty("hubgen.home"), "crawler", "README.md");
    Map<String, String> written = new TreeMap<>();
    Matcher row =
        Pattern.compile("(?m)^\\| `([a-z_]+)` \\|[^|]*\\| (\\d+) \\| (yes|no) \\|")
            .matcher(Files.readString(readme));
    while (row.find()) {
      written.put(row.group(1), row.group(2) + " " + row.group(3));
    }
    Map<String, String> holds = new TreeMap<>();
    for (Trouble trouble : Trouble.values()) {
      holds.put(trouble.word(), trouble.attempts() + (trouble.countsForBreaker() ? " yes" : " no"));
    }
    assertThat(written).isEqualTo(holds);
  }
}
