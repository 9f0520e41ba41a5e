package io.github.hubgenealogy.jobs.release;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.SparkExtension;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class CoarseTest {
  @Test
  void numbers_are_cut_by_their_digits(SparkSession spark) {
    List<String> cut =
        spark
            .sql(
                "select * from values (null, 0L), (1L, 1L), (9L, 9L), (10L, 20L), (99L, 49L), (100L, 50L),"
                    + " (5000000000L, 7000000000L), (999999999999999999L, 110106428L) as t(a, b)")
            .select(Coarse.band(col("a")), Coarse.size(col("b")))
            .collectAsList()
            .stream()
            .map(row -> row.mkString(" "))
            .toList();
    assertThat(cut)
        .containsExactly(
            "null 0",
            "1 1",
            "1 5",
            "10 20",
            "10 20",
            "100 50",
            "1000000000 5000000000",
            "100000000000000000 100000000");
  }

  @Test
  void a_number_that_too_few_owners_reach_is_given_as_the_last_that_enough_do() {
    TreeMap<Long, Long> owners =
        new TreeMap<>(Map.of(0L, 100L, 10L, 3L, 100L, 2L, 1_000L, 2L, 100_000L, 1L));
    assertThat(Shared.top(owners, 5)).isEqualTo(100);
    assertThat(Shared.top(owners, 3)).isEqualTo(1_000);
    assertThat(Shared.top(owners, 1)).isEqualTo(100_000);
    assertThat(Shared.top(owners, 1_000)).isZero();
  }

  @Test
  void concentration_over_too_few_owners_is_left_out(SparkSession spark) {
    List<String> rows =
        Suppression.concentration(
                spark.sql(
                    "select * from values ('owner_models', 4L, 0.9D, 0.9D, 0.9D),"
                        + " ('owner_children', 400L, 0.5D, 0.6D, 0.4D), ('owner_downloads', 401L, 0.5D, 0.6D, 0.4D),"
                        + " ('downloads', 3L, 1.0D, 1.0D, 0.5D) as t(measure, holders, top_10, top_100, top_percent)"),
                5)
            .collectAsList()
            .stream()
            .map(row -> row.mkString(" "))
            .toList();
    assertThat(rows)
        .containsExactly(
            "owner_children 400 0.5 0.6 null",
            "owner_downloads 401 0.5 0.6 0.4",
            "downloads 3 1.0 1.0 0.5");
  }
}
