package io.github.hubgenealogy.jobs.statistics;

import static io.github.hubgenealogy.jobs.policy.Relation.ADAPTER;
import static io.github.hubgenealogy.jobs.policy.Relation.FINETUNE;
import static io.github.hubgenealogy.jobs.policy.Relation.MERGE;
import static io.github.hubgenealogy.jobs.policy.Relation.QUANTIZED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.hubgenealogy.jobs.pipeline.StatisticsSettings;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.statistics.graph.HubGraph;
import io.github.hubgenealogy.jobs.statistics.graph.PolicyGraph;
import io.github.hubgenealogy.jobs.statistics.graph.TinyGraph;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * One graph, every figure counted by hand:
 *
 * <pre>
 * a/root ← b/one (finetune) ← b/two (quantized)      f/p ⇄ g/q (finetune)     d/alone
 *   ↑ e/lora (adapter)                               h/1 ← h/2 ← h/3 ← h/4 (finetune, one owner)
 *   ↑ c/mix (merge) → x/gone (absent)
 * </pre>
 *
 * 13 models, 10 edges; without merges 12 and 8, since x/gone is a vertex of union_no_merge all the
 * same it is 13 there, too.
 */
final class HandCountedTest {
  private static final int FIRST_DAY = 19053;

  private final StatisticsRows rows = new StatisticsRows(new Figures("s", Origin.SIMULATED), 10);
  private final PolicyGraph union;
  private final PolicyGraph noMerge;

  HandCountedTest() {
    TinyGraph tiny = new TinyGraph();
    tiny.model("a/root").on(20000).downloaded(60).word(HubGraph.LICENSES, "mit");
    tiny.model("b/one").on(20010).downloaded(30).withCard().word(HubGraph.LICENSES, "mit");
    tiny.model("b/two").on(20012).word(HubGraph.LICENSES, "apache-2.0", "mit");
    tiny.model("c/mix").downloaded(10).word(HubGraph.LICENSES, "cc-by-nc-4.0");
    tiny.model("d/alone").on(20000).withCard();
    tiny.model("e/lora").on(20100);
    tiny.model("f/p").on(20000).word(HubGraph.LICENSES, "gpl-3.0");
    tiny.model("g/q").on(20005).word(HubGraph.LICENSES, "mit");
    tiny.model("x/gone").absent();
    for (int i = 1; i <= 4; i++) {
      tiny.model("h/" + i).on(FIRST_DAY - 1 + i % 2);
    }
    tiny.edge("b/one", "a/root", FINETUNE)
        .edge("b/two", "b/one", QUANTIZED)
        .edge("e/lora", "a/root", ADAPTER)
        .edge("c/mix", "a/root", MERGE)
        .edge("c/mix", "x/gone", MERGE)
        .oddEdge("f/p", "g/q", FINETUNE, false, true)
        .oddEdge("g/q", "f/p", FINETUNE, true, false)
        .edge("h/2", "h/1", FINETUNE)
        .edge("h/3", "h/2", FINETUNE)
        .edge("h/4", "h/3", FINETUNE)
        .told("d/alone", "a/root")
        .mention("b/one", "o/first")
        .mention("d/alone", "o/first")
        .mention("h/1", "o/second");
    HubGraph graph = tiny.graph();
    union = PolicyGraph.of(graph, Policy.UNION, 10_000);
    noMerge = PolicyGraph.of(graph, Policy.UNION_NO_MERGE, 10_000);
  }

  /** numerator/denominator of a figure under union, or its numerator alone. */
  private String figure(String population, String statistic, String key) {
    return rows.figures().rows().stream()
        .filter(
            row ->
                row[2].equals("union")
                    && row[3].equals(population)
                    && row[4].equals(statistic)
                    && row[5].equals(key))
        .map(row -> row[7] + (row[8] == null ? "" : "/" + row[8]))
        .collect(Collectors.joining(", "));
  }

  private List<String> table(TableContract table) {
    return rows.of(table).stream()
        .map(row -> Arrays.stream(row).map(String::valueOf).collect(Collectors.joining(" ")))
        .toList();
  }

  @Test
  void the_shape_is_what_one_sees() {
    ShapeStatistics.add(union, rows);
    assertThat(figure("models", "vertices", "")).isEqualTo("13");
    assertThat(figure("models", "shape", "isolated")).isEqualTo("1/13");
    assertThat(figure("models", "shape", "root_with_children")).isEqualTo("5/13");
    assertThat(figure("models", "shape", "inner")).isEqualTo("3/13");
    assertThat(figure("models", "shape", "leaf")).isEqualTo("4/13");
    assertThat(figure("models", "several_roots", "")).isEqualTo("1/13");
    assertThat(figure("components", "components", "")).isEqualTo("4");
    assertThat(figure("components", "components_of_several", "")).isEqualTo("3");
    assertThat(figure("models", "largest_component", "")).isEqualTo("6/13");
    assertThat(figure("derived_models", "depth_max_maximum", "")).isEqualTo("3");
    assertThat(figure("derived_models", "depth_max_mean", "")).isEqualTo("11/7");
    assertThat(figure("derived_models", "depth_max_median", "")).isEqualTo("1");
    assertThat(figure("cycles", "cycles", "")).isEqualTo("1");
    assertThat(figure("cycles", "largest", "")).isEqualTo("2");
    assertThat(figure("models", "in_cycle", "")).isEqualTo("2/13");
    assertThat(figure("parents", "absent_parents", "")).isEqualTo("1/8");
    assertThat(figure("parents", "absent_parents", "absent")).isEqualTo("1/8");
    assertThat(figure("models", "descendants_of_absent_parents", "")).isEqualTo("1/13");
    assertThat(figure("downloads_30d", "held_by_shape", "root_with_children")).isEqualTo("60/100");
    assertThat(figure("downloads_30d", "held_by_shape", "inner")).isEqualTo("30/100");
    assertThat(figure("downloads_30d", "held_by_shape", "leaf")).isEqualTo("10/100");
    assertThat(table(TableContracts.COMPONENT_SIZES))
        .containsExactly("union 1 1", "union 2 1", "union 4 1", "union 6 1");
  }

  @Test
  void children_and_descendants_are_shared_out_so() {
    FanOutStatistics.add(union, rows);
    assertThat(figure("models", "maximum", "children")).isEqualTo("3");
    assertThat(figure("models", "mean", "children")).isEqualTo("10/13");
    assertThat(figure("models_having_any", "mean", "children")).isEqualTo("10/8");
    assertThat(figure("models_having_any", "median", "children")).isEqualTo("1");
    assertThat(figure("models", "median", "children")).isEqualTo("1");
    assertThat(figure("models", "held_by_top_percent", "children")).isEqualTo("3/10");
    assertThat(figure("models", "maximum", "children_merge")).isEqualTo("1");
    assertThat(figure("models", "maximum", "fan_out_single_parent")).isEqualTo("2");
    assertThat(figure("models", "mean", "fan_out_single_parent")).isEqualTo("8/13");
    assertThat(figure("models", "mean", "descendants")).isEqualTo("14/13");
    assertThat(figure("roots", "roots_covering", "50 %")).isEqualTo("1/4");
    assertThat(figure("roots", "roots_covering", "80 %")).isEqualTo("2/4");
    assertThat(figure("roots", "roots_covering", "90 %")).isEqualTo("2/4");
    assertThat(table(TableContracts.TOP_MODELS))
        .contains(
            "union descendants 1 a/root 4",
            "union descendants 2 h/1 3",
            "union children 1 a/root 3",
            "union fan_out_single_parent 1 a/root 2",
            "union component_size 1 a/root 6",
            "union component_size 2 h/1 4",
            "union component_size 3 f/p 2");
    // Of 13 models 5 have none, 7 one, 1 three: (2 · 102 − 14 · 10) / 130, and (7 + 9) / 100.
    assertThat(table(TableContracts.CONCENTRATION))
        .contains("union children 13 10 0.492307692308 0.16 1.0 1.0 0.3");
  }

  @Test
  void owners_hold_models_children_and_downloads() {
    Concentration.addOwners(union, rows);
    // Nine owners: seven with 1 model, b with 2, h with 4; Σ i·x = 28 + 16 + 36 = 80.
    assertThat(table(TableContracts.CONCENTRATION))
        .contains("union owner_models 9 13 0.25641025641 0.159763313609 1.0 1.0 0.307692307692");
    assertThat(table(TableContracts.CONCENTRATION))
        .anyMatch(row -> row.startsWith("union owner_children 9 10 "))
        .anyMatch(row -> row.startsWith("union owner_downloads 9 100 "));
  }

  @Test
  void edges_are_of_these_relations() {
    RelationStatistics.add(union, rows);
    assertThat(figure("edges", "edges", "")).isEqualTo("10");
    assertThat(figure("children", "children", "")).isEqualTo("9");
    assertThat(figure("edges", "relation_share", "finetune")).isEqualTo("6/10");
    assertThat(figure("edges", "relation_share", "merge")).isEqualTo("2/10");
    assertThat(figure("children", "relation_share", "merge")).isEqualTo("1/9");
    assertThat(figure("edges", "owner_crossing", "")).isEqualTo("6/10");
    assertThat(figure("edges", "owner_crossing", "finetune")).isEqualTo("3/6");
    assertThat(figure("edges", "child_has_children", "")).isEqualTo("5/10");
    assertThat(figure("edges", "child_has_children", "quantized")).isEqualTo("0/1");
    assertThat(figure("edges", "relation_conflict", "finetune")).isEqualTo("1/6");
    assertThat(figure("edges", "child_older_than_parent", "")).isEqualTo("1/10");
    assertThat(figure("merges", "bases_mean", "")).isEqualTo("2/1");
    assertThat(figure("merges", "bases", "2")).isEqualTo("1/1");
    // −5, 2, 5, 10, 100 days; parents of the first month are left out.
    assertThat(figure("edges_dated", "edges_dated", "")).isEqualTo("5/10");
    assertThat(figure("edges_dated", "days_after_parent_p10", "")).isEqualTo("-5");
    assertThat(figure("edges_dated", "days_after_parent_p50", "")).isEqualTo("5");
    assertThat(figure("edges_dated", "days_after_parent_p90", "")).isEqualTo("100");
  }

  @Test
  void relations_follow_each_other_so() {
    Transitions.add(union, rows);
    assertThat(table(TableContracts.RELATION_TRANSITIONS))
        .containsExactlyInAnyOrder(
            "union root finetune 2",
            "union root adapter 1",
            "union root merge 2",
            "union finetune finetune 4",
            "union finetune quantized 1");
    assertThat(figure("derived_models", "relation_path", "finetune")).isEqualTo("2/7");
    assertThat(figure("derived_models", "relation_path", "finetune>finetune>finetune"))
        .isEqualTo("1/7");
    assertThat(figure("derived_models", "relation_path", "finetune>quantized")).isEqualTo("1/7");
    assertThat(figure("derived_models", "relation_path", "merge")).isEqualTo("1/7");
  }

  @Test
  void the_longest_chain_is_one_owners_and_the_longest_of_two_is_shorter() {
    Chains.add(union, rows);
    assertThat(table(TableContracts.TOP_MODELS))
        .containsExactly(
            "union longest_chain 1 h/1 0",
            "union longest_chain 2 h/2 1",
            "union longest_chain 3 h/3 2",
            "union longest_chain 4 h/4 3",
            "union longest_chain_of_two_owners 1 a/root 0",
            "union longest_chain_of_two_owners 2 b/one 1",
            "union longest_chain_of_two_owners 3 b/two 2");
    assertThat(figure("derived_models", "longest_chain_of_two_owners", "")).isEqualTo("2");
  }

  @Test
  void licences_drift_so() {
    Drift.add(union, noMerge.components(), rows);
    Object[] all =
        rows.of(TableContracts.TRAIT_DRIFT).stream()
            .filter(row -> row[1].equals("license") && row[2].equals("all") && row[3].equals("all"))
            .findFirst()
            .orElseThrow();
    // edges, kept, changed, dropped, added: x/gone is not listed, so its edge is none.
    assertThat(Arrays.copyOfRange(all, 4, 9)).containsExactly(9L, 1L, 4L, 1L, 0L);
    // 0, ½ and 1 in the family of a/root and the merge, 1 and 1 in the cycle.
    assertThat((Double) all[9]).isEqualTo(0.7);
    // Clusters without merges: (½, 2), (1, 1), (2, 2); √(1.26 · 3/2) / 5 = 0.274954541697.
    assertThat((Double) all[10]).isCloseTo(0.7 - 1.959963984540 * 0.274954541697, within(1e-9));
    assertThat((Double) all[11]).isEqualTo(1.0);
    assertThat(all[12]).isEqualTo(3L);
    assertThat((Double) all[13]).isEqualTo(0.75);
    assertThat(all[14]).isEqualTo(4L);
    assertThat(figure("edges_with_license_groups", "license_looser", "")).isEqualTo("1/5");
    assertThat(figure("edges_with_license_groups", "license_stricter", "")).isEqualTo("2/5");
    assertThat(
            figure("edges_with_license_groups", "license_step", "permissive>no_commerce_or_change"))
        .isEqualTo("1/5");
  }

  @Test
  void months_before_the_clock_are_one_and_models_without_a_day_another() {
    Growth.add(union, rows);
    assertThat(table(TableContracts.GROWTH))
        .containsExactly(
            "union  merge 1",
            "union 2022-03 finetune 3",
            "union 2022-03 root 1",
            "union 2024-10 finetune 3",
            "union 2024-10 quantized 1",
            "union 2024-10 root 2",
            "union 2025-01 adapter 1");
  }

  @Test
  void datasets_tie_families_together() {
    DatasetStatistics.add(union, rows);
    assertThat(table(TableContracts.TOP_DATASETS))
        .containsExactly(
            "union models 1 o/first 2",
            "union models 2 o/second 1",
            "union models_downstream 1 o/second 4",
            "union models_downstream 2 o/first 3");
    assertThat(figure("models_and_datasets", "components_with_datasets", "")).isEqualTo("3");
    assertThat(figure("models_and_datasets", "largest_component_with_datasets", ""))
        .isEqualTo("8/15");
    assertThat(figure("models", "naming_a_dataset", "")).isEqualTo("3/13");
  }

  @Test
  void a_family_is_drawn_from_its_root_and_each_member_hangs_from_one_parent() {
    Families.add(union, rows);
    assertThat(table(TableContracts.FAMILIES))
        .startsWith(
            "union 1 1 null a/root null 0 4 0",
            "union 1 2 1 b/one finetune 1 1 0",
            "union 1 3 2 b/two quantized 2 0 0",
            "union 1 4 1 c/mix merge 1 0 0",
            "union 1 5 1 e/lora adapter 1 0 0",
            "union 2 1 null h/1 null 0 3 0");
  }

  @Test
  void what_only_prose_tells_is_corrected_by_its_precision_and_recall() {
    Undeclared.add(union, new StatisticsSettings(10, 9, 10, 3, 4), rows);
    Object[] all =
        rows.of(TableContracts.UNDECLARED).stream()
            .filter(row -> row[0].equals("all"))
            .findFirst()
            .orElseThrow();
    assertThat(Arrays.copyOf(all, 4)).containsExactly("all", 2L, 1L, 0.5);
    // ½ · 0.9 / 0.75; the relative variances are 1/2, 1/90 and 1/12.
    assertThat((Double) all[4]).isCloseTo(0.6, within(1e-11));
    assertThat((Double) all[5])
        .isCloseTo(
            0.6 / Math.exp(1.959963984540 * Math.sqrt(0.5 + 1 / 90.0 + 1 / 12.0)), within(1e-9));
    assertThat((Double) all[6]).isEqualTo(1.0);
  }
}
