package io.github.hubgenealogy.jobs.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What stands under every figure and table: policy, how many were counted, snapshot, origin. */
final class Captions {
  private final Statistics statistics;
  private final String source;

  Captions(Statistics statistics, String source) {
    this.statistics = statistics;
    this.source = source;
  }

  /** Under some policies, n the models of each. */
  String models(List<String> policies) {
    return of(policies, "models", "vertices", "models");
  }

  /** Under some policies, n the edges of each. */
  String edges(List<String> policies) {
    return of(policies, "edges", "edges", "edges");
  }

  private String of(List<String> policies, String population, String statistic, String unit) {
    String counts =
        policies.stream()
            .map(policy -> statistics.figure(policy, population, statistic, ""))
            .map(
                value -> value == null ? "0" : String.format(Locale.ROOT, "%,d", value.numerator()))
            .collect(Collectors.joining(" / "));
    return "Policy "
        + String.join(", ", policies)
        + " · n = "
        + counts
        + " "
        + unit
        + " · "
        + source;
  }

  /** Of no policy. */
  String all(String n) {
    return "All policies · n = " + n + " · " + source;
  }

  String source() {
    return source;
  }
}
