package io.github.hubgenealogy.crawler.rate;

import io.github.hubgenealogy.crawler.Tally;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Resilience4j rate limiter whose windows are the server's own. Resilience4j's counts windows
 * from its own creation and refills them by a configured limit; here the server's headers say both.
 */
public final class ServerRateLimiter implements RateLimiter {
  private static final Logger LOG = LoggerFactory.getLogger(ServerRateLimiter.class);

  private static final int FEW = 4;
  private static final int REFUSED_SHARE = 4;
  private static final int REMEMBERED = 100;

  private final String name;
  private final Waiting waiting;
  private final Tally tally;
  private final WindowBudget budget;
  private final Condition changed;
  private final LimiterEvents events = new LimiterEvents();
  private final Deque<Permit> granted = new ArrayDeque<>();
  private long foreignSaid;
  private int answers;
  private int refusals;
  private long blockedSince;

  public ServerRateLimiter(String name, Waiting waiting, Tally tally) {
    this.name = name;
    this.waiting = waiting;
    this.tally = tally;
    this.changed = waiting.condition();
    this.budget =
        new WindowBudget(
            (used, quota) -> {
              tally.count(fact("windows"));
              tally.add(fact("used"), used);
              tally.add(fact("quota"), quota);
            });
  }

  private String fact(String word) {
    return BudgetReport.PREFIX + name + "." + word;
  }

  /** Waits for leave and takes it; {@link #depart} must follow for each. */
  @Override
  public boolean acquirePermission(int permits) {
    for (int i = 0; i < permits; i++) {
      boolean[] granted = new boolean[1];
      try {
        waiting.until(Waiting.Reason.RATE_LIMIT, changed, () -> ask(granted));
      } finally {
        events.said(name, granted[0]);
      }
    }
    return true;
  }

  private long ask(boolean[] granted) {
    long now = waiting.time().nanos();
    Long wait = budget.ask(now);
    if (wait != null) {
      blockedSince = blockedSince == 0 ? now : blockedSince;
      return Math.max(1, wait);
    }
    if (blockedSince != 0) {
      tally.add(fact("waited.micros"), (now - blockedSince) / 1000);
      blockedSince = 0;
    }
    this.granted.add(budget.depart(now));
    granted[0] = true;
    tally.count(fact("requests"));
    tally.most(fact("in_flight" + Tally.MOST), budget.inFlight());
    return 0;
  }

  /**
   * Takes leave if it can be had at once; {@link #depart} must follow then.
   *
   * @return 0, or −1 where one would have to wait: how long depends on answers still to come
   */
  @Override
  public long reservePermission(int permits) {
    boolean[] granted = new boolean[1];
    waiting.update(
        changed,
        () -> {
          if (permits == 1) {
            ask(granted);
          }
          return 0;
        });
    return granted[0] ? 0 : -1;
  }

  /** The request for which leave was taken is sent now. */
  public Permit depart() {
    Permit[] permit = new Permit[1];
    waiting.update(
        changed,
        () -> {
          permit[0] = granted.remove().sentAt(waiting.time().nanos());
          return 0;
        });
    return permit[0];
  }

  /**
   * The server charged another bucket than this one for a request.
   *
   * @param charged the limiter of that bucket
   * @param counted by when it was charged
   */
  public void misdirected(
      Permit permit, ServerRateLimiter charged, long counted, RateHeaders rate) {
    waiting.update(
        changed,
        () -> {
          budget.returned(permit);
          return Waiting.ALL;
        });
    waiting.update(
        charged.changed,
        () -> {
          tally.add(fact("requests"), -1);
          tally.count(charged.fact("requests"));
          charged.heard(charged.budget.adopt(permit.sent()), waiting.time().nanos(), counted, rate);
          return Waiting.ALL;
        });
  }

  private void heard(Permit permit, long now, long counted, RateHeaders rate) {
    answers++;
    long before = budget.charged();
    budget.answered(permit, now, counted, rate);
    tally.add(fact("charged"), budget.charged() - before);
    tally.add(fact("latency.micros"), (now - permit.sent()) / 1000);
    if (rate.quota() >= 0) {
      tally.most(fact("plan_quota" + Tally.MOST), rate.quota());
      tally.most(fact("plan_window_seconds" + Tally.MOST), rate.window().toSeconds());
    }
  }

  /**
   * The server's count came with an answer.
   *
   * @param counted by when the server had counted: {@link ServerClock#heard}
   */
  public void answered(Permit permit, long counted, RateHeaders rate) {
    waiting.update(
        changed,
        () -> {
          long now = waiting.time().nanos();
          heard(permit, now, counted, rate);
          if (budget.foreign() > foreignSaid) {
            tally.add(fact("foreign"), budget.foreign() - foreignSaid);
            if (foreignSaid == 0) {
              LOG.info("someone else uses the same {} allowance; leaving room", name);
            }
          }
          foreignSaid = Math.max(budget.foreign(), 0);
          return permit.scout() ? Waiting.ALL : budget.free(now);
        });
  }

  /**
   * An answer came that says nothing of a limit.
   *
   * @param usable whether it came from the server proper, and not from what stands before it
   */
  public void answeredWithoutRate(Permit permit, boolean usable) {
    waiting.update(
        changed,
        () -> {
          long now = waiting.time().nanos();
          answers++;
          tally.add(fact("latency.micros"), (now - permit.sent()) / 1000);
          budget.answeredWithoutRate(permit, now, usable);
          return permit.scout() ? Waiting.ALL : budget.free(now);
        });
  }

  /** No answer came. */
  public void lost(Permit permit) {
    waiting.update(
        changed,
        () -> {
          long now = waiting.time().nanos();
          budget.lost(permit, now);
          return permit.scout() ? Waiting.ALL : budget.free(now);
        });
  }

  /**
   * A 429 came that the count does not explain. One alone is the affair of its own request; where
   * they are a quarter of the latest answers, a limit that is not announced has been met, and all
   * requests of this bucket rest.
   */
  public void refused(Duration pause) {
    waiting.update(
        changed,
        () -> {
          refusals++;
          if (refusals >= FEW && REFUSED_SHARE * refusals >= answers) {
            budget.holdUntil(waiting.time().nanos() + pause.toNanos());
          }
          if (answers > REMEMBERED) {
            answers /= 2;
            refusals /= 2;
          }
          return 0;
        });
  }

  /** Keeps all requests of this bucket back for a while. */
  public void hold(Duration duration) {
    waiting.update(
        changed,
        () -> {
          budget.holdUntil(waiting.time().nanos() + duration.toNanos());
          return 0;
        });
  }

  @Override
  public void drainPermissions() {
    hold(Duration.ofSeconds(1));
  }

  @Override
  public void changeTimeoutDuration(Duration timeout) {
    throw new UnsupportedOperationException("a crawl waits as long as the server asks");
  }

  @Override
  public void changeLimitForPeriod(int limit) {
    throw new UnsupportedOperationException("the server sets the limit");
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public RateLimiterConfig getRateLimiterConfig() {
    return RateLimiterConfig.custom()
        .limitForPeriod((int) Math.max(1, Math.min(budget.quota(), Integer.MAX_VALUE)))
        .build();
  }

  @Override
  public Map<String, String> getTags() {
    return Map.of();
  }

  @Override
  public Metrics getMetrics() {
    return new Metrics() {
      @Override
      public int getNumberOfWaitingThreads() {
        return waiting.waiters(changed);
      }

      @Override
      public int getAvailablePermissions() {
        return budget.free(waiting.time().nanos());
      }
    };
  }

  @Override
  public EventPublisher getEventPublisher() {
    return events;
  }
}
