package io.github.hubgenealogy.jobs.lineage;

import static io.github.hubgenealogy.jobs.tables.Columns.CHILD_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.MODEL_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.PARENT_ID;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.min;

import io.github.hubgenealogy.lake.command.Fault;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Says which end of an edge is in no row of table models. */
public final class UnknownVertex {
  private UnknownVertex() {}

  /** The fault, which names the smallest such id. */
  public static Fault fault(Dataset<Row> models, Dataset<Row> edges) {
    String missing =
        edges
            .select(explode(array(col(CHILD_ID), col(PARENT_ID))).as(MODEL_ID))
            .join(models.select(MODEL_ID), new String[] {MODEL_ID}, "left_anti")
            .agg(min(MODEL_ID))
            .first()
            .getString(0);
    return Fault.badInput(
        "an edge names " + missing + ", which is no vertex",
        "tables models and edges",
        "Add it to table models; its presence says whether it is listed.");
  }

  /** The fault of an id that stands in two rows of table models. */
  public static Fault twice(String id) {
    return Fault.badInput(
        "the id " + id + " stands twice", "table models", "Write each model once.");
  }
}
