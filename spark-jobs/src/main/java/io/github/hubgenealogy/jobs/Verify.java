package io.github.hubgenealogy.jobs;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import io.github.hubgenealogy.jobs.verify.Finding;
import io.github.hubgenealogy.jobs.verify.Findings;
import io.github.hubgenealogy.jobs.verify.Verification;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.command.LakeOptions;
import io.github.hubgenealogy.lake.command.Printable;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command verify: a published snapshot against its manifest and the rules of the tables. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Verifies a published snapshot: checksums, row counts, columns, the order and keys of every table,",
      "and what the tables must say of each other. Names each file and rule that does not hold; exit 3 if any."
    })
public final class Verify implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LakeOptions lakeOptions;

  @Parameters(
      arity = "0..1",
      paramLabel = "SNAPSHOT",
      description = "the snapshot, as --snapshot names it")
  private String named;

  @Option(names = "--quiet", description = "print what does not hold, and nothing else")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    if (named != null
        && lakeOptions.snapshotId() != null
        && !named.equals(lakeOptions.snapshotId())) {
      throw new ParameterException(spec.commandLine(), "Two snapshots are named");
    }
    Snapshot snapshot =
        lakeOptions.lake().forReading(named == null ? lakeOptions.snapshotId() : named);
    if (!snapshot.isPublished()) {
      throw Fault.badInput(
          "snapshot " + snapshot.id() + " is not published",
          snapshot.files().uri(snapshot.path(Snapshot.MANIFEST)),
          "Run: hubgen build --snapshot " + snapshot.id());
    }
    Findings findings = Verification.files(snapshot);
    if (findings.found().isEmpty()) {
      try (SparkSession spark = Sessions.open(JobsSettings.ofInstallation().spark(), null)) {
        Verification.rules(snapshot, spark, findings);
      }
    }
    return report(snapshot, findings);
  }

  private int report(Snapshot snapshot, Findings findings) {
    var out = spec.commandLine().getOut();
    if (!quiet) {
      findings.held().forEach(what -> out.println("holds: " + Printable.line(what)));
    }
    for (Finding finding : findings.found()) {
      out.println(
          "FAILS: " + Printable.line(finding.where()) + ": " + Printable.line(finding.what()));
    }
    out.flush();
    if (!findings.found().isEmpty()) {
      int count = findings.found().size();
      throw Fault.badInput(
          "snapshot "
              + snapshot.id()
              + " is not what its manifest says, "
              + (count == 1 ? "in one point" : "in " + count + " points"),
          snapshot.files().uri(snapshot.path(Snapshot.MANIFEST)),
          "Take the files named above from a copy, or build the snapshot anew.");
    }
    if (!quiet) {
      out.println("snapshot " + snapshot.id() + " is verified");
    }
    return ExitCode.DONE.number();
  }
}
