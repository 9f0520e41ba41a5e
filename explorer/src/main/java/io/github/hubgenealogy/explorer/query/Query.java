package io.github.hubgenealogy.explorer.query;

import io.github.hubgenealogy.explorer.store.IndexFiles;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.LakeOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command query: one SELECT over a snapshot. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "One SELECT over the tables of a published snapshot, in DuckDB's SQL. Each table has its own",
      "name: models, edges, lineage, raw_models … (hubgen tables lists them with their columns).",
      "Nothing but those tables can be read, and nothing can be written. The cards as they came",
      "(raw_cards.content) stay in the lake and read as null here."
    },
    footer = {
      "",
      "  hubgen query \"select relation, count(*) from edges group by all order by 2 desc\""
    })
public final class Query implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LakeOptions lake;

  @Parameters(index = "0", paramLabel = "SQL", description = "the SELECT")
  private String sql;

  @ArgGroup private Form form = new Form();

  /** How the rows are written. */
  private static final class Form {
    @Option(names = "--csv", description = "as CSV")
    private boolean csv;

    @Option(names = "--json", description = "as one JSON array of objects")
    private boolean json;

    @Option(names = "--parquet", paramLabel = "FILE", description = "into a Parquet file")
    private Path parquet;
  }

  @Option(
      names = "--time",
      paramLabel = "DURATION",
      description = "how long it may run, such as 30s; what takes longer is stopped")
  private Duration time;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      defaultValue = QueryLimits.USUAL_MEMORY,
      description = "how much memory DuckDB may take (default: ${DEFAULT-VALUE})")
  private String memory;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "how many rows are given at most; that there are more is said")
  private Long most;

  @Override
  public Integer call() throws IOException {
    QueryLimits limits = limits();
    Path index = IndexFiles.tablesOf(lake.lake().forReading(lake.snapshotId()));
    LockedQueries queries = new LockedQueries(index, limits);
    PrintWriter out = spec.commandLine().getOut();
    if (form.parquet != null) {
      long rows = queries.write(sql, form.parquet);
      spec.commandLine().getErr().println(rows + " rows: " + form.parquet);
      if (most != null && rows == most) {
        spec.commandLine().getErr().println("as many as --rows gives; there may be more");
      }
    } else {
      String cut = queries.run(sql, rows(out));
      if (cut != null) {
        out.flush();
        spec.commandLine().getErr().println(cut);
      }
    }
    return ExitCode.DONE.number();
  }

  private QueryLimits limits() {
    try {
      return new QueryLimits(time, memory, most);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage());
    }
  }

  private Rows rows(PrintWriter out) throws IOException {
    return form.csv ? new CsvRows(out) : form.json ? new JsonRows(out) : new AlignedTable(out);
  }
}
