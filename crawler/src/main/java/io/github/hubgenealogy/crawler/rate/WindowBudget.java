package io.github.hubgenealogy.crawler.rate;

import java.time.Duration;

/**
 * What one bucket of the server's still allows, told from its answers alone. It never waits and
 * never asks the time: {@link ServerRateLimiter} does.
 *
 * <p>Within a fixed window the server's count only falls, so the least {@code r} seen, less the
 * requests still on their way, is surely left. An answer belongs to a newer window if its {@code r}
 * is higher than the least one known when it was sent. A new window is entered by one request; the
 * others follow when its answer has confirmed the reset, so that a burst never meets a window that
 * is not there.
 */
final class WindowBudget {
  /** Told when a window has ended that was watched from its beginning. */
  interface WindowListener {
    void ended(long used, long quota);
  }

  private static final long MOST_MARGIN = Duration.ofMillis(250).toNanos();
  private static final long LEAST_MARGIN = Duration.ofMillis(10).toNanos();

  private final WindowListener listener;
  private final WindowEdge edge = new WindowEdge();
  private boolean known;
  private boolean unlimited;
  private int generation;
  private long floor = -1;
  private long quota = -1;
  private long window = Duration.ofMinutes(5).toNanos();
  private int inFlight;
  private int scouts;
  private long notBefore;
  private boolean held;
  private long ownSince;
  private long firstRemaining;
  private long firstSeen;
  private long foreign;
  private long latency;

  WindowBudget(WindowListener listener) {
    this.listener = listener;
  }

  /**
   * Asks leave for one request now.
   *
   * @return null if it may go, and it is then counted as on its way; else how many nanoseconds to
   *     wait at most before asking again
   */
  Long ask(long now) {
    if (held && notBefore - now > 0) {
      return notBefore - now;
    }
    held = false;
    if (unlimited) {
      return null;
    }
    if (!known) {
      return inFlight == 0 ? null : Waiting.UNTIL_SIGNALLED;
    }
    long left = floor - inFlight - reserve(now);
    if (left > 1) {
      return null;
    }
    long margin = margin();
    if (left == 1) {
      long probe = edge.earliest() + margin;
      boolean vague = edge.latest() - edge.earliest() > Math.max(window / 50, 2 * margin);
      return vague && probe > now ? Long.valueOf(probe - now) : null;
    }
    long over = edge.latest() + margin;
    if (over > now) {
      return over - now;
    }
    return scouts == 0 ? null : Waiting.UNTIL_SIGNALLED;
  }

  /** Sends one request for which {@link #ask} gave leave. */
  Permit depart(long now) {
    boolean scout = !unlimited && (!known || floor - inFlight <= 0);
    inFlight++;
    ownSince++;
    scouts += scout ? 1 : 0;
    return new Permit(generation, floor, now, scout);
  }

  /** Takes in an answer with the server's count. */
  void answered(Permit permit, long now, RateHeaders rate) {
    back(permit);
    latency =
        latency == 0
            ? now - permit.sent()
            : latency - (latency >> 3) + ((now - permit.sent()) >> 3);
    unlimited = false;
    if (rate.quota() >= 0) {
      quota = rate.quota();
      window = rate.window().toNanos();
    }
    if (!known) {
      known = true;
      enter(permit, now, rate);
    } else if (permit.generation() < generation) {
      if (rate.remaining() > permit.floor()) {
        sameWindow(permit, now, rate);
      } else {
        floor = Math.max(0, floor - 1);
      }
    } else if (rate.remaining() > permit.floor()
        || permit.sent() - edge.latest() >= margin()
        || edge.isBefore(permit.sent(), rate.reset())) {
      if (now - edge.latest() < window) {
        edge.seenEnded(now);
      }
      if (generation > 1 && quota > 0) {
        listener.ended(Math.max(0, quota - floor), quota);
      }
      enter(permit, now, rate);
    } else {
      edge.seenLasting(permit.sent());
      sameWindow(permit, now, rate);
    }
  }

  private void enter(Permit permit, long now, RateHeaders rate) {
    generation++;
    floor = rate.remaining();
    edge.restart(permit.sent(), now, rate.reset());
    firstRemaining = floor;
    firstSeen = now;
    ownSince = inFlight;
    foreign = 0;
  }

  private void sameWindow(Permit permit, long now, RateHeaders rate) {
    floor = Math.min(floor, rate.remaining());
    edge.narrow(permit.sent(), now, rate.reset());
    foreign = Math.max(foreign, firstRemaining - ownSince - rate.remaining());
  }

  /** Takes in an answer that says nothing of a limit. */
  void answeredWithoutRate(Permit permit, boolean usable) {
    back(permit);
    if (known) {
      floor = Math.max(0, floor - 1);
    } else if (usable) {
      unlimited = true;
    }
  }

  /** No answer came; the server may have counted the request or not. */
  void lost(Permit permit) {
    back(permit);
    if (known) {
      floor = Math.max(0, floor - 1);
    }
  }

  /** The request was charged elsewhere. */
  void returned(Permit permit) {
    back(permit);
  }

  /** Counts a request that left as another bucket's. */
  Permit adopt(long sent) {
    inFlight++;
    ownSince++;
    return new Permit(generation, floor, sent, false);
  }

  /** Keeps all requests back for a while: another limit than the announced one has spoken. */
  void holdUntil(long nanos) {
    if (!held || nanos - notBefore > 0) {
      notBefore = nanos;
      held = true;
    }
  }

  private void back(Permit permit) {
    inFlight--;
    scouts -= permit.scout() ? 1 : 0;
  }

  /** Requests that others than we have made in this window, as far as they show. */
  long foreign() {
    return foreign;
  }

  long quota() {
    return quota;
  }

  /** Requests that may go at once, for whoever waits. */
  int free(long now) {
    if (unlimited) {
      return Waiting.ALL;
    }
    long left = known ? floor - inFlight - reserve(now) : 1 - inFlight;
    return (int) Math.max(0, Math.min(left, Integer.MAX_VALUE - 1));
  }

  /** What others may take from the allowance while our own requests are on their way. */
  private long reserve(long now) {
    if (foreign <= 0) {
      return 0;
    }
    double seconds = Math.max(1e-3, (now - firstSeen) / 1e9);
    return 1 + (long) Math.ceil(foreign / seconds * 2 * latency / 1e9);
  }

  private long margin() {
    return Math.max(LEAST_MARGIN, Math.min(MOST_MARGIN, window / 100));
  }
}
