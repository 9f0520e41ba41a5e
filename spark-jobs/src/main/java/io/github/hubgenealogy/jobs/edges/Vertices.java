package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Every vertex: the listed models with what the list and their cards say, and the parents that only
 * claims name.
 */
final class Vertices {
  private static final String ANSWERED = "answered";

  private Vertices() {}

  /** Presence of a model. */
  static final String LISTED = "listed";

  static final String UNASKED = "unasked";

  /** The listed models, without what {@link CardTraits} adds. */
  static Dataset<Row> listed(Dataset<Row> models, String snapshot) {
    Dataset<Row> told =
        ListTraits.added(
            models.select(
                col(ID),
                col(KEY_ID),
                col(HUB_CREATED_AT),
                col(HUB_LAST_MODIFIED),
                col(HUB_OBSERVED_AT),
                col(SHA),
                col(GATED),
                col(DISABLED),
                col(DOWNLOADS),
                col(HUB_DOWNLOADS_ALL_TIME),
                col(LIKES),
                col(LIBRARY_NAME),
                col(PIPELINE_TAG),
                col(TAGS),
                col(CONFIG),
                coalesce(col(SAFETENSORS).getField("total"), col(GGUF).getField("total"))
                    .as(PARAMETER_COUNT)));
    return told.select(
        col(ID).as(MODEL_ID),
        col(KEY_ID).as(REPO_KEY),
        owner(col(ID)).as(OWNER),
        lit(LISTED).as(PRESENCE),
        col(HUB_CREATED_AT).as(CREATED_AT),
        col(HUB_LAST_MODIFIED).as(LAST_MODIFIED),
        col(HUB_OBSERVED_AT).as(OBSERVED_AT),
        col(SHA),
        col(GATED),
        col(DISABLED),
        col(DOWNLOADS).as(DOWNLOADS_30D),
        col(HUB_DOWNLOADS_ALL_TIME).as(DOWNLOADS_ALL_TIME),
        col(LIKES),
        col(LIBRARY_NAME),
        col(PIPELINE_TAG),
        col(TAGS),
        col(LICENSES),
        lit(null).cast("array<string>").as(LANGUAGES_ISO),
        col(MODEL_TYPE),
        col(ARCHITECTURES),
        col(PARAMETER_COUNT),
        col(ARXIV_IDS),
        lit(false).as(HAS_CARD),
        lit(null).cast("string").as(GENERATED_BY),
        lit(snapshot).as(FIRST_SEEN),
        lit(snapshot).as(LAST_LISTED_IN));
  }

  /**
   * The parents that are not listed, with what the Hub answered for them.
   *
   * @param claims those that may lead to such a parent
   * @param withoutListed leaves of model_id those that are not listed
   */
  static Dataset<Row> unlisted(
      Dataset<Row> claims,
      UnaryOperator<Dataset<Row>> withoutListed,
      StructType schema,
      Dataset<Row> redirects) {
    Dataset<Row> parents =
        withoutListed.apply(claims.select(col(PARENT_ID).as(MODEL_ID)).distinct());
    Dataset<Row> asked =
        redirects.where(col(KIND).equalTo("model")).select(col(ASKED_ID).as(MODEL_ID), col(STATUS));
    Dataset<Row> moved =
        redirects
            .where(col(KIND).equalTo("model").and(col(HUB_CURRENT_ID).isNotNull()))
            .select(col(HUB_CURRENT_ID).as(MODEL_ID), lit("found").as(ANSWERED))
            .distinct();
    Column presence =
        when(col(ANSWERED).isNotNull(), lit("unlisted"))
            .when(col(STATUS).equalTo("missing"), lit("absent"))
            .when(col(STATUS).equalTo("refused"), lit("inaccessible"))
            .otherwise(lit(UNASKED));
    Dataset<Row> answered =
        parents
            .join(asked, new String[] {MODEL_ID}, "left")
            .join(moved, new String[] {MODEL_ID}, "left");
    Column[] columns =
        Arrays.stream(schema.fields())
            .map(
                field ->
                    switch (field.name()) {
                      case MODEL_ID -> col(MODEL_ID);
                      case OWNER -> owner(col(MODEL_ID)).as(OWNER);
                      case PRESENCE -> presence.as(PRESENCE);
                      default -> lit(null).cast(field.dataType()).as(field.name());
                    })
            .toArray(Column[]::new);
    return answered.select(columns);
  }

  static Column owner(Column id) {
    return when(id.contains("/"), substring_index(id, "/", 1));
  }
}
