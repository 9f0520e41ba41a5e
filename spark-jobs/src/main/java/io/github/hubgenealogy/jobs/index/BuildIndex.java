package io.github.hubgenealogy.jobs.index;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Stage;
import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.index.IndexContent;
import io.github.hubgenealogy.lake.index.SnapshotIndex;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.LakeFiles;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stage build-index: the explorer's index as a file of the snapshot, named in its manifest, unless
 * {@code publication.index} is off. DuckDB gives other bytes at each run, so its seal also holds
 * the checksum of what it says ({@link SnapshotManifest#CONTENT}), which two builds of the same raw
 * tables have in common. Where DuckDB is not there, as in the jar for spark-submit, or the lake is
 * not on this machine's disks, none is made, and the explorer makes its own beside the snapshots.
 */
public final class BuildIndex implements Stage {
  private static final Logger LOG = LoggerFactory.getLogger(BuildIndex.class);

  @Override
  public String name() {
    return "build-index";
  }

  @Override
  public List<TableContract> reads() {
    return List.of(TableContracts.MODELS, TableContracts.EDGES, TableContracts.LINEAGE);
  }

  @Override
  public List<TableContract> readsIfPresent() {
    return TableContracts.ofSnapshots().stream().filter(table -> !reads().contains(table)).toList();
  }

  @Override
  public List<TableContract> writes() {
    return List.of();
  }

  @Override
  public String folder() {
    return SnapshotIndex.FOLDER;
  }

  @Override
  public Object configuration(JobsSettings settings) {
    return settings.publication().index() + " " + SnapshotIndex.VERSION;
  }

  @Override
  public void run(StageRun run) throws IOException {
    Snapshot snapshot = run.tables().snapshot();
    snapshot.drop(SnapshotIndex.FOLDER);
    if (!run.settings().publication().index()) {
      return;
    }
    LakeFiles files = snapshot.files();
    String place = snapshot.path(SnapshotIndex.FOLDER);
    if (!files.url(place).startsWith("file:")) {
      LOG.info("no index: DuckDB reads this machine's disks alone, not {}", files.uri(place));
      return;
    }
    if (DriverManager.drivers().noneMatch(driver -> driver.getClass().getName().contains("duck"))) {
      LOG.info("no index: DuckDB's driver is not on the class path");
      return;
    }
    Path draft = Files.createTempDirectory("hubgen-index");
    Path made = draft.resolve(SnapshotIndex.FILE);
    try {
      SnapshotIndex.make(snapshot, made, Runtime.getRuntime().availableProcessors());
      Map<String, Object> facts = new TreeMap<>(run.facts());
      facts.put(SnapshotManifest.CONTENT, IndexContent.of(made));
      snapshot.create(
          SnapshotIndex.FOLDER,
          new TableSeal(
              SnapshotIndex.FOLDER,
              SnapshotIndex.VERSION,
              run.fingerprint(),
              0,
              List.of(copied(made, files, place + "/" + SnapshotIndex.FILE)),
              null,
              facts));
    } finally {
      Files.deleteIfExists(made);
      Files.deleteIfExists(draft);
    }
  }

  private static DataFile copied(Path made, LakeFiles files, String path) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
    try (OutputStream target = new DigestOutputStream(files.write(path), digest)) {
      Files.copy(made, target);
    }
    return new DataFile(
        SnapshotIndex.FILE, 0, Files.size(made), HexFormat.of().formatHex(digest.digest()));
  }
}
