package io.github.hubgenealogy.jobs.backfill;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One snapshot among others, under policy union.
 *
 * @param models vertices: listed models and their parents
 * @param edges pairs of child and parent
 * @param derived models with a parent
 * @param giant models of the largest component; of equal ones that of the smallest id
 * @param giantLabel the member of it with most descendants
 * @param deepest the longest way from a root, in condensed edges
 * @param orphans derived models of which no parent is listed
 * @param parents listed models with children in the snapshot before, or −1 where there is none
 * @param parentsLeft how many of them are still listed, by the Hub's key, or −1
 */
public record GrowthLine(
    String snapshot,
    long models,
    long edges,
    long derived,
    long giant,
    String giantLabel,
    int deepest,
    long orphans,
    long parents,
    long parentsLeft) {

  private static final String UNION = "union";

  /** The names of the fields, in the order of {@link #cells}. */
  public static List<String> header() {
    return List.of(
        "snapshot",
        "models",
        "edges",
        "derived_models",
        "largest_component",
        "largest_component_label",
        "depth_max",
        "orphans",
        "parents_before",
        "parents_still_listed");
  }

  /** The line, a cell a field; unknown is empty. */
  public List<String> cells() {
    return List.of(
        snapshot,
        Long.toString(models),
        Long.toString(edges),
        Long.toString(derived),
        Long.toString(giant),
        giantLabel,
        Integer.toString(deepest),
        Long.toString(orphans),
        parents < 0 ? "" : Long.toString(parents),
        parentsLeft < 0 ? "" : Long.toString(parentsLeft));
  }

  /** Measures one snapshot. */
  static GrowthLine of(SnapshotTables tables, SnapshotTables before) throws IOException {
    Dataset<Row> lineage = tables.read(TableContracts.LINEAGE).where(col(POLICY).equalTo(UNION));
    Row shape =
        lineage
            .agg(count("*"), count_if(col(N_PARENTS).gt(0)), max(COMPONENT_SIZE), max(DEPTH_MAX))
            .first();
    Row giant =
        lineage
            .where(col(COMPONENT_SIZE).equalTo(shape.isNullAt(2) ? 0L : shape.getLong(2)))
            .agg(min(org.apache.spark.sql.functions.struct(COMPONENT_ID, COMPONENT_LABEL)))
            .first();
    Dataset<Row> edges =
        tables
            .read(TableContracts.EDGES)
            .where(org.apache.spark.sql.functions.array_contains(col(POLICIES), UNION));
    long orphans =
        edges
            .groupBy(CHILD_ID)
            .agg(count_if(col(PARENT_PRESENCE).equalTo("listed")).as(N_PARENTS))
            .where(col(N_PARENTS).equalTo(0))
            .count();
    long parents = -1;
    long left = -1;
    if (before != null) {
      Dataset<Row> then = keys(before).join(parents(before), MODEL_ID).select(REPO_KEY);
      parents = then.count();
      left = then.join(keys(tables).select(REPO_KEY).distinct(), REPO_KEY).count();
    }
    return new GrowthLine(
        tables.snapshot().id(),
        shape.getLong(0),
        edges.count(),
        shape.getLong(1),
        shape.isNullAt(2) ? 0 : shape.getLong(2),
        giant.isNullAt(0) ? "" : giant.getStruct(0).getString(1),
        shape.isNullAt(3) ? 0 : shape.getInt(3),
        orphans,
        parents,
        left);
  }

  private static Dataset<Row> keys(SnapshotTables tables) throws IOException {
    return tables
        .read(TableContracts.MODELS)
        .where(col(PRESENCE).equalTo("listed"))
        .select(MODEL_ID, REPO_KEY);
  }

  private static Dataset<Row> parents(SnapshotTables tables) throws IOException {
    return tables
        .read(TableContracts.LINEAGE)
        .where(col(POLICY).equalTo(UNION).and(col(N_CHILDREN).gt(0)))
        .select(MODEL_ID);
  }
}
