package io.github.hubgenealogy.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.Cells;
import io.github.hubgenealogy.lake.rows.ObjectCells;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class TableWriterTest {
  private static final int ROWS = 10_000;

  @TempDir Path lake;

  /** The contract of ancestry with files of 1,500 rows. */
  private static TableContract shortFiles() {
    return shortFiles(TableContracts.ANCESTRY);
  }

  private static TableContract shortFiles(TableContract table) {
    return new TableContract(
        table.name(),
        table.path(),
        table.stage(),
        table.description(),
        table.key(),
        table.sort(),
        1,
        1_500,
        table.columns(),
        table.schemaJson());
  }

  private static Dataset<Row> rows(SparkSession spark) {
    return spark
        .range(ROWS)
        .selectExpr(
            "concat('owner/', id * 7919 % " + ROWS + ") as ancestor_id",
            "concat('x/', id) as descendant_id",
            "cast(1 as int) as distance",
            "'é' as next_hop_id");
  }

  private List<DataFile> write(
      SparkSession spark, String id, int partitions, boolean descending, KeyRanges ranges) {
    Snapshot snapshot = Lake.at(lake.toString()).snapshot(id);
    Dataset<Row> rows = rows(spark).repartition(partitions);
    Dataset<Row> ordered =
        descending ? rows.sort(org.apache.spark.sql.functions.desc("ancestor_id")) : rows;
    return new TableWriter(shortFiles(), snapshot, snapshot.folder(TableContracts.ANCESTRY))
        .write(ordered, ranges);
  }

  @Test
  void the_files_are_the_same_however_the_rows_were_divided(SparkSession spark) throws Exception {
    Dataset<Row> keys = spark.range(ROWS).selectExpr("concat('owner/', id) as k");
    List<DataFile> one = write(spark, "one", 1, false, KeyRanges.single());
    List<DataFile> many = write(spark, "many", 7, true, KeyRanges.sampled(keys, 450_000));

    assertThat(one).hasSize(7).isEqualTo(many);
    assertThat(one.stream().map(DataFile::rows))
        .containsExactly(1500L, 1500L, 1500L, 1500L, 1500L, 1500L, 1000L);
  }

  @Test
  void the_rows_are_sorted_through_all_files_as_duckdb_sees_them(SparkSession spark)
      throws Exception {
    write(spark, "s", 5, false, KeyRanges.single());
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet row =
            duck.createStatement()
                .executeQuery(
                    "select count(*), count(distinct ancestor_id), bool_and(ok) from (select ancestor_id, "
                        + "coalesce(lag(ancestor_id) over (order by filename, file_row_number) < ancestor_id, true) ok "
                        + "from read_parquet('"
                        + lake
                        + "/s/tables/ancestry/*.parquet', filename = true, file_row_number = true))")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getLong(1)).isEqualTo(ROWS);
      assertThat(row.getLong(2)).isEqualTo(ROWS);
      assertThat(row.getBoolean(3)).isTrue();
    }
  }

  @Test
  void each_row_is_completed_by_the_row_of_its_key_in_another_sorted_table(SparkSession spark)
      throws Exception {
    Dataset<Row> keys = spark.range(ROWS).selectExpr("concat('owner/', id) as k");
    for (KeyRanges ranges : List.of(KeyRanges.single(), KeyRanges.sampled(keys, 450_000))) {
      Snapshot snapshot = Lake.at(lake.toString()).snapshot("ranges" + ranges.count());
      Dataset<Row> others =
          spark
              .range(ROWS)
              .where("id % 3 = 0")
              .selectExpr(
                  "concat('owner/', id) as child_id",
                  "'new_version' as kind",
                  "concat('to/', id) as target_id",
                  "'exact' as resolution");
      String folder = snapshot.folder(TableContracts.SUCCESSION);
      List<String> paths =
          new TableWriter(shortFiles(TableContracts.SUCCESSION), snapshot, folder)
              .write(others, ranges).stream().map(file -> folder + "/" + file.name()).toList();
      Companion companion =
          new Companion(TableContracts.SUCCESSION.name(), snapshot.files(), paths, new NextHop());
      String written = snapshot.folder(TableContracts.ANCESTRY);
      new TableWriter(shortFiles(), snapshot, written, companion).write(rows(spark), ranges);

      Dataset<Row> read = spark.read().parquet(snapshot.files().url(written));
      assertThat(read.count()).isEqualTo(ROWS);
      assertThat(
              read.where(
                      "next_hop_id = if(substring(ancestor_id, 7) % 3 = 0, "
                          + "concat('to/', substring(ancestor_id, 7)), 'é')")
                  .count())
          .isEqualTo(ROWS);
    }
  }

  /** Puts another table's target where the row's next hop stands. */
  private static final class NextHop implements Completion {
    private static final long serialVersionUID = 1L;

    @Override
    public List<String> columns() {
      return List.of("child_id", "target_id");
    }

    @Override
    public Cells of(Cells row, Object[] other) {
      return other == null
          ? row
          : new ObjectCells(
              row.binary(0).getBytes(), row.binary(1).getBytes(), row.int32(2), other[1]);
    }
  }

  @Test
  void no_rows_are_one_empty_file(SparkSession spark) {
    Snapshot snapshot = Lake.at(lake.toString()).snapshot("none");
    List<DataFile> files =
        new TableWriter(TableContracts.ANCESTRY, snapshot, snapshot.folder(TableContracts.ANCESTRY))
            .write(
                spark.createDataFrame(List.of(), Schemas.of(TableContracts.ANCESTRY)),
                KeyRanges.single());
    assertThat(files).hasSize(1);
    assertThat(files.get(0).rows()).isZero();
  }
}
