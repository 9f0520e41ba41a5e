package io.github.hubgenealogy.jobs;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Pipeline;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import io.github.hubgenealogy.jobs.publish.ReleaseMark;
import io.github.hubgenealogy.jobs.release.ReleaseKey;
import io.github.hubgenealogy.jobs.release.SnapshotRelease;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.command.LakeOptions;
import io.github.hubgenealogy.lake.command.Printable;
import io.github.hubgenealogy.lake.store.FolderLock;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Origin;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Command release: a copy of a published snapshot for publication, in which nobody is named. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a copy of a published snapshot for publication into a lake of its own: pseudonymised personal",
      "data, not anonymous data. Names of owners and repositories become pseudonyms under the key in",
      "HUBGEN_RELEASE_KEY, free text goes out, times and counts become coarse, lineage, statistics and report",
      "are computed anew, and every value is looked at before it is published."
    })
public final class Release implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LakeOptions lakeOptions;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "the lake of releases; the snapshot keeps its id")
  private String to;

  @Option(
      names = "--organisations",
      paramLabel = "FILE",
      description =
          "owners whose names stay, one a line, besides those that raw/owners says are organisations")
  private Path organisations;

  @Option(
      names = "--tombstones",
      paramLabel = "FILE",
      description = {
        "owners and ids to leave out, one a line; they are kept in release-tombstones.txt of the lake",
        "that is released from, and hold for every later release"
      })
  private Path tombstones;

  @Option(
      names = "--common",
      paramLabel = "FILE",
      description = "words that are names of owners, too, but none where they stand, one a line")
  private Path common;

  @Option(
      names = "--k",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "owners that must share a word, reach a number or make up an aggregate (default: ${DEFAULT-VALUE})")
  private int least;

  @Option(
      names = "--force",
      description = "releases a simulated snapshot, too, and labels every file")
  private boolean force;

  @Override
  public Integer call() throws IOException {
    if (least < 2) {
      throw new ParameterException(spec.commandLine(), "--k is at least 2");
    }
    ReleaseKey key = ReleaseKey.of(System.getenv(ReleaseKey.VARIABLE));
    Snapshot source = lakeOptions.lake().forReading(lakeOptions.snapshotId());
    refuse(source);
    JobsSettings settings = JobsSettings.ofInstallation();
    Lake releases = Lake.writableAt(to);
    Snapshot target = releases.snapshot(source.id());
    if (target.isPublished()) {
      throw Fault.badInput(
          "release " + target.id() + " is published and never changes",
          releases.files().uri(target.path(Snapshot.MANIFEST)),
          "Withdraw it as a whole, or name another lake with --to.");
    }
    try (FolderLock lock =
            FolderLock.take(releases.files(), releases.locks(target), "release " + source.id());
        SparkSession spark = Sessions.open(settings.spark(), null)) {
      SnapshotRelease.Outcome outcome =
          new SnapshotRelease(
                  new SnapshotRelease.Order(
                      source,
                      target,
                      Build.newest(releases, target.id(), SnapshotManifest.read(source).origin()),
                      key,
                      organisations,
                      tombstones,
                      common,
                      least),
                  settings)
              .write(spark);
      summarise(target, outcome);
    }
    return ExitCode.DONE.number();
  }

  private void refuse(Snapshot source) throws IOException {
    if (!source.isPublished()) {
      throw Fault.badInput(
          "snapshot " + source.id() + " is not published",
          source.files().uri(source.path(Snapshot.MANIFEST)),
          "Run: hubgen build --snapshot " + source.id());
    }
    if (ReleaseMark.isRelease(SnapshotManifest.read(source))) {
      throw Fault.badInput(
          "snapshot " + source.id() + " is a release already",
          source.files().uri(source.path(Snapshot.MANIFEST)),
          "Name the lake that it was made from with --lake.");
    }
    if (Pipeline.origin(source) == Origin.SIMULATED && !force) {
      throw Fault.badInput(
          "snapshot "
              + source.id()
              + " is simulated: there is nobody to protect, and nothing to tell",
          source.files().uri(source.path("")),
          "Name another with --snapshot, or add --force to try it out.");
    }
  }

  private void summarise(Snapshot target, SnapshotRelease.Outcome outcome) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("release " + target.id() + ": " + ReleaseMark.SENTENCE);
    out.println(
        String.format(
            Locale.ROOT,
            "  %,d owners under pseudonyms, %,d organisations by name, %,d tombstones",
            outcome.people(),
            outcome.organisations(),
            outcome.tombstones()));
    outcome
        .rows()
        .forEach(
            (table, count) ->
                out.println(String.format(Locale.ROOT, "  %-20s %,12d rows", table, count)));
    out.println("no value of any file names one of them; common words that are names, too:");
    outcome
        .collisions()
        .forEach(
            (word, places) ->
                out.println(Printable.line("  " + word + ": " + String.join(", ", places))));
    out.println("datasheet: " + target.files().uri(target.path("DATASHEET.md")));
  }
}
