package io.github.hubgenealogy.jobs.sample;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.command.LakeOptions;
import io.github.hubgenealogy.lake.command.Printable;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command sample: edges to be coded by hand, and what the coding says. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = {
      "Draws edges of a published snapshot, so many of each relation and basis, into a sheet for hand coding",
      "(edges-sample.csv and edges-sample.html), or reads a coded sheet back and prints how often the edges are right."
    })
public final class SampleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LakeOptions lakeOptions;

  @ArgGroup(multiplicity = "1")
  private Task task;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "another seed draws other edges (default: 1)")
  private long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where the sheet goes (default: the current folder)")
  private Path out = Path.of("");

  /** Either of the two. */
  static final class Task {
    @Option(names = "--edges", paramLabel = "N", description = "how many edges to draw")
    private Integer edges;

    @Option(names = "--coded", paramLabel = "FILE", description = "a sheet that was filled in")
    private Path coded;
  }

  @Override
  public Integer call() throws IOException {
    if (task.coded != null) {
      CodedSheet.precision(task.coded).forEach(line -> print(Printable.line(line)));
      return ExitCode.DONE.number();
    }
    if (task.edges < 1) {
      throw Fault.badInput("fewer than one edge", "--edges", "Name a number from 1.");
    }
    Snapshot snapshot = lakeOptions.lake().forReading(lakeOptions.snapshotId());
    try (SparkSession spark = Sessions.open(JobsSettings.ofInstallation().spark(), null)) {
      SnapshotTables tables = new SnapshotTables(spark, snapshot);
      List<SampledEdge> drawn =
          EdgeSample.draw(
              tables.read(TableContracts.EDGES),
              tables.read(TableContracts.CLAIMS),
              task.edges,
              seed);
      write(
          new CodingSheet(
              drawn, drawn.size() + " edges of snapshot " + snapshot.id() + ", seed " + seed));
    }
    return ExitCode.DONE.number();
  }

  private void write(CodingSheet sheet) throws IOException {
    Path csv = out.resolve("edges-sample.csv");
    Path html = out.resolve("edges-sample.html");
    for (Path file : List.of(csv, html)) {
      if (Files.exists(file)) {
        throw Fault.badInput(
            "a sheet is there already, perhaps a coded one",
            file.toString(),
            "Move it away, or name another folder with --out.");
      }
    }
    if (!out.toString().isEmpty()) {
      Files.createDirectories(out);
    }
    Files.writeString(csv, sheet.csv());
    Files.writeString(html, sheet.html());
    print("sheet: " + csv);
    print("to read: " + html);
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }
}
