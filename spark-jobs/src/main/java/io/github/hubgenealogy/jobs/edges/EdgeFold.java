package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.*;

import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.jobs.policy.Source;
import io.github.hubgenealogy.jobs.tables.InternalRows;
import io.github.hubgenealogy.jobs.tables.KeyedRows;
import io.github.hubgenealogy.jobs.tables.RangedRows;
import io.github.hubgenealogy.jobs.tables.Schemas;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Folds the claims of a range of children, which the table of claims has in their order, into
 * edges: what {@link Edges} does by joins, with the listed models in memory.
 */
final class EdgeFold implements Iterator<InternalRow>, AutoCloseable {
  /** All columns but those that an earlier snapshot gives. */
  private static final StructType SCHEMA =
      new StructType(
          Arrays.stream(Schemas.nullable(TableContracts.EDGES).fields())
              .filter(
                  field ->
                      !field.name().equals(FIRST_SEEN) && !field.name().equals(PARENT_REREGISTERED))
              .toArray(StructField[]::new));

  private static final List<String> CLAIMED =
      List.of(CHILD_ID, PARENT_ID, SOURCE, RESOLUTION, CLAIMED_RELATION);

  private final ChildClaims claims;
  private final ListedNames names;
  private final Map<String, String> presences;
  private final EdgeRow cells = new EdgeRow(SCHEMA);
  private final PairClaims pair = new PairClaims();
  private Object[] ahead;
  private byte[] child;
  private byte[] parent;
  private int from;
  private int to;
  private String presence;
  private InternalRow made;

  private EdgeFold(KeyedRows claims, ListedNames names, Map<String, String> presences) {
    this.claims = new ChildClaims(claims);
    this.names = names;
    this.presences = presences;
  }

  /**
   * The edges, range after range.
   *
   * @param rows in the order of children and parents
   * @param counts the edges of each range
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares it
  record Ordered(Dataset<Row> rows, long[] counts) {}

  /**
   * The edges of the claims that were written.
   *
   * @param unlisted model_id and presence of the parents that are not listed
   */
  static Ordered of(StageRun run, Broadcast<ListedNames> names, Dataset<Row> unlisted)
      throws IOException {
    HashMap<String, String> presences = new HashMap<>();
    for (Row model : unlisted.select(MODEL_ID, PRESENCE).collectAsList()) {
      presences.put(model.getString(0), model.getString(1));
    }
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(run.spark().sparkContext());
    Broadcast<HashMap<String, String>> known = spark.broadcast(presences);
    List<RangedRows> ranges =
        RangedRows.of(run.tables().snapshot(), TableContracts.CLAIMS, CLAIMED, run.ranges());
    long[] counts =
        spark
            .parallelize(ranges, ranges.size())
            .map(
                range -> {
                  try (EdgeFold fold = new EdgeFold(range.open(), names.value(), known.value())) {
                    return fold.count();
                  }
                })
            .collect()
            .stream()
            .mapToLong(Long::longValue)
            .toArray();
    Dataset<Row> rows =
        InternalRows.dataset(
            run.spark(),
            ranges,
            range -> {
              EdgeFold fold = new EdgeFold(range.open(), names.value(), known.value());
              TaskContext.get()
                  .addTaskCompletionListener(
                      task -> {
                        fold.close();
                      });
              return fold;
            },
            SCHEMA);
    return new Ordered(rows, counts);
  }

  private long count() {
    long edges = 0;
    while (gather()) {
      edges += isEdge() ? 1 : 0;
    }
    return edges;
  }

  @Override
  public boolean hasNext() {
    while (made == null && gather()) {
      made = isEdge() ? edge() : null;
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

  /** Takes all that is claimed of the next pair; false at the end. */
  private boolean gather() {
    pair.clear();
    Object[] first = ahead == null ? claims.next() : ahead;
    if (first == null) {
      return false;
    }
    child = (byte[]) first[0];
    parent = (byte[]) first[1];
    for (ahead = first; ahead != null && isOfPair(ahead); ahead = claims.next()) {
      pair.add(text(ahead[2]), text(ahead[3]), text(ahead[4]));
    }
    from = names.exact(child);
    to = names.exact(parent);
    presence =
        to >= 0 ? Vertices.LISTED : presences.get(new String(parent, StandardCharsets.UTF_8));
    return true;
  }

  private boolean isOfPair(Object[] claim) {
    return Arrays.equals((byte[]) claim[1], parent) && Arrays.equals((byte[]) claim[0], child);
  }

  private static UTF8String text(Object bytes) {
    return bytes == null ? null : UTF8String.fromBytes((byte[]) bytes);
  }

  /** What only prose claims is an edge where the parent is listed. */
  private boolean isEdge() {
    return from >= 0 && presence != null && (to >= 0 || !pair.isOnly(Source.TEXT));
  }

  private InternalRow edge() {
    return cells.of(
        child,
        parent,
        pair,
        names.rule(from),
        presence,
        names.created(from),
        to < 0 ? NameBlock.NO_DATE : names.created(to));
  }

  @Override
  public void close() {
    claims.close();
  }
}
