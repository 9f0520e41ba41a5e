package io.github.hubgenealogy.jobs.diff;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.col;

import io.github.hubgenealogy.jobs.tables.KeyRanges;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes the tables of a diff: what the later of two snapshots has otherwise than the earlier. */
public final class SnapshotDiff {
  private final SnapshotTables earlier;
  private final SnapshotTables later;
  private final SnapshotTables target;
  private final String fingerprint;

  /**
   * Prepares.
   *
   * @param target the folder of the diff, see {@code Lake.diff}
   * @param fingerprint of both manifests
   */
  public SnapshotDiff(
      SnapshotTables earlier, SnapshotTables later, Snapshot target, String fingerprint) {
    this.earlier = earlier;
    this.later = later;
    this.target = new SnapshotTables(later.spark(), target);
    this.fingerprint = fingerprint;
  }

  /** Writes all tables that are not there yet; returns the rows of each by its name. */
  public Map<String, Long> write() throws IOException {
    Dataset<Row> before = Differences.listed(earlier.read(TableContracts.MODELS));
    Dataset<Row> after = Differences.listed(later.read(TableContracts.MODELS));
    Renamings renamings = Renamings.between(before, after);
    Map<String, Long> rows = new LinkedHashMap<>();
    put(
        rows,
        TableContracts.DIFF_MODELS,
        Differences.models(before, after, children(earlier), children(later)));
    put(
        rows,
        TableContracts.DIFF_CARDS,
        Differences.cards(
            renamings.apply(earlier.read(TableContracts.CARDS), MODEL_ID),
            later.read(TableContracts.CARDS)));
    Dataset<Row> edges =
        renamings.apply(renamings.apply(earlier.read(TableContracts.EDGES), CHILD_ID), PARENT_ID);
    put(
        rows,
        TableContracts.DIFF_EDGES,
        Differences.edges(edges, later.read(TableContracts.EDGES)));
    put(
        rows,
        TableContracts.DIFF_COMPONENTS,
        Differences.components(
            renamings.apply(earlier.read(TableContracts.LINEAGE), MODEL_ID),
            later.read(TableContracts.LINEAGE)));
    put(
        rows,
        TableContracts.DIFF_STATISTICS,
        Differences.statistics(
            earlier.read(TableContracts.STATISTICS), later.read(TableContracts.STATISTICS)));
    return rows;
  }

  private static Dataset<Row> children(SnapshotTables tables) throws IOException {
    return tables
        .read(TableContracts.LINEAGE)
        .where(col(POLICY).equalTo("union"))
        .select(MODEL_ID, N_CHILDREN);
  }

  private void put(Map<String, Long> rows, TableContract table, Dataset<Row> content)
      throws IOException {
    TableSeal seal =
        target
            .snapshot()
            .seal(table)
            .filter(there -> there.fingerprint().equals(fingerprint))
            .orElse(null);
    if (seal == null) {
      seal = target.write(table, content, KeyRanges.single(), fingerprint, Map.of());
    }
    rows.put(table.name(), seal.rows());
  }
}
