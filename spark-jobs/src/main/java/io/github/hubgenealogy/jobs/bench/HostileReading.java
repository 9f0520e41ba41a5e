package io.github.hubgenealogy.jobs.bench;

import com.sun.management.ThreadMXBean;
import io.github.hubgenealogy.jobs.cards.CardReader;
import io.github.hubgenealogy.jobs.cards.ParseStatus;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads one card, first in a JVM that has read two ordinary ones and so has all classes but hardly
 * a compiled method, then again and again, and prints {@value #FIGURES} words: milliseconds cold by
 * the thread's processor and by the clock, the medians of the same warm, mebibytes allocated by the
 * first reading, the most of the heap in use during it beyond what was before, garbage included,
 * and the status.
 */
final class HostileReading {
  static final int FIGURES = 7;
  private static final int ROUNDS = 31;

  /**
   * One card for each of the two readers of YAML, so that no hostile one pays for their loading.
   */
  private static final List<String> ORDINARY =
      List.of(
          "---\nlicense: mit\n---\nA fine-tuned version of [a/b-1](https://huggingface.co/a/b-1).",
          "---\nlicense: &a mit\ntags: {b: *a}\n---\n");

  private static final long LONGEST_NANOSECONDS = 3_000_000_000L;

  private HostileReading() {}

  public static void main(String[] arguments) throws IOException {
    byte[] card = Files.readAllBytes(Path.of(arguments[0]));
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    CardReader reader = new CardReader(JobsSettings.defaults().cards());
    for (String ordinary : ORDINARY) {
      reader.readme(ordinary.getBytes(StandardCharsets.UTF_8), false);
    }
    System.gc();
    long before = heap(false);
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    long allocated = thread.getCurrentThreadAllocatedBytes();
    long processor = thread.getCurrentThreadCpuTime();
    long clock = System.nanoTime();
    ParseStatus status = reader.readme(card, false).status();
    long coldClock = System.nanoTime() - clock;
    long coldProcessor = thread.getCurrentThreadCpuTime() - processor;
    allocated = thread.getCurrentThreadAllocatedBytes() - allocated;
    long peak = heap(true) - before;

    long[] processors = new long[ROUNDS];
    long[] clocks = new long[ROUNDS];
    int rounds = 0;
    while (rounds < ROUNDS && (rounds == 0 || System.nanoTime() - clock < LONGEST_NANOSECONDS)) {
      long processorThen = thread.getCurrentThreadCpuTime();
      long then = System.nanoTime();
      reader.readme(card, false);
      clocks[rounds] = System.nanoTime() - then;
      processors[rounds++] = thread.getCurrentThreadCpuTime() - processorThen;
    }
    System.out.printf(
        Locale.ROOT,
        "%.1f %.0f %.1f %.0f %.1f %.1f %s%n",
        coldProcessor / 1e6,
        coldClock / 1e6,
        median(processors, rounds) / 1e6,
        median(clocks, rounds) / 1e6,
        allocated / 1048576.0,
        peak / 1048576.0,
        status.word());
  }

  private static long median(long[] times, int rounds) {
    long[] sorted = Arrays.copyOf(times, rounds);
    Arrays.sort(sorted);
    return sorted[rounds / 2];
  }

  /** Bytes of the heap in use: now, or at their peak since the last reset, pool by pool. */
  private static long heap(boolean peak) {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> (peak ? pool.getPeakUsage() : pool.getUsage()).getUsed())
        .sum();
  }
}
