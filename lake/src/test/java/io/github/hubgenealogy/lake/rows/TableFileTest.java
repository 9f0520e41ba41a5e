package io.github.hubgenealogy.lake.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.LocalFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableFileTest {
  private static final int COLUMNS = TableContracts.RAW_MODELS.columns().size();

  @TempDir Path folder;

  private static Object[] model() {
    Object[] row = new Object[COLUMNS];
    row[TableContracts.RAW_MODELS.indexOf("_id")] = "621ffdc036468d709f174338";
    row[TableContracts.RAW_MODELS.indexOf("id")] = "müller/bert-\ud83e\udd17";
    row[TableContracts.RAW_MODELS.indexOf("createdAt")] = 1646263744000000L;
    row[TableContracts.RAW_MODELS.indexOf("private")] = false;
    row[TableContracts.RAW_MODELS.indexOf("downloads")] = 5_000_000_000L;
    row[TableContracts.RAW_MODELS.indexOf("trendingScore")] = 0.5;
    row[TableContracts.RAW_MODELS.indexOf("tags")] = List.of("a", "b");
    row[TableContracts.RAW_MODELS.indexOf("safetensors")] = new Object[] {Map.of("F32", 12L), 12L};
    row[TableContracts.RAW_MODELS.indexOf("baseModels")] =
        new Object[] {"merge", List.of(new Object[] {"k1", "x/y"}, new Object[] {null, "x/z"})};
    return row;
  }

  private DataFile write(String name, int rows) throws Exception {
    try (TableFileWriter writer =
        new TableFileWriter(new LocalFiles(folder), "t", name, TableContracts.RAW_MODELS)) {
      for (int i = 0; i < rows; i++) {
        writer.write(new ObjectCells(model()));
      }
      return writer.finish();
    }
  }

  @Test
  void a_row_reads_back_as_it_was_written() throws Exception {
    write("part-00000.parquet", 3);

    try (TableFileReader reader =
        new TableFileReader(
            new LocalFiles(folder), "t/part-00000.parquet", TableContracts.RAW_MODELS)) {
      for (int i = 0; i < 3; i++) {
        assertThat(reader.next()).usingRecursiveComparison().isEqualTo(model());
      }
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void duckdb_reads_nested_values_and_times_as_meant() throws Exception {
    write("part-00000.parquet", 1);

    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet row =
            connection
                .createStatement()
                .executeQuery(
                    "select id, epoch_us(\"createdAt\"), tags[2], safetensors.parameters['F32'], "
                        + "\"baseModels\".models[2].id, author from '"
                        + folder
                        + "/t/part-00000.parquet'")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("müller/bert-\ud83e\udd17");
      assertThat(row.getLong(2)).isEqualTo(1646263744000000L);
      assertThat(row.getString(3)).isEqualTo("b");
      assertThat(row.getLong(4)).isEqualTo(12);
      assertThat(row.getString(5)).isEqualTo("x/z");
      assertThat(row.getString(6)).isNull();
    }
  }

  @Test
  void the_seal_knows_the_bytes_that_lie_there() throws Exception {
    DataFile file = write("part-00000.parquet", 2);

    byte[] bytes = Files.readAllBytes(folder.resolve("t/part-00000.parquet"));
    assertThat(file.bytes()).isEqualTo(bytes.length);
    assertThat(file.rows()).isEqualTo(2);
    assertThat(file.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
  }

  @Test
  void the_same_rows_give_the_same_bytes() throws Exception {
    assertThat(write("a.parquet", 5).sha256()).isEqualTo(write("b.parquet", 5).sha256());
  }

  @Test
  void a_null_in_a_key_is_refused_by_name() throws Exception {
    Object[] row = model();
    row[0] = null;
    try (TableFileWriter writer =
        new TableFileWriter(new LocalFiles(folder), "t", "x.parquet", TableContracts.RAW_MODELS)) {
      assertThatThrownBy(() -> writer.write(new ObjectCells(row))).hasMessageContaining("_id");
    }
  }

  @Test
  void a_column_asked_for_alone_comes_alone() throws Exception {
    write("part-00000.parquet", 1);
    try (TableFileReader reader =
        new TableFileReader(
            new LocalFiles(folder),
            "t/part-00000.parquet",
            TableContracts.RAW_MODELS,
            List.of("id", "likes"))) {
      assertThat(reader.next()).containsExactly("müller/bert-\ud83e\udd17", null);
    }
  }
}
