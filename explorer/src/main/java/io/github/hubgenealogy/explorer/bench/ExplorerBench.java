package io.github.hubgenealogy.explorer.bench;

import io.github.hubgenealogy.explorer.exposure.Answer;
import io.github.hubgenealogy.explorer.exposure.Exposures;
import io.github.hubgenealogy.explorer.exposure.Shelf;
import io.github.hubgenealogy.explorer.filing.Dossier;
import io.github.hubgenealogy.explorer.filing.JsonRecord;
import io.github.hubgenealogy.explorer.genealogy.Filter;
import io.github.hubgenealogy.explorer.store.Explorations;
import io.github.hubgenealogy.explorer.store.IndexFiles;
import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import io.github.hubgenealogy.lake.command.Commands;
import io.github.hubgenealogy.lake.command.LakeOptions;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times what a person waits for, on random models and on the largest, one after another, after a
 * round that warms up and counts nowhere. The processor's time is the calling thread's: DuckDB's
 * own threads are not in it.
 */
@Command(name = "explorer-bench", mixinStandardHelpOptions = true)
public final class ExplorerBench implements Callable<Integer> {
  private static final int GENERATIONS = 3;
  private static final int SHOWN = 50;
  private static final int HITS = 20;
  private static final int LARGEST = 50;

  @Spec private CommandSpec spec;
  @Mixin private LakeOptions lake;

  @Option(names = "--rounds", defaultValue = "2000", description = "calls of each kind")
  private int rounds;

  private final Random random = new Random(1);
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(Commands.run(new ExplorerBench(), out, err, arguments));
  }

  @Override
  public Integer call() throws IOException {
    Snapshot snapshot = lake.lake().forReading(lake.snapshotId());
    long begun = System.nanoTime();
    Path index = IndexFiles.of(snapshot);
    say("index found or made %.1f s, %,d MB", seconds(begun), Files.size(index) >> 20);
    begun = System.nanoTime();
    try (StoredGenealogy genealogy = Explorations.open(snapshot)) {
      double opened = seconds(begun);
      genealogy.warm();
      say(
          "start               %.2f s, with search %.2f s, %,d models, %,d edges",
          opened, seconds(begun), genealogy.snapshot().models(), genealogy.snapshot().edges());
      int[] largest = largest(genealogy);
      time("sheet", () -> some(genealogy, largest), genealogy::sheet);
      time(
          "lineage ±3",
          () -> some(genealogy, largest),
          id -> genealogy.family(id, Filter.declared(), GENERATIONS, GENERATIONS, SHOWN));
      time("search", () -> part(some(genealogy, largest)), text -> genealogy.search(text, HITS));
      time("search, no hit", () -> scrambled(), text -> genealogy.search(text, HITS));
      time(
          "name resolved",
          () -> some(genealogy, largest).toUpperCase(Locale.ROOT),
          genealogy::resolve);
      for (int round = 0; round < 3; round++) {
        exposure(genealogy, genealogy.graph().vertices().ids().text(largest[0]));
      }
    }
    say("resident at most    %s", Files.exists(STATUS) ? resident() : "not known");
    return 0;
  }

  private static final Path STATUS = Path.of("/proc/self/status");

  private static String resident() throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .map(line -> line.replaceAll("\\s+", " "))
        .findFirst()
        .orElse("not known");
  }

  private void exposure(StoredGenealogy genealogy, String id) throws IOException {
    long begun = System.nanoTime();
    long used = threads.getCurrentThreadCpuTime();
    Answer answer = new Exposures(Shelf.of(List.of(genealogy))).answer(List.of(id));
    double answered = seconds(begun);
    JsonRecord.write(new Dossier(answer, "bench", Instant.EPOCH), Writer.nullWriter());
    say(
        "exposure of the largest: %,d rows, answer %.2f s, last row %.2f s, of processor %.2f s",
        answer.descendants().size(),
        answered,
        seconds(begun),
        (threads.getCurrentThreadCpuTime() - used) / 1e9);
  }

  /** Every tenth a model with many descendants. */
  private String some(StoredGenealogy genealogy, int[] largest) {
    int v =
        random.nextInt(10) == 0
            ? largest[random.nextInt(largest.length)]
            : random.nextInt(genealogy.graph().vertices().size());
    return genealogy.graph().vertices().ids().text(v);
  }

  private static int[] largest(StoredGenealogy genealogy) {
    int[] descendants = genealogy.graph().vertices().descendants();
    long[] keys = new long[descendants.length];
    Arrays.setAll(keys, v -> (long) -descendants[v] << 32 | v);
    Arrays.sort(keys);
    return Arrays.stream(keys, 0, Math.min(LARGEST, keys.length)).mapToInt(k -> (int) k).toArray();
  }

  /** What somebody has typed so far. */
  private String part(String id) {
    int from = random.nextInt(Math.max(1, id.length() - 2));
    return id.substring(from, Math.min(id.length(), from + 2 + random.nextInt(10)));
  }

  private String scrambled() {
    return Integer.toString(random.nextInt(Integer.MAX_VALUE), Character.MAX_RADIX);
  }

  /** Gives what is asked next. */
  @FunctionalInterface
  private interface Next {
    String next();
  }

  private void time(String what, Next next, Consumer<String> ask) {
    double[] millis = new double[rounds];
    double[] cpu = new double[rounds];
    for (int warm = 0; warm < 2; warm++) {
      for (int i = 0; i < rounds; i++) {
        String asked = next.next();
        long begun = System.nanoTime();
        long used = threads.getCurrentThreadCpuTime();
        ask.accept(asked);
        millis[i] = (System.nanoTime() - begun) / 1e6;
        cpu[i] = (threads.getCurrentThreadCpuTime() - used) / 1e6;
      }
    }
    Arrays.sort(millis);
    Arrays.sort(cpu);
    say(
        "%-19s p50 %.2f ms, p99 %.2f ms, most %.2f ms; of processor p50 %.2f, p99 %.2f",
        what,
        millis[rounds / 2],
        millis[(int) (rounds * 0.99)],
        millis[rounds - 1],
        cpu[rounds / 2],
        cpu[(int) (rounds * 0.99)]);
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private void say(String pattern, Object... values) {
    spec.commandLine().getOut().println(String.format(Locale.ROOT, pattern, values));
  }
}
