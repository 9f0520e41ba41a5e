package io.github.hubgenealogy.jobs.hubstats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.cards.ParseCards;
import io.github.hubgenealogy.jobs.edges.DeriveEdges;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Pipeline;
import io.github.hubgenealogy.jobs.tables.Columns;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class ImportHubStatsTest {
  @TempDir Path folder;

  /** Writes a file as another program would: DuckDB knows nothing of our contracts. */
  private Path dump(String select) throws Exception {
    Path file = folder.resolve("models.parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      duck.createStatement().execute("copy (" + select + ") to '" + file + "' (format parquet)");
    }
    return file;
  }

  private Snapshot snapshot() {
    return Lake.at(folder.resolve("lake").toString()).snapshot("s");
  }

  private static String row(SparkSession spark, Snapshot snapshot, String id) throws Exception {
    Row row =
        new SnapshotTables(spark, snapshot)
            .read(TableContracts.RAW_MODELS)
            .where("id = '" + id + "'")
            .select(
                "createdAt",
                "downloads",
                "gated",
                "tags",
                "cardData",
                "safetensors",
                "gguf",
                "baseModels")
            .first();
    return row.toString();
  }

  @Test
  void nested_structs_are_taken_field_by_field(SparkSession spark) throws Exception {
    Path file =
        dump(
            "select 'k1' as _id, 'a/b' as id, timestamp '2024-05-01 10:00:00' as createdAt, 5::int as downloads, "
                + "true as gated, ['x', null, 'y'] as tags, {'base_model': 'p/q'} as cardData, "
                + "{'parameters': {'BF16': 7::bigint, 'F32': null::bigint}, 'total': 7::int} as safetensors, "
                + "{'total': 5000000000, 'architecture': 'llama', 'chat_template': 't'} as gguf, "
                + "{'models': [{'_id': 'k2', 'id': 'p/q'}], 'relation': 'quantized'} as baseModels, "
                + "[{'rfilename': 'f'}] as siblings, 1 as surprise");

    TableSeal seal = ImportHubStats.run(spark, file, snapshot());

    assertThat(row(spark, snapshot(), "a/b"))
        .isEqualTo(
            "[2024-05-01 10:00:00.0,5,auto,ArraySeq(x, y),{\"base_model\":\"p/q\"},[Map(BF16 -> 7),7],"
                + "[5000000000,llama,null],[quantized,ArraySeq([k2,p/q])]]");
    assertThat(seal.origin()).isEqualTo("import");
    assertThat(seal.facts().get("columns_unknown")).isEqualTo(List.of("surprise"));
    assertThat(seal.facts().get("columns_missing").toString())
        .contains("sha", "author")
        .doesNotContain("cardData");
  }

  @Test
  void structs_written_as_json_are_read(SparkSession spark) throws Exception {
    Path file =
        dump(
            "select 'k1' as _id, 'a/b' as id, '2024-05-01T10:00:00.000Z' as createdAt, 5 as downloads, 'manual' as gated, "
                + "'[\"x\"]' as tags, '{\"base_model\":\"p/q\"}' as cardData, "
                + "'{\"parameters\":{\"BF16\":7},\"total\":7}' as safetensors, '{\"total\":9}' as gguf, "
                + "'{\"relation\":\"merge\",\"models\":[{\"_id\":\"k2\",\"id\":\"p/q\"}]}' as baseModels");

    ImportHubStats.run(spark, file, snapshot());

    assertThat(row(spark, snapshot(), "a/b"))
        .isEqualTo(
            "[2024-05-01 10:00:00.0,5,manual,ArraySeq(x),{\"base_model\":\"p/q\"},[Map(BF16 -> 7),7],[9,null,null],"
                + "[merge,ArraySeq([k2,p/q])]]");
  }

  @Test
  void rows_without_id_and_second_rows_of_a_key_are_counted_rejects(SparkSession spark)
      throws Exception {
    Path file =
        dump(
            "select * from (values ('k1', 'a/b', timestamp '2024-01-01'), ('k1', 'a/new', timestamp '2024-02-01'), "
                + "('k2', null, null), (null, 'c/d', null)) t(_id, id, lastModified)");

    TableSeal seal = ImportHubStats.run(spark, file, snapshot());

    assertThat(
            new SnapshotTables(spark, snapshot())
                .read(TableContracts.RAW_MODELS).select(Columns.ID).collectAsList().stream()
                    .map(row -> row.getString(0)))
        .containsExactlyInAnyOrder("a/new", "c/d");
    assertThat(seal.facts())
        .containsEntry("rejected_without_id", 1L)
        .containsEntry("rejected_duplicates", 1L)
        .containsEntry("rows_read", 4L);
  }

  @Test
  void what_is_imported_builds(SparkSession spark) throws Exception {
    Path file =
        dump(
            "select * from (values ('k1', 'p/q', null, null), ('k2', 'c/d', '{\"base_model\":\"p/q\"}', null), "
                + "('k3', 'e/f', null, {'models': [{'_id': 'k1', 'id': 'p/q'}], 'relation': 'finetune'})) "
                + "t(_id, id, cardData, baseModels)");
    Snapshot snapshot = snapshot();
    ImportHubStats.run(spark, file, snapshot);

    new Pipeline(List.of(new ParseCards(), new DeriveEdges()))
        .run(spark, snapshot, null, JobsSettings.defaults(), null, null, false);

    assertThat(
            new SnapshotTables(spark, snapshot)
                .read(TableContracts.EDGES)
                .select(Columns.CHILD_ID, Columns.PARENT_ID, Columns.RELATION)
                .collectAsList()
                .toString())
        .isEqualTo("[[c/d,p/q,unspecified], [e/f,p/q,finetune]]");
  }

  @Test
  void a_file_that_cannot_be_used_is_one_fault(SparkSession spark) throws Exception {
    Path whole = dump("select 'k' as _id, 'a/b' as id");
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
    Path other = folder.resolve("other.parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      duck.createStatement().execute("copy (select 1 as x) to '" + other + "' (format parquet)");
    }
    Path nothing = Files.createFile(folder.resolve("nothing.parquet"));
    Path noRows = folder.resolve("no-rows.parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      duck.createStatement()
          .execute(
              "copy (select 'k' as _id, 'a/b' as id limit 0) to '" + noRows + "' (format parquet)");
    }
    for (Path file : List.of(cut, other, nothing, noRows, folder.resolve("none.parquet"))) {
      assertThatThrownBy(() -> ImportHubStats.run(spark, file, snapshot()))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.BAD_INPUT));
    }
  }

  /** Each page of the column of ids is damaged; the footer is whole. */
  @Test
  void a_file_that_is_damaged_in_the_middle_is_one_fault_and_leaves_no_table(SparkSession spark)
      throws Exception {
    Path file =
        dump("select 'k' || i as _id, 'owner/' || md5(i::varchar) as id from range(20000) t(i)");
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 1_000; at < bytes.length - 5_000; at += 50) {
      bytes[at] ^= 0x55;
    }
    Files.write(file, bytes);
    assertThatThrownBy(() -> ImportHubStats.run(spark, file, snapshot()))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
              assertThat(fault.line()).contains("damaged").doesNotContain("\n");
            });
    assertThat(snapshot().seal(TableContracts.RAW_MODELS)).isEmpty();
  }

  @Test
  void a_file_without_base_models_or_with_a_struct_of_card_data_names_what_it_lacks(
      SparkSession spark) throws Exception {
    Path file =
        dump(
            "select 'k' as _id, 'a/b' as id, {'base_model': ['p/q'], 'license': 'mit'} as cardData");
    TableSeal seal = ImportHubStats.run(spark, file, snapshot());
    assertThat(seal.facts().get("columns_missing").toString()).contains("baseModels");
    assertThat(row(spark, snapshot(), "a/b"))
        .contains("{\"base_model\":[\"p/q\"],\"license\":\"mit\"}");
  }
}
