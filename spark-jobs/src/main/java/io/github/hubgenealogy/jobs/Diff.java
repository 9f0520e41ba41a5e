package io.github.hubgenealogy.jobs;

import io.github.hubgenealogy.jobs.diff.SnapshotDiff;
import io.github.hubgenealogy.jobs.pipeline.CodeVersion;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import io.github.hubgenealogy.jobs.report.DiffPage;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.store.FolderLock;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Origin;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command diff: what a later snapshot has otherwise than an earlier one. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Tells two published snapshots apart: models created, deleted and renamed, cards changed,",
      "edges added, removed and re-typed, families merged and split, every statistic side by side.",
      "Writes tables and a page, report/index.html, into diffs/B/since-A of the lake."
    })
public final class Diff implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--lake",
      paramLabel = "DIR|URI",
      description = "where the snapshots lie (default: ${DEFAULT-VALUE})",
      defaultValue = "data/lake")
  private String location;

  @Parameters(index = "0", paramLabel = "A", description = "the earlier snapshot")
  private String earlierId;

  @Parameters(index = "1", paramLabel = "B", description = "the later snapshot")
  private String laterId;

  @Override
  public Integer call() throws IOException {
    Lake lake = Lake.writableAt(location);
    Snapshot earlier = published(lake, earlierId);
    Snapshot later = published(lake, laterId);
    if (earlierId.equals(laterId)) {
      throw Fault.badInput(
          "both snapshots are " + earlierId, "diff", "Name two, the earlier one first.");
    }
    String origin = SnapshotManifest.read(later).origin();
    if (!SnapshotManifest.read(earlier).origin().equals(origin)) {
      throw Fault.badInput(
          "the snapshots are of different origin: "
              + SnapshotManifest.read(earlier).origin()
              + " and "
              + origin,
          earlierId + " and " + laterId,
          "Compare snapshots of one origin.");
    }
    Snapshot target = lake.diff(earlier, later);
    String fingerprint =
        SnapshotManifest.checksumOf(earlier) + " " + SnapshotManifest.checksumOf(later);
    try (FolderLock lock =
            FolderLock.take(lake.files(), lake.locks(target), "diff " + earlierId + " " + laterId);
        SparkSession spark = Sessions.open(JobsSettings.ofInstallation().spark(), null)) {
      Map<String, Long> rows =
          new SnapshotDiff(
                  new SnapshotTables(spark, earlier),
                  new SnapshotTables(spark, later),
                  target,
                  fingerprint)
              .write();
      new DiffPage(new SnapshotTables(spark, target), earlierId, laterId, Origin.of(origin))
          .write(fingerprint + " " + CodeVersion.hashOf(DiffPage.class), rows);
      summarise(target, rows);
    }
    return ExitCode.DONE.number();
  }

  private static Snapshot published(Lake lake, String id) throws IOException {
    Snapshot snapshot = lake.forReading(id);
    if (!snapshot.isPublished()) {
      throw Fault.badInput(
          "snapshot " + id + " is not published",
          lake.files().uri(snapshot.path(Snapshot.MANIFEST)),
          "Run: hubgen build --snapshot " + id);
    }
    return snapshot;
  }

  private void summarise(Snapshot target, Map<String, Long> rows) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("from " + earlierId + " to " + laterId);
    rows.forEach(
        (table, count) ->
            out.println(String.format(Locale.ROOT, "  %-16s %,12d rows", table, count)));
    out.println("tables: " + target.files().uri(target.path("diff")));
    out.println("page: " + target.files().uri(target.path(DiffPage.FILE)));
  }
}
