package io.github.hubgenealogy.jobs.lineage;

import io.github.hubgenealogy.jobs.lineage.frames.ComponentSource;
import io.github.hubgenealogy.jobs.lineage.frames.SparkEngine;
import io.github.hubgenealogy.jobs.pipeline.EngineChoice;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.util.ServiceLoader;

/**
 * Which engine computes and why.
 *
 * @param reason a sentence for the log and the manifest
 */
public record EngineSelection(LineageEngine engine, String reason) {

  /**
   * Chooses.
   *
   * @param models rows of table models
   * @param edges rows of table edges
   * @throws Fault where the engine that was named cannot be had or cannot hold the graph
   */
  public static EngineSelection of(
      EngineChoice choice,
      JobsSettings.Graph settings,
      Snapshot snapshot,
      long models,
      long edges) {
    return of(choice, settings, snapshot, models, edges, MemoryEstimate.budget());
  }

  static EngineSelection of(
      EngineChoice choice,
      JobsSettings.Graph settings,
      Snapshot snapshot,
      long models,
      long edges,
      long budget) {
    MemoryEstimate estimate = new MemoryEstimate(models, edges);
    return switch (choice) {
      case AUTO ->
          estimate.fits(budget)
              ? new EngineSelection(
                  new MemoryEngine(), "auto: memory, which needs " + estimate.text(budget))
              : new EngineSelection(
                  spark(settings, snapshot),
                  "auto: spark, since memory would need " + estimate.text(budget));
      case MEMORY -> {
        if (!estimate.fits(budget)) {
          throw Fault.badInput(
              "the graph does not fit memory: " + estimate.text(budget),
              "--engine memory",
              "Give it more by HUBGEN_HEAP, or use --engine spark.");
        }
        yield new EngineSelection(new MemoryEngine(), "memory, as asked for");
      }
      case SPARK -> new EngineSelection(spark(settings, snapshot), "spark, as asked for");
      case GRAPHFRAMES -> {
        ComponentSource source = source(choice.word());
        yield new EngineSelection(
            new SparkEngine(settings, snapshot.files(), snapshot.path(WORK), source),
            source.version() + ", as asked for");
      }
    };
  }

  private static final String WORK = "work/trace-lineage";

  private static LineageEngine spark(JobsSettings.Graph settings, Snapshot snapshot) {
    return new SparkEngine(settings, snapshot.files(), snapshot.path(WORK));
  }

  private static ComponentSource source(String engine) {
    return ServiceLoader.load(ComponentSource.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(source -> source.engine().equals(engine))
        .findFirst()
        .orElseThrow(
            () ->
                Fault.badInput(
                    "this build has no engine '" + engine + "'",
                    "--engine",
                    "Put io.graphframes:graphframes-spark4_2.13 into the Maven repository and begin the "
                        + "command with HUBGEN_PROFILES=graphframes (or build with mvn -Pgraphframes "
                        + "-DskipTests package); or use --engine spark."));
  }
}
