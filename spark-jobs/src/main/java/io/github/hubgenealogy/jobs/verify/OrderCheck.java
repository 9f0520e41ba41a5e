package io.github.hubgenealogy.jobs.verify;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.lake.rows.TableFileReader;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.io.IOException;
import java.util.List;

/**
 * Rows of every table stand in the order of its key, each key once: one pass over the key columns,
 * one row in memory. A table sorted by other columns than its key is not checked for single keys
 * here.
 */
final class OrderCheck {
  private final Snapshot snapshot;
  private final Findings findings;

  OrderCheck(Snapshot snapshot, Findings findings) {
    this.snapshot = snapshot;
    this.findings = findings;
  }

  /** How often a table's rule is broken; below zero where the table cannot be read. */
  private record Outcome(String table, String rule, long broken) {}

  void run(SnapshotManifest manifest) {
    List<Outcome> outcomes =
        manifest.tables().parallelStream()
            .filter(table -> Contracts.of(table.table()) != null)
            .map(this::check)
            .toList();
    for (Outcome outcome : outcomes) {
      if (outcome.broken() < 0) {
        findings.found(outcome.table(), "its rows cannot be read");
      } else {
        findings.rule(outcome.table(), outcome.rule(), outcome.broken());
      }
    }
  }

  private Outcome check(SnapshotManifest.Table table) {
    TableContract contract = Contracts.of(table.table());
    String rule = "rows of " + table.table() + " in the order of ";
    boolean unique = contract.sort().equals(contract.key());
    Object[] last = null;
    long broken = 0;
    try {
      for (var file : table.files()) {
        String path = snapshot.locate(table.path()) + "/" + file.name();
        try (TableFileReader rows =
            new TableFileReader(snapshot.files(), path, contract, contract.sort())) {
          for (Object[] row = rows.next(); row != null; row = rows.next()) {
            if (last != null) {
              int order = compare(last, row);
              broken += order > 0 || (unique && order == 0) ? 1 : 0;
            }
            last = row;
          }
        }
      }
      return new Outcome(table.table(), rule + words(contract.sort(), unique), broken);
    } catch (IOException | RuntimeException unreadable) {
      return new Outcome(table.table(), rule, -1);
    }
  }

  private static String words(List<String> columns, boolean unique) {
    return String.join(", ", columns) + (unique ? ", each once" : "");
  }

  /** By the values' unsigned bytes, column after column; a null comes first. */
  static int compare(Object[] one, Object[] other) {
    for (int i = 0; i < one.length; i++) {
      int order = compare(one[i], other[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @SuppressWarnings("unchecked") // both come from one column
  private static int compare(Object one, Object other) {
    if (one == null || other == null) {
      return one == other ? 0 : one == null ? -1 : 1;
    }
    if (one instanceof Comparable<?> && !(one instanceof String)) {
      return ((Comparable<Object>) one).compareTo(other);
    }
    return ModelId.UTF8_ORDER.compare(one.toString(), other.toString());
  }
}
