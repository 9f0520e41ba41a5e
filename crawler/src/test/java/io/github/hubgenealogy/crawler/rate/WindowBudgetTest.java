package io.github.hubgenealogy.crawler.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class WindowBudgetTest {
  private static final long SECOND = 1_000_000_000L;

  /**
   * A server with fixed windows that begin with the first request in them, as the Hub documents
   * them.
   */
  private static final class Server {
    private final long quota;
    private final long window;
    private final List<Long> usedByWindow = new ArrayList<>();
    private long start = Long.MIN_VALUE;
    private long used;
    private int refused;

    Server(long quota, long window) {
      this.quota = quota;
      this.window = window;
    }

    RateHeaders answer(long now) {
      if (start == Long.MIN_VALUE || now - start >= window) {
        if (start != Long.MIN_VALUE) {
          usedByWindow.add(used);
        }
        start = now;
        used = 0;
      }
      if (used == quota) {
        refused++;
      } else {
        used++;
      }
      long reset = (start + window - now + SECOND - 1) / SECOND;
      return new RateHeaders("resolvers", quota - used, reset, quota, Duration.ofNanos(window));
    }
  }

  /** A request on its way: to the server, or its answer back. */
  private record Flight(long at, boolean arriving, Permit permit, RateHeaders answer) {}

  /** Runs a client that always has something to ask against a server, by a clock of its own. */
  private static Server run(
      long seed, long quota, long window, int concurrency, long latency, long requests) {
    Random random = new Random(seed);
    Server server = new Server(quota, window);
    WindowBudget budget = new WindowBudget((used, of) -> {});
    PriorityQueue<Flight> flights = new PriorityQueue<>(Comparator.comparingLong(Flight::at));
    long now = random.nextInt(1_000_000);
    long sent = 0;
    int inFlight = 0;
    while (sent < requests || !flights.isEmpty()) {
      Long wait =
          sent < requests && inFlight < concurrency
              ? budget.ask(now)
              : Long.valueOf(Long.MAX_VALUE);
      if (wait == null) {
        Permit permit = budget.depart(now).sentAt(now);
        flights.add(new Flight(now + latency / 4 + random.nextLong(latency), true, permit, null));
        sent++;
        inFlight++;
        continue;
      }
      Flight next = flights.peek();
      long wake = wait == Long.MAX_VALUE ? Long.MAX_VALUE : now + Math.max(1, wait);
      if (next == null || wake < next.at()) {
        now = wake;
        continue;
      }
      flights.remove();
      now = Math.max(now, next.at());
      if (next.arriving()) {
        flights.add(
            new Flight(
                now + latency / 4 + random.nextLong(latency),
                false,
                next.permit(),
                server.answer(now)));
      } else {
        inFlight--;
        budget.answered(next.permit(), now, next.answer());
      }
    }
    return server;
  }

  @Property(tries = 300)
  void an_honest_server_never_refuses_and_its_allowance_is_used(
      @ForAll long seed,
      @ForAll @IntRange(min = 20, max = 3000) int quota,
      @ForAll @IntRange(min = 3, max = 300) int windowSeconds,
      @ForAll @IntRange(min = 1, max = 64) int concurrency,
      @ForAll @IntRange(min = 1, max = 400) int latencyMillis) {
    long window = windowSeconds * SECOND;
    long latency = latencyMillis * 1_000_000L;
    Server server = run(seed, quota, window, concurrency, latency, 4L * quota);

    assertThat(server.refused).isZero();
    // Only where so many at a time can use the allowance up before the window ends.
    boolean plenty = 2.0 * quota * 1.5 * latency / concurrency < window;
    if (plenty) {
      assertThat(server.usedByWindow)
          .isNotEmpty()
          .allSatisfy(used -> assertThat(used).isGreaterThanOrEqualTo(quota * 99L / 100));
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
