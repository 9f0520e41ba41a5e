package io.github.hubgenealogy.explorer.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The explorer's server in a process of its own, as a user has it. */
final class ServerProcess implements AutoCloseable {
  private static final String READY = "listening on ";

  private final Process process;
  private final URI address;
  private final double startSeconds;

  /**
   * Starts it and waits until it listens.
   *
   * @param heap its largest heap, as the JVM writes it
   * @param arguments of the command explore, but for the port
   */
  ServerProcess(String heap, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseParallelGC",
                "-Djava.awt.headless=true",
                "-Dhubgen.home=" + System.getProperty("hubgen.home", "."),
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.hubgenealogy.explorer.Explorer",
                "explore",
                "--port",
                "0"));
    command.addAll(arguments);
    long begun = System.nanoTime();
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    startSeconds = (System.nanoTime() - begun) / 1e9;
    if (line == null || !line.startsWith(READY)) {
      process.destroy();
      throw new IOException("the server did not start: " + line);
    }
    address = URI.create(line.substring(READY.length()));
  }

  URI address() {
    return address;
  }

  double startSeconds() {
    return startSeconds;
  }

  /** The most memory it had at once, in MiB, or −1 where the system does not say. */
  long residentMebibytes() throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.exists(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElse(-1);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
