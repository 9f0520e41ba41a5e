package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.json.JsonBytes;
import java.util.EnumMap;
import java.util.Map;

/** How many models the Hub lists under another, by relation: {@code childrenModelCount}. */
final class ChildCount {
  private final Ecosystem ecosystem;

  ChildCount(Ecosystem ecosystem) {
    this.ecosystem = ecosystem;
  }

  JsonBytes write(int parent, JsonBytes json) {
    Map<Kinship, Integer> counts = new EnumMap<>(Kinship.class);
    for (int child : ecosystem.structure().children(parent)) {
      HubView hub = ecosystem.model(child).lineage().hub();
      for (HubView.Base base : hub.bases()) {
        if (base.target() == parent) {
          for (Kinship kinship : Kinship.values()) {
            if (kinship.word().equals(hub.relation())) {
              counts.merge(kinship, 1, Integer::sum);
            }
          }
        }
      }
    }
    return write(counts, json);
  }

  /** Writes that there are none. */
  JsonBytes writeNone(JsonBytes json) {
    return write(Map.of(), json);
  }

  private static JsonBytes write(Map<Kinship, Integer> counts, JsonBytes json) {
    json.beginObject();
    json.name("adapter").number(counts.getOrDefault(Kinship.ADAPTER, 0));
    json.name("merge").number(counts.getOrDefault(Kinship.MERGE, 0));
    json.name("quantized").number(counts.getOrDefault(Kinship.QUANTIZED, 0));
    json.name("finetune").number(counts.getOrDefault(Kinship.FINETUNE, 0));
    return json.endObject();
  }
}
