package io.github.hubgenealogy.crawler;

import io.github.hubgenealogy.crawler.estimate.Estimate;
import io.github.hubgenealogy.lake.command.LakeOptions;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** Asking what a crawl would cost in place of making it. */
final class EstimateOptions {
  @Option(
      names = "--estimate",
      description =
          "print the requests and hours that each part would take under each plan, and send nothing")
  private boolean wanted;

  @Option(
      names = "--models",
      paramLabel = "N",
      description = "with --estimate: for so many models (default: those of the last snapshot)")
  private Long models;

  boolean wanted() {
    return wanted;
  }

  /** Prints; needs a lake only where no number is given. */
  void print(LakeOptions lake, PrintWriter out) throws IOException {
    Estimate estimate =
        models == null
            ? Estimate.of(lake.lake(), lake.snapshotId())
            : Estimate.given(Math.max(0, models));
    estimate.print(out);
  }
}
