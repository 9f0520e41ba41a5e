package io.github.hubgenealogy.jobs.bench;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.lake.command.Commands;
import io.github.hubgenealogy.lake.command.LakeOptions;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What DuckDB can do of a build, on the same snapshot and with the same cores, Parquet to Parquet:
 * edges from the tags alone, components and closure under the three policies of lineage, and the
 * statistics that SQL counts under all policies. It prints seconds for each part.
 */
@Command(
    name = "duckdb",
    mixinStandardHelpOptions = true,
    description = "Times DuckDB at what it can do of a build.")
public final class DuckDbBuild implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LakeOptions lakeOptions;

  @Option(names = "--folder", required = true, description = "an empty folder for what it writes")
  private Path folder;

  @Option(names = "--threads", description = "cores that it may use (default: all)")
  private Integer threads;

  private double total;

  /** One part of the work. */
  private interface Part {
    void run() throws SQLException, IOException;
  }

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(Commands.run(new DuckDbBuild(), out, err, arguments));
  }

  @Override
  public Integer call() throws IOException, SQLException {
    Snapshot snapshot = lakeOptions.lake().forReading(lakeOptions.snapshotId());
    Path root = Path.of(snapshot.files().uri(snapshot.path("")));
    Path tables = root.resolve("tables");
    int cores = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    Files.createDirectories(folder);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement duck = connection.createStatement()) {
      duck.execute("set threads = " + cores);
      duck.execute("set temp_directory = '" + folder.resolve("spill") + "'");
      timed(
          "edges from tags",
          () ->
              duck.execute(
                  DuckDbStatistics.resource("edges.sql")
                      .replace("$raw", root.resolve("raw").toString())
                      .replace("$target", folder.toString())));
      duck.execute("drop table edge");
      timed("statistics", () -> DuckDbStatistics.run(duck, tables, folder));
    }
    Path target = Files.createDirectories(folder.resolve("lineage"));
    List<String> policies = Policy.ofLineage().stream().map(Policy::word).toList();
    timed(
        "components and closure",
        () ->
            DuckDbLineage.run(
                tables.resolve("models"), tables.resolve("edges"), target, cores, policies));
    print("all", total);
    return 0;
  }

  private void timed(String name, Part part) throws SQLException, IOException {
    long start = System.nanoTime();
    part.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    total += seconds;
    print(name, seconds);
  }

  private void print(String name, double seconds) {
    spec.commandLine()
        .getOut()
        .println(String.format(Locale.ROOT, "duckdb  %-40s %6.1f s", name, seconds));
    spec.commandLine().getOut().flush();
  }
}
