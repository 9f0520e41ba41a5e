package io.github.hubgenealogy.explorer.made;

import io.github.hubgenealogy.lake.contract.Column;
import io.github.hubgenealogy.lake.contract.ColumnType;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.lake.rows.ObjectCells;
import io.github.hubgenealogy.lake.rows.TableFileWriter;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.LocalFiles;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A published snapshot of rows that a test names, with the lake's own writer and no Spark. What a
 * test does not say is filled by the contract: null, or zero, false and the empty text.
 */
public final class MadeSnapshot {
  private final Map<TableContract, List<Object[]>> rows = new HashMap<>();
  private final Map<TableContract, Set<String>> lacking = new HashMap<>();
  private final TreeMap<String, Map<String, Object>> models = new TreeMap<>(ModelId.UTF8_ORDER);

  /** A listed model, made or changed. */
  public MadeSnapshot model(String id, Object... namesAndValues) {
    Map<String, Object> row = models.computeIfAbsent(id, name -> new HashMap<>());
    row.putIfAbsent("presence", "listed");
    row.putIfAbsent("owner", ModelId.owner(id));
    pairs(row, namesAndValues);
    return this;
  }

  /** A declared edge by tag and card, and its ends where they are not there yet. */
  public MadeSnapshot edge(String child, String parent, String relation, Object... more) {
    model(child);
    model(parent);
    Map<String, Object> row = new HashMap<>();
    pairs(
        row,
        "child_id",
        child,
        "parent_id",
        parent,
        "relation",
        relation,
        "relation_basis",
        "card",
        "sources",
        List.of("card", "tag"),
        "policies",
        List.of("union", "card"),
        "parent_presence",
        "listed",
        "first_seen",
        "s");
    pairs(row, more);
    return row(TableContracts.EDGES, row);
  }

  /** An edge that prose alone claims. */
  public MadeSnapshot textEdge(String child, String parent) {
    return edge(
        child, parent, "finetune", "sources", List.of("text"), "policies", List.of("union_text"));
  }

  public MadeSnapshot succession(String child, String kind, String target) {
    model(child);
    return row(
        TableContracts.SUCCESSION,
        Map.of("child_id", child, "kind", kind, "target_id", target, "resolution", "exact"));
  }

  public MadeSnapshot trainedOn(String model, String dataset) {
    model(model);
    return row(
        TableContracts.DATASET_EDGES,
        Map.of(
            "model_id",
            model,
            "dataset_id",
            dataset,
            "sources",
            List.of("card"),
            "resolution",
            "exact"));
  }

  public MadeSnapshot dataset(String id) {
    return row(TableContracts.DATASETS, Map.of("dataset_id", id, "presence", "listed"));
  }

  public MadeSnapshot alias(String old, String current) {
    return row(
        TableContracts.ALIASES,
        Map.of(
            "kind",
            "model",
            "old_id",
            old,
            "current_id",
            current,
            "status",
            "moved",
            "first_seen",
            "s"));
  }

  /** Any row of any table, by its columns' names. */
  public MadeSnapshot row(TableContract table, Map<String, Object> values) {
    Object[] cells = new Object[table.columns().size()];
    for (int i = 0; i < cells.length; i++) {
      Column column = table.columns().get(i);
      cells[i] = values.containsKey(column.name()) ? values.get(column.name()) : blank(column);
    }
    rows.computeIfAbsent(table, contract -> new ArrayList<>()).add(cells);
    return this;
  }

  /** Lets a table lack columns, as one of an older snapshot does. */
  public MadeSnapshot without(TableContract table, String... columns) {
    lacking.put(table, Set.of(columns));
    return this;
  }

  private TableContract contract(TableContract table) {
    List<Column> columns =
        table.columns().stream()
            .filter(column -> !lacking.getOrDefault(table, Set.of()).contains(column.name()))
            .toList();
    return new TableContract(
        table.name(),
        table.path(),
        table.stage(),
        table.description(),
        table.key(),
        table.sort(),
        table.schemaVersion(),
        table.rowsPerFile(),
        columns,
        table.schemaJson());
  }

  private static void pairs(Map<String, Object> row, Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  private static Object blank(Column column) {
    if (column.nullable()) {
      return null;
    }
    if (column.type() instanceof ColumnType.ListOf) {
      return List.of();
    }
    return switch ((ColumnType.Scalar) column.type()) {
      case STRING -> "";
      case BINARY -> new byte[0];
      case BOOLEAN -> false;
      case INTEGER -> 0;
      case LONG, TIMESTAMP -> 0L;
      case DOUBLE -> 0.0;
    };
  }

  /** Microseconds, as tables hold times. */
  public static long micros(String time) {
    return Instant.parse(time).toEpochMilli() * 1000;
  }

  /** Writes and publishes. */
  public Snapshot publish(Path lake, String id) throws IOException {
    models.forEach(
        (name, row) -> {
          row.put("model_id", name);
          row(TableContracts.MODELS, row);
        });
    models.clear();
    Snapshot snapshot = new Lake(new LocalFiles(lake)).snapshot(id);
    List<SnapshotManifest.Table> tables = new ArrayList<>();
    for (Map.Entry<TableContract, List<Object[]>> table : rows.entrySet()) {
      TableSeal seal = write(snapshot, table.getKey(), table.getValue());
      tables.add(
          new SnapshotManifest.Table(
              seal.table(),
              null,
              table.getKey().path(),
              seal.schemaVersion(),
              seal.fingerprint(),
              seal.rows(),
              Map.of(),
              seal.files()));
    }
    SnapshotManifest manifest =
        new SnapshotManifest(
            SnapshotManifest.VERSION,
            id,
            "hub",
            null,
            "commit",
            Map.of(),
            Map.of(),
            Map.of(
                "raw_models",
                Map.of("startedAt", "2026-11-01T00:00:00Z", "endedAt", "2026-11-01T01:00:00Z")),
            Map.of("claims: malformed", 3L),
            tables,
            List.of(),
            null);
    snapshot.files().createIfAbsent(snapshot.path(Snapshot.MANIFEST), manifest.bytes());
    return snapshot;
  }

  private TableSeal write(Snapshot snapshot, TableContract table, List<Object[]> rows)
      throws IOException {
    List<Object[]> sorted = new ArrayList<>(rows);
    sorted.sort(
        Comparator.comparing(
            (Object[] row) ->
                table.sort().stream()
                    .map(column -> String.valueOf(row[table.indexOf(column)]))
                    .reduce("", (a, b) -> a + "\0" + b),
            ModelId.UTF8_ORDER));
    List<DataFile> files = new ArrayList<>();
    try (TableFileWriter writer =
        new TableFileWriter(
            snapshot.files(), snapshot.folder(table), "part-00000.parquet", contract(table))) {
      for (Object[] row : sorted) {
        Object[] kept =
            contract(table).columns().stream()
                .map(column -> row[table.indexOf(column.name())])
                .toArray();
        writer.write(new ObjectCells(kept));
      }
      files.add(writer.finish());
    }
    TableSeal seal =
        new TableSeal(
            table.name(), table.schemaVersion(), "made", sorted.size(), files, null, Map.of());
    snapshot.create(table, seal);
    return seal;
  }
}
