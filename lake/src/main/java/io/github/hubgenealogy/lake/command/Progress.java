package io.github.hubgenealogy.lake.command;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a command has come: a bar on a terminal, a log line every ten seconds elsewhere. Safe for
 * use by several threads.
 */
public final class Progress implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
  private static final long SILENCE_NANOS = Duration.ofSeconds(10).toNanos();

  private final String task;
  private final String unit;
  private final ProgressBar bar;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong lastLine = new AtomicLong(System.nanoTime());
  private final long start = System.nanoTime();
  private volatile long total;

  private Progress(String task, String unit, long total, boolean terminal) {
    this.task = task;
    this.unit = unit;
    this.total = total;
    this.bar =
        terminal
            ? new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(" " + unit, 1)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .showSpeed()
                .build()
            : null;
  }

  /**
   * Begins.
   *
   * @param total how many units there are, or −1 where that is unknown
   */
  public static Progress of(String task, String unit, long total) {
    return new Progress(task, unit, total, Boolean.getBoolean("hubgen.terminal"));
  }

  public void total(long units) {
    total = units;
    if (bar != null) {
      bar.maxHint(units);
    }
  }

  public void step(long units) {
    long now = done.addAndGet(units);
    if (bar != null) {
      bar.stepBy(units);
      return;
    }
    long last = lastLine.get();
    long time = System.nanoTime();
    if (time - last >= SILENCE_NANOS && lastLine.compareAndSet(last, time)) {
      double seconds = (time - start) / 1e9;
      LOG.info(
          "{}: {}{} {}, {} a second",
          task,
          now,
          total > 0 ? " of " + total : "",
          unit,
          Math.round(now / seconds));
    }
  }

  public long done() {
    return done.get();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
