package io.github.hubgenealogy.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One command of scripts/hubgen in a process of its own, on the packaged jars. */
final class Command {
  private static final Path HOME = Path.of(System.getProperty("hubgen.home"));

  private final Process process;
  private final Path out;
  private final Path err;

  private Command(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** How a command ended. */
  record Result(int exitCode, String out, String err) {
    /** What it said on standard error, without the JVM's own warning and log lines. */
    List<String> messages() {
      return err.lines().filter(line -> line.startsWith("hubgen:")).toList();
    }
  }

  static Command start(Path scratch, Map<String, String> environment, String... arguments)
      throws IOException {
    Path out = Files.createTempFile(scratch, "out", "");
    Path err = Files.createTempFile(scratch, "err", "");
    List<String> line = new ArrayList<>(List.of(HOME.resolve("scripts/hubgen").toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("HUBGEN_BUILT", "yes");
    builder.environment().remove("HF_TOKEN");
    builder.environment().putAll(environment);
    return new Command(builder.start(), out, err);
  }

  static Result run(Path scratch, String... arguments) throws IOException {
    return start(scratch, Map.of(), arguments).result();
  }

  /** Ends it as the kernel would, with no chance to tidy up. */
  void kill() {
    process.destroyForcibly();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  Process process() {
    return process;
  }

  Result result() throws IOException {
    try {
      int code = process.waitFor();
      return new Result(
          code,
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }
}
