package io.github.hubgenealogy.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One command of scripts/hubgen in a process of its own, on the packaged jars. */
final class Command {
  private static final Path HOME = Path.of(System.getProperty("hubgen.home"));

  private static final long LONGEST_MINUTES = 15;

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
    return startIn(HOME, scratch, environment, arguments);
  }

  /** Starts a command of an installation of its own. */
  static Command startIn(
      Path home, Path scratch, Map<String, String> environment, String... arguments)
      throws IOException {
    Path out = Files.createTempFile(scratch, "out", "");
    Path err = Files.createTempFile(scratch, "err", "");
    List<String> line = new ArrayList<>(List.of(home.resolve("scripts/hubgen").toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("HUBGEN_BUILT", "yes");
    builder.environment().remove("HF_TOKEN");
    builder.environment().putAll(environment);
    return new Command(builder.start(), out, err);
  }

  /**
   * An installation whose crawler has settings of its own; everything else is ours.
   *
   * @param settings the whole of conf/crawler.yaml
   */
  static Path installation(Path folder, String settings) throws IOException {
    Files.createDirectories(folder.resolve("scripts"));
    Files.createDirectories(folder.resolve("conf"));
    Files.copy(
        HOME.resolve("scripts/hubgen"),
        folder.resolve("scripts/hubgen"),
        StandardCopyOption.COPY_ATTRIBUTES);
    Files.copy(HOME.resolve("conf/log4j2.xml"), folder.resolve("conf/log4j2.xml"));
    Files.writeString(folder.resolve("conf/crawler.yaml"), settings);
    Files.createSymbolicLink(folder.resolve("crawler"), HOME.resolve("crawler"));
    return folder;
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
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("a command hangs: " + process.info().commandLine().orElse(""));
      }
      int code = process.exitValue();
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
