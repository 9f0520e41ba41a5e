package io.github.hubgenealogy.jobs.bench;

import io.github.hubgenealogy.lake.command.Commands;
import io.github.hubgenealogy.lake.command.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The bench {@code hostile}: each card of {@link HostileCards} read by {@link HostileReading} in a
 * JVM of its own, whose whole heap is the memory that a card may cost. Exit code 4 where a card
 * misses its status or a target.
 */
@Command(
    name = "hostile",
    mixinStandardHelpOptions = true,
    description = "Measures what each hostile card costs: time, cold and warm, and memory.")
public final class HostileBench implements Callable<Integer> {
  private static final double MOST_MILLISECONDS = 500;
  private static final double MOST_MEBIBYTES = 64;

  @Spec private CommandSpec spec;

  @Option(names = "--only", paramLabel = "WORDS", description = "cards whose name holds this")
  private String only = "";

  public static void main(String[] arguments) {
    System.exit(
        Commands.run(
            new HostileBench(),
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "each in a JVM of its own with a heap of %.0f MiB; targets: %.0f ms of the reading thread's"
            + " processor time, cold too, and %.0f MiB%n",
        MOST_MEBIBYTES,
        MOST_MILLISECONDS,
        MOST_MEBIBYTES);
    out.println(
        "    bytes  cold ms (wall)  warm ms (wall)  allocated MiB  peak MiB  status            card");
    int cards = 0;
    int missed = 0;
    for (Map.Entry<String, HostileCards.Attack> each : HostileCards.all().entrySet()) {
      if (each.getKey().contains(only)) {
        cards++;
        missed += measure(each.getKey(), each.getValue(), out) ? 0 : 1;
      }
    }
    out.printf("%d cards, %d missed%n", cards, missed);
    return (missed == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE).number();
  }

  /** Reads one card in another JVM; tells whether it kept within the targets. */
  private static boolean measure(String name, HostileCards.Attack attack, PrintWriter out)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("hostile", ".md");
    try {
      byte[] card = attack.card().get();
      Files.write(file, card);
      String said = inOwnJvm(file);
      String[] figures = said.split(" ");
      if (figures.length != HostileReading.FIGURES) {
        out.printf(Locale.ROOT, "%9d  MISSED: %s: %s%n", card.length, name, said);
        return false;
      }
      double cold = Double.parseDouble(figures[0]);
      double warm = Double.parseDouble(figures[2]);
      double peak = Double.parseDouble(figures[5]);
      boolean kept =
          cold <= MOST_MILLISECONDS
              && warm <= MOST_MILLISECONDS
              && peak <= MOST_MEBIBYTES
              && figures[6].equals(attack.status().word());
      out.printf(
          Locale.ROOT,
          "%9d  %6s (%5s)  %6s (%5s)  %13s  %8s  %-16s  %s%s%n",
          card.length,
          figures[0],
          figures[1],
          figures[2],
          figures[3],
          figures[4],
          figures[5],
          figures[6],
          name,
          kept ? "" : "  MISSED");
      return kept;
    } finally {
      Files.delete(file);
    }
  }

  private static String inOwnJvm(Path card) throws IOException, InterruptedException {
    Process reading =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + (int) MOST_MEBIBYTES + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HostileReading.class.getName(),
                card.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(reading.getInputStream(), StandardCharsets.UTF_8))) {
      String first = lines.readLine();
      lines.transferTo(java.io.Writer.nullWriter());
      int exit = reading.waitFor();
      return exit == 0 ? String.valueOf(first) : "exit code " + exit + ", " + first;
    }
  }
}
