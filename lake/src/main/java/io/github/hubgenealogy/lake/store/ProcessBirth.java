package io.github.hubgenealogy.lake.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What tells a process from a later one that was given its number. On Linux that is its start in
 * ticks of the kernel's clock since boot, with that boot's id: its start by the wall clock is
 * reckoned from the time of boot, which moves whenever the clock is set. Elsewhere the system keeps
 * the start as an instant, and that is taken.
 */
final class ProcessBirth {
  /** Of proc(5): field 22 of stat, counted from the third, which follows the name. */
  private static final int START_TIME = 22 - 3;

  private ProcessBirth() {}

  /** Of a process of this machine. */
  static String of(ProcessHandle process) {
    return of(Path.of("/proc"), process);
  }

  static String of(Path proc, ProcessHandle process) {
    try {
      String stat = Files.readString(proc.resolve(process.pid() + "/stat"));
      // The name is in parentheses and may hold anything.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
      String boot = Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip();
      return fields.length > START_TIME
          ? fields[START_TIME] + " ticks after boot " + boot
          : instant(process);
    } catch (IOException without) {
      return instant(process);
    }
  }

  private static String instant(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }
}
