package io.github.hubgenealogy.jobs.tables;

import io.github.hubgenealogy.lake.contract.TableContract;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Contracts as Spark types. */
public final class Schemas {
  private Schemas() {}

  public static StructType of(TableContract contract) {
    return (StructType) DataType.fromJson(contract.schemaJson());
  }

  /**
   * The same with every value allowed to be null: what Spark computes is of this type until it is
   * written.
   */
  public static StructType nullable(TableContract contract) {
    return of(contract).asNullable();
  }
}
