package io.github.hubgenealogy.jobs.index;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Stage;
import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.index.SnapshotIndex;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.LakeFiles;
import io.github.hubgenealogy.lake.store.Snapshot;
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

/**
 * Stage build-index: the explorer's index as a file of the snapshot, named in its manifest, where
 * {@code publication.index} asks for it. By default the explorer makes its own beside the
 * snapshots, since DuckDB gives other bytes at each run: two builds of the same raw tables have
 * equal manifests only without it.
 */
public final class BuildIndex implements Stage {
  private static final String DRIVER = "jdbc:duckdb:";

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
      throw Fault.badInput(
          "DuckDB makes an index on this machine's disks alone",
          files.uri(place),
          "Set publication.index to false in conf/jobs.yaml: the explorer makes its own.");
    }
    if (DriverManager.drivers().noneMatch(driver -> driver.getClass().getName().contains("duck"))) {
      throw Fault.badInput(
          "the index needs DuckDB's driver",
          DRIVER,
          "Give it by --jars, or set publication.index to false in conf/jobs.yaml.");
    }
    Path draft = Files.createTempDirectory("hubgen-index");
    Path made = draft.resolve(SnapshotIndex.FILE);
    try {
      SnapshotIndex.make(snapshot, made, Runtime.getRuntime().availableProcessors());
      snapshot.create(
          SnapshotIndex.FOLDER,
          new TableSeal(
              SnapshotIndex.FOLDER,
              SnapshotIndex.VERSION,
              run.fingerprint(),
              0,
              List.of(copied(made, files, place + "/" + SnapshotIndex.FILE)),
              null,
              run.facts()));
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
