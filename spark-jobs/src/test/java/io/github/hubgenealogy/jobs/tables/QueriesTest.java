package io.github.hubgenealogy.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.jdk.javaapi.CollectionConverters;

/** Each example query, in DuckDB and in Spark, on the sample snapshot: the same rows from both. */
@ExtendWith(SparkExtension.class)
final class QueriesTest {
  private static final Path HOME = Path.of(System.getProperty("hubgen.home"));

  private static List<Path> queries() throws Exception {
    try (Stream<Path> files = Files.list(HOME.resolve("queries"))) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }

  @Test
  void each_query_answers_its_question_alike_in_both_engines(SparkSession spark) throws Exception {
    Snapshot snapshot = Lake.at(HOME.resolve("data/sample").toString()).snapshot("sample");
    SnapshotTables tables = new SnapshotTables(spark, snapshot);
    List<String> answered = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      for (TableContract table : TableContracts.ofSnapshots()) {
        if (snapshot.seal(table).isPresent()) {
          String folder = HOME.resolve("data/sample/sample").resolve(table.path()).toString();
          statement.execute(
              "create view " + table.name() + " as from '" + folder + "/**/*.parquet'");
          tables.read(table).createOrReplaceTempView(table.name());
        }
      }
      for (Path file : queries()) {
        String text = Files.readString(file);
        assertThat(text).as(file.toString()).startsWith("-- ").endsWith(";\n");
        String query = text.substring(text.indexOf('\n') + 1, text.lastIndexOf(';'));
        List<List<String>> ducks = duck(statement, query);
        List<List<String>> sparks =
            spark.sql(query).collectAsList().stream().map(QueriesTest::cells).toList();
        assertThat(sparks).as(file.getFileName().toString()).isEqualTo(ducks);
        if (!ducks.isEmpty()) {
          answered.add(file.getFileName().toString());
        }
      }
    } finally {
      TableContracts.ofSnapshots().forEach(table -> spark.catalog().dropTempView(table.name()));
    }
    assertThat(queries()).hasSizeGreaterThanOrEqualTo(15);
    assertThat(answered).as("queries with an answer on the sample").hasSizeGreaterThan(12);
  }

  private static List<List<String>> duck(Statement statement, String query) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(text(result.getObject(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      cells.add(text(row.get(i)));
    }
    return cells;
  }

  /** One text for what both engines have as objects of their own. */
  private static String text(Object value) {
    try {
      if (value instanceof Array array) {
        return Arrays.toString((Object[]) array.getArray());
      }
    } catch (SQLException closed) {
      throw new IllegalStateException(closed);
    }
    if (value instanceof scala.collection.Seq<?> list) {
      return CollectionConverters.asJava(list).toString();
    }
    if (value instanceof java.sql.Timestamp time) {
      return time.toInstant().toString();
    }
    if (value instanceof java.time.OffsetDateTime time) {
      return time.toInstant().toString();
    }
    if (value instanceof Instant time) {
      return time.toString();
    }
    return String.valueOf(value);
  }
}
