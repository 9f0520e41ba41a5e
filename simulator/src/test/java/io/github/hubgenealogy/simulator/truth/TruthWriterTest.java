package io.github.hubgenealogy.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.github.hubgenealogy.simulator.churn.ChurnPlan;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.EcosystemSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TruthWriterTest {
  @TempDir static Path folder;

  @BeforeAll
  static void write() {
    TruthWriter.write(Ecosystem.of(new EcosystemSettings(5_000, 17)), folder);
  }

  private static List<Map<String, String>> rows(String name) throws Exception {
    return rows(folder.resolve(name));
  }

  private static List<Map<String, String>> rows(Path file) throws Exception {
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(file.toFile())) {
      return rows.readAll();
    }
  }

  @Test
  void every_end_of_an_edge_is_a_model_and_its_presence_agrees() throws Exception {
    Map<String, String> presences = new HashMap<>();
    rows("models.csv").forEach(row -> presences.put(row.get("id"), row.get("presence")));
    assertThat(presences.values()).contains("listed", "absent");
    Set<List<String>> pairs = new HashSet<>();
    for (Map<String, String> edge : rows("edges.csv")) {
      assertThat(presences.get(edge.get("child"))).isEqualTo("listed");
      assertThat(presences.get(edge.get("parent"))).isEqualTo(edge.get("parent_presence"));
      assertThat(edge.get("child")).isNotEqualTo(edge.get("parent"));
      assertThat(pairs.add(List.of(edge.get("child"), edge.get("parent")))).isTrue();
      assertThat(edge.get("relation")).isIn("finetune", "adapter", "quantized", "merge");
    }
  }

  @Test
  void edges_are_the_pairs_of_the_usable_claims_but_those_of_text() throws Exception {
    Set<List<String>> claimed = new HashSet<>();
    for (Map<String, String> claim : rows("claims.csv")) {
      boolean usable = !claim.get("parent_id").isEmpty();
      assertThat(usable)
          .isEqualTo(
              Set.of("by_key", "exact", "case_folded", "redirected", "absent")
                  .contains(claim.get("resolution")));
      if (usable && !claim.get("source").equals("text")) {
        claimed.add(List.of(claim.get("child"), claim.get("parent_id")));
      }
    }
    Set<List<String>> pairs = new HashSet<>();
    rows("edges.csv").forEach(edge -> pairs.add(List.of(edge.get("child"), edge.get("parent"))));
    assertThat(pairs).isEqualTo(claimed);
  }

  @Test
  void datasets_and_their_claims_agree() throws Exception {
    Set<String> listed = new HashSet<>();
    rows("datasets.csv").forEach(row -> listed.add(row.get("id")));
    for (Map<String, String> claim : rows("dataset_claims.csv")) {
      boolean exact =
          Set.of("exact", "case_folded", "unique_name").contains(claim.get("resolution"));
      assertThat(listed.contains(claim.get("dataset_id"))).isEqualTo(exact);
    }
  }

  @Test
  void of_a_hub_that_changes_truth_says_what_holds_throughout(@TempDir Path other)
      throws Exception {
    ChurnPlan plan = new ChurnPlan(2_000, 0.05, 9);
    Ecosystem ecosystem = Ecosystem.of(new EcosystemSettings(2_000 + plan.reserve(), 9));
    TruthWriter.write(ecosystem, other, new Held(plan.models(), plan.steady()));

    List<Map<String, String>> models = rows(other.resolve("models.csv"));
    assertThat(models.stream().filter(row -> row.get("presence").equals("listed"))).hasSize(2_000);
    Set<String> held = new HashSet<>();
    models.stream()
        .filter(row -> row.get("held").equals("true"))
        .forEach(row -> held.add(row.get("id")));
    assertThat(held).hasSizeBetween(1_200, 1_950);
    for (Map<String, String> edge : rows(other.resolve("edges.csv"))) {
      boolean both = held.contains(edge.get("child")) && held.contains(edge.get("parent"));
      assertThat(Boolean.parseBoolean(edge.get("held"))).isEqualTo(both);
    }
  }
}
