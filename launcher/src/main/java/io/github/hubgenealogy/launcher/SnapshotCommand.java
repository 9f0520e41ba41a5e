package io.github.hubgenealogy.launcher;

import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.LakeOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command snapshot: the real thing, crawl and build. */
@Command(
    name = "snapshot",
    mixinStandardHelpOptions = true,
    description = {
      "Crawls the Hub and builds the snapshot. Interrupted, it resumes where it was when it is run again.",
      "With a free token (HF_TOKEN) the lists take about 15 minutes, all cards 33 hours."
    })
public final class SnapshotCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LakeOptions lakeOptions;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "the Hub to crawl (default: https://huggingface.co)")
  private String endpoint;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    String id =
        lakeOptions.writableLake().forWriting(lakeOptions.snapshotId(), Clock.systemUTC()).id();
    List<String> place = List.of("--lake", lakeOptions.location(), "--snapshot", id);
    List<String> crawl = new ArrayList<>(List.of("crawl", "all"));
    crawl.addAll(place);
    if (endpoint != null) {
      crawl.addAll(List.of("--endpoint", endpoint));
    }
    List<String> build = new ArrayList<>(List.of("build"));
    build.addAll(place);
    for (List<String> command : List.of(crawl, build)) {
      try (Step step = Step.start(Map.of(), command)) {
        step.finish(out::println);
      }
    }
    return ExitCode.DONE.number();
  }
}
