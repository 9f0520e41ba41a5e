package io.github.hubgenealogy.lake.command;

import java.util.concurrent.CountDownLatch;

/**
 * Waits until serving shall end: the process is asked to (SIGTERM, Ctrl-C) or the thread is
 * interrupted. A process that is asked ends with 0 once the server is closed.
 */
public final class Ending implements AutoCloseable {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::askAndWait, "ending");

  public Ending() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void askAndWait() {
    asked.countDown();
    try {
      closed.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  public void await() {
    try {
      asked.await();
    } catch (InterruptedException stopped) {
      // A test, or whoever called us in their own process, has had enough.
      Thread.interrupted();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException goingDown) {
      closed.countDown();
    }
  }
}
