package io.github.hubgenealogy.crawler.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class WindowBudgetTest {
  private static final long SECOND = 1_000_000_000L;

  /** When a server's windows begin. */
  private enum Phase {
    /** With the first request after the one before, as the simulated Hub's. */
    FIRST_REQUEST,
    /** By the server's own clock, whether anybody asks or not. */
    GRID
  }

  /** How a server rounds the seconds to the window's end. */
  private enum Rounding {
    UP,
    DOWN,
    NEAREST;

    long seconds(long nanos) {
      return switch (this) {
        case UP -> (nanos + SECOND - 1) / SECOND;
        case DOWN -> nanos / SECOND;
        case NEAREST -> (nanos + SECOND / 2) / SECOND;
      };
    }
  }

  /** What a server writes as {@code Date}. Its windows go by another clock, which is never set. */
  private enum Dates {
    TRUE,
    HOURS_OFF,
    ABSENT,
    /** It is set again and again, by hours or by seconds. */
    JUMPING,
    /** Its clock is read once a second, and not at the full second. */
    STALE,
    /** By turns of something before the server, whose clock is another. */
    TWO_CLOCKS,
    NONSENSE
  }

  /** An answer's count and its head. */
  private record Reply(RateHeaders rate, HttpHeaders head) {}

  /** A server with fixed windows. */
  private static final class Server {
    private final long quota;
    private final long window;
    private final Phase phase;
    private final Rounding rounding;
    private final Dates dates;
    private final Random random;
    private final List<Long> usedByWindow = new ArrayList<>();
    private final Map<Long, HttpHeaders> heads = new HashMap<>();
    private long start;
    private boolean begun;
    private long used;
    private int refused;
    private long ahead;

    Server(long quota, long window, Phase phase, Rounding rounding, Dates dates, Random random) {
      this.quota = quota;
      this.window = window;
      this.phase = phase;
      this.rounding = rounding;
      this.dates = dates;
      this.random = random;
      this.start = -random.nextLong(window);
      this.ahead =
          dates == Dates.HOURS_OFF ? random.nextLong(50_000) * SECOND - 25_000 * SECOND : 0;
    }

    private void turn(long now) {
      if (phase == Phase.GRID) {
        while (now - start >= window) {
          usedByWindow.add(used);
          used = 0;
          start += window;
        }
      } else if (!begun || now - start >= window) {
        if (begun) {
          usedByWindow.add(used);
        }
        start = now;
        used = 0;
      }
      begun = true;
    }

    private HttpHeaders head(long now) {
      if (dates == Dates.JUMPING && random.nextInt(50) == 0) {
        long seconds = random.nextBoolean() ? 1 : 3_600;
        ahead += (long) (random.nextGaussian() * 5 * seconds * SECOND);
      }
      return switch (dates) {
        case TRUE, HOURS_OFF, JUMPING -> dated(now + ahead);
        case STALE -> dated(now - Math.floorMod(now + SECOND / 3, SECOND));
        case TWO_CLOCKS -> dated(now + random.nextLong(2) * 5 * SECOND);
        case ABSENT -> HttpHeaders.of(Map.of(), (name, value) -> true);
        case NONSENSE -> HttpHeaders.of(Map.of("Date", List.of("today")), (name, value) -> true);
      };
    }

    private HttpHeaders dated(long clock) {
      return heads.computeIfAbsent(
          Math.floorDiv(clock, SECOND),
          second ->
              HttpHeaders.of(
                  Map.of(
                      "Date",
                      List.of(
                          DateTimeFormatter.RFC_1123_DATE_TIME.format(
                              Instant.parse("2026-05-01T00:00:00Z")
                                  .plusSeconds(second)
                                  .atOffset(ZoneOffset.UTC)))),
                  (name, value) -> true));
    }

    /** Counts a request and answers it. */
    Reply answer(long now) {
      turn(now);
      if (used == quota) {
        refused++;
      } else {
        used++;
      }
      RateHeaders rate =
          new RateHeaders(
              "resolvers",
              quota - used,
              rounding.seconds(start + window - now),
              quota,
              Duration.ofNanos(window));
      return new Reply(rate, head(now));
    }

    /** The windows that the client saw from their beginning to their end. */
    List<Long> fullWindows() {
      return usedByWindow.isEmpty() ? List.of() : usedByWindow.subList(1, usedByWindow.size());
    }
  }

  /** What a request is on its way to, or from. */
  private enum Leg {
    TO_SERVER,
    /** It breaks before it is counted. */
    TO_NOWHERE,
    FROM_SERVER,
    /** It was counted, but its answer is lost. */
    BROKEN,
    /** Somebody else's. */
    FOREIGN
  }

  private record Flight(long at, Leg leg, Permit permit, Reply answer) {}

  /**
   * A client that always has something to ask.
   *
   * @param lossPercent of requests, half of them before they are counted
   * @param foreignPercent of the quota that somebody else uses in each window, evenly at random
   * @param longestBack how long a hundredth of the answers take at most to come back
   */
  private record Client(
      int concurrency,
      long latency,
      long requests,
      int lossPercent,
      int foreignPercent,
      long longestBack) {

    Client(int concurrency, long latency, long requests, int lossPercent, int foreignPercent) {
      this(concurrency, latency, requests, lossPercent, foreignPercent, 0);
    }

    /** Runs against a server, by a clock of its own. */
    Server run(Server server, Random random) {
      WindowBudget budget = new WindowBudget((used, of) -> {});
      ServerClock clock = new ServerClock();
      PriorityQueue<Flight> flights = new PriorityQueue<>(Comparator.comparingLong(Flight::at));
      long now = random.nextInt(1_000_000);
      long sent = 0;
      int inFlight = 0;
      if (foreignPercent > 0) {
        flights.add(new Flight(now, Leg.FOREIGN, null, null));
      }
      while (sent < requests || inFlight > 0) {
        Long wait =
            sent < requests && inFlight < concurrency
                ? budget.ask(now)
                : Long.valueOf(Long.MAX_VALUE);
        if (wait == null) {
          Permit permit = budget.depart(now).sentAt(now);
          boolean lost = random.nextInt(200) < lossPercent;
          flights.add(
              new Flight(now + trip(random), lost ? Leg.TO_NOWHERE : Leg.TO_SERVER, permit, null));
          sent++;
          inFlight++;
          continue;
        }
        Flight next = flights.peek();
        long wake = wait > Long.MAX_VALUE / 2 ? Long.MAX_VALUE : now + Math.max(1, wait);
        if (next == null || wake < next.at()) {
          now = wake;
          continue;
        }
        flights.remove();
        now = Math.max(now, next.at());
        switch (next.leg()) {
          case TO_SERVER -> {
            boolean lost = random.nextInt(200) < lossPercent;
            flights.add(
                new Flight(
                    now + back(random),
                    lost ? Leg.BROKEN : Leg.FROM_SERVER,
                    next.permit(),
                    server.answer(now)));
          }
          case FROM_SERVER -> {
            inFlight--;
            long counted = clock.heard(next.permit().sent(), now, next.answer().head());
            budget.answered(next.permit(), now, counted, next.answer().rate());
          }
          case TO_NOWHERE, BROKEN -> {
            inFlight--;
            budget.lost(next.permit(), now);
          }
          case FOREIGN -> {
            server.turn(now);
            server.used = Math.min(server.quota, server.used + 1);
            double mean = server.window / (server.quota * foreignPercent / 100.0);
            long pause = (long) (mean * 2 * random.nextDouble()) + 1;
            flights.add(new Flight(now + pause, Leg.FOREIGN, null, null));
          }
        }
      }
      return server;
    }

    private long trip(Random random) {
      return latency / 4 + random.nextLong(latency);
    }

    private long back(Random random) {
      return longestBack > 0 && random.nextInt(100) == 0
          ? random.nextLong(longestBack)
          : trip(random);
    }

    /** Whether so many at a time can use the allowance up before the window ends. */
    boolean canUse(long quota, long window) {
      return 1.15 * quota * (1.5 * latency + longestBack / 200.0) / concurrency < window;
    }
  }

  @Property(tries = 500)
  void an_honest_server_never_refuses_and_its_allowance_is_used(
      @ForAll long seed,
      @ForAll Phase phase,
      @ForAll Rounding rounding,
      @ForAll Dates dates,
      @ForAll @IntRange(min = 20, max = 3000) int quota,
      @ForAll @IntRange(min = 5, max = 300) int windowSeconds,
      @ForAll @IntRange(min = 1, max = 64) int concurrency,
      @ForAll @IntRange(min = 1, max = 400) int latencyMillis) {
    long window = windowSeconds * SECOND;
    Random random = new Random(seed);
    Client client = new Client(concurrency, latencyMillis * 1_000_000L, 5L * quota, 0, 0);
    Server server = client.run(new Server(quota, window, phase, rounding, dates, random), random);

    assertThat(server.refused).isZero();
    if (client.canUse(quota, window)) {
      assertThat(server.fullWindows())
          .isNotEmpty()
          .allSatisfy(used -> assertThat(used).isGreaterThanOrEqualTo(quota * 99L / 100));
    }
  }

  @Property(tries = 300)
  void answers_that_never_come_cost_at_most_a_hundredth_of_the_allowance_and_no_refusal(
      @ForAll long seed,
      @ForAll Phase phase,
      @ForAll Rounding rounding,
      @ForAll Dates dates,
      @ForAll @IntRange(min = 1000, max = 5000) int quota,
      @ForAll @IntRange(min = 10, max = 300) int windowSeconds,
      @ForAll @IntRange(min = 1, max = 20) int lossPercent,
      @ForAll @IntRange(min = 1, max = 100) int latencyMillis) {
    long window = windowSeconds * SECOND;
    Random random = new Random(seed);
    Client client = new Client(32, latencyMillis * 1_000_000L, 5L * quota, lossPercent, 0);
    Server server = client.run(new Server(quota, window, phase, rounding, dates, random), random);

    assertThat(server.refused).isZero();
    if (client.canUse(quota, window)) {
      assertThat(server.fullWindows())
          .isNotEmpty()
          .allSatisfy(used -> assertThat(used).isGreaterThanOrEqualTo(quota * 99L / 100));
    }
  }

  @Property(tries = 300)
  void another_user_of_the_same_allowance_is_left_room_and_most_of_the_rest_is_used(
      @ForAll long seed,
      @ForAll Phase phase,
      @ForAll Rounding rounding,
      @ForAll Dates dates,
      @ForAll @IntRange(min = 500, max = 5000) int quota,
      @ForAll @IntRange(min = 30, max = 300) int windowSeconds,
      @ForAll @IntRange(min = 5, max = 60) int foreignPercent,
      @ForAll @IntRange(min = 1, max = 200) int latencyMillis) {
    long window = windowSeconds * SECOND;
    Random random = new Random(seed);
    Client client = new Client(32, latencyMillis * 1_000_000L, 4L * quota, 0, foreignPercent);
    Server server = client.run(new Server(quota, window, phase, rounding, dates, random), random);

    assertThat(server.refused)
        .as("refusals in some %d windows", server.usedByWindow.size())
        .isLessThanOrEqualTo(server.usedByWindow.size() + 1);
    if (client.canUse(quota, window)) {
      assertThat(server.fullWindows())
          .isNotEmpty()
          .allSatisfy(used -> assertThat(used).isGreaterThanOrEqualTo(quota * 97L / 100));
    }
  }

  /**
   * One that is long on its way keeps its place in the count, which costs up to a hundredth more.
   */
  @Property(tries = 300)
  void answers_that_come_back_after_their_window_has_ended_mislead_nobody(
      @ForAll long seed,
      @ForAll Phase phase,
      @ForAll Rounding rounding,
      @ForAll Dates dates,
      @ForAll @IntRange(min = 1000, max = 2500) int quota,
      @ForAll @IntRange(min = 10, max = 60) int windowSeconds,
      @ForAll @IntRange(min = 1, max = 100) int latencyMillis) {
    long window = windowSeconds * SECOND;
    Random random = new Random(seed);
    Client client = new Client(64, latencyMillis * 1_000_000L, 5L * quota, 0, 0, 2 * window);
    Server server = client.run(new Server(quota, window, phase, rounding, dates, random), random);

    assertThat(server.refused).isZero();
    boolean told = dates == Dates.TRUE || dates == Dates.HOURS_OFF;
    if (told && client.canUse(2L * quota, window)) {
      assertThat(server.fullWindows())
          .isNotEmpty()
          .allSatisfy(used -> assertThat(used).isGreaterThanOrEqualTo(quota * 97L / 100));
    }
  }

  @Test
  void the_quota_is_learnt_and_not_assumed() {
    WindowBudget budget = new WindowBudget((used, of) -> {});
    assertThat(budget.ask(0)).isNull();
    budget.depart(0);
    assertThat(budget.ask(0)).as("a second request before the first answer").isNotNull();
  }

  @Test
  void headers_are_read_as_the_hub_writes_them() {
    RateHeaders rate =
        RateHeaders.parse("\"api\";r=499;t=293", "\"fixed window\";\"api\";q=500;w=300")
            .orElseThrow();
    assertThat(rate.bucket()).isEqualTo("api");
    assertThat(rate.remaining()).isEqualTo(499);
    assertThat(rate.quota()).isEqualTo(500);
    assertThat(rate.window()).isEqualTo(Duration.ofMinutes(5));
    assertThat(RateHeaders.parse(null, null)).isEmpty();
    assertThat(RateHeaders.parse("nonsense", "\"fixed window\";\"api\";q=x;w=y")).isEmpty();
  }
}
