package io.github.hubgenealogy.cluster;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.TableRows;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a published snapshot holds, told so that two builds of it can be compared. */
final class Contents {
  private Contents() {}

  /**
   * Of every table the rows in their order, as a digest, and how many rows each of its files has.
   */
  static Map<String, String> rows(Snapshot snapshot) throws Exception {
    Map<String, String> digests = new TreeMap<>();
    for (SnapshotManifest.Table each : SnapshotManifest.read(snapshot).tables()) {
      TableContract contract = TableContracts.named(each.table());
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List<String> columns = contract.columns().stream().map(column -> column.name()).toList();
      try (TableRows rows = new TableRows(snapshot, contract, columns)) {
        for (Object[] row = rows.next(); row != null; row = rows.next()) {
          digest.update(text(row).getBytes(StandardCharsets.UTF_8));
          digest.update((byte) '\n');
        }
      }
      digests.put(
          each.table(),
          HexFormat.of().formatHex(digest.digest())
              + " "
              + each.files().stream().map(DataFile::rows).toList());
    }
    return digests;
  }

  /** A value as text, whatever it is made of. */
  static String text(Object value) {
    if (value instanceof Object[] several) {
      return text(Arrays.asList(several));
    }
    if (value instanceof List<?> several) {
      return several.stream().map(Contents::text).toList().toString();
    }
    return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
  }

  /** The checksum of every file of the tables and of the report. */
  static Map<String, String> files(Snapshot snapshot) throws Exception {
    Map<String, String> sums = new TreeMap<>();
    SnapshotManifest manifest = SnapshotManifest.read(snapshot);
    for (SnapshotManifest.Table table : manifest.tables()) {
      table.files().forEach(file -> sums.put(table.path() + "/" + file.name(), file.sha256()));
    }
    for (SnapshotManifest.Artefacts folder : manifest.artefacts()) {
      if (folder.path().equals("report")) {
        folder.files().forEach(file -> sums.put("report/" + file.name(), file.sha256()));
      }
    }
    return sums;
  }
}
