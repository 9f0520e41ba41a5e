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

  @Option(
      names = "--changed",
      paramLabel = "N",
      description =
          "with --estimate: so many cards changed since an earlier snapshot (default: what that says, else 100000)")
  private Long changed;

  @Option(
      names = "--markdown",
      description = "with --estimate: whole crawls instead of their parts, as a table of Markdown")
  private boolean markdown;

  boolean wanted() {
    return wanted;
  }

  /** Prints; needs a lake only where no number is given. */
  void print(LakeOptions lake, PrintWriter out) throws IOException {
    Estimate estimate =
        models == null
            ? Estimate.of(lake.lake(), lake.snapshotId())
            : Estimate.given(Math.max(0, models));
    estimate = changed == null ? estimate : estimate.withChanged(Math.max(0, changed));
    if (markdown) {
      estimate.printWhole(out);
    } else {
      estimate.print(out);
    }
  }
}
