package io.github.hubgenealogy.launcher;

import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One command in a process of its own, started through scripts/hubgen as a person would; what it
 * logs is passed on.
 */
final class Step implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 35;

  private final String name;
  private final Process process;
  private final BufferedReader output;
  private final Thread reaper;
  private final Runnable interrupted;
  private Thread errors;

  private Step(String name, Process process, Runnable interrupted) {
    this.name = name;
    this.process = process;
    this.interrupted = interrupted;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.reaper = new Thread(this::end);
    Runtime.getRuntime().addShutdownHook(reaper);
  }

  /** Starts a command; {@code environment} is added to ours, and so is its standard error. */
  static Step start(Map<String, String> environment, List<String> arguments) throws IOException {
    return new Step(
        arguments.get(0),
        builder(environment, arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start(),
        () -> {});
  }

  /**
   * Starts a command whose standard error is read line by line.
   *
   * @param interrupted what is done when a signal ended both, before this process is gone
   */
  static Step start(List<String> arguments, Consumer<String> errorLines, Runnable interrupted)
      throws IOException {
    Step step = new Step(arguments.get(0), builder(Map.of(), arguments).start(), interrupted);
    step.errors = new Thread(() -> pass(step.process.getErrorStream(), errorLines), "errors");
    step.errors.setDaemon(true);
    step.errors.start();
    return step;
  }

  private static void pass(InputStream from, Consumer<String> lines) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines);
    } catch (IOException | UncheckedIOException closed) {
      // The step is gone, and with it what it might have said.
    }
  }

  private static ProcessBuilder builder(Map<String, String> environment, List<String> arguments) {
    String home = System.getProperty("hubgen.home");
    if (home == null) {
      throw new IllegalStateException("hubgen.home is not set: start me through scripts/hubgen");
    }
    List<String> line = new ArrayList<>(List.of(Path.of(home, "scripts", "hubgen").toString()));
    line.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("HUBGEN_BUILT", "yes");
    builder.environment().putAll(environment);
    return builder;
  }

  /** The next line of its standard output, or null at the end. */
  String line() throws IOException {
    return output.readLine();
  }

  /**
   * Waits for the end and hands on each line; a command that fails ends ours with its exit code.
   */
  void finish(Consumer<String> lines) throws IOException {
    for (String line = line(); line != null; line = line()) {
      lines.accept(line);
    }
    int code = exitCode();
    if (code != 0) {
      ExitCode kind = ExitCode.BUG;
      for (ExitCode each : ExitCode.values()) {
        kind = each.number() == code ? each : kind;
      }
      throw new Fault(
          kind,
          "step " + name + " ended with exit code " + code,
          "hubgen " + name,
          "Its own message stands above.");
    }
  }

  /**
   * We are asked to end, and so is the step. One that can be gone on with says so by its exit code,
   * which is then ours too.
   */
  private void end() {
    process.destroy();
    try {
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
          && process.exitValue() == ExitCode.INCOMPLETE.number()) {
        interrupted.run();
        Runtime.getRuntime().halt(process.exitValue());
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private int exitCode() throws IOException {
    try {
      int code = process.waitFor();
      if (errors != null) {
        errors.join();
      }
      return code;
    } catch (InterruptedException interrupted) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + name, interrupted);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    exitCode();
    Runtime.getRuntime().removeShutdownHook(reaper);
  }
}
