package io.github.hubgenealogy.jobs.report;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Stage;
import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Stage write-report: the page, each plot as a file, and a CSV beside each table. */
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
        TableContracts.GROWTH);
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
    Statistics statistics = new Statistics(run);
    List<Plot> plots = new Plots(statistics, source).all();
    ReportTables tables = new ReportTables(statistics, source, run.settings().report().top());
    List<ReportTable> all = new ArrayList<>(tables.all());
    all.addAll(tables.behindPlots());
    List<DataFile> files = new ArrayList<>();
    files.add(
        write(
            snapshot,
            "index.html",
            text(
                new Page(run.snapshotId(), run.origin())
                    .html(plots, tables.behindPlots(), tables.all()))));
    for (Plot plot : plots) {
      files.add(write(snapshot, plot.name() + ".svg", text(Palette.plain(plot.svg()) + "\n")));
    }
    for (ReportTable table : all) {
      files.add(write(snapshot, table.name() + ".csv", Csv.of(table)));
    }
    snapshot.create(
        FOLDER, new TableSeal(FOLDER, 1, run.fingerprint(), 0, files, null, run.facts()));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
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
