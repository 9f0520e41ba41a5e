package io.github.hubgenealogy.jobs.lineage.check;

import io.github.hubgenealogy.jobs.lineage.SecondOpinion;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Stage;
import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stage lineage-check: proves the components from the written tables and, where asked for, computes
 * everything again by another engine. Its seal is the certificate; without one nothing is
 * published.
 */
public final class LineageCheck implements Stage {
  /** The folder whose seal is the certificate. */
  public static final String FOLDER = "checks/lineage";

  private static final Logger LOG = LoggerFactory.getLogger(LineageCheck.class);
  private static final String OF_LINEAGE = "lineage_fingerprint";

  @Override
  public String name() {
    return "lineage-check";
  }

  @Override
  public List<TableContract> reads() {
    return List.of(
        TableContracts.MODELS,
        TableContracts.EDGES,
        TableContracts.LINEAGE,
        TableContracts.ANCESTRY);
  }

  @Override
  public List<TableContract> writes() {
    return List.of();
  }

  @Override
  public String folder() {
    return FOLDER;
  }

  @Override
  public Object configuration(JobsSettings settings) {
    return settings.graph().check() + " " + settings.graph().secondEngine();
  }

  @Override
  public void run(StageRun run) throws IOException {
    Snapshot snapshot = run.tables().snapshot();
    snapshot.drop(FOLDER);
    run.fact(OF_LINEAGE, snapshot.requireSeal(TableContracts.LINEAGE).fingerprint());
    if (run.settings().graph().check()) {
      for (Policy policy : Policy.ofLineage()) {
        ComponentProof proof =
            ComponentProof.of(
                policy, run.read(TableContracts.EDGES), run.read(TableContracts.LINEAGE));
        LOG.info("{}: {}: {}", name(), policy.word(), proof.numbers());
        if (proof.failure() != null) {
          throw disagreement(
              "the components of policy " + policy.word() + " are wrong: " + proof.failure(),
              snapshot);
        }
        run.fact("components_" + policy.word(), proof.numbers());
      }
      run.fact(
          "proof",
          "both ends of every edge have one component_id; every member but the representative has a "
              + "neighbour in it one hop nearer; the representative is the smallest id");
    } else {
      run.fact("proof", "switched off by graph.check");
    }
    if (run.settings().graph().secondEngine() != null) {
      SecondOpinion second = SecondOpinion.of(run);
      if (second.difference() != null) {
        throw disagreement(
            "engine " + second.engine() + " disagrees: " + second.difference(), snapshot);
      }
      run.fact("second_engine", second.engine() + ": the same bytes");
    }
    snapshot.create(
        FOLDER, new TableSeal(FOLDER, 1, run.fingerprint(), 0, List.of(), null, run.facts()));
  }

  private static Fault disagreement(String what, Snapshot snapshot) {
    return new Fault(
        ExitCode.BUG,
        what,
        snapshot.files().uri(snapshot.folder(TableContracts.LINEAGE)),
        "This snapshot cannot be published; please report it with its manifest.");
  }

  /** Refuses a snapshot whose lineage, as it is now, has no certificate. */
  public static void require(Snapshot snapshot) throws IOException {
    Optional<TableSeal> seal = snapshot.seal(FOLDER);
    String lineage = snapshot.requireSeal(TableContracts.LINEAGE).fingerprint();
    if (seal.isEmpty() || !lineage.equals(seal.get().facts().get(OF_LINEAGE))) {
      throw Fault.badInput(
          "the lineage of snapshot " + snapshot.id() + " has not been checked",
          snapshot.files().uri(snapshot.path(FOLDER)),
          "Run: hubgen build --from lineage-check.");
    }
  }
}
