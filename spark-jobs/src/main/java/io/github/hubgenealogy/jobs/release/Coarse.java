package io.github.hubgenealogy.jobs.release;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.lake.contract.TableContract;
import org.apache.spark.sql.Column;

/** Values made coarse: times and whole numbers from 0. */
final class Coarse {
  private Coarse() {}

  static Column month(Column time) {
    return date_trunc("month", time);
  }

  static Column day(Column time) {
    return date_trunc("day", time);
  }

  /** 0, 1, 10, 100 … at most the number itself; null stays null. */
  static Column band(Column number) {
    return when(number.leq(0), lit(0L)).otherwise(power(number)).cast("bigint");
  }

  /** 0, 1, 2, 5, 10, 20, 50 … at most the number itself; null stays null. */
  static Column size(Column number) {
    Column power = power(number);
    Column first = floor(number.divide(power));
    Column step = when(first.geq(5), lit(5L)).when(first.geq(2), lit(2L)).otherwise(lit(1L));
    return when(number.leq(0), lit(0L)).otherwise(power.multiply(step)).cast("bigint");
  }

  /** By the digits, which are exact where a logarithm is not. */
  private static Column power(Column number) {
    return pow(lit(10.0), length(number.cast("bigint").cast("string")).minus(1)).cast("bigint");
  }

  /**
   * Whose a row is, by the id that its table's key begins with; a name without owner is its own.
   */
  static Column owner(TableContract table) {
    return substring_index(col(table.key().get(0)), "/", 1);
  }
}
