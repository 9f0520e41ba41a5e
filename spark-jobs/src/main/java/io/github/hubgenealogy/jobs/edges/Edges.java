package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.PolicyColumns;
import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.jobs.policy.Resolution;
import io.github.hubgenealogy.jobs.policy.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Folds resolved claims into edges: each pair once, its relation by the definitions' precedence,
 * its policies by their table.
 */
final class Edges {
  private static final String SEEN = "seen_";
  private static final String INFERRED = "inferred_relation";

  private Edges() {}

  /**
   * Folds; {@link #withPolicies} completes the rows once the parents are known.
   *
   * @param claims resolved claims, succession left out
   * @param models raw/models
   */
  static Dataset<Row> of(Dataset<Row> claims, Dataset<Row> models) {
    Dataset<Row> children =
        claims.where(col(PARENT_ID).isNotNull()).select(col(CHILD_ID)).distinct();
    Dataset<Row> derived =
        models.join(children, models.col(ID).equalTo(children.col(CHILD_ID)), "left_semi");
    return withRelation(pairs(claims).join(features(derived), CHILD_ID));
  }

  /** One row a pair with what each source says of it, and whether it was said in a given way. */
  private static Dataset<Row> pairs(Dataset<Row> claims) {
    List<Column> aggregates = new ArrayList<>();
    aggregates.add(sort_array(collect_set(col(SOURCE))).as(SOURCES));
    aggregates.add(relationOf(Source.CARD).as(RELATION_CARD));
    aggregates.add(relationOf(Source.HUB).as(RELATION_HUB));
    aggregates.add(relationOf(Source.TAG).as(RELATION_TAG));
    aggregates.add(relationOf(Source.CONFIG).as(RELATION_CONFIG));
    aggregates.add(relationOf(Source.TEXT).as(RELATION_TEXT));
    aggregates.add(typedTagAlone().as(TYPED_TAG_ALONE));
    for (Source source : Source.values()) {
      for (Resolution resolution : Resolution.values()) {
        if (resolution.givesEdge()) {
          Column seen =
              col(SOURCE).equalTo(source.word()).and(col(RESOLUTION).equalTo(resolution.word()));
          aggregates.add(max(seen).as(seenColumn(source, resolution)));
        }
      }
    }
    return claims
        .where(col(PARENT_ID).isNotNull())
        .groupBy(CHILD_ID, PARENT_ID)
        .agg(aggregates.get(0), aggregates.subList(1, aggregates.size()).toArray(Column[]::new));
  }

  private static String seenColumn(Source source, Resolution resolution) {
    return SEEN + source.word() + "_" + resolution.word();
  }

  /**
   * Whether the pair has typed tags and no bare one; the Hub derives the two together, so that a
   * typed tag alone was typed by somebody.
   */
  private static Column typedTagAlone() {
    Column tag = col(SOURCE).equalTo(Source.TAG.word());
    Column typed = max(tag.and(col(CLAIMED_RELATION).isNotNull()));
    Column bare = max(tag.and(col(CLAIMED_RELATION).isNull()));
    return typed.and(not(bare));
  }

  /** A source's relation of the pair; of several the last in the order of the enum. */
  private static Column relationOf(Source source) {
    Column rank = lit(null).cast("int");
    Column word = null;
    for (Relation relation : Relation.typed()) {
      rank =
          when(
                  col(CLAIMED_RELATION).equalTo(relation.word()),
                  lit(Relation.typed().indexOf(relation)))
              .otherwise(rank);
    }
    Column highest = max(when(col(SOURCE).equalTo(source.word()), rank));
    for (Relation relation : Relation.typed()) {
      Column is = highest.equalTo(Relation.typed().indexOf(relation));
      word = word == null ? when(is, lit(relation.word())) : word.when(is, lit(relation.word()));
    }
    return word;
  }

  /**
   * What is known of the child beside its claims: when it was made, and what its relation would be
   * if nobody said.
   */
  private static Dataset<Row> features(Dataset<Row> models) {
    return models.select(
        col(ID).as(CHILD_ID),
        col(HUB_CREATED_AT).as(CHILD_CREATED_AT),
        Inference.relation().as(INFERRED),
        Inference.rule().as(INFERENCE_RULE));
  }

  private static Dataset<Row> withRelation(Dataset<Row> pairs) {
    Column said = coalesce(col(RELATION_CARD), col(RELATION_HUB), col(RELATION_TAG));
    Column all =
        array_distinct(
            array_compact(
                array(
                    col(RELATION_CARD),
                    col(RELATION_HUB),
                    col(RELATION_TAG),
                    col(RELATION_CONFIG))));
    return pairs
        .withColumn(RELATION, coalesce(said, col(INFERRED), lit(Relation.UNSPECIFIED.word())))
        .withColumn(
            RELATION_BASIS,
            when(col(RELATION_CARD).isNotNull(), lit("card"))
                .when(col(RELATION_HUB).isNotNull(), lit("hub"))
                .when(col(RELATION_TAG).isNotNull(), lit("tag"))
                .when(col(INFERRED).isNotNull(), lit("inferred"))
                .otherwise(lit("none")))
        .withColumn(INFERENCE_RULE, when(said.isNull(), col(INFERENCE_RULE)))
        .withColumn(RELATION_CONFLICT, size(all).gt(1));
  }

  /**
   * The edges: pairs with the policies under which each counts; {@code parent_presence} must be
   * there. What only prose claims is an edge where the parent is listed.
   */
  static Dataset<Row> withPolicies(Dataset<Row> pairs) {
    Column[] policies =
        Arrays.stream(Policy.values())
            .map(policy -> when(counts(policy), lit(policy.word())))
            .toArray(Column[]::new);
    return pairs
        .where(not(onlyText()).or(col(PARENT_PRESENCE).equalTo(Vertices.LISTED)))
        .withColumn(POLICIES, array_compact(array(policies)));
  }

  private static Column onlyText() {
    return col(SOURCES).equalTo(array(lit(Source.TEXT.word())));
  }

  /** Whether the pair counts under a policy, by the rows of the policies' table alone. */
  private static Column counts(Policy policy) {
    List<Column> seen = new ArrayList<>();
    for (Source source : policy.sources()) {
      for (Resolution resolution : policy.resolutions()) {
        seen.add(col(seenColumn(source, resolution)));
      }
    }
    Column claimed = seen.size() == 1 ? seen.get(0) : greatest(seen.toArray(Column[]::new));
    Object[] words = policy.relations().stream().map(Relation::word).toArray();
    Column counted = claimed.and(PolicyColumns.relation(policy).isin(words));
    return policy.vertices() == Policy.Vertices.LISTED
        ? counted.and(col(PARENT_PRESENCE).equalTo(Vertices.LISTED))
        : counted;
  }
}
