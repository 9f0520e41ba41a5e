package io.github.hubgenealogy.jobs.edges;

import java.io.Serializable;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;

/** Finds the claims of one row, whose first column is the child's id. */
interface ClaimReader extends Serializable {
  void read(InternalRow row, Consumer<Claim> claims);
}
