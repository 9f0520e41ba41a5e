package io.github.hubgenealogy.jobs.verify;

import io.github.hubgenealogy.jobs.publish.ReleaseMark;
import io.github.hubgenealogy.lake.contract.ReleasedForms;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.rows.ParquetSchema;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.LakeFiles;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.schema.Type;

/**
 * Every byte of a snapshot against its manifest: files there, of the size and checksum given, no
 * others beside them; footers with the rows given and columns of the contract. Memory is a buffer a
 * thread.
 */
final class FileCheck {
  private static final int BUFFER = 1 << 18;

  private final Snapshot snapshot;
  private final SnapshotManifest manifest;
  private final Findings findings;
  private final Set<String> listed = new HashSet<>();

  FileCheck(Snapshot snapshot, SnapshotManifest manifest, Findings findings) {
    this.snapshot = snapshot;
    this.manifest = manifest;
    this.findings = findings;
  }

  /** One file that the manifest lists; the contract is null for what is no table. */
  private record Listed(String path, DataFile file, TableContract contract) {}

  void run() throws IOException {
    manifestItself();
    List<Listed> files = new ArrayList<>();
    for (SnapshotManifest.Table table : manifest.tables()) {
      TableContract contract = contract(table);
      table.files().forEach(file -> files.add(listed(table.path(), file, contract)));
      boolean raw = manifest.crawl().containsKey(table.table());
      seal(
          table.path(),
          table.files(),
          table.fingerprint(),
          raw ? manifest.crawl().get(table.table()) : table.facts());
    }
    for (SnapshotManifest.Artefacts folder : manifest.artefacts()) {
      folder.files().forEach(file -> files.add(listed(folder.path(), file, null)));
      if (!folder.path().isEmpty()) {
        seal(folder.path(), folder.files(), folder.fingerprint(), folder.facts());
      }
    }
    int before = findings.found().size();
    files.parallelStream().forEach(this::check);
    unlisted("");
    if (findings.found().size() == before) {
      long bytes = files.stream().mapToLong(each -> each.file().bytes()).sum();
      findings.held(files.size() + " files, " + bytes + " bytes: sizes and sha256");
      findings.held("rows and columns of every table's files");
    }
  }

  private void manifestItself() throws IOException {
    listed.add(Snapshot.MANIFEST);
    try (InputStream file = snapshot.files().read(snapshot.path(Snapshot.MANIFEST))) {
      if (!SnapshotManifest.isIntact(file.readAllBytes())) {
        findings.found(Snapshot.MANIFEST, "its checksum is not that of its content");
      }
    }
    if (!manifest.snapshot().equals(snapshot.id())) {
      findings.found(Snapshot.MANIFEST, "it is of snapshot " + manifest.snapshot());
    }
  }

  private TableContract contract(SnapshotManifest.Table table) {
    TableContract contract = Contracts.of(table.table());
    String home = table.snapshot() == null ? snapshot.id() : table.snapshot();
    if (contract != null && !home.equals(snapshot.home(contract).id())) {
      findings.found(table.path(), "the manifest has it in snapshot " + home);
    }
    if (contract == null) {
      findings.found(table.path(), "no table of this build is called " + table.table());
    } else if (table.schemaVersion() > contract.schemaVersion()) {
      findings.found(
          table.path(),
          "its schema is of version "
              + table.schemaVersion()
              + ", this build knows "
              + contract.schemaVersion());
      return null;
    }
    return contract != null && ReleaseMark.isRelease(manifest)
        ? ReleasedForms.of(contract).orElse(contract)
        : contract;
  }

  private Listed listed(String folder, DataFile file, TableContract contract) {
    String path = folder.isEmpty() ? file.name() : folder + "/" + file.name();
    listed.add(path);
    return new Listed(path, file, contract);
  }

  /** A folder's seal says what the manifest says; facts are null where it lists none. */
  private void seal(
      String folder, List<DataFile> files, String fingerprint, Map<String, Object> facts)
      throws IOException {
    String path = folder + "/" + TableSeal.FILE;
    listed.add(path);
    if (!snapshot.files().exists(snapshot.locate(path))) {
      findings.found(path, "it is missing");
      return;
    }
    try (InputStream file = snapshot.files().read(snapshot.locate(path))) {
      byte[] bytes = file.readAllBytes();
      TableSeal seal = snapshot.seal(folder).orElseThrow();
      boolean same =
          seal.files().equals(files)
              && (facts == null || seal.facts().equals(facts))
              && (seal.origin() == null || seal.origin().equals(manifest.origin()))
              && seal.fingerprint().equals(fingerprint)
              && Arrays.equals(Snapshot.json(seal), bytes);
      if (!same) {
        findings.found(path, "it differs from the manifest or is not as it was written");
      }
    } catch (RuntimeException unreadable) {
      findings.found(path, "it cannot be read");
    }
  }

  private void check(Listed each) {
    String path = snapshot.locate(each.path());
    try {
      if (!snapshot.files().exists(path)) {
        findings.found(each.path(), "it is missing");
        return;
      }
      if (!intact(each, path) || each.contract() == null) {
        return;
      }
      footer(each, path);
    } catch (IOException | RuntimeException unreadable) {
      findings.found(
          each.path(), "it cannot be read (" + unreadable.getClass().getSimpleName() + ")");
    }
  }

  private boolean intact(Listed each, String path) throws IOException {
    MessageDigest digest = sha256();
    long bytes = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream file = snapshot.files().read(path)) {
      for (int n = file.read(buffer); n >= 0; n = file.read(buffer)) {
        digest.update(buffer, 0, n);
        bytes += n;
      }
    }
    if (bytes != each.file().bytes()) {
      findings.found(
          each.path(), "it has " + bytes + " bytes, the manifest says " + each.file().bytes());
      return false;
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(each.file().sha256())) {
      findings.found(each.path(), "its sha256 is not the manifest's");
      return false;
    }
    return true;
  }

  private void footer(Listed each, String path) throws IOException {
    try (ParquetFileReader reader = ParquetFileReader.open(snapshot.files().open(path))) {
      if (reader.getRecordCount() != each.file().rows()) {
        findings.found(
            each.path(),
            "it has " + reader.getRecordCount() + " rows, the manifest says " + each.file().rows());
      }
      columns(each, reader.getFileMetaData());
    }
  }

  /** Contracts grow only, so a file may lack a column that can be null, and none else. */
  private void columns(Listed each, FileMetaData metadata) {
    var contract = ParquetSchema.of(each.contract());
    for (Type column : metadata.getSchema().getFields()) {
      if (!contract.containsField(column.getName())) {
        findings.found(each.path(), "column " + column.getName() + " is in no contract");
      } else if (!contract.getType(column.getName()).equals(column)) {
        findings.found(each.path(), "column " + column.getName() + " has another type");
      }
    }
    each.contract().columns().stream()
        .filter(column -> !column.nullable())
        .filter(column -> !metadata.getSchema().containsField(column.name()))
        .forEach(column -> findings.found(each.path(), "column " + column.name() + " is missing"));
  }

  /** The journal has served when a table is sealed, and is no part of a snapshot. */
  private void unlisted(String folder) throws IOException {
    if (folder.equals("raw/journal")) {
      return;
    }
    for (LakeFiles.Entry entry : snapshot.files().list(snapshot.path(folder))) {
      String path = folder.isEmpty() ? entry.name() : folder + "/" + entry.name();
      if (entry.folder()) {
        unlisted(path);
      } else if (!listed.contains(path)) {
        findings.found(path, "the manifest does not list it");
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
