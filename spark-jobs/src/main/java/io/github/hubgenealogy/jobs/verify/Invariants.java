package io.github.hubgenealogy.jobs.verify;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the tables of any snapshot must say of each other, whatever made them: joins and counts
 * alone, no code of the stages.
 */
final class Invariants {
  private static final String CHILD_DEPTH = "child_depth";
  private static final String CHILD_IN_CYCLE = "child_in_cycle";
  private static final String MEMBERS = "members";
  private static final String SMALLEST = "smallest";

  private final SnapshotTables tables;
  private final Findings findings;

  Invariants(SnapshotTables tables, Findings findings) {
    this.tables = tables;
    this.findings = findings;
  }

  void run(String origin) throws IOException {
    Dataset<Row> models = tables.read(TableContracts.MODELS).select(MODEL_ID);
    Dataset<Row> edges = tables.read(TableContracts.EDGES);
    Dataset<Row> lineage = tables.read(TableContracts.LINEAGE);
    for (String end : List.of(CHILD_ID, PARENT_ID)) {
      findings.rule(
          TableContracts.EDGES.name(),
          "each edge's " + end + " is a model",
          edges.select(col(end).as(MODEL_ID)).join(models, column(MODEL_ID), "left_anti").count());
    }
    findings.rule(
        TableContracts.EDGES.name(),
        "no model is its own parent",
        edges.where(col(CHILD_ID).equalTo(col(PARENT_ID))).count());
    findings.rule(
        TableContracts.LINEAGE.name(),
        "each model of lineage is a model",
        lineage.select(MODEL_ID).join(models, column(MODEL_ID), "left_anti").count());
    components(lineage);
    for (String policy :
        lineage
            .select(POLICY)
            .distinct()
            .sort(POLICY)
            .as(org.apache.spark.sql.Encoders.STRING())
            .collectAsList()) {
      policy(
          policy,
          edges.where(array_contains(col(POLICIES), policy)),
          lineage.where(col(POLICY).equalTo(policy)));
    }
    closure(lineage.where(col(POLICY).equalTo(lit("union"))));
    findings.rule(
        TableContracts.STATISTICS.name(),
        "each figure says where the data came from",
        tables
            .read(TableContracts.STATISTICS)
            .where(col(ORIGIN).notEqual(origin).or(col(SNAPSHOT).notEqual(tables.snapshot().id())))
            .count());
  }

  /** Sizes are counts, and a component is named by the smallest of its members. */
  private void components(Dataset<Row> lineage) {
    Dataset<Row> counted =
        lineage
            .groupBy(POLICY, COMPONENT_ID)
            .agg(
                count(lit(1)).as(MEMBERS),
                min(COMPONENT_SIZE).as(COMPONENT_SIZE),
                org.apache.spark.sql.functions.max(COMPONENT_SIZE).as(SIZE),
                min(MODEL_ID).as(SMALLEST));
    findings.rule(
        TableContracts.LINEAGE.name(),
        "a component's size is the number of its models, and its id the smallest of them",
        counted
            .where(
                col(MEMBERS)
                    .notEqual(col(COMPONENT_SIZE))
                    .or(col(MEMBERS).notEqual(col(SIZE)))
                    .or(col(SMALLEST).notEqual(col(COMPONENT_ID))))
            .count());
  }

  /** What holds along each edge, and how many children and parents that makes. */
  private void policy(String policy, Dataset<Row> edges, Dataset<Row> lineage) {
    Dataset<Row> ends = edges.select(CHILD_ID, PARENT_ID);
    Dataset<Row> children =
        lineage.select(
            col(MODEL_ID).as(CHILD_ID),
            col(COMPONENT_ID).as(KEY),
            col(DEPTH_MAX).as(CHILD_DEPTH),
            col(IN_CYCLE).as(CHILD_IN_CYCLE));
    Dataset<Row> parents =
        lineage.select(
            col(MODEL_ID).as(PARENT_ID), col(COMPONENT_ID), col(DEPTH_MAX), col(IN_CYCLE));
    Dataset<Row> joined = ends.join(children, CHILD_ID).join(parents, PARENT_ID).cache();
    try {
      findings.rule(
          TableContracts.EDGES.name(),
          policy + ": both ends of an edge have lineage",
          ends.count() - joined.count());
      findings.rule(
          TableContracts.LINEAGE.name(),
          policy + ": both ends of an edge are in one component",
          joined.where(col(KEY).notEqual(col(COMPONENT_ID))).count());
      Column sameCycle =
          col(IN_CYCLE).and(col(CHILD_IN_CYCLE)).and(col(CHILD_DEPTH).equalTo(col(DEPTH_MAX)));
      findings.rule(
          TableContracts.LINEAGE.name(),
          policy + ": a child is deeper than its parent, or in one cycle with it",
          joined.where(col(CHILD_DEPTH).gt(col(DEPTH_MAX)).or(sameCycle).equalTo(false)).count());
    } finally {
      joined.unpersist();
    }
    degree(policy, ends, lineage, PARENT_ID, N_CHILDREN);
    degree(policy, ends, lineage, CHILD_ID, N_PARENTS);
  }

  private void degree(
      String policy, Dataset<Row> ends, Dataset<Row> lineage, String end, String told) {
    counted(
        TableContracts.LINEAGE,
        policy + ": " + told + " is the number of its edges",
        ends.groupBy(col(end).as(MODEL_ID)).agg(count(lit(1)).as(MEMBERS)),
        lineage.select(col(MODEL_ID), col(told)),
        told);
  }

  /** The counts of ancestors and descendants are those of the rows of ancestry. */
  private void closure(Dataset<Row> lineage) throws IOException {
    Dataset<Row> ancestry = tables.read(TableContracts.ANCESTRY);
    counted(
        TableContracts.ANCESTRY,
        "n_descendants is the number of rows of ancestry",
        ancestry.groupBy(col(ANCESTOR_ID).as(MODEL_ID)).agg(count(lit(1)).as(MEMBERS)),
        lineage.select(MODEL_ID, N_DESCENDANTS),
        N_DESCENDANTS);
    counted(
        TableContracts.ANCESTRY,
        "n_ancestors is the number of rows of ancestry",
        ancestry.groupBy(col(DESCENDANT_ID).as(MODEL_ID)).agg(count(lit(1)).as(MEMBERS)),
        lineage.select(MODEL_ID, N_ANCESTORS),
        N_ANCESTORS);
  }

  private void counted(
      TableContract table, String rule, Dataset<Row> counts, Dataset<Row> lineage, String told) {
    Dataset<Row> some = lineage.where(col(told).gt(0));
    findings.rule(
        table.name(),
        rule,
        some.join(counts, column(MODEL_ID), "full_outer")
            .where(col(told).eqNullSafe(col(MEMBERS)).equalTo(false))
            .count());
  }

  private static scala.collection.immutable.Seq<String> column(String name) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(name)).toSeq();
  }
}
