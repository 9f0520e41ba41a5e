package io.github.hubgenealogy.jobs.lineage;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.trim;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.jobs.tables.KeyRanges;
import io.github.hubgenealogy.jobs.tables.Schemas;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;

/**
 * Any edge list as tables models and edges: a folder with {@code models} and {@code edges}, each a
 * folder or a file of Parquet or CSV with a header, or one {@code .v} and one {@code .e} file as
 * LDBC Graphalytics has them (a vertex a line; source and target separated by a blank, the source
 * taken as the child). Only {@code model_id}, and {@code child_id} and {@code parent_id}, must be
 * there. What else the engines read has a default: every model is listed, every edge unspecified
 * and counted under each policy.
 */
public final class GraphFolder {
  private static final String LDBC_LINE = "value";

  private final Path models;
  private final Path edges;

  private GraphFolder(Path models, Path edges) {
    this.models = models;
    this.edges = edges;
  }

  /** The folder's two parts, by their names. */
  public static GraphFolder at(Path folder) throws IOException {
    return new GraphFolder(
        part(folder, MODELS, ".v"), part(folder, TableContracts.EDGES.name(), ".e"));
  }

  private static Path part(Path folder, String name, String ldbc) throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        entries
            .filter(
                entry -> {
                  String file = entry.getFileName().toString();
                  return file.equals(name)
                      || file.equals(name + ".parquet")
                      || file.equals(name + ".csv")
                      || file.endsWith(ldbc);
                })
            .sorted()
            .forEach(found::add);
      }
    }
    if (found.size() != 1) {
      throw Fault.badInput(
          found.isEmpty() ? "no " + name + " in the folder" : "several " + name + " in the folder",
          folder.toString(),
          "It takes one of: " + name + ", " + name + ".parquet, " + name + ".csv, *" + ldbc + ".");
    }
    return found.get(0);
  }

  /** Writes and seals both tables. */
  public void write(SnapshotTables tables) throws IOException {
    SparkSession spark = tables.spark();
    Dataset<Row> vertices =
        isLdbc(models, ".v")
            ? spark
                .read()
                .text("file:" + models.toAbsolutePath())
                .select(trim(col(LDBC_LINE)).as(MODEL_ID))
            : read(spark, models);
    Dataset<Row> pairs = read(spark, edges);
    if (isLdbc(edges, ".e")) {
      Column ends = split(trim(col(LDBC_LINE)), "\\s+");
      pairs =
          spark
              .read()
              .text("file:" + edges.toAbsolutePath())
              .select(ends.getItem(0).as(CHILD_ID), ends.getItem(1).as(PARENT_ID));
    }
    write(tables, TableContracts.MODELS, models, vertices, Map.of(PRESENCE, lit("listed")));
    Column policies =
        array(Arrays.stream(Policy.values()).map(p -> lit(p.word())).toArray(Column[]::new));
    write(
        tables,
        TableContracts.EDGES,
        edges,
        pairs,
        Map.of(
            RELATION, lit(Relation.UNSPECIFIED.word()),
            RELATION_BASIS, lit("none"),
            RELATION_CONFLICT, lit(false),
            SOURCES, array().cast("array<string>"),
            POLICIES, policies,
            PARENT_PRESENCE, lit("listed"),
            FIRST_SEEN, lit(tables.snapshot().id())));
  }

  private static boolean isLdbc(Path file, String suffix) {
    return file.getFileName().toString().endsWith(suffix);
  }

  private static Dataset<Row> read(SparkSession spark, Path path) throws IOException {
    if (isCsv(path)) {
      return spark.read().option("header", "true").csv("file:" + path.toAbsolutePath());
    }
    return isLdbc(path, ".e")
        ? spark.read().text("file:" + path.toAbsolutePath())
        : spark.read().parquet("file:" + path.toAbsolutePath());
  }

  private static boolean isCsv(Path path) throws IOException {
    if (path.getFileName().toString().endsWith(".csv")) {
      return true;
    }
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.anyMatch(file -> file.getFileName().toString().endsWith(".csv"));
    }
  }

  private static void write(
      SnapshotTables tables,
      TableContract table,
      Path source,
      Dataset<Row> given,
      Map<String, Column> defaults)
      throws IOException {
    List<String> there = Arrays.asList(given.columns());
    for (String needed : table.key()) {
      if (!there.contains(needed)) {
        throw Fault.badInput(
            "no column " + needed, source.toString(), "It has: " + String.join(", ", there) + ".");
      }
    }
    List<Column> columns = new ArrayList<>();
    for (StructField field : Schemas.nullable(table).fields()) {
      Column value = there.contains(field.name()) ? col(field.name()) : lit(null);
      Column preset = defaults.get(field.name());
      columns.add(
          (preset == null ? value : coalesce(value.cast(field.dataType()), preset))
              .cast(field.dataType())
              .as(field.name()));
    }
    Dataset<Row> rows = given.select(columns.toArray(Column[]::new));
    long count = rows.count();
    KeyRanges ranges = KeyRanges.sampled(rows.select(table.key().get(0)), count);
    tables.write(table, rows, ranges, "graph " + source.getFileName() + " " + count, Map.of());
  }
}
