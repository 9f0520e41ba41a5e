package io.github.hubgenealogy.crawler;

import io.github.hubgenealogy.crawler.rate.StopReason;
import io.github.hubgenealogy.crawler.rate.Waiting;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ctrl-C and SIGTERM: the crawl is asked to end, finishes the page in hand, and the process leaves
 * with the exit code that says it can be resumed. A crawl that does not end in time is left as a
 * kill would leave it, which loses nothing that was committed.
 */
final class Interruption {
  private static final long PATIENCE_SECONDS = 30;

  private final AtomicReference<Waiting> crawl = new AtomicReference<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicInteger exitCode = new AtomicInteger();

  /** One that listens to the process's signals. */
  static Interruption ofProcess() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::stop, "interruption"));
    return interruption;
  }

  /** Names the crawl that a signal ends. */
  void watches(Waiting waiting) {
    crawl.set(waiting);
  }

  /** The command is over; gives the exit code back. */
  int ended(int code) {
    exitCode.set(code);
    ended.countDown();
    return code;
  }

  private void stop() {
    Waiting waiting = crawl.get();
    if (waiting == null || ended.getCount() == 0) {
      return;
    }
    waiting.stop(StopReason.INTERRUPTED);
    try {
      if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(exitCode.get());
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
