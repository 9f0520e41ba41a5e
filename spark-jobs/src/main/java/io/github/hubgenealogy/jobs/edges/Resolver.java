package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.edges.ClaimRow.LOOKUP;
import static io.github.hubgenealogy.jobs.edges.ClaimRow.PARENT_KEY;
import static io.github.hubgenealogy.jobs.edges.ClaimRow.SHAPE;
import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.char_length;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.policy.Resolution;
import io.github.hubgenealogy.lake.id.ClaimedId.Shape;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the model that each claim leads to, in the order of the definitions. The list is met once
 * by key and once by case-folded id, each time with the distinct texts only, so that the cost is
 * that of two joins however many claims there are.
 */
final class Resolver {
  private static final String FOLD = "fold";
  private static final String EXACT_ID = "exact_id";
  private static final String FOLDED = "folded";
  private static final String KEYED_ID = "keyed_id";
  private static final String ALIAS_ID = "alias_id";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private final Dataset<Row> models;
  private final Dataset<Row> aliases;
  private final List<String> pathWords;

  /**
   * A resolver over one list.
   *
   * @param models raw rows with _id, id and downloads
   * @param aliases old_id and current_id, each old_id once
   */
  Resolver(Dataset<Row> models, Dataset<Row> aliases, List<String> pathWords) {
    this.models = models;
    this.aliases = aliases;
    this.pathWords = pathWords;
  }

  /**
   * Case folded as the Hub does: ASCII only. What is ASCII, as nearly every id is, needs no
   * translation letter by letter.
   */
  static Column fold(Column id) {
    return when(octet_length(id).equalTo(char_length(id)), lower(id))
        .otherwise(translate(id, UPPER, UPPER.toLowerCase(Locale.ROOT)));
  }

  /** The claims with {@code parent_id} and {@code resolution}. */
  Dataset<Row> resolve(Dataset<Row> claims) {
    Dataset<Row> byText = claims.join(texts(claims), LOOKUP_COLUMNS, "left");
    Dataset<Row> known = byText.join(keys(claims), KEY_COLUMNS, "left");
    Column owned = col(SHAPE).equalTo(Shape.OWNED.name());
    Column pathWord =
        owned.and(
            lower(substring_index(col(CLAIMED_ID), "/", 1))
                .isin(pathWordsWithoutOwner().toArray()));
    Column absent = when(owned.and(pathWord.equalTo(false)), col(CLAIMED_ID));
    Column target = coalesce(col(KEYED_ID), col(EXACT_ID), col(FOLDED), col(ALIAS_ID), absent);
    Column way =
        when(col(KEYED_ID).isNotNull(), word(Resolution.BY_KEY))
            .when(col(EXACT_ID).isNotNull(), word(Resolution.EXACT))
            .when(col(FOLDED).isNotNull(), word(Resolution.CASE_FOLDED))
            .when(col(ALIAS_ID).isNotNull(), word(Resolution.REDIRECTED))
            .when(absent.isNotNull(), word(Resolution.ABSENT))
            .when(col(SHAPE).equalTo(Shape.BARE.name()), word(Resolution.BARE_NAME))
            .when(
                owned.or(col(SHAPE).equalTo(Shape.LOCAL_PATH.name())), word(Resolution.LOCAL_PATH))
            .when(col(SHAPE).equalTo(Shape.PLACEHOLDER.name()), word(Resolution.PLACEHOLDER))
            .otherwise(word(Resolution.MALFORMED));
    Column self = target.isNotNull().and(target.equalTo(col(CHILD_ID)));
    return known
        .withColumn(PARENT_ID, when(self, lit(null)).otherwise(target))
        .withColumn(RESOLUTION, when(self, word(Resolution.SELF)).otherwise(way))
        .withColumn(
            CLAIMED_ID, coalesce(col(CLAIMED_ID), when(col(EXACT_ID).isNotNull(), col(LOOKUP))));
  }

  private static final String[] LOOKUP_COLUMNS = {LOOKUP};
  private static final String[] KEY_COLUMNS = {PARENT_KEY};

  private static Column word(Resolution resolution) {
    return lit(resolution.word());
  }

  /**
   * Each distinct text with the listed id it equals, the best one it equals but for case, and where
   * its alias leads.
   */
  private Dataset<Row> texts(Dataset<Row> claims) {
    Dataset<Row> texts =
        claims
            .select(LOOKUP)
            .where(col(LOOKUP).isNotNull())
            .distinct()
            .withColumn(FOLD, fold(col(LOOKUP)));
    Dataset<Row> listed =
        models.select(
            fold(col(ID)).as(FOLD), col(ID), coalesce(col(DOWNLOADS), lit(0L)).as(DOWNLOADS));
    Column rank = struct(col(DOWNLOADS).multiply(lit(-1L)), col(ID));
    Dataset<Row> found =
        listed
            .join(texts, FOLD)
            .groupBy(LOOKUP)
            .agg(
                max(when(col(ID).equalTo(col(LOOKUP)), col(ID))).as(EXACT_ID),
                min(rank).getField(ID).as(FOLDED));
    Dataset<Row> moved = aliases.select(col(OLD_ID).as(LOOKUP), col(CURRENT_ID).as(ALIAS_ID));
    return texts
        .select(LOOKUP)
        .join(found, LOOKUP_COLUMNS, "left")
        .join(moved, LOOKUP_COLUMNS, "left");
  }

  private Dataset<Row> keys(Dataset<Row> claims) {
    Dataset<Row> keys = claims.select(PARENT_KEY).where(col(PARENT_KEY).isNotNull()).distinct();
    return models.select(col(KEY_ID).as(PARENT_KEY), col(ID).as(KEYED_ID)).join(keys, PARENT_KEY);
  }

  /** The words of paths that are no listed owner's name. */
  private List<String> pathWordsWithoutOwner() {
    if (pathWords.isEmpty()) {
      return List.of("");
    }
    Column owner = substring_index(col(ID), "/", 1);
    List<String> owners =
        models
            .where(col(ID).contains("/"))
            .select(lower(owner).as(OWNER))
            .where(col(OWNER).isin(pathWords.toArray()))
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
    return pathWords.stream().filter(word -> !owners.contains(word)).toList();
  }
}
