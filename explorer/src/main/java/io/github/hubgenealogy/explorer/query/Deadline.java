package io.github.hubgenealogy.explorer.query;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends a statement that runs for longer than it may. */
final class Deadline implements AutoCloseable {
  private final ScheduledExecutorService clock;
  private volatile boolean passed;

  /**
   * Begins to count.
   *
   * @param time null for a statement that may take as long as it takes
   */
  Deadline(Statement statement, Duration time) {
    clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "query-deadline");
              thread.setDaemon(true);
              return thread;
            });
    if (time != null) {
      var unused = clock.schedule(() -> end(statement), time.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void end(Statement statement) {
    passed = true;
    try {
      statement.cancel();
    } catch (SQLException over) {
      // It has ended by itself in the same moment.
      passed = true;
    }
  }

  boolean passed() {
    return passed;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
