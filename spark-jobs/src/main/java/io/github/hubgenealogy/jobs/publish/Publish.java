package io.github.hubgenealogy.jobs.publish;

import static io.github.hubgenealogy.jobs.tables.Columns.OUTCOME;
import static io.github.hubgenealogy.jobs.tables.Columns.ROWS;
import static io.github.hubgenealogy.jobs.tables.Columns.SUBJECT;

import io.github.hubgenealogy.jobs.lineage.check.LineageCheck;
import io.github.hubgenealogy.jobs.pipeline.CodeVersion;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Stage;
import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.jobs.policy.Resolution;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.index.SnapshotIndex;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.spark.package$;
import org.apache.spark.sql.Row;

/** Stage publish: writes the manifest, last and only if there is none. */
public final class Publish implements Stage {
  private static final List<String> FOLDERS =
      List.of("report", LineageCheck.FOLDER, ReleaseMark.FOLDER, SnapshotIndex.FOLDER);

  private final List<TableContract> required;

  /** Of a snapshot that has all tables that the stages write. */
  public Publish() {
    this(
        TableContracts.ofSnapshots().stream()
            .filter(table -> !table.path().startsWith("raw/"))
            .toList());
  }

  /** Of a snapshot that has these tables, such as a release. */
  public Publish(List<TableContract> required) {
    this.required = List.copyOf(required);
  }

  @Override
  public String name() {
    return "publish";
  }

  @Override
  public List<TableContract> reads() {
    return required;
  }

  @Override
  public List<TableContract> readsIfPresent() {
    return List.of(
        TableContracts.RAW_MODELS,
        TableContracts.RAW_DATASETS,
        TableContracts.RAW_CARDS,
        TableContracts.RAW_REDIRECTS,
        TableContracts.RAW_OWNERS,
        TableContracts.RAW_CHILDREN);
  }

  @Override
  public List<TableContract> writes() {
    return List.of();
  }

  @Override
  public void run(StageRun run) throws IOException {
    Snapshot snapshot = run.tables().snapshot();
    LineageCheck.require(snapshot);
    byte[] manifest = described(run, manifest(run, List.of())).bytes();
    if (!snapshot.files().createIfAbsent(snapshot.path(Snapshot.MANIFEST), manifest)) {
      throw Fault.badInput(
          "another run has published snapshot " + snapshot.id(),
          snapshot.files().uri(snapshot.path(Snapshot.MANIFEST)),
          "Nothing is left to do.");
    }
  }

  /** Writes the files that describe the snapshot; the manifest lists them too. */
  private static SnapshotManifest described(StageRun run, SnapshotManifest manifest)
      throws IOException {
    Snapshot snapshot = run.tables().snapshot();
    JobsSettings.Publication publication = run.settings().publication();
    SnapshotDates dates = SnapshotDates.of(manifest);
    List<DataFile> descriptions = new ArrayList<>();
    descriptions.add(snapshot.write(Citation.FILE, Citation.of(manifest, publication, dates)));
    descriptions.add(
        snapshot.write(
            Croissant.FILE,
            Snapshot.json(new Croissant(manifest, publication, dates).description())));
    if (ReleaseMark.isRelease(manifest)) {
      descriptions.add(
          snapshot.write(Datasheet.FILE, new Datasheet(manifest, publication, dates).text()));
    }
    return manifest(run, descriptions);
  }

  private static SnapshotManifest manifest(StageRun run, List<DataFile> descriptions)
      throws IOException {
    Snapshot snapshot = run.tables().snapshot();
    List<SnapshotManifest.Table> tables = new ArrayList<>();
    Map<String, Map<String, Object>> crawl = new TreeMap<>();
    for (TableContract table : TableContracts.ofManifests()) {
      Optional<TableSeal> seal = snapshot.seal(table);
      if (seal.isEmpty()) {
        continue;
      }
      if (table.path().startsWith("raw/")) {
        crawl.put(table.name(), seal.get().facts());
      }
      tables.add(
          new SnapshotManifest.Table(
              table.name(),
              snapshot.home(table).id().equals(snapshot.id()) ? null : snapshot.home(table).id(),
              table.path(),
              seal.get().schemaVersion(),
              seal.get().fingerprint(),
              seal.get().rows(),
              table.path().startsWith("raw/") ? Map.of() : seal.get().facts(),
              seal.get().files()));
    }
    List<SnapshotManifest.Artefacts> artefacts = new ArrayList<>();
    for (String folder : FOLDERS) {
      Optional<TableSeal> seal = snapshot.seal(folder);
      if (seal.isPresent()) {
        crawl.putAll(ReleaseMark.crawl(folder, seal.get()));
        artefacts.add(
            new SnapshotManifest.Artefacts(
                folder, seal.get().fingerprint(), seal.get().facts(), seal.get().files()));
      }
    }
    if (!descriptions.isEmpty()) {
      artefacts.add(new SnapshotManifest.Artefacts("", run.fingerprint(), Map.of(), descriptions));
    }
    Properties build = CodeVersion.build();
    return new SnapshotManifest(
        SnapshotManifest.VERSION,
        snapshot.id(),
        run.origin().word(),
        run.predecessor().map(before -> before.snapshot().id()).orElse(null),
        build.getProperty("commit", "unknown"),
        Map.of(
            "hub-genealogy", build.getProperty("version", "unknown"),
            "java", System.getProperty("java.version"),
            "spark", package$.MODULE$.SPARK_VERSION()),
        shaping(run.settings()),
        crawl,
        rejects(run),
        tables,
        artefacts,
        null);
  }

  /** The settings that shape the tables; what only steers this machine is left out. */
  private static Map<String, Object> shaping(JobsSettings settings) {
    return Map.of(
        "cards", settings.cards(),
        "edges", settings.edges(),
        "graph", settings.graph(),
        "statistics", settings.statistics(),
        "report", settings.report());
  }

  private static Map<String, Long> rejects(StageRun run) throws IOException {
    List<String> edgeless =
        Arrays.stream(Resolution.values())
            .filter(way -> !way.givesEdge())
            .map(Resolution::word)
            .toList();
    Map<String, Long> rejects = new TreeMap<>();
    for (Row row :
        run.read(TableContracts.COMPLETENESS).select(SUBJECT, OUTCOME, ROWS).collectAsList()) {
      String outcome = row.getString(1);
      String last = outcome.substring(outcome.lastIndexOf('/') + 1);
      boolean claim = row.getString(0).equals("claims") && edgeless.contains(last);
      boolean card = row.getString(0).equals("cards") && !outcome.equals("ok");
      if (claim || card) {
        rejects.merge(row.getString(0) + ": " + last, row.getLong(2), Long::sum);
      }
    }
    return rejects;
  }

  @Override
  public boolean readsPredecessor() {
    return true;
  }
}
