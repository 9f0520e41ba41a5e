package io.github.hubgenealogy.explorer.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done ahead, beside what is asked meanwhile. */
final class Beside {
  private static final Logger LOG = LoggerFactory.getLogger(Beside.class);

  private final Thread thread;

  /**
   * Starts it.
   *
   * @param name what it makes ready; where it fails, a warning says so, and whoever needs the thing
   *     tries again
   */
  Beside(String name, Runnable work) {
    thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler(
        (failing, failed) -> LOG.warn("{} not ready: {}", name, failed.toString()));
    thread.start();
  }

  /** Waits until it has ended. */
  void await() {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
