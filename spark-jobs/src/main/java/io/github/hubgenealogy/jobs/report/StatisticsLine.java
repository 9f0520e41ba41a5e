package io.github.hubgenealogy.jobs.report;

import io.github.hubgenealogy.jobs.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/**
 * One line a release in a fixed schema, as Common Crawl keeps for its graphs: exact counts under
 * the policies that are kept, empty where a release did not compute a figure. Columns are only ever
 * added at the end.
 */
final class StatisticsLine {
  private static final List<String> POLICIES =
      Policy.ofLineage().stream().map(Policy::word).toList();

  private StatisticsLine() {}

  static String header() {
    List<String> cells = new ArrayList<>(List.of("snapshot", "origin"));
    for (String policy : POLICIES) {
      for (Tables.Line line : Tables.HEADLINE) {
        String key = line.key().isEmpty() ? "" : "_" + line.key().replace(" %", "");
        cells.add(policy + "." + line.statistic() + key);
      }
    }
    return String.join("\t", cells) + "\n";
  }

  static String of(Statistics statistics, String origin) {
    List<String> cells = new ArrayList<>(List.of(statistics.snapshot().id(), origin));
    for (String policy : POLICIES) {
      for (Tables.Line line : Tables.HEADLINE) {
        Statistics.Value value =
            statistics.figure(policy, line.population(), line.statistic(), line.key());
        cells.add(value == null || value.numerator() == null ? "" : value.numerator().toString());
      }
    }
    return String.join("\t", cells) + "\n";
  }
}
