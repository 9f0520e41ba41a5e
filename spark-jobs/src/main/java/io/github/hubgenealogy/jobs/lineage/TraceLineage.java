package io.github.hubgenealogy.jobs.lineage;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Stage;
import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stage trace-lineage: each model's place in the genealogy, and all pairs of ancestor and
 * descendant.
 */
public final class TraceLineage implements Stage {
  private static final Logger LOG = LoggerFactory.getLogger(TraceLineage.class);

  @Override
  public String name() {
    return "trace-lineage";
  }

  @Override
  public List<TableContract> reads() {
    return List.of(TableContracts.MODELS, TableContracts.EDGES);
  }

  @Override
  public List<TableContract> writes() {
    return List.of(TableContracts.LINEAGE, TableContracts.ANCESTRY);
  }

  /** All engines give the same rows, so only the cap counts. */
  @Override
  public Object configuration(JobsSettings settings) {
    return settings.graph().maxAncestors();
  }

  @Override
  public void run(StageRun run) throws IOException {
    SnapshotTables tables = run.tables();
    EngineSelection selection =
        EngineSelection.of(
            run.settings().graph().engine(),
            run.settings().graph(),
            tables.snapshot(),
            tables.rows(TableContracts.MODELS),
            tables.rows(TableContracts.EDGES));
    LOG.info("{}: engine {} ({})", name(), selection.engine().name(), selection.reason());
    LineageFiles files = computed(run, selection.engine(), selection.reason());
    tables.seal(TableContracts.LINEAGE, files.lineageFiles(), run.fingerprint(), run.facts());
    tables.seal(TableContracts.ANCESTRY, files.ancestryFiles(), run.fingerprint(), run.facts());
  }

  private LineageFiles computed(StageRun run, LineageEngine engine, String reason)
      throws IOException {
    run.fact("engine", engine.name());
    run.fact("engine_reason", reason);
    for (TableContract table : writes()) {
      run.tables().snapshot().drop(table);
    }
    LineageFiles files = new LineageFiles(run.tables(), run.ranges());
    engine.compute(
        run.read(TableContracts.MODELS),
        run.read(TableContracts.EDGES),
        Policy.ofLineage(),
        run.settings().graph().maxAncestors(),
        files);
    return files;
  }
}
