package io.github.hubgenealogy.jobs.cards;

import static io.github.hubgenealogy.jobs.tables.Columns.ID;
import static io.github.hubgenealogy.jobs.tables.Columns.KEY_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.tables.KeyedRows;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.FileKeys;
import io.github.hubgenealogy.lake.rows.KeySpan;
import io.github.hubgenealogy.lake.rows.ObjectCells;
import io.github.hubgenealogy.lake.rows.TableFileWriter;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ranges of keys over several files, and both raw tables met by them. */
@ExtendWith(SparkExtension.class)
final class KeyedRowsTest {
  private static final int MODELS = 100_000;
  private static final byte[] CARD = "---\nlicense: mit\n---\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  private static String key(int n) {
    return String.format(java.util.Locale.ROOT, "%024x", n);
  }

  private Snapshot snapshot() {
    return Lake.at(folder.toString()).snapshot("keys");
  }

  /** Files of uneven length that hold rows 0 to count, those that are null left out. */
  private void write(
      TableContract table, int count, int perFile, IntFunction<Map<String, Object>> rows)
      throws IOException {
    List<DataFile> files = new ArrayList<>();
    long written = 0;
    int next = 0;
    while (next < count) {
      try (TableFileWriter writer =
          new TableFileWriter(
              snapshot().files(), snapshot().folder(table), "part-" + files.size(), table)) {
        int end = Math.min(count, next + perFile + files.size() * 777);
        for (; next < end; next++) {
          Map<String, Object> row = rows.apply(next);
          if (row != null) {
            written++;
            writer.write(
                new ObjectCells(
                    table.columns().stream().map(column -> row.get(column.name())).toArray()));
          }
        }
        files.add(writer.finish());
      }
    }
    snapshot()
        .create(table, new TableSeal(table.name(), 1, "x", written, files, "simulated", Map.of()));
  }

  private void writeModels() throws IOException {
    write(
        TableContracts.RAW_MODELS,
        MODELS,
        30_000,
        n -> Map.of("_id", key(n), "id", "m/" + (MODELS - n), "tags", List.of()));
  }

  @Test
  void a_range_has_its_rows_and_no_others() throws IOException {
    writeModels();
    List<String> paths = snapshot().dataPaths(TableContracts.RAW_MODELS);
    assertThat(paths).hasSizeGreaterThan(2);
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      int from = random.nextInt(MODELS);
      int to = from + random.nextInt(MODELS - from + 1);
      KeySpan span = new KeySpan(bytes(key(from)), bytes(key(to)));
      int next = from;
      try (KeyedRows rows =
          new KeyedRows(
              snapshot().files(),
              TableContracts.RAW_MODELS,
              paths.stream().filter(path -> keys(path).meets(span)).toList(),
              List.of(KEY_ID, ID),
              span)) {
        for (Object[] row = rows.next(); row != null; row = rows.next()) {
          assertThat(new String((byte[]) row[0], StandardCharsets.UTF_8)).isEqualTo(key(next++));
        }
      }
      assertThat(next).isEqualTo(to);
    }
  }

  private FileKeys keys(String path) {
    try {
      return FileKeys.of(snapshot().files(), path, KEY_ID);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void each_model_meets_its_own_card_however_the_work_is_cut(SparkSession spark)
      throws IOException {
    writeModels();
    // Cards for two models in three, and for some that are not listed.
    write(
        TableContracts.RAW_CARDS,
        MODELS + 500,
        17_000,
        n ->
            n % 3 == 0
                ? null
                : Map.of(
                    "_id",
                    key(n),
                    "id",
                    "m/" + n,
                    "status",
                    n % 3 == 1 ? "ok" : "gated",
                    "truncated",
                    false,
                    "sha",
                    Integer.toString(n),
                    "content",
                    n % 3 == 1 ? CARD : new byte[0]));
    assertThat(CardSplit.of(snapshot())).hasSizeGreaterThan(1);

    List<Row> rows =
        ParseCards.cards(spark, snapshot(), JobsSettings.defaults().cards()).collectAsList();

    assertThat(rows).hasSize(MODELS);
    for (Row row : rows) {
      int n = MODELS - Integer.parseInt(row.getString(0).substring(2));
      String status = row.getAs("parse_status");
      assertThat(status).isEqualTo(n % 3 == 0 ? "not_fetched" : n % 3 == 1 ? "ok" : "empty");
      assertThat(row.isNullAt(1) ? -1 : Integer.parseInt(row.getString(1)))
          .isEqualTo(n % 3 == 0 ? -1 : n);
    }
  }
}
