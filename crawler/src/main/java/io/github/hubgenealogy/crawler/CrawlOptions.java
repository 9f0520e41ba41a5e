package io.github.hubgenealogy.crawler;

import io.github.hubgenealogy.lake.command.LakeOptions;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every crawl. */
final class CrawlOptions {
  @Mixin private LakeOptions lake;
  @Mixin private EstimateOptions estimate;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "the Hub (default: https://huggingface.co)")
  private String endpoint;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "-1",
      description = "list, or ask for, so many at most; for trying things out")
  private long limit;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description = "stop after so long, as 30m or 6h; the same command resumes")
  private Duration duration;

  LakeOptions lake() {
    return lake;
  }

  @Option(
      names = "--partial",
      description =
          "when the time of --for is up, make the table of what was asked, and end well; what was not asked is asked in the next snapshot")
  private boolean partial;

  @Option(
      names = "--metrics",
      paramLabel = "DIR",
      description = "write hubgen-crawl.prom and .json there at the end, see docs/operation.md")
  private Path metrics;

  /** As given, or null. */
  Path metrics() {
    return metrics;
  }

  EstimateOptions estimate() {
    return estimate;
  }

  boolean partial() {
    return partial;
  }

  /** As given, or null. */
  String endpoint() {
    return endpoint;
  }

  /** −1 for all. */
  long limit() {
    return limit;
  }

  /** As given, or null. */
  Duration duration() {
    return duration;
  }
}
