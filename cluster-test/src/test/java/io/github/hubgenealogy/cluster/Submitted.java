package io.github.hubgenealogy.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A script of this project in a process of its own, what it says read line by line. */
final class Submitted {
  private static final Path HOME = Path.of(System.getProperty("hubgen.home"));

  /** How it ended, and all that it said. */
  record Result(int exitCode, List<String> lines) {
    String said() {
      return String.join("\n", lines);
    }
  }

  private Submitted() {}

  /** Runs a script to its end. */
  static Result run(Map<String, String> environment, String script, List<String> arguments)
      throws IOException {
    return run(environment, script, arguments, line -> {});
  }

  /** The same with a listener to each line. */
  static Result run(
      Map<String, String> environment,
      String script,
      List<String> arguments,
      Consumer<String> listener)
      throws IOException {
    Process process = start(environment, script, arguments);
    List<String> lines = new ArrayList<>();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        lines.add(line);
        listener.accept(line);
      }
    }
    try {
      return new Result(process.waitFor(), lines);
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  private static Process start(
      Map<String, String> environment, String script, List<String> arguments) throws IOException {
    List<String> line =
        new ArrayList<>(List.of(HOME.resolve("scripts").resolve(script).toString()));
    line.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("HUBGEN_BUILT", "yes");
    builder.environment().put("HUBGEN_HEAP", "1200m");
    builder.environment().putAll(environment);
    return builder.start();
  }
}
