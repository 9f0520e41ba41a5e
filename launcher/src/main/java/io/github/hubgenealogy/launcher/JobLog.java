package io.github.hubgenealogy.launcher;

import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.command.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The log file of a job that nobody watches: every line with its time (UTC), and a last line that
 * says how it ended and what is to be done. Safe for use by several threads.
 */
final class JobLog implements AutoCloseable {
  private final PrintWriter file;
  private boolean ended;

  private JobLog(PrintWriter file) {
    this.file = file;
  }

  /** Appends to a file; to none where it is null. */
  static JobLog to(Path file) {
    if (file == null) {
      return new JobLog(null);
    }
    try {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      return new JobLog(
          new PrintWriter(
              Files.newBufferedWriter(
                  file,
                  StandardCharsets.UTF_8,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.APPEND),
              true));
    } catch (IOException refused) {
      throw Fault.badInput(
          "the log cannot be written (" + refused.getClass().getSimpleName() + ")",
          file.toString(),
          "Name another file with --log.");
    }
  }

  /** Writes a line, and shows it on standard error as well. */
  void shown(String line) {
    System.err.println(line);
    line(line);
  }

  /** Writes a line. */
  synchronized void line(String line) {
    if (file != null && !ended) {
      file.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + Printable.line(line));
      if (file.checkError()) {
        throw new UncheckedIOException(new IOException("the log can no longer be written"));
      }
    }
  }

  /** Writes the last line; what comes after it is left out. */
  synchronized void end(int exitCode, String what, String toDo) {
    line("end: exit code " + exitCode + ": " + what + ". To do: " + toDo);
    ended = true;
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
