package io.github.hubgenealogy.launcher;

import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.command.LakeOptions;
import io.github.hubgenealogy.lake.metrics.Metric;
import io.github.hubgenealogy.lake.metrics.Metrics;
import io.github.hubgenealogy.lake.store.FolderLock;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Command snapshot: the real thing, crawl and build. The lists and what became of absent parents
 * always; of the cards, as many as the time given allows, the most downloaded first. Where there is
 * none the build takes the list's own cardData.
 */
@Command(
    name = "snapshot",
    mixinStandardHelpOptions = true,
    description = {
      "Crawls the Hub and builds the snapshot. Interrupted, it resumes where it was when it is run again.",
      "Without --for it fetches every card that no earlier snapshot has: with a free token (HF_TOKEN)",
      "the lists take about 15 minutes, all cards more than a day. hubgen crawl --estimate reckons it.",
      "With --for it lists always, fetches cards until the time is up, and builds: where no card was",
      "fetched, the list's cardData is used. --for 0s fetches none."
    })
public final class SnapshotCommand implements Callable<Integer> {
  /** What is crawled whatever the time, in this order. */
  private static final List<String> ALWAYS = List.of("models", "datasets", "redirects");

  /** The folder of the lake in which one job at a time holds a lock. */
  static final String LOCKS = ".locks";

  @Spec private CommandSpec spec;
  @Mixin private LakeOptions lakeOptions;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "the Hub to crawl (default: https://huggingface.co)")
  private String endpoint;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description = "stop fetching cards so long after the start, as 30m or 6h, and build")
  private Duration duration;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "append everything that is said to this file; its last line says what to do")
  private Path logFile;

  @Option(
      names = "--metrics",
      paramLabel = "DIR",
      description = "write figures for a monitor there, see docs/operation.md")
  private Path metricsFolder;

  @Option(
      names = "--need",
      paramLabel = "SIZE",
      description =
          "what the snapshot needs on the lake's disk, as 12g; less than that free, and it does not begin (default: reckoned from what is published)")
  private String need;

  private JobLog log;
  private long start;

  /**
   * Runs, and whatever comes of it ends the log with a line that says what is to be done; a monitor
   * is told as well.
   */
  @Override
  public Integer call() throws IOException {
    start = System.nanoTime();
    try (JobLog opened = JobLog.to(logFile)) {
      log = opened;
      Space space = null;
      Snapshot snapshot = null;
      int code = ExitCode.BUG.number();
      try {
        Lake lake = lakeOptions.writableLake();
        snapshot = lake.forWriting(lakeOptions.snapshotId(), Clock.systemUTC());
        space = Space.of(lake, snapshot, need);
        space.require(lake.files().uri(""));
        try (FolderLock lock =
            FolderLock.take(lake.files(), LOCKS, "snapshot of " + snapshot.id())) {
          log.line("begin: snapshot " + snapshot.id() + " in " + lake.files().uri(""));
          make(snapshot.id());
        }
        code = ExitCode.DONE.number();
        log.end(code, "snapshot " + snapshot.id() + " is published", "nothing.");
      } catch (Fault fault) {
        code = fault.exitCode().number();
        log.line(fault.line());
        log.end(code, fault.what(), toDo(fault));
        throw fault;
      } catch (IOException | RuntimeException failed) {
        log.end(code, failed.toString(), "it is a fault of ours; please report it with this log.");
        throw failed;
      } finally {
        tell(snapshot, space, code);
      }
      return code;
    }
  }

  private static String toDo(Fault fault) {
    return switch (fault.exitCode()) {
      case INCOMPLETE -> "run the same command again; it resumes.";
      case REFUSED -> "see what the Hub said above, and that HF_TOKEN holds a valid token.";
      case BUG -> "it is a fault of ours; please report it with this log.";
      case DONE, USAGE, BAD_INPUT -> "see above. " + fault.remedy();
    };
  }

  private void tell(Snapshot snapshot, Space space, int code) throws IOException {
    if (metricsFolder == null || snapshot == null) {
      return;
    }
    Metrics metrics = new Metrics(snapshot.id());
    metrics.add(Metric.SNAPSHOT_EXIT_CODE, code);
    metrics.add(Metric.SNAPSHOT_SECONDS, Math.round((System.nanoTime() - start) / 1e6) / 1e3);
    metrics.add(Metric.SNAPSHOT_END_TIMESTAMP_SECONDS, Clock.systemUTC().millis() / 1000);
    metrics.add(Metric.SNAPSHOT_PUBLISHED, snapshot.isPublished() ? 1 : 0);
    if (space != null) {
      metrics.add(Metric.SNAPSHOT_NEEDED_BYTES, space.needed());
      if (space.free().isPresent()) {
        metrics.add(Metric.SNAPSHOT_FREE_BYTES, space.free().getAsLong());
      }
    }
    metrics.addCrawl(snapshot);
    metrics.write(metricsFolder, "snapshot");
  }

  private void make(String id) throws IOException {
    List<String> place = List.of("--lake", lakeOptions.location(), "--snapshot", id);
    for (String part : ALWAYS) {
      run(crawl(part, place));
    }
    List<String> cards = crawl("cards", place);
    if (duration != null) {
      // At least an instant, because what an earlier snapshot has is copied in no time.
      long left = duration.minusNanos(System.nanoTime() - start).toMillis();
      cards.addAll(List.of("--for", Math.max(1, left) + "ms", "--partial"));
    }
    run(cards);
    List<String> build = new ArrayList<>(List.of("build"));
    build.addAll(place);
    if (metricsFolder != null) {
      build.addAll(List.of("--metrics", metricsFolder.toString()));
    }
    run(build);
  }

  private List<String> crawl(String part, List<String> place) {
    List<String> command = new ArrayList<>(List.of("crawl", part));
    command.addAll(place);
    if (endpoint != null) {
      command.addAll(List.of("--endpoint", endpoint));
    }
    return command;
  }

  private Step logged(List<String> command) throws IOException {
    log.line("step: hubgen " + String.join(" ", command));
    return Step.start(
        command,
        log::shown,
        () ->
            log.end(
                ExitCode.INCOMPLETE.number(),
                "stopped by a signal",
                "run the same command again; it resumes."));
  }

  private void run(List<String> command) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Step step = logFile == null ? Step.start(Map.of(), command) : logged(command)) {
      step.finish(
          line -> {
            out.println(line);
            log.line(line);
          });
    }
  }
}
