package io.github.hubgenealogy.launcher;

import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.command.LakeOptions;
import io.github.hubgenealogy.lake.store.FolderLock;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Retention;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command prune: removes old published snapshots. */
@Command(
    name = "prune",
    mixinStandardHelpOptions = true,
    description = {
      "Removes published snapshots but for the newest N of each origin. Without --yes it says what it would do.",
      "What is not published is never touched, nor a snapshot whose raw tables a kept revision (ID.r2) refers to."
    })
public final class Prune implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LakeOptions lakeOptions;

  @Option(
      names = "--keep",
      paramLabel = "N",
      required = true,
      description = "how many published snapshots of each origin stay")
  private int keep;

  @Option(names = "--yes", description = "remove them")
  private boolean yes;

  @Override
  public Integer call() throws IOException {
    if (keep < 1) {
      throw new Fault(
          ExitCode.USAGE, "a lake keeps at least one", "--keep " + keep, "Give a positive number.");
    }
    Lake lake = yes ? lakeOptions.writableLake() : lakeOptions.lake();
    if (!yes) {
      return report(lake);
    }
    try (FolderLock lock = FolderLock.take(lake.files(), SnapshotCommand.LOCKS, "prune")) {
      PrintWriter out = spec.commandLine().getOut();
      Retention retention = new Retention(lake);
      retention.sweep().forEach(id -> out.println("removed the rest of " + id));
      for (Retention.Verdict verdict : retention.decide(keep)) {
        print(verdict);
        if (verdict.goes()) {
          retention.remove(verdict.snapshot());
        }
      }
    }
    return ExitCode.DONE.number();
  }

  private Integer report(Lake lake) throws IOException {
    List<Retention.Verdict> verdicts = new Retention(lake).decide(keep);
    verdicts.forEach(this::print);
    long going = verdicts.stream().filter(Retention.Verdict::goes).count();
    long bytes =
        verdicts.stream().filter(Retention.Verdict::goes).mapToLong(Retention.Verdict::bytes).sum();
    spec.commandLine()
        .getOut()
        .println(
            going == 0
                ? "Nothing to remove."
                : "Nothing was removed. To remove "
                    + going
                    + (going == 1 ? " snapshot" : " snapshots")
                    + " ("
                    + Space.text(bytes)
                    + "), add --yes.");
    return ExitCode.DONE.number();
  }

  private void print(Retention.Verdict verdict) {
    spec.commandLine()
        .getOut()
        .println(
            String.format(
                Locale.ROOT,
                "%-7s %-24s %10s%s",
                verdict.goes() ? "remove" : "keep",
                verdict.snapshot().id(),
                Space.text(verdict.bytes()),
                verdict.goes() ? "" : "  " + verdict.reason()));
  }
}
