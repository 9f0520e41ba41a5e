package io.github.hubgenealogy.jobs.report;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Stage;
import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Stage write-report: the page; each plot as a file; each table as CSV and LaTeX; and
 * statistics.tsv, a line for each release from the first to this.
 */
public final class WriteReport implements Stage {
  private static final String FOLDER = "report";

  @Override
  public String name() {
    return "write-report";
  }

  @Override
  public List<TableContract> reads() {
    return List.of(
        TableContracts.STATISTICS,
        TableContracts.COMPONENT_SIZES,
        TableContracts.DEPTHS,
        TableContracts.FAN_OUT,
        TableContracts.TOP_MODELS,
        TableContracts.COMPLETENESS,
        TableContracts.GROWTH,
        TableContracts.RELATION_TRANSITIONS,
        TableContracts.TRAIT_DRIFT,
        TableContracts.CONCENTRATION,
        TableContracts.TAILS,
        TableContracts.FAMILIES,
        TableContracts.TOP_DATASETS,
        TableContracts.UNDECLARED);
  }

  @Override
  public List<TableContract> readsIfPresent() {
    return Sections.agreementTable().stream().toList();
  }

  @Override
  public boolean readsPredecessor() {
    return true;
  }

  @Override
  public List<TableContract> writes() {
    return List.of();
  }

  @Override
  public String folder() {
    return FOLDER;
  }

  @Override
  public Object configuration(JobsSettings settings) {
    return settings.report();
  }

  @Override
  public void run(StageRun run) throws IOException {
    Snapshot snapshot = run.tables().snapshot();
    snapshot.drop(FOLDER);
    String source = "snapshot " + run.snapshotId() + " · origin " + run.origin().word();
    Statistics statistics = new Statistics(snapshot);
    List<Statistics> releases = releases(run);
    Statistics before = releases.isEmpty() ? null : releases.get(releases.size() - 1);
    List<Section> sections =
        new Sections(statistics, before, source, run.settings().report().top()).all();
    List<DataFile> files = new ArrayList<>();
    files.add(
        write(snapshot, "index.html", text(new Page(statistics, run.origin()).html(sections))));
    for (Section section : sections) {
      for (Plot plot : section.plots()) {
        files.add(write(snapshot, plot.name() + ".svg", text(plot.file())));
        files.addAll(write(snapshot, plot.table()));
      }
      for (ReportTable table : section.tables()) {
        files.addAll(write(snapshot, table));
      }
    }
    StringBuilder lines = new StringBuilder(StatisticsLine.header());
    releases.forEach(each -> lines.append(StatisticsLine.of(each, run.origin().word())));
    lines.append(StatisticsLine.of(statistics, run.origin().word()));
    files.add(write(snapshot, "statistics.tsv", text(lines.toString())));
    snapshot.create(
        FOLDER, new TableSeal(FOLDER, 1, run.fingerprint(), 0, files, null, run.facts()));
  }

  /**
   * The published snapshots before this one, the oldest first, as each manifest names its
   * predecessor. Their figures are read anew: a release that had no such file yet gets its line,
   * and a new column its cells. What is gone from the lake ends the chain.
   */
  private static List<Statistics> releases(StageRun run) throws IOException {
    List<Statistics> releases = new ArrayList<>();
    Snapshot each = run.predecessor().map(before -> before.snapshot()).orElse(null);
    while (each != null && each.isPublished()) {
      releases.add(0, new Statistics(each));
      String before = SnapshotManifest.read(each).predecessor();
      each = before == null ? null : new Lake(each.files()).snapshot(before);
    }
    return releases;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<DataFile> write(Snapshot snapshot, ReportTable table) throws IOException {
    return List.of(
        write(snapshot, table.name() + ".csv", Csv.of(table)),
        write(snapshot, table.name() + ".tex", Latex.of(table)));
  }

  private static DataFile write(Snapshot snapshot, String name, byte[] content) throws IOException {
    try (OutputStream file = snapshot.files().write(snapshot.path(FOLDER + "/" + name))) {
      file.write(content);
    }
    try {
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      return new DataFile(name, 0, content.length, hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
