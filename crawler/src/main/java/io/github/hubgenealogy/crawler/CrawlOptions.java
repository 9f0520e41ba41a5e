package io.github.hubgenealogy.crawler;

import io.github.hubgenealogy.lake.command.LakeOptions;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every crawl. */
final class CrawlOptions {
  @Mixin private LakeOptions lake;

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
