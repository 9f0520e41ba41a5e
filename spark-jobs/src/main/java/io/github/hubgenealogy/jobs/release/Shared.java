package io.github.hubgenealogy.jobs.release;

import static io.github.hubgenealogy.jobs.tables.Columns.KEY;
import static io.github.hubgenealogy.jobs.tables.Columns.OWNER;
import static io.github.hubgenealogy.jobs.tables.Columns.VALUE;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.lake.contract.ColumnType;
import io.github.hubgenealogy.lake.contract.ReleasedForms;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.Treatment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What enough owners share of a table: words of authors, and how high numbers go. */
final class Shared {
  private final Map<String, Set<String>> words;
  private final Map<String, Long> tops;

  private Shared(Map<String, Set<String>> words, Map<String, Long> tops) {
    this.words = words;
    this.tops = tops;
  }

  /**
   * Counts, in one job for the words and one for the numbers.
   *
   * @param least how many owners are enough
   */
  static Shared of(TableContract table, Dataset<Row> rows, int least) {
    return new Shared(words(table, rows, least), tops(table, rows, least));
  }

  /** The words of a column that at least so many owners use. */
  Set<String> words(String column) {
    return words.getOrDefault(column, Set.of());
  }

  /** The largest coarse number of a column that at least so many owners reach. */
  long top(String column) {
    return tops.getOrDefault(column, 0L);
  }

  private static boolean is(
      TableContract table, io.github.hubgenealogy.lake.contract.Column column, Treatment one) {
    return ReleasedForms.treatment(table, column).filter(one::equals).isPresent();
  }

  /** A word with a slash may be somebody's repository, however many use it. */
  private static Map<String, Set<String>> words(TableContract table, Dataset<Row> rows, int least) {
    List<Column> entries = new ArrayList<>();
    for (var column : table.columns()) {
      if (is(table, column, Treatment.COMMON)) {
        Column name = lit(column.name()).as(KEY);
        Column all =
            column.type() instanceof ColumnType.ListOf
                ? col(column.name())
                : array(col(column.name()));
        entries.add(
            coalesce(transform(all, word -> struct(name, word.cast("string").as(VALUE))), array()));
      }
    }
    Map<String, Set<String>> words = new HashMap<>();
    if (entries.isEmpty()) {
      return words;
    }
    for (Row row :
        rows.select(Coarse.owner(table).as(OWNER), explode(concat(entries.toArray(Column[]::new))))
            .toDF(OWNER, VALUE)
            .select(
                col(OWNER), col(VALUE).getField(KEY).as(KEY), col(VALUE).getField(VALUE).as(VALUE))
            .where(col(VALUE).isNotNull().and(col(VALUE).contains("/").equalTo(false)))
            .distinct()
            .groupBy(KEY, VALUE)
            .agg(count(lit(1)).as(OWNER))
            .where(col(OWNER).geq(least))
            .collectAsList()) {
      words.computeIfAbsent(row.getString(0), name -> new HashSet<>()).add(row.getString(1));
    }
    return words;
  }

  private static Map<String, Long> tops(TableContract table, Dataset<Row> rows, int least) {
    List<Column> highest = new ArrayList<>();
    List<Column> entries = new ArrayList<>();
    for (var column : table.columns()) {
      boolean band = is(table, column, Treatment.BAND);
      if (band || is(table, column, Treatment.SIZE)) {
        Column number = col(column.name());
        highest.add(max(band ? Coarse.band(number) : Coarse.size(number)).as(column.name()));
        entries.add(struct(lit(column.name()).as(KEY), number.as(VALUE)));
      }
    }
    Map<String, Long> tops = new HashMap<>();
    if (entries.isEmpty()) {
      return tops;
    }
    Map<String, TreeMap<Long, Long>> owners = new HashMap<>();
    rows.groupBy(Coarse.owner(table).as(OWNER))
        .agg(highest.get(0), highest.subList(1, highest.size()).toArray(Column[]::new))
        .select(explode(array(entries.toArray(Column[]::new))).as(VALUE))
        .groupBy(col(VALUE).getField(KEY), col(VALUE).getField(VALUE))
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(
            row -> {
              if (!row.isNullAt(1)) {
                owners
                    .computeIfAbsent(row.getString(0), name -> new TreeMap<>())
                    .put(row.getLong(1), row.getLong(2));
              }
            });
    owners.forEach((column, counts) -> tops.put(column, top(counts, least)));
    return tops;
  }

  /** Of owners by their highest value: the value that at least so many reach or pass. */
  static long top(NavigableMap<Long, Long> owners, int least) {
    long reached = 0;
    for (Map.Entry<Long, Long> each : owners.descendingMap().entrySet()) {
      reached += each.getValue();
      if (reached >= least) {
        return each.getKey();
      }
    }
    return 0;
  }

  /** A number of a column made coarse, the highest ones together. */
  Column coarse(String column, Treatment treatment) {
    Column value =
        treatment == Treatment.BAND ? Coarse.band(col(column)) : Coarse.size(col(column));
    return when(value.gt(top(column)), lit(top(column))).otherwise(value);
  }
}
