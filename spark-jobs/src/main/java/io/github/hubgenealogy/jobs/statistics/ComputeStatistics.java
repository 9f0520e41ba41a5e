package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.jobs.pipeline.SmallTables;
import io.github.hubgenealogy.jobs.pipeline.Stage;
import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Stage compute-statistics: the figures of all policies from a few passes over the tables, written
 * by the driver.
 */
public final class ComputeStatistics implements Stage {
  private static final String ALL = "all";

  @Override
  public String name() {
    return "compute-statistics";
  }

  @Override
  public List<TableContract> reads() {
    return List.of(
        TableContracts.RAW_MODELS,
        TableContracts.MODELS,
        TableContracts.CARDS,
        TableContracts.CLAIMS,
        TableContracts.EDGES,
        TableContracts.LINEAGE,
        TableContracts.DATASETS);
  }

  @Override
  public List<TableContract> readsIfPresent() {
    return List.of(TableContracts.RAW_REDIRECTS, TableContracts.RAW_CHILDREN);
  }

  @Override
  public List<TableContract> writes() {
    return List.of(
        TableContracts.STATISTICS,
        TableContracts.COMPONENT_SIZES,
        TableContracts.DEPTHS,
        TableContracts.FAN_OUT,
        TableContracts.TOP_MODELS,
        TableContracts.COMPLETENESS,
        TableContracts.GROWTH,
        TableContracts.SOURCE_AGREEMENT);
  }

  @Override
  public void run(StageRun run) throws IOException {
    Dataset<Row> lineage = run.read(TableContracts.LINEAGE);
    Distributions distributions = Distributions.of(lineage);
    List<Object[]> completeness = Tallies.completeness(run);

    Figures figures = new Figures(run.snapshotId(), run.origin());
    EdgeCounts.add(run.read(TableContracts.EDGES), figures);
    WarningSigns.add(run.read(TableContracts.EDGES), figures);
    for (String policy : distributions.policies()) {
      ShapeFigures.add(policy, distributions, figures);
    }
    shares(completeness, figures);

    SmallTables small = new SmallTables(run);
    small.write(TableContracts.STATISTICS, figures.rows());
    small.write(TableContracts.COMPONENT_SIZES, sizes(distributions));
    small.write(TableContracts.DEPTHS, spread(distributions, List.of("depth_max", "depth_min")));
    small.write(TableContracts.FAN_OUT, spread(distributions, Distributions.fanOuts()));
    small.write(TableContracts.TOP_MODELS, TopModels.of(lineage, distributions));
    small.write(TableContracts.COMPLETENESS, completeness);
    small.write(TableContracts.GROWTH, Tallies.growth(run));
    small.write(TableContracts.SOURCE_AGREEMENT, SourceAgreement.of(run));
  }

  private static List<Object[]> sizes(Distributions distributions) {
    List<Object[]> rows = new ArrayList<>();
    for (String policy : distributions.policies()) {
      distributions
          .of(policy, Distributions.COMPONENT_SIZE_MEASURE)
          .forEach((size, components) -> rows.add(new Object[] {policy, size, components}));
    }
    return rows;
  }

  /** Rows (policy, measure, value, models); depths are ints in their table. */
  private static List<Object[]> spread(Distributions distributions, List<String> measures) {
    List<Object[]> rows = new ArrayList<>();
    for (String policy : distributions.policies()) {
      for (String measure : measures) {
        NavigableMap<Long, Long> counts = distributions.of(policy, measure);
        counts.forEach(
            (value, models) -> {
              Object typed =
                  measure.startsWith("depth") ? (Object) Math.toIntExact(value) : (Object) value;
              rows.add(new Object[] {policy, measure, typed, models});
            });
      }
    }
    return rows;
  }

  /** The outcomes of each subject as shares of it; they belong to no policy. */
  private static void shares(List<Object[]> completeness, Figures figures) {
    for (Object[] row : completeness) {
      long whole =
          completeness.stream()
              .filter(other -> other[0].equals(row[0]))
              .mapToLong(other -> (Long) other[2])
              .sum();
      figures.share(ALL, (String) row[0], "outcome_share", (String) row[1], (Long) row[2], whole);
    }
  }
}
