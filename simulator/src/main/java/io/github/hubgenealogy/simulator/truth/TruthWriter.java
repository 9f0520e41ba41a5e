package io.github.hubgenealogy.simulator.truth;

import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.command.Progress;
import io.github.hubgenealogy.simulator.ecosystem.Claim;
import io.github.hubgenealogy.simulator.ecosystem.DatasetClaim;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.Edge;
import io.github.hubgenealogy.simulator.ecosystem.ModelRecord;
import io.github.hubgenealogy.simulator.ecosystem.ModelTruth;
import io.github.hubgenealogy.simulator.ecosystem.OtherTruth;
import io.github.hubgenealogy.simulator.ecosystem.SimulatedModel;
import io.github.hubgenealogy.simulator.ecosystem.Succession;
import io.github.hubgenealogy.simulator.json.Instants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes an ecosystem's truth: models by date, each model's rows together. */
public final class TruthWriter {
  private static final String LISTED = "listed";

  private final Ecosystem ecosystem;
  private final OtherTruth other;
  private final Path folder;
  private final Held held;
  // Parents that are not listed, with their presence.
  private final Map<String, Integer> unlistedParents = new TreeMap<>();

  private TruthWriter(Ecosystem ecosystem, Path folder, Held held) {
    this.ecosystem = ecosystem;
    this.other = new OtherTruth(ecosystem);
    this.folder = folder;
    this.held = held;
  }

  /** Writes all files into a folder, which is made if need be. */
  public static void write(Ecosystem ecosystem, Path folder) {
    write(ecosystem, folder, Held.all(ecosystem.size()));
  }

  /** Writes all files about the models that are there at the beginning, and what of it holds. */
  public static void write(Ecosystem ecosystem, Path folder, Held held) {
    try {
      Files.createDirectories(folder);
      TruthWriter writer = new TruthWriter(ecosystem, folder, held);
      writer.aboutModels();
      writer.aboutDatasets();
    } catch (IOException refused) {
      throw Fault.badInput(
          "cannot write the truth",
          folder.toString(),
          "Name a folder that can be written (" + refused.getClass().getSimpleName() + ").");
    }
  }

  private void aboutModels() throws IOException {
    try (CsvFile models =
            new CsvFile(
                folder,
                "models.csv",
                "id",
                "_id",
                "owner",
                "created_at",
                "presence",
                "access",
                "card",
                "held");
        CsvFile edges =
            new CsvFile(
                folder,
                "edges.csv",
                "child",
                "parent",
                "relation",
                "basis",
                "sources",
                "parent_presence",
                "held");
        CsvFile claims =
            new CsvFile(
                folder,
                "claims.csv",
                "child",
                "source",
                "position",
                "claimed_text",
                "claimed_id",
                "parent_id",
                "resolution",
                "claimed_revision",
                "claimed_relation",
                "cleaned");
        CsvFile aliases = new CsvFile(folder, "aliases.csv", "old_id", "current_id");
        CsvFile succession =
            new CsvFile(folder, "succession.csv", "child", "kind", "target", "resolution");
        CsvFile datasetClaims =
            new CsvFile(
                folder,
                "dataset_claims.csv",
                "model",
                "source",
                "position",
                "claimed_text",
                "dataset_id",
                "resolution");
        Progress progress = Progress.of("truth", "models", held.models())) {
      for (int number = 0; number < held.models(); number++) {
        SimulatedModel model = ecosystem.model(number);
        model(model, models);
        for (Edge edge : ModelTruth.edges(model)) {
          edge(model, edge, edges);
        }
        for (Claim claim : ModelTruth.claims(model)) {
          claim(model.id(), claim, claims);
        }
        for (Succession step : other.succession(model)) {
          succession.row(model.id(), step.kind(), step.target(), step.resolution());
        }
        for (DatasetClaim claim : other.datasetClaims(model)) {
          datasetClaims.row(
              model.id(),
              claim.source(),
              claim.position(),
              claim.text(),
              claim.dataset(),
              claim.resolution());
        }
        String old = other.oldId(number);
        if (old != null) {
          aliases.row(old, model.id());
        }
        progress.step(1);
      }
      for (Map.Entry<String, Integer> parent : unlistedParents.entrySet()) {
        String id = parent.getKey();
        String key = other.unlistedKey(parent.getValue());
        String owner = id.substring(0, id.indexOf('/'));
        models.row(id, key, owner, null, other.presence(parent.getValue()), null, null, true);
      }
    }
  }

  private void model(SimulatedModel model, CsvFile models) throws IOException {
    ModelRecord record = new ModelRecord(model);
    String card = !model.hasCard() ? "none" : model.readable() ? "readable" : "unreadable";
    models.row(
        record.id(),
        record.key(),
        record.author(),
        Instants.text(record.created()),
        LISTED,
        record.access().name().toLowerCase(Locale.ROOT),
        card,
        held.model(model.number()));
  }

  private void edge(SimulatedModel child, Edge edge, CsvFile edges) throws IOException {
    if (edge.target() < 0) {
      unlistedParents.put(edge.parentId(), edge.target());
    }
    edges.row(
        child.id(),
        edge.parentId(),
        edge.relation(),
        edge.basis(),
        String.join(" ", edge.sources()),
        edge.target() >= 0 ? LISTED : other.presence(edge.target()),
        held.edge(child.number(), edge.target()));
  }

  private static void claim(String child, Claim claim, CsvFile claims) throws IOException {
    claims.row(
        child,
        claim.source(),
        claim.position(),
        claim.text(),
        claim.claimedId(),
        claim.parentId(),
        claim.resolution().word(),
        claim.revision(),
        claim.relation(),
        claim.cleaned());
  }

  private void aboutDatasets() throws IOException {
    try (CsvFile datasets =
        new CsvFile(folder, "datasets.csv", "id", "_id", "owner", "created_at", "presence")) {
      for (int number = 0; number < ecosystem.datasets().count(); number++) {
        datasets.row(
            ecosystem.datasets().id(number),
            other.datasetKey(number),
            ecosystem.datasets().owner(number),
            Instants.text(ecosystem.datasets().created(number)),
            LISTED);
      }
    }
  }
}
