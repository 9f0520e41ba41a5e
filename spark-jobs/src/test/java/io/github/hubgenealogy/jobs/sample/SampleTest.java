package io.github.hubgenealogy.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.tables.Schemas;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class SampleTest {
  private static final Stratum CARD = new Stratum("merge", "card");
  private static final Stratum HUB = new Stratum("finetune", "hub");

  @TempDir Path folder;

  private static Dataset<Row> table(
      SparkSession spark, TableContract contract, List<Map<String, Object>> rows) {
    StructType schema = Schemas.nullable(contract);
    return spark.createDataFrame(
        rows.stream()
            .map(
                row ->
                    RowFactory.create(Arrays.stream(schema.fieldNames()).map(row::get).toArray()))
            .toList(),
        schema);
  }

  @Test
  void an_allocation_sees_rare_strata_and_draws_no_more_than_there_are() {
    SortedMap<Stratum, Long> sizes = new TreeMap<>(Map.of(CARD, 3L, HUB, 1_000_000L));

    assertThat(Stratum.allocate(sizes, 100)).containsEntry(CARD, 3).containsEntry(HUB, 97);
    assertThat(Stratum.allocate(sizes, 1)).containsEntry(CARD, 0).containsEntry(HUB, 1);
    assertThat(Stratum.allocate(new TreeMap<>(Map.of(CARD, 3L, HUB, 2L)), 100))
        .containsEntry(CARD, 3)
        .containsEntry(HUB, 2);
    assertThat(Stratum.allocate(new TreeMap<>(), 5)).isEmpty();
  }

  @Test
  void a_seed_draws_the_same_edges_again_and_shows_their_claims(SparkSession spark) {
    List<Map<String, Object>> edges = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      edges.add(
          Map.of(
              "child_id",
              "c/" + i,
              "parent_id",
              "p/1",
              "relation",
              i < 30 ? "finetune" : "merge",
              "relation_basis",
              i < 30 ? "hub" : "card",
              "sources",
              new String[] {"card"},
              "typed_tag_alone",
              i == 0));
    }
    List<Map<String, Object>> claims = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      claims.add(
          Map.of(
              "child_id",
              "c/" + i,
              "parent_id",
              "p/1",
              "source",
              "text",
              "position",
              0,
              "claimed_text",
              "P/1",
              "resolution",
              "case_folded",
              "rule",
              "fine_tuned_version"));
    }
    Dataset<Row> table = table(spark, TableContracts.EDGES, edges);
    Dataset<Row> evidence = table(spark, TableContracts.CLAIMS, claims);

    List<SampledEdge> drawn = EdgeSample.draw(table, evidence, 12, 7);

    assertThat(drawn).hasSize(12).doesNotHaveDuplicates();
    assertThat(drawn)
        .isEqualTo(EdgeSample.draw(table.repartition(5), evidence.repartition(3), 12, 7));
    assertThat(drawn).isNotEqualTo(EdgeSample.draw(table, evidence, 12, 8));
    assertThat(drawn).extracting(SampledEdge::stratum).contains(CARD, HUB);
    assertThat(drawn.get(0).size()).isEqualTo(30);
    assertThat(drawn.get(0).evidence())
        .containsExactly("text says \"P/1\", case_folded, by rule fine_tuned_version");
  }

  private static SampledEdge edge(String child, Stratum stratum, long size) {
    return new SampledEdge(
        child, "p/1", stratum, size, null, List.of("card"), List.of("card says \"x\""), List.of());
  }

  @Test
  void hostile_ids_are_no_formula_and_no_markup() {
    CodingSheet sheet =
        new CodingSheet(
            List.of(
                edge("=HYPERLINK(\"http://x\")", CARD, 1),
                edge("<script>alert(1)</script>\u202e", CARD, 1),
                edge("a/b\"c", CARD, 1)),
            "<b>");

    assertThat(sheet.csv())
        .contains("\"'=HYPERLINK(\"\"http://x\"\")\"")
        .contains("\\u202e")
        .doesNotContain("\u202e");
    assertThat(sheet.html())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;", "default-src 'none'")
        .contains("<a rel=\"noreferrer\" href=\"https://huggingface.co/a/b%22c\">")
        .doesNotContain("<script", "\u202e");
  }

  @Test
  void a_coded_sheet_gives_each_stratums_precision_and_the_weighted_one() throws Exception {
    List<SampledEdge> edges = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      edges.add(edge("c/" + i, CARD, 100));
      edges.add(edge("d/" + i, HUB, 900));
    }
    String csv = new CodingSheet(edges, "t").csv();
    StringBuilder coded = new StringBuilder();
    for (String line : csv.split("\n")) {
      boolean wrong = line.contains("\"c/0\"") || line.contains("\"c/1\"");
      String blank = ",\"\",\"\",\"\"";
      String verdict = wrong ? "no" : "Yes";
      coded
          .append(
              line.endsWith(blank)
                  ? line.substring(0, line.length() - blank.length())
                      + ",\""
                      + verdict
                      + "\",\"unsure\",\"\""
                  : line)
          .append('\n');
    }
    Path file = Files.writeString(folder.resolve("coded.csv"), coded);

    List<String> lines = CodedSheet.precision(file);

    // Wilson's interval of 8 of 10 and of 10 of 10, as R's binom.confint(method = "wilson") has it.
    assertThat(lines.get(1)).contains("finetune, hub", "10 of 10", "1.0000 [0.7225, 1.0000]");
    assertThat(lines.get(2)).contains("merge, card", "8 of 10", "0.8000 [0.4902, 0.9433]");
    assertThat(lines.get(3)).contains("weighted", "0.9800 [");
    assertThat(lines.get(5)).contains("0 of 0 coded of 10", "nothing coded");
  }

  @Test
  void a_sheet_that_was_spoilt_is_told_by_its_line() throws Exception {
    String csv = new CodingSheet(List.of(edge("c/1", CARD, 5)), "t").csv();
    Path spoilt =
        Files.writeString(
            folder.resolve("spoilt.csv"),
            csv.replace(",\"\",\"\",\"\"\n", ",\"maybe\",\"\",\"\"\n"));
    assertThatThrownBy(() -> CodedSheet.precision(spoilt))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("edge_correct is neither yes, no nor unsure");
    Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
    assertThatThrownBy(() -> CodedSheet.precision(other))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("has no column relation");
    assertThatThrownBy(() -> CodedSheet.precision(folder.resolve("absent.csv")))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("no such sheet");
  }

  @Test
  void an_interval_lies_inside_nought_and_one() {
    assertThat(Wilson.of(0, 20).low()).isZero();
    assertThat(Wilson.of(20, 20).high()).isEqualTo(1);
    assertThat(Wilson.of(50, 100).low()).isEqualTo(0.4038, within(0.0001));
    assertThat(Wilson.of(0, 0).share()).isNull();
  }
}
