package io.github.hubgenealogy.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.crawler.StubHub.Answer;
import io.github.hubgenealogy.crawler.asking.AskingSettings;
import io.github.hubgenealogy.crawler.card.CardCrawl;
import io.github.hubgenealogy.crawler.hub.Endpoint;
import io.github.hubgenealogy.crawler.hub.HubClient;
import io.github.hubgenealogy.crawler.hub.Token;
import io.github.hubgenealogy.crawler.listing.ListCrawl;
import io.github.hubgenealogy.crawler.listing.Listing;
import io.github.hubgenealogy.crawler.rate.TimeSource;
import io.github.hubgenealogy.crawler.rate.Waiting;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clocks that are set while a crawl runs: ours, the server's, both; over several windows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClockJumpTest {
  private static final Instant BEGIN = Instant.parse("2026-05-01T12:00:00Z");
  private static final int MODELS = 60;
  private static final int PAGE = 2;
  private static final int CREATED_MEANWHILE = 3;
  private static final int QUOTA = 13;
  private static final Duration WINDOW = Duration.ofSeconds(60);
  private static final Duration ANSWER = Duration.ofMillis(300);

  @TempDir static Path folder;

  private Crawled undisturbed;

  /** How far clocks are set, and at which requests again and again. */
  private enum Jump {
    OURS_FORWARD(Duration.ofDays(400), Duration.ZERO),
    OURS_BACK(Duration.ofDays(-400), Duration.ZERO),
    THE_SERVERS_FORWARD(Duration.ZERO, Duration.ofHours(5)),
    THE_SERVERS_BACK(Duration.ZERO, Duration.ofHours(-5)),
    THE_SERVERS_BY_SECONDS(Duration.ZERO, Duration.ofSeconds(-7)),
    BOTH(Duration.ofSeconds(40), Duration.ofSeconds(-40));

    private static final int EVERY = 9;

    private final Duration ours;
    private final Duration theServers;

    Jump(Duration ours, Duration theServers) {
      this.ours = ours;
      this.theServers = theServers;
    }
  }

  /**
   * Time that passes when it is waited for, and with each answer. Only a place that another thread
   * holds is really waited for.
   */
  private static final class MadeTime implements TimeSource {
    private final AtomicLong nanos = new AtomicLong();
    private volatile Duration set = Duration.ZERO;

    @Override
    public long nanos() {
      return nanos.get();
    }

    @Override
    public Instant now() {
      return BEGIN.plusNanos(nanos()).plus(set);
    }

    @Override
    @SuppressWarnings({"WaitNotInLoop", "CheckReturnValue"}) // whoever calls asks again
    public void await(Condition condition, long most) throws InterruptedException {
      if (most >= Waiting.UNTIL_SIGNALLED) {
        condition.await();
      } else {
        nanos.addAndGet(most);
      }
    }
  }

  /** A Hub whose windows go by a clock that nobody sets; its {@code Date} by another. */
  private static final class LimitedHub {
    private static final class Window {
      private long end = Long.MIN_VALUE;
      private int used;
    }

    private final MadeTime time;
    private final Jump jump;
    private final Map<String, Window> windows = new HashMap<>();
    private Duration set = Duration.ZERO;
    private int requests;
    private int refused;

    LimitedHub(MadeTime time, Jump jump) {
      this.time = time;
      this.jump = jump;
    }

    synchronized Answer answer(String path, String address) {
      time.nanos.addAndGet(ANSWER.toNanos() / 2);
      requests++;
      if (jump != null && requests % Jump.EVERY == 0) {
        time.set = time.set.plus(jump.ours);
        set = set.plus(jump.theServers);
      }
      String bucket = path.startsWith("/api/") ? "api" : "resolvers";
      Window window = windows.computeIfAbsent(bucket, name -> new Window());
      long now = time.nanos();
      if (now >= window.end) {
        window.end = now + WINDOW.toNanos();
        window.used = 0;
      }
      boolean over = window.used == QUOTA;
      refused += over ? 1 : 0;
      window.used += over ? 0 : 1;
      List<String> headers =
          new ArrayList<>(
              List.of(
                  "RateLimit",
                  "\"%s\";r=%d;t=%d"
                      .formatted(
                          bucket,
                          QUOTA - window.used,
                          Duration.ofNanos(window.end - now).plusMillis(999).toSeconds()),
                  "RateLimit-Policy",
                  "\"fixed window\";\"%s\";q=%d;w=%d".formatted(bucket, QUOTA, WINDOW.toSeconds()),
                  "Date",
                  DateTimeFormatter.RFC_1123_DATE_TIME.format(
                      BEGIN.plusNanos(now).plus(set).atOffset(ZoneOffset.UTC))));
      time.nanos.addAndGet(ANSWER.toNanos() / 2);
      if (over) {
        return Answer.status(429, "", headers.toArray(String[]::new));
      }
      if (!path.startsWith("/api/")) {
        return Answer.json("card of " + path, headers.toArray(String[]::new));
      }
      int from = path.contains("cursor=") ? Integer.parseInt(path.split("cursor=")[1]) : 0;
      if (from + PAGE < MODELS) {
        headers.add("Link");
        headers.add("<%s/api/models?cursor=%d>; rel=\"next\"".formatted(address, from + PAGE));
      }
      return Answer.json(
          IntStream.range(from, from + PAGE)
              .mapToObj(LimitedHub::model)
              .collect(Collectors.joining(",", "[", "]")),
          headers.toArray(String[]::new));
    }

    private static String model(int i) {
      Instant created =
          i < MODELS - CREATED_MEANWHILE ? BEGIN.minusSeconds(5) : BEGIN.plusSeconds(5);
      return "{\"_id\":\"%024x\",\"id\":\"o/m%d\",\"sha\":\"%040x\",\"createdAt\":\"%s\"}"
          .formatted(i, i, i, created);
    }
  }

  /** What a crawl of the list and the cards comes to. */
  private record Crawled(
      List<String> models, List<String> cards, int createdMeanwhile, int refused, long seconds) {}

  @BeforeAll
  void crawlUndisturbed() throws Exception {
    undisturbed = crawl("undisturbed", null);
  }

  private static Crawled crawl(String id, Jump jump) throws Exception {
    TestLake lake = new TestLake(folder);
    MadeTime time = new MadeTime();
    LimitedHub limited = new LimitedHub(time, jump);
    Tally tally = new Tally();
    Waiting waiting = new Waiting(time, tally, null);
    CrawlSettings defaults = CrawlSettings.defaults();
    CrawlSettings settings =
        new CrawlSettings(
            null,
            defaults.http(),
            defaults.list(),
            new AskingSettings(1, 1, null, null, null),
            defaults.journal());
    String[] address = new String[1];
    try (StubHub hub = new StubHub((path, before) -> limited.answer(path, address[0]));
        HubClient client =
            new HubClient(
                Endpoint.of(hub.address()),
                Token.of(null),
                settings.http(),
                settings.asking().concurrency(waiting),
                waiting,
                tally,
                "1.2.3")) {
      address[0] = hub.address();
      CrawlSession session =
          new CrawlSession(lake.snapshot(id), settings, client, waiting, tally, -1, false);
      assertThat(new ListCrawl(session, Listing.MODELS).run()).isInstanceOf(Outcome.Sealed.class);
      assertThat(new CardCrawl(session).run()).isInstanceOf(Outcome.Sealed.class);
    }
    return new Crawled(
        lake.rows(id, TableContracts.RAW_MODELS, "_id", "id", "sha", "createdAt"),
        lake.rows(id, TableContracts.RAW_CARDS, "id", "status", "httpStatus", "content"),
        (int) lake.fact(id, TableContracts.RAW_MODELS, "created_during_crawl"),
        limited.refused,
        Duration.ofNanos(time.nanos()).toSeconds());
  }

  @Test
  void it_takes_the_windows_that_it_needs_where_no_clock_is_set() {
    assertThat(undisturbed.models()).hasSize(MODELS);
    assertThat(undisturbed.cards()).hasSize(MODELS).allMatch(row -> row.contains(" ok 200 "));
    assertThat(undisturbed.createdMeanwhile()).isEqualTo(CREATED_MEANWHILE);
    assertThat(undisturbed.refused()).isZero();
    // 30 pages and 60 cards, 13 a window.
    assertThat(undisturbed.seconds()).isGreaterThan((2 + 4) * WINDOW.toSeconds());
  }

  @ParameterizedTest
  @EnumSource(Jump.class)
  void a_clock_that_is_set_changes_no_row_meets_no_limit_and_costs_no_time(Jump jump)
      throws Exception {
    Crawled jumped = crawl(jump.name(), jump);
    assertThat(jumped.models()).isEqualTo(undisturbed.models());
    assertThat(jumped.cards()).isEqualTo(undisturbed.cards());
    assertThat(jumped.createdMeanwhile()).isEqualTo(CREATED_MEANWHILE);
    assertThat(jumped.refused()).isZero();
    assertThat(jumped.seconds()).isLessThan(undisturbed.seconds() + WINDOW.toSeconds() / 4);
  }
}
