package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.jobs.lineage.kernel.Components;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.SmallTables;
import io.github.hubgenealogy.jobs.pipeline.Stage;
import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.statistics.graph.HubGraph;
import io.github.hubgenealogy.jobs.statistics.graph.LoadGraph;
import io.github.hubgenealogy.jobs.statistics.graph.PolicyGraph;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stage compute-statistics: the graph is loaded once for all policies, every figure is computed in
 * the driver in one order, so that no partitioning, engine or number of cores shows.
 */
public final class ComputeStatistics implements Stage {
  private static final List<TableContract> WRITTEN =
      List.of(
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

  @Override
  public String name() {
    return "compute-statistics";
  }

  @Override
  public List<TableContract> reads() {
    return List.of(
        TableContracts.MODELS,
        TableContracts.CARDS,
        TableContracts.CLAIMS,
        TableContracts.EDGES,
        TableContracts.LINEAGE,
        TableContracts.DATASETS,
        TableContracts.DATASET_EDGES);
  }

  @Override
  public List<TableContract> readsIfPresent() {
    return List.of(
        TableContracts.RAW_MODELS, TableContracts.RAW_REDIRECTS, TableContracts.RAW_CHILDREN);
  }

  @Override
  public List<TableContract> writes() {
    return Stream.concat(WRITTEN.stream(), Stream.of(TableContracts.SOURCE_AGREEMENT)).toList();
  }

  @Override
  public Object configuration(JobsSettings settings) {
    return List.of(settings.graph().maxAncestors(), settings.statistics());
  }

  @Override
  public void run(StageRun run) throws IOException {
    StatisticsRows rows =
        new StatisticsRows(
            new Figures(run.snapshotId(), run.origin()), run.settings().statistics().bootstraps());
    HubGraph graph =
        LoadGraph.of(
            run.read(TableContracts.MODELS),
            run.read(TableContracts.EDGES),
            run.read(TableContracts.DATASET_EDGES));
    Completeness.add(run, graph, rows);
    WarningSigns.add(run.read(TableContracts.EDGES), rows.figures());
    Components clusters = clusters(graph);
    // Policies know nothing of each other: each is computed by one thread, into rows of its own.
    Arrays.stream(Policy.values())
        .parallel()
        .map(policy -> under(policy, graph, clusters, run))
        .toList()
        .forEach(rows::addAll);
    SmallTables small = new SmallTables(run);
    for (TableContract table : WRITTEN) {
      small.write(
          table, table.equals(TableContracts.STATISTICS) ? rows.figures().rows() : rows.of(table));
    }
    small.write(TableContracts.SOURCE_AGREEMENT, SourceAgreement.of(run));
  }

  private static StatisticsRows empty(StageRun run) {
    return new StatisticsRows(
        new Figures(run.snapshotId(), run.origin()), run.settings().statistics().bootstraps());
  }

  private static StatisticsRows under(
      Policy policy, HubGraph graph, Components clusters, StageRun run) {
    StatisticsRows rows = empty(run);
    PolicyGraph view = PolicyGraph.of(graph, policy, run.settings().graph().maxAncestors());
    ShapeStatistics.add(view, rows);
    FanOutStatistics.add(view, rows);
    Chains.add(view, rows);
    RelationStatistics.add(view, rows);
    Transitions.add(view, rows);
    Drift.add(view, clusters, rows);
    Concentration.addOwners(view, rows);
    Growth.add(view, rows);
    DatasetStatistics.add(view, rows);
    Families.add(view, rows);
    if (policy == Policy.UNION) {
      Undeclared.add(view, run.settings().statistics(), rows);
    }
    return rows;
  }

  /** What intervals are clustered by: merges would make most of the Hub one cluster. */
  private static Components clusters(HubGraph graph) {
    return PolicyGraph.of(graph, Policy.UNION_NO_MERGE, 1).components();
  }
}
