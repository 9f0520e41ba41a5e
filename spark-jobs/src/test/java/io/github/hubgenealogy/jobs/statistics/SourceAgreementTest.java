package io.github.hubgenealogy.jobs.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.tables.Schemas;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class SourceAgreementTest {
  private static Dataset<Row> table(
      SparkSession spark, TableContract contract, List<Map<String, Object>> rows) {
    StructType schema = Schemas.nullable(contract);
    List<Row> made =
        rows.stream()
            .map(
                row ->
                    RowFactory.create(Arrays.stream(schema.fieldNames()).map(row::get).toArray()))
            .toList();
    return spark.createDataFrame(made, schema);
  }

  private static List<String> told(List<Object[]> rows) {
    return rows.stream().filter(row -> (Long) row[5] > 0).map(Arrays::toString).toList();
  }

  @Test
  void each_pair_of_sources_is_counted_with_its_examples(SparkSession spark) {
    Dataset<Row> edges =
        table(
            spark,
            TableContracts.EDGES,
            List.of(
                Map.of(
                    "child_id",
                    "c/1",
                    "parent_id",
                    "p/1",
                    "sources",
                    new String[] {"card", "hub"},
                    "relation_card",
                    "merge",
                    "relation_hub",
                    "finetune"),
                Map.of(
                    "child_id",
                    "c/2",
                    "parent_id",
                    "p/1",
                    "sources",
                    new String[] {"card", "text"}),
                Map.of(
                    "child_id",
                    "c/0",
                    "parent_id",
                    "p/1",
                    "sources",
                    new String[] {"card", "hub"},
                    "relation_card",
                    "merge",
                    "relation_hub",
                    "merge")));

    assertThat(told(SourceAgreement.edges(edges)))
        .containsExactly(
            "[edges, card, hub, , both, 2, [c/0 → p/1, c/1 → p/1]]",
            "[edges, card, hub, , only_a, 1, [c/2 → p/1]]",
            "[edges, card, hub, , relations_differ, 1, [c/1 → p/1: merge, finetune]]",
            "[edges, card, tag, , only_a, 3, [c/0 → p/1, c/1 → p/1, c/2 → p/1]]",
            "[edges, card, config, , only_a, 3, [c/0 → p/1, c/1 → p/1, c/2 → p/1]]",
            "[edges, card, text, , both, 1, [c/2 → p/1]]",
            "[edges, card, text, , only_a, 2, [c/0 → p/1, c/1 → p/1]]",
            "[edges, hub, tag, , only_a, 2, [c/0 → p/1, c/1 → p/1]]",
            "[edges, hub, config, , only_a, 2, [c/0 → p/1, c/1 → p/1]]",
            "[edges, hub, text, , only_a, 2, [c/0 → p/1, c/1 → p/1]]",
            "[edges, hub, text, , only_b, 1, [c/2 → p/1]]",
            "[edges, tag, text, , only_b, 1, [c/2 → p/1]]",
            "[edges, config, text, , only_b, 1, [c/2 → p/1]]");
  }

  @Test
  void the_readme_and_the_hubs_parse_are_compared_where_both_are(SparkSession spark) {
    Dataset<Row> models =
        table(
            spark,
            TableContracts.RAW_MODELS,
            List.of(
                Map.of("id", "a", "cardData", "{\"base_model\":[\"p/1\",\"p/2\"]}"),
                Map.of("id", "b", "cardData", "{\"base_model\":\"p/1\"}"),
                Map.of("id", "c", "cardData", "{\"license\":\"mit\"}"),
                Map.of("id", "d", "cardData", "{\"base_model\":\"p/9\"}")));
    Dataset<Row> cards =
        table(
            spark,
            TableContracts.CARDS,
            List.of(
                Map.of(
                    "model_id", "a", "card_source", "readme", "base_models", new String[] {"p/1"}),
                Map.of(
                    "model_id", "b", "card_source", "readme", "base_models", new String[] {"p/1"}),
                Map.of(
                    "model_id", "c", "card_source", "readme", "base_models", new String[] {"p/3"}),
                Map.of("model_id", "d", "card_source", "card_data")));

    assertThat(told(SourceAgreement.card(models, cards)))
        .containsExactly(
            "[card, readme, card_data, , both, 2, [a: p/1, b: p/1]]",
            "[card, readme, card_data, , only_a, 1, [c: p/3]]",
            "[card, readme, card_data, , only_b, 1, [a: p/2]]");
  }

  @Test
  void our_children_are_set_beside_the_hubs_own_number(SparkSession spark) {
    Dataset<Row> asked =
        table(
            spark,
            TableContracts.RAW_CHILDREN,
            List.of(
                Map.of("id", "p/1", "childrenModelCount", RowFactory.create(1L, 2L, null, 0L)),
                Map.of("id", "p/2", "childrenModelCount", RowFactory.create(0L, 1L, 0L, 0L)),
                Map.of("id", "p/3")));
    Dataset<Row> lineage =
        table(
            spark,
            TableContracts.LINEAGE,
            List.of(
                Map.of(
                    "policy",
                    "hub",
                    "model_id",
                    "p/1",
                    "n_children_adapter",
                    1,
                    "n_children_finetune",
                    3),
                Map.of("policy", "union", "model_id", "p/2", "n_children_finetune", 1)));

    assertThat(told(SourceAgreement.children(asked, lineage)))
        .contains(
            "[children, lineage, childrenModelCount, adapter, equal, 2, [p/1: 1, 1, p/2: 0, 0]]",
            "[children, lineage, childrenModelCount, finetune, more, 1, [p/1: 3, 2]]",
            "[children, lineage, childrenModelCount, finetune, fewer, 1, [p/2: 0, 1]]",
            "[children, lineage, childrenModelCount, all, more, 1, [p/1: 4, 3]]");
  }

  @Test
  void a_tally_keeps_the_first_twenty_examples_and_joins_with_another() {
    SourceTally one = new SourceTally();
    SourceTally two = new SourceTally();
    for (int i = 0; i < 60; i++) {
      (i % 2 == 0 ? one : two).add("x", String.format(java.util.Locale.ROOT, "%02d", 59 - i));
    }

    SourceTally both = one.plus(two);

    assertThat(both.count("x")).isEqualTo(60);
    assertThat(both.examples("x")).hasSize(20).startsWith("00", "01").endsWith("19");
    assertThat(both.count("y")).isZero();
  }
}
