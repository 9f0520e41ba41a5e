package io.github.hubgenealogy.explorer.web.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.genealogy.ModelSheet;
import io.github.hubgenealogy.explorer.genealogy.SnapshotFacts;
import io.github.hubgenealogy.explorer.web.api.Lineage;
import io.github.hubgenealogy.lake.command.Printable;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A model and its ancestors as a CycloneDX 1.6 ML-BOM: parents stand in {@code pedigree.ancestors}
 * of their child, as CycloneDX asks for derived models. A model that several paths lead to has its
 * own ancestors at the first place only, so that cycles end and nothing is told twice.
 */
public final class MlBomExport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROPERTY = "hub-genealogy:";

  private final Map<String, Member> models = new HashMap<>();
  private final Map<String, List<Edge>> parents;
  private final Set<String> told = new HashSet<>();

  private MlBomExport(Lineage lineage) {
    Relatives.of(lineage).forEach(each -> models.put(each.model().id(), each.model()));
    parents = lineage.edges().stream().collect(Collectors.groupingBy(Edge::child));
  }

  /** The document. */
  public static byte[] of(Lineage lineage, ModelSheet sheet, SnapshotFacts facts) {
    ObjectNode bom = JSON.createObjectNode();
    bom.put("bomFormat", "CycloneDX").put("specVersion", "1.6");
    // The same question to the same snapshot has the same name.
    String name = facts.manifestSha256() + "\n" + lineage.model().id();
    bom.put(
        "serialNumber",
        "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    bom.put("version", 1);
    ObjectNode metadata = bom.putObject("metadata");
    if (facts.crawlEnd() != null) {
      metadata.put("timestamp", facts.crawlEnd().truncatedTo(ChronoUnit.SECONDS).toString());
    }
    ObjectNode tool = metadata.putObject("tools").putArray("components").addObject();
    tool.put("type", "application").put("name", "hub-genealogy").put("version", facts.commit());
    ArrayNode properties = metadata.putArray("properties");
    property(properties, "snapshot", facts.id());
    property(properties, "origin", facts.origin());
    property(properties, "manifest-sha256", facts.manifestSha256());
    property(properties, "descent", "declared by publishers, not checked against weights");
    metadata.set("component", new MlBomExport(lineage).main(lineage.model(), sheet));
    return Snapshot.json(bom);
  }

  private ObjectNode main(Member model, ModelSheet sheet) {
    ObjectNode component = component(model, List.of());
    if (sheet.sha() != null) {
      component.put("version", text(sheet.sha()));
    }
    List<ModelSheet.DatasetUse> known =
        sheet.datasets().stream().filter(each -> each.dataset() != null).toList();
    if (!known.isEmpty()) {
      ArrayNode datasets =
          component.putObject("modelCard").putObject("modelParameters").putArray("datasets");
      known.forEach(
          each -> datasets.addObject().put("type", "dataset").put("name", text(each.dataset())));
    }
    return component;
  }

  private ObjectNode component(Member model, List<Edge> from) {
    ObjectNode component = JSON.createObjectNode();
    boolean first = told.add(model.id());
    component.put("type", "machine-learning-model");
    if (first) {
      component.put("bom-ref", "model:" + text(model.id()));
    }
    int slash = model.id().indexOf('/');
    if (slash > 0) {
      component.put("group", text(model.id().substring(0, slash)));
    }
    component.put("name", text(model.id().substring(slash + 1)));
    component.put("purl", purl(model.id()));
    if (!model.licences().isEmpty()) {
      ArrayNode licences = component.putArray("licenses");
      for (String each : model.licences()) {
        licences.addObject().putObject("license").put("name", text(each));
      }
    }
    properties(component.putArray("properties"), model, from);
    if (first) {
      pedigree(component, model);
    }
    return component;
  }

  private static void properties(ArrayNode properties, Member model, List<Edge> from) {
    property(properties, "presence", model.presence().word());
    for (Edge edge : from) {
      property(properties, "relation", edge.relation().word());
      property(properties, "sources", String.join(",", edge.sources()));
    }
    if (model.inCycle()) {
      property(properties, "in-cycle", "true");
    }
  }

  private void pedigree(ObjectNode component, Member model) {
    Map<String, List<Edge>> edges =
        parents.getOrDefault(model.id(), List.of()).stream()
            .collect(Collectors.groupingBy(Edge::parent));
    List<String> ids = new ArrayList<>(edges.keySet());
    ids.removeIf(id -> !models.containsKey(id) || id.equals(model.id()));
    ids.sort(null);
    if (!ids.isEmpty()) {
      ArrayNode ancestors = component.putObject("pedigree").putArray("ancestors");
      ids.forEach(id -> ancestors.add(component(models.get(id), edges.get(id))));
    }
  }

  private static String purl(String id) {
    StringBuilder purl = new StringBuilder("pkg:huggingface");
    for (String part : id.split("/", -1)) {
      purl.append('/').append(URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return purl.toString();
  }

  private static void property(ArrayNode properties, String name, String value) {
    properties.addObject().put("name", PROPERTY + name).put("value", text(value));
  }

  private static String text(String value) {
    return Printable.line(value);
  }
}
