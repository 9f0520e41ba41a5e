package io.github.hubgenealogy.launcher;

import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.LakeOptions;
import java.io.IOException;
import java.io.PrintWriter;
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

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    String id =
        lakeOptions.writableLake().forWriting(lakeOptions.snapshotId(), Clock.systemUTC()).id();
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
    run(build);
    return ExitCode.DONE.number();
  }

  private List<String> crawl(String part, List<String> place) {
    List<String> command = new ArrayList<>(List.of("crawl", part));
    command.addAll(place);
    if (endpoint != null) {
      command.addAll(List.of("--endpoint", endpoint));
    }
    return command;
  }

  private void run(List<String> command) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Step step = Step.start(Map.of(), command)) {
      step.finish(out::println);
    }
  }
}
