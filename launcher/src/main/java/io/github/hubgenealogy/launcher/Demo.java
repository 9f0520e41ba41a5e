package io.github.hubgenealogy.launcher;

import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.command.LakeOptions;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command demo: everything offline, on a simulated Hub whose truth is known and compared with. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Everything offline: simulated Hub, crawl, build, report, compared with what is true.",
      "The crawl keeps to a free plan's limits, their window scaled down, so that they bite."
    })
public final class Demo implements Callable<Integer> {
  private static final String LISTENING = "listening on ";

  @Spec private CommandSpec spec;
  @Mixin private LakeOptions lakeOptions;

  @Option(
      names = "--models",
      paramLabel = "N",
      defaultValue = "20000",
      description = "models of the simulated Hub (default: ${DEFAULT-VALUE})")
  private int models;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "its seed (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--window",
      paramLabel = "DURATION",
      defaultValue = "4s",
      description = "the rate limits' window, 5m on the real Hub (default: ${DEFAULT-VALUE})")
  private String window;

  private final Map<String, Double> seconds = new LinkedHashMap<>();

  @Override
  public Integer call() throws IOException {
    if (models < 1) {
      throw new Fault(
          ExitCode.USAGE,
          "a Hub has at least one model",
          "--models " + models,
          "Give a positive number.");
    }
    PrintWriter out = spec.commandLine().getOut();
    Lake lake = lakeOptions.writableLake();
    Snapshot snapshot = fresh(lake);
    Path truth = Files.createTempDirectory("hubgen-truth");
    try {
      crawl(snapshot, truth, out);
      run("build", Map.of("HUBGEN_HEAP", "1200m"), place(snapshot, List.of("build")), line -> {});
      run(
          "compare with the truth",
          Map.of("HUBGEN_HEAP", "1200m"),
          place(snapshot, List.of("check-truth", "--truth", truth.toString())),
          out::println);
    } finally {
      delete(truth);
    }
    out.println();
    new DemoSummary(snapshot).print(out);
    out.println();
    seconds.forEach(
        (step, took) -> out.println(String.format(Locale.ROOT, "%-24s %6.1f s", step, took)));
    out.println();
    out.println("report: " + snapshot.files().uri(snapshot.path("report/index.html")));
    return ExitCode.DONE.number();
  }

  /** A snapshot that is not there yet: demo, demo-2, … */
  private Snapshot fresh(Lake lake) throws IOException {
    if (lakeOptions.snapshotId() != null) {
      return lake.snapshot(lakeOptions.snapshotId());
    }
    for (int n = 1; ; n++) {
      String id = n == 1 ? "demo" : "demo-" + n;
      if (!lake.files().exists(id)) {
        return lake.snapshot(id);
      }
    }
  }

  private void crawl(Snapshot snapshot, Path truth, PrintWriter out) throws IOException {
    List<String> simulate =
        List.of(
            "simulate",
            "--models",
            Integer.toString(models),
            "--seed",
            Long.toString(seed),
            "--port",
            "0",
            "--plan",
            "free",
            "--window",
            window,
            "--truth",
            truth.toString());
    long start = System.nanoTime();
    try (Step simulator = Step.start(Map.of("HUBGEN_HEAP", "512m"), simulate)) {
      String address = address(simulator);
      seconds.put("simulate", (System.nanoTime() - start) / 1e9);
      out.println("a simulated Hub of " + models + " models listens on " + address);
      run(
          "crawl",
          Map.of(),
          place(snapshot, List.of("crawl", "all", "--endpoint", address)),
          out::println);
    }
  }

  private static String address(Step simulator) throws IOException {
    for (String line = simulator.line(); line != null; line = simulator.line()) {
      if (line.startsWith(LISTENING)) {
        return line.substring(LISTENING.length()).strip();
      }
    }
    throw new Fault(
        ExitCode.BUG,
        "the simulated Hub did not start",
        "hubgen simulate",
        "Its own message stands above.");
  }

  private List<String> place(Snapshot snapshot, List<String> command) {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of("--lake", lakeOptions.location(), "--snapshot", snapshot.id()));
    return whole;
  }

  private void run(
      String step,
      Map<String, String> environment,
      List<String> command,
      java.util.function.Consumer<String> lines)
      throws IOException {
    long start = System.nanoTime();
    try (Step process = Step.start(environment, command)) {
      process.finish(lines);
    }
    seconds.put(step, (System.nanoTime() - start) / 1e9);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(each);
      }
    }
  }
}
