package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.jobs.tables.InternalRows;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.storage.StorageLevel;

/**
 * The claims on models and what follows from them: with the listed names in memory where they fit,
 * else by joins. Both ways give the same rows.
 */
final class ModelClaims {
  private final StageRun run;
  private final Dataset<Row> models;
  private final Dataset<Row> cards;
  private final Dataset<Row> aliases;

  /** Null where joins find the names. */
  private final Broadcast<ListedNames> names;

  /**
   * Reads the names.
   *
   * @param aliases old_id and current_id, each old_id once
   */
  ModelClaims(StageRun run, Dataset<Row> models, Dataset<Row> cards, Dataset<Row> aliases)
      throws IOException {
    this.run = run;
    this.models = models;
    this.cards = cards;
    this.aliases = aliases;
    this.names =
        run.tables().rows(TableContracts.RAW_MODELS) <= run.settings().edges().maxNamesInMemory()
            ? JavaSparkContext.fromSparkContext(run.spark().sparkContext())
                .broadcast(ListedNames.ofModels(models, pathWords()))
            : null;
  }

  private List<String> pathWords() {
    return run.settings().edges().pathWords();
  }

  /** Writes the claims of parentage, and those of succession as a table of their own. */
  void write() throws IOException {
    if (names != null) {
      NameResolver resolver = new NameResolver(names, aliases, pathWords());
      run.write(TableContracts.CLAIMS, parents(resolver));
      run.write(TableContracts.SUCCESSION, succession(successors(resolver)));
      return;
    }
    Resolver resolver = new Resolver(models, aliases, pathWords());
    Dataset<Row> claimed = parents(null).persist(StorageLevel.MEMORY_AND_DISK_SER());
    try {
      run.write(TableContracts.CLAIMS, resolver.resolve(claimed));
      run.write(TableContracts.SUCCESSION, succession(resolver.resolve(successors(null))));
    } finally {
      claimed.unpersist();
    }
  }

  private Dataset<Row> parents(NameResolver resolver) {
    Dataset<Row> fromList =
        ClaimRows.of(models.select(ID, TAGS, HUB_BASE_MODELS, CONFIG), new ListClaims(), resolver);
    Dataset<Row> fromCards =
        ClaimRows.of(
            cards
                .where(col(BASE_MODELS).isNotNull().or(col(TEXT_PARENTS).isNotNull()))
                .select(MODEL_ID, BASE_MODELS, BASE_MODEL_RELATION, TEXT_PARENTS, TEXT_RULES),
            new CardClaims(),
            resolver);
    return fromList.unionByName(fromCards);
  }

  private Dataset<Row> successors(NameResolver resolver) {
    return ClaimRows.of(
        cards
            .where(col(NEW_VERSION).isNotNull().or(col(DUPLICATED_FROM).isNotNull()))
            .select(MODEL_ID, NEW_VERSION, DUPLICATED_FROM),
        new SuccessionClaims(),
        resolver);
  }

  private static Dataset<Row> succession(Dataset<Row> resolved) {
    return resolved
        .select(
            col(CHILD_ID),
            col(SOURCE).as(KIND),
            coalesce(col(PARENT_ID), col(CLAIMED_ID), col(ClaimRow.LOOKUP)).as(TARGET_ID),
            col(RESOLUTION))
        .where(col(TARGET_ID).isNotNull().and(col(TARGET_ID).notEqual("")));
  }

  /** Of some ids, in the one column model_id, those that are not listed. */
  Dataset<Row> withoutListed(Dataset<Row> ids) {
    if (names == null) {
      return ids.join(models.select(col(ID).as(MODEL_ID)), new String[] {MODEL_ID}, "left_anti");
    }
    Broadcast<ListedNames> known = names;
    return InternalRows.mapped(
        ids, rows -> new Unlisted(rows, known.value()), ids.schema().asNullable());
  }

  /** Writes the edges of the claims that were written, with what an earlier snapshot knew. */
  void writeEdges(Dataset<Row> claims, Dataset<Row> vertices, EarlierSnapshot earlier)
      throws IOException {
    if (names == null) {
      Dataset<Row> edges = Edges.withParents(Edges.of(claims, models), vertices);
      run.write(TableContracts.EDGES, earlier.knownEdges(edges, models));
      return;
    }
    EdgeFold.Ordered folded =
        EdgeFold.of(run, names, vertices.where(col(PRESENCE).notEqual(Vertices.LISTED)));
    Dataset<Row> edges = earlier.knownEdges(folded.rows(), models);
    if (earlier.isNone()) {
      run.writeOrdered(TableContracts.EDGES, edges, folded.counts());
    } else {
      run.write(TableContracts.EDGES, edges);
    }
  }

  /** Gives the names' memory back. */
  void close() {
    if (names != null) {
      names.destroy();
    }
  }

  /** The ids of a partition that are not listed. */
  private static final class Unlisted implements Iterator<InternalRow> {
    private final Iterator<InternalRow> rows;
    private final ListedNames names;
    private InternalRow next;

    Unlisted(Iterator<InternalRow> rows, ListedNames names) {
      this.rows = rows;
      this.names = names;
    }

    @Override
    public boolean hasNext() {
      while (next == null && rows.hasNext()) {
        InternalRow row = rows.next();
        next = names.exact(row.getUTF8String(0).getBytes()) < 0 ? row : null;
      }
      return next != null;
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      InternalRow row = next;
      next = null;
      return row;
    }
  }
}
