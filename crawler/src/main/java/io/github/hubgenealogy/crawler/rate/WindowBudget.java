package io.github.hubgenealogy.crawler.rate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What one bucket of the server's still allows, told from its answers alone. It never waits and
 * never asks the time: {@link ServerRateLimiter} does.
 *
 * <p>Within a fixed window the server's count only falls, so the least {@code r} seen, less the
 * requests still on their way, is surely left. Answers of different windows are told apart by the
 * window's end ({@link WindowEdge}), and where that is too coarse by {@code r}: a newer window's is
 * higher than the least one known when the request left. A new window is entered by one request;
 * the others follow when its answer has confirmed the reset, so that a burst never meets a window
 * that is not there. A request whose answer never came may have been counted or not; it is held in
 * doubt until the count of a later one says.
 */
final class WindowBudget {
  /** Told when a window has ended that was watched from its beginning. */
  interface WindowListener {
    void ended(long used, long quota);
  }

  private static final long MOST_MARGIN = Duration.ofMillis(250).toNanos();
  private static final long LEAST_MARGIN = Duration.ofMillis(10).toNanos();

  /** After so long without its answer a scout is taken for stuck, and another goes. */
  private static final long LEAST_PATIENCE = Duration.ofMillis(500).toNanos();

  /**
   * So many before the end of the allowance requests go one at a time while some are in doubt, each
   * when the one before has told what became of those.
   */
  private static final int LAST = 4;

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
  private long lastScout;
  private final Deque<Long> doubtful = new ArrayDeque<>();
  private long notBefore;
  private boolean held;
  private long ownSince;
  private long firstRemaining;
  private long firstSeen;
  private long foreign;
  private long latency;
  private long charged;

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
      return inFlight == 0 ? null : afterScout(now);
    }
    long left = left(now);
    long margin = margin();
    if (left >= 1 && left <= LAST && !doubtful.isEmpty() && inFlight > 0) {
      long over = edge.latest() + margin - now;
      return over > 0 ? Long.valueOf(over) : null;
    }
    if (left > 1) {
      return null;
    }
    if (left == 1) {
      long probe = edge.earliest() + margin;
      boolean vague = edge.latest() - edge.earliest() > Math.max(window / 50, 2 * margin);
      return vague && probe > now ? Long.valueOf(probe - now) : null;
    }
    long over = edge.latest() + margin;
    if (over > now) {
      return over - now;
    }
    return scouts == 0 ? null : afterScout(now);
  }

  /**
   * Leave for one more where the last scout is stuck, so that one slow answer stops nobody else.
   */
  private Long afterScout(long now) {
    long wait = lastScout + Math.max(LEAST_PATIENCE, 4 * latency) - now;
    return wait > 0 ? Long.valueOf(wait) : null;
  }

  private long left(long now) {
    return floor - inFlight - doubtful.size() - reserve(now);
  }

  /** Sends one request for which {@link #ask} gave leave. */
  Permit depart(long now) {
    boolean scout = !unlimited && (!known || left(now) <= 0);
    inFlight++;
    ownSince++;
    if (scout) {
      scouts++;
      lastScout = now;
    }
    return new Permit(generation, floor, now, scout);
  }

  /**
   * Takes in an answer with the server's count.
   *
   * @param counted by when the server had counted the request: when the answer came, or earlier
   *     where its {@code Date} says so
   */
  void answered(Permit permit, long now, long counted, RateHeaders rate) {
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
    switch (place(permit, counted, rate)) {
      case LATER -> enter(permit, now, counted, rate);
      case SAME -> {
        if (permit.generation() == generation) {
          edge.seenLasting(permit.sent());
        }
        sameWindow(permit, counted, rate);
      }
      case EARLIER -> {}
      case UNTOLD -> doubtful.add(now);
    }
  }

  /** Told window length, or 0. */
  private long length() {
    return quota < 0 ? 0 : window;
  }

  private WindowEdge.Place place(Permit permit, long counted, RateHeaders rate) {
    if (!known) {
      return WindowEdge.Place.LATER;
    }
    if (WindowEdge.isBeyondTelling(permit.sent(), counted, length())) {
      return WindowEdge.Place.UNTOLD;
    }
    WindowEdge.Place byEnd = edge.place(permit.sent(), counted, rate.reset(), length());
    boolean higher = rate.remaining() > permit.floor();
    if (permit.generation() == generation) {
      boolean later =
          byEnd == WindowEdge.Place.LATER || higher || permit.sent() - edge.latest() >= margin();
      return later ? WindowEdge.Place.LATER : WindowEdge.Place.SAME;
    }
    return byEnd == WindowEdge.Place.UNTOLD && higher ? WindowEdge.Place.SAME : byEnd;
  }

  private void enter(Permit permit, long now, long counted, RateHeaders rate) {
    if (known) {
      if (counted - edge.latest() < window) {
        edge.seenEnded(counted);
      }
      if (generation > 1 && quota > 0) {
        listener.ended(Math.max(0, quota - floor), quota);
      }
    }
    // What the first window had lost before us is not ours.
    charged += known && quota > 0 ? Math.max(0, quota - rate.remaining()) : 1;
    known = true;
    generation++;
    floor = rate.remaining();
    edge.restart(permit.sent(), counted, rate.reset(), length());
    firstRemaining = floor;
    firstSeen = now;
    ownSince = inFlight;
    foreign = 0;
    clearDoubt(permit);
  }

  private void sameWindow(Permit permit, long counted, RateHeaders rate) {
    charged += Math.max(0, floor - rate.remaining());
    floor = Math.min(floor, rate.remaining());
    edge.narrow(permit.sent(), counted, rate.reset(), length());
    foreign = Math.max(foreign, firstRemaining - ownSince - rate.remaining());
    clearDoubt(permit);
  }

  /** A count taken of a request that left after others had ended in doubt holds theirs. */
  private void clearDoubt(Permit permit) {
    while (!doubtful.isEmpty() && permit.sent() - doubtful.element() >= 0) {
      doubtful.remove();
    }
  }

  /** Takes in an answer that says nothing of a limit. */
  void answeredWithoutRate(Permit permit, long now, boolean usable) {
    back(permit);
    if (known) {
      doubtful.add(now);
    } else if (usable) {
      unlimited = true;
    }
  }

  /** No answer came; the server may have counted the request or not. */
  void lost(Permit permit, long now) {
    back(permit);
    if (known) {
      doubtful.add(now);
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

  /** How many requests the server has counted since we ask, those of others among them. */
  long charged() {
    return charged;
  }

  int inFlight() {
    return inFlight;
  }

  long quota() {
    return quota;
  }

  /** Requests that may go at once, for whoever waits. */
  int free(long now) {
    if (unlimited) {
      return Waiting.ALL;
    }
    long left = known ? left(now) : 1 - inFlight;
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
