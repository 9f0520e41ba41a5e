package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.col;

import io.github.hubgenealogy.jobs.policy.Source;
import io.github.hubgenealogy.jobs.tables.InternalRows;
import io.github.hubgenealogy.jobs.tables.KeyRanges;
import io.github.hubgenealogy.jobs.tables.Schemas;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Folds the claims of a partition, which come sorted by child and parent, into edges: what {@link
 * Edges} does by joins, with the listed models in memory.
 */
final class EdgeFold implements Iterator<InternalRow> {
  /** All columns but those that an earlier snapshot gives. */
  private static final StructType SCHEMA =
      new StructType(
          Arrays.stream(Schemas.nullable(TableContracts.EDGES).fields())
              .filter(
                  field ->
                      !field.name().equals(FIRST_SEEN) && !field.name().equals(PARENT_REREGISTERED))
              .toArray(StructField[]::new));

  private final Iterator<InternalRow> claims;
  private final ListedNames names;
  private final Map<String, String> presences;
  private final EdgeRow cells = new EdgeRow(SCHEMA);
  private final PairClaims pair = new PairClaims();
  private UTF8String child;
  private UTF8String parent;
  private InternalRow made;

  private EdgeFold(Iterator<InternalRow> claims, ListedNames names, Map<String, String> presences) {
    this.claims = claims;
    this.names = names;
    this.presences = presences;
  }

  /**
   * The edges.
   *
   * @param claims resolved
   * @param unlisted model_id and presence of the parents that are not listed
   */
  static Dataset<Row> of(
      Dataset<Row> claims, Broadcast<ListedNames> names, Dataset<Row> unlisted, KeyRanges ranges) {
    HashMap<String, String> presences = new HashMap<>();
    for (Row model : unlisted.select(MODEL_ID, PRESENCE).collectAsList()) {
      presences.put(model.getString(0), model.getString(1));
    }
    Broadcast<HashMap<String, String>> known =
        JavaSparkContext.fromSparkContext(claims.sparkSession().sparkContext())
            .broadcast(presences);
    Column child = col(CHILD_ID);
    Dataset<Row> pairs =
        claims
            .where(col(PARENT_ID).isNotNull())
            .select(CHILD_ID, PARENT_ID, SOURCE, RESOLUTION, CLAIMED_RELATION);
    Dataset<Row> ranged =
        ranges.count() == 1
            ? pairs.coalesce(1)
            : pairs.repartitionById(ranges.count(), ranges.rangeOf(child));
    return InternalRows.mapped(
        ranged.sortWithinPartitions(CHILD_ID, PARENT_ID),
        partition -> new EdgeFold(partition, names.value(), known.value()),
        SCHEMA);
  }

  @Override
  public boolean hasNext() {
    while (made == null && claims.hasNext()) {
      InternalRow claim = claims.next();
      if (child == null
          || !claim.getUTF8String(0).equals(child)
          || !claim.getUTF8String(1).equals(parent)) {
        made = fold();
        child = claim.getUTF8String(0).clone();
        parent = claim.getUTF8String(1).clone();
      }
      pair.add(
          claim.getUTF8String(2),
          claim.getUTF8String(3),
          claim.isNullAt(4) ? null : claim.getUTF8String(4));
    }
    if (made == null) {
      made = fold();
      child = null;
    }
    return made != null;
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    InternalRow edge = made;
    made = null;
    return edge;
  }

  /**
   * The edge of what was added, or null where there is none: what only prose claims is an edge
   * where the parent is listed.
   */
  private InternalRow fold() {
    if (child == null) {
      return null;
    }
    byte[] childId = child.getBytes();
    byte[] parentId = parent.getBytes();
    int from = names.exact(childId);
    int to = names.exact(parentId);
    String presence = to >= 0 ? Vertices.LISTED : presences.get(parent.toString());
    boolean counts = from >= 0 && presence != null && (to >= 0 || !pair.isOnly(Source.TEXT));
    InternalRow edge =
        counts
            ? cells.of(
                childId,
                parentId,
                pair,
                names.rule(from),
                presence,
                names.created(from),
                to < 0 ? NameBlock.NO_DATE : names.created(to))
            : null;
    pair.clear();
    return edge;
  }
}
