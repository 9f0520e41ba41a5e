package io.github.hubgenealogy.jobs.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.jobs.cards.ParseCards;
import io.github.hubgenealogy.jobs.edges.DeriveEdges;
import io.github.hubgenealogy.jobs.lineage.TraceLineage;
import io.github.hubgenealogy.jobs.lineage.check.LineageCheck;
import io.github.hubgenealogy.jobs.pipeline.CodeVersion;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Pipeline;
import io.github.hubgenealogy.jobs.publish.Croissant;
import io.github.hubgenealogy.jobs.publish.Publish;
import io.github.hubgenealogy.jobs.publish.ReleaseMark;
import io.github.hubgenealogy.jobs.publish.SnapshotDates;
import io.github.hubgenealogy.jobs.report.WriteReport;
import io.github.hubgenealogy.jobs.statistics.ComputeStatistics;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.ReleasedForms;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.LakeFiles;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * Writes a release: the released tables, all that is computed from them, the description of what
 * was done, and, where no name is left anywhere, the manifest.
 */
public final class SnapshotRelease {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What is asked for.
   *
   * @param source published
   * @param target of another lake, not published
   * @param predecessor the release before it in that lake, or null
   * @param organisations a file of further names that stay, or null
   * @param tombstones a file of owners and ids to leave out from now on, or null
   * @param common a file of words that are no names here, or null
   * @param least owners that must share a word or make up an aggregate
   */
  public record Order(
      Snapshot source,
      Snapshot target,
      Snapshot predecessor,
      ReleaseKey key,
      Path organisations,
      Path tombstones,
      Path common,
      int least) {}

  /**
   * What came of it.
   *
   * @param collisions names of owners that are common words, too, with where they stand
   */
  public record Outcome(
      int people,
      int organisations,
      int tombstones,
      Map<String, Long> rows,
      Map<String, Set<String>> collisions) {}

  private final Order order;
  private final JobsSettings settings;

  public SnapshotRelease(Order order, JobsSettings settings) {
    this.order = order;
    this.settings = settings;
  }

  /** Writes and publishes. */
  public Outcome write(SparkSession spark) throws IOException {
    Snapshot target = order.target();
    sweep();
    SnapshotTables from = new SnapshotTables(spark, order.source());
    SnapshotTables to = new SnapshotTables(spark, target);
    Tombstones tombstones = tombstones(from);
    Set<String> organisations = OwnerNames.organisations(from, order.organisations());
    Pseudonyms names = new Pseudonyms(order.key(), order.source().id(), organisations, tombstones);
    new ReleasedTables(
            from, to, new ReleasedRows(names, order.least()), new Kept(tombstones), fingerprint())
        .write();
    run(spark, "trace-lineage", "compute-statistics");
    new Suppression(to, order.least()).run();
    run(spark, "write-report", "write-report");
    SingledOut singled = SingledOut.of(to.read(TableContracts.MODELS));
    Labels labels = new Labels(target, Pipeline.origin(target));
    labels.put();
    mark(
        labels,
        Map.of(
            ReleaseMark.ORGANISATIONS, organisations.size(),
            ReleaseMark.TOMBSTONES, tombstones.size(),
            ReleaseMark.LISTED, singled.models(),
            ReleaseMark.ALONE, singled.alone()));
    Set<String> people = OwnerNames.pseudonymised(from, names);
    Set<String> common = OwnerNames.lines(order.common(), "--common");
    settings.edges().pathWords().forEach(common::add);
    NameCheck check = new NameCheck(target, people, common);
    check.learning(fixedWords()).run();
    refuse(check);
    run(spark, "publish", "publish");
    unpublishIfNamed(people, common);
    return new Outcome(
        people.size(), organisations.size(), tombstones.size(), rows(), check.collisions());
  }

  /** What an interrupted run left. */
  private void sweep() throws IOException {
    LakeFiles files = order.target().files();
    for (LakeFiles.Entry entry : files.list(order.target().path(""))) {
      files.delete(order.target().path(entry.name()));
    }
  }

  /** Kept before anything else: who asked to be left out is left out, whatever becomes of this. */
  private Tombstones tombstones(SnapshotTables from) throws IOException {
    LakeFiles lake = order.source().files();
    Tombstones all = Tombstones.of(lake);
    all = order.tombstones() == null ? all : all.with(order.tombstones());
    all.keep(lake, List.of());
    all.keep(lake, ReleasedTables.extend(all, from));
    return all;
  }

  private String fingerprint() throws IOException {
    return SnapshotManifest.checksumOf(order.source()).substring(0, 32)
        + CodeVersion.hashOf(SnapshotRelease.class)
        + order.key().check();
  }

  private void run(SparkSession spark, String first, String last) throws IOException {
    List<TableContract> there = new ArrayList<>();
    for (TableContract table : TableContracts.ofSnapshots()) {
      if (order.target().seal(table).isPresent()) {
        there.add(table);
      }
    }
    new Pipeline(
            List.of(
                new ParseCards(),
                new DeriveEdges(),
                new TraceLineage(),
                new LineageCheck(),
                new ComputeStatistics(),
                new WriteReport(),
                new Publish(there)))
        .run(spark, order.target(), order.predecessor(), settings, first, last, true);
  }

  /** The folder that makes it a release: contracts as they are here, and the facts. */
  private void mark(Labels labels, Map<String, Object> counts) throws IOException {
    Snapshot target = order.target();
    List<DataFile> files = new ArrayList<>();
    for (TableContract table : TableContracts.ofManifests()) {
      if (target.seal(table).isPresent()) {
        String name = "contracts/" + table.name() + ".json";
        DataFile file =
            target.write(
                ReleaseMark.FOLDER + "/" + name, Snapshot.json(contract(table, labels.sentence())));
        files.add(new DataFile(name, 0, file.bytes(), file.sha256()));
      }
    }
    Map<String, Object> facts = new TreeMap<>(counts);
    facts.put(Labels.KEY, labels.sentence());
    facts.put("key_check", order.key().check());
    facts.put(ReleaseMark.LEAST_OWNERS, order.least());
    SnapshotDates dates = SnapshotDates.of(SnapshotManifest.read(order.source()));
    if (dates.began() != null && dates.ended() != null) {
      facts.put(ReleaseMark.BEGAN, dates.began());
      facts.put(ReleaseMark.ENDED, dates.ended());
    }
    target.create(
        ReleaseMark.FOLDER,
        new TableSeal(ReleaseMark.FOLDER, 1, fingerprint(), 0, files, null, facts));
  }

  private static Map<String, Object> contract(TableContract table, String label) {
    TableContract form = ReleasedForms.of(table).orElseThrow();
    Map<String, Object> contract = new LinkedHashMap<>();
    contract.put("table", form.name());
    contract.put("path", form.path());
    contract.put("label", label);
    contract.put("description", form.description());
    contract.put("key", form.key());
    contract.put("sort", form.sort());
    contract.put("schemaVersion", form.schemaVersion());
    contract.put(
        "leftOut",
        ReleasedForms.leftOut(table).stream()
            .map(column -> Map.of("name", column.name(), "privacy", column.privacy().word()))
            .toList());
    try {
      contract.put("schema", JSON.readTree(form.schemaJson()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
    return contract;
  }

  /** The settings, and the source's own description of its form: schemas, no values. */
  private String fixedWords() throws IOException {
    Snapshot source = order.source();
    String settingsText = new String(Snapshot.json(settings), StandardCharsets.UTF_8);
    String path = source.path(Croissant.FILE);
    if (!source.files().exists(path)) {
      return settingsText;
    }
    try (InputStream file = source.files().read(path)) {
      return settingsText + new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void refuse(NameCheck check) {
    Map<String, Set<String>> leaks = check.leaks();
    if (!leaks.isEmpty()) {
      throw Fault.badInput(
          "names of owners are left: "
              + leaks.entrySet().stream()
                  .limit(10)
                  .map(name -> name.getKey() + " in " + String.join(", ", name.getValue()))
                  .collect(Collectors.joining("; "))
              + (leaks.size() > 10 ? " and " + (leaks.size() - 10) + " more" : ""),
          order.target().files().uri(order.target().path("")),
          "Nothing is published. Where it is a common word, put it into a file for --common.");
    }
  }

  /** The files that describe a release are written with its manifest, so they are checked after. */
  private void unpublishIfNamed(Set<String> people, Set<String> common) throws IOException {
    NameCheck check = new NameCheck(order.target(), people, common);
    check.learning(fixedWords()).descriptions();
    if (!check.leaks().isEmpty()) {
      order.target().files().delete(order.target().path(Snapshot.MANIFEST));
      refuse(check);
    }
  }

  private Map<String, Long> rows() throws IOException {
    Map<String, Long> rows = new LinkedHashMap<>();
    SnapshotManifest.read(order.target())
        .tables()
        .forEach(table -> rows.put(table.table(), table.rows()));
    return rows;
  }
}
