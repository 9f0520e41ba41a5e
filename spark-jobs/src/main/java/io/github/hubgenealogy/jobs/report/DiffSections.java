package io.github.hubgenealogy.jobs.report;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;

import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The parts of a diff's page: of each table its counts, and the rows that weigh most. */
final class DiffSections {
  private static final int TOP = 20;
  private static final List<String> POLICIES = List.of("union", "union_no_merge");

  private final SnapshotTables diff;
  private final String source;

  DiffSections(SnapshotTables diff, String source) {
    this.diff = diff;
    this.source = source;
  }

  List<Section> all() throws IOException {
    return List.of(models(), cards(), edges(), components(), statistics());
  }

  /** Rows of a table of the diff, by what changed. */
  List<Row> counts(Dataset<Row> rows) {
    return rows.groupBy(CHANGE).agg(count(lit(1))).orderBy(CHANGE).collectAsList();
  }

  private Section models() throws IOException {
    Dataset<Row> models = diff.read(TableContracts.DIFF_MODELS);
    List<ReportTable> tables = new ArrayList<>();
    tables.add(byChange("models-by-change", "Models by what became of them", models));
    tables.add(
        table(
            "models-deleted",
            "Deleted models with most children",
            List.of("model", "children", "created"),
            weighty(models.where(col(CHANGE).equalTo("deleted")), MODEL_ID)));
    tables.add(
        table(
            "models-created",
            "New models with most children",
            List.of("model", "children", "created"),
            weighty(models.where(col(CHANGE).equalTo("created")), MODEL_ID)));
    tables.add(
        table(
            "models-renamed",
            "Models under another name",
            List.of("model", "was", "children"),
            models
                .where(col(CHANGE).equalTo("renamed"))
                .orderBy(col(N_CHILDREN).desc_nulls_last(), col(MODEL_ID))
                .limit(TOP)
                .select(col(MODEL_ID), col(FORMER_ID), col(N_CHILDREN).cast("bigint"))));
    return new Section(
        "models",
        "Models",
        "A model is the same where the Hub's key is; without a key, where the id is. Children are"
            + " counted under policy union: of a deleted model, those that it had.",
        List.of(),
        tables);
  }

  private static Dataset<Row> weighty(Dataset<Row> models, String id) {
    return models
        .orderBy(col(N_CHILDREN).desc_nulls_last(), col(id))
        .limit(TOP)
        .select(
            col(id),
            col(N_CHILDREN).cast("bigint"),
            date_format(col(CREATED_AT), "yyyy-MM-dd").as(CREATED_AT));
  }

  private Section cards() throws IOException {
    Dataset<Row> cards = diff.read(TableContracts.DIFF_CARDS);
    return new Section(
        "cards",
        "Cards",
        "Cards of models in both snapshots that say something else now, could be read for the first"
            + " time, or no longer.",
        List.of(),
        List.of(
            byChange("cards-by-change", "Cards by change", cards),
            table(
                "cards-by-status",
                "What reading them gave before and after",
                List.of("before", "after", "cards"),
                grouped(cards, PARSE_STATUS_BEFORE, PARSE_STATUS_AFTER))));
  }

  private Section edges() throws IOException {
    Dataset<Row> edges = diff.read(TableContracts.DIFF_EDGES);
    return new Section(
        "edges",
        "Edges",
        "Pairs of child and parent under policy union that came, went, or are of another kind.",
        List.of(),
        List.of(
            byChange("edges-by-change", "Edges by change", edges),
            table(
                "edges-by-relation",
                "Their relation before and after",
                List.of("before", "after", "edges"),
                grouped(edges, RELATION_BEFORE, RELATION_AFTER))));
  }

  private Section components() throws IOException {
    Dataset<Row> components = diff.read(TableContracts.DIFF_COMPONENTS);
    return new Section(
        "families",
        "Families",
        "Components under policy union of two or more: merged, where one of now was several before,"
            + " and split, where one of before is several now; by models of both snapshots.",
        List.of(),
        List.of(
            byChange("families-by-change", "Families by change", components),
            table(
                "families-largest",
                "The largest of them",
                List.of("change", "smallest id", "models", "parts", "largest part"),
                components
                    .orderBy(col(SIZE).desc(), col(CHANGE), col(COMPONENT_ID))
                    .limit(TOP)
                    .select(CHANGE, COMPONENT_ID, SIZE, PARTS, LARGEST_PART))));
  }

  private Section statistics() throws IOException {
    Dataset<Row> figures =
        diff.read(TableContracts.DIFF_STATISTICS)
            .where(col(POLICY).isin(POLICIES.toArray()).and(col(KEY).equalTo("")));
    return new Section(
        "statistics",
        "Statistics",
        "Figures of two policies side by side, those that moved most first; all of them, by every key"
            + " and policy, are in the table diff_statistics. Figures of different definitions are not"
            + " subtracted.",
        List.of(),
        List.of(
            table(
                "statistics-side-by-side",
                "Figures before and after",
                List.of("policy", "of", "statistic", "before", "after", "difference", "unit"),
                figures
                    .orderBy(
                        abs(col(DIFFERENCE).divide(nonZero(col(VALUE_BEFORE)))).desc_nulls_last(),
                        col(POLICY),
                        col(POPULATION),
                        col(STATISTIC))
                    .select(
                        POLICY,
                        POPULATION,
                        STATISTIC,
                        VALUE_BEFORE,
                        VALUE_AFTER,
                        DIFFERENCE,
                        UNIT))));
  }

  private static Column nonZero(Column value) {
    return org.apache.spark.sql.functions.when(value.notEqual(0.0), value);
  }

  private ReportTable byChange(String name, String title, Dataset<Row> rows) {
    List<List<Object>> cells = new ArrayList<>();
    counts(rows).forEach(row -> cells.add(List.of(row.getString(0), row.getLong(1))));
    return new ReportTable(name, title, source, List.of("change", "rows"), cells);
  }

  private static Dataset<Row> grouped(Dataset<Row> rows, String before, String after) {
    return rows.groupBy(before, after)
        .agg(count(lit(1)).as(ROWS))
        .orderBy(col(ROWS).desc(), col(before), col(after));
  }

  private ReportTable table(String name, String title, List<String> header, Dataset<Row> rows) {
    List<List<Object>> cells = new ArrayList<>();
    for (Row row : rows.collectAsList()) {
      List<Object> line = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        line.add(row.get(i));
      }
      cells.add(line);
    }
    return new ReportTable(name, title, source, header, cells);
  }
}
