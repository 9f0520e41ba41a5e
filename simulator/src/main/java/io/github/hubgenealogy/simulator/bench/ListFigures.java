package io.github.hubgenealogy.simulator.bench;

import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.ModelRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Figures about the list as a whole: growth, downloads, baseModels. */
final class ListFigures {
  private static final long SENTINEL = Instant.parse("2022-03-02T23:29:04Z").getEpochSecond();

  private final Ecosystem ecosystem;
  private final Comparison comparison;

  ListFigures(Ecosystem ecosystem, Comparison comparison) {
    this.ecosystem = ecosystem;
    this.comparison = comparison;
  }

  void add() {
    growth();
    downloads();
    baseModels();
  }

  private void growth() {
    comparison.addLoose(
        "real/README hub2022", "models that stand at the sentinel", 29_632, before(SENTINEL + 2));
    comparison.add("osborne.repos", "models before 2023-10", 348_181, before("2023-10-01"));
    comparison.add("hfcommunity.2024-06", "models before 2024-06", 681_682, before("2024-06-01"));
    comparison.add(
        "stalnaker.models", "models before mid-July 2024", 760_460, before("2024-07-15"));
  }

  private int before(String day) {
    return before(Instant.parse(day + "T00:00:00Z").getEpochSecond());
  }

  private int before(long second) {
    int count = 0;
    while (count < ecosystem.size() && ecosystem.model(count).created() < second) {
      count += 64;
    }
    return Math.min(count, ecosystem.size());
  }

  private void downloads() {
    long[] downloads = new long[ecosystem.size()];
    int some = 0;
    double all = 0;
    for (int model = 0; model < downloads.length; model++) {
      downloads[model] = new ModelRecord(ecosystem.model(model)).downloads();
      some += downloads[model] > 0 ? 1 : 0;
      all += downloads[model];
    }
    Arrays.sort(downloads);
    double top = 0;
    for (int i = downloads.length - downloads.length / 100; i < downloads.length; i++) {
      top += downloads[i];
    }
    comparison.add(
        "hub-api 4.4, 2025-10",
        "share with downloads in 30 days",
        0.355,
        some / (double) downloads.length);
    comparison.add("osborne.zero_dl", "share of downloads of the first 1 %", 0.99, top / all);
  }

  private void baseModels() {
    Map<String, Integer> counts = new HashMap<>();
    int all = 0;
    for (int model = 0; model < ecosystem.size(); model++) {
      String relation = new ModelRecord(ecosystem.model(model)).baseRelation();
      if (relation != null) {
        counts.merge(relation, 1, Integer::sum);
        all++;
      }
    }
    double size = ecosystem.size();
    // Three months later than the study, and counted by model.
    comparison.addLoose("hub-api 4.4, 2025-10", "share with baseModels", 0.281, all / size);
    comparison.addLoose(
        "", "adapter", 258_462 / 2_161_698.0, counts.getOrDefault("adapter", 0) / size);
    comparison.addLoose(
        "", "finetune", 218_000 / 2_161_698.0, counts.getOrDefault("finetune", 0) / size);
    comparison.addLoose(
        "", "quantized", 116_696 / 2_161_698.0, counts.getOrDefault("quantized", 0) / size);
    comparison.addLoose("", "merge", 13_990 / 2_161_698.0, counts.getOrDefault("merge", 0) / size);
  }
}
