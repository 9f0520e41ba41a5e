package io.github.hubgenealogy.simulator.bench;

import io.github.hubgenealogy.simulator.ecosystem.Claim;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.ModelTruth;
import io.github.hubgenealogy.simulator.ecosystem.SimulatedModel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The graph as the 2025 study made it of the tags (published-stats.json, how_to_reproduce): one
 * edge a pair, of several typed tags the last of finetune, quantized, adapter, merge. Parents that
 * are not listed are nodes behind the listed ones.
 */
final class StudyGraph {
  /** The study's relations; the index is the code. */
  static final List<String> RELATIONS =
      List.of("untyped", "finetune", "quantized", "adapter", "merge");

  static final byte MERGE = 4;

  private final int models;
  private int[] children = new int[1 << 16];
  private int[] parents = new int[1 << 16];
  private byte[] relations = new byte[1 << 16];
  private int size;
  private final Map<String, Integer> phantoms = new HashMap<>();

  StudyGraph(Ecosystem ecosystem) {
    models = ecosystem.size();
    for (int number = 0; number < models; number++) {
      add(number, ecosystem.model(number));
    }
  }

  private void add(int child, SimulatedModel model) {
    Map<Integer, Byte> pairs = new LinkedHashMap<>(4);
    for (Claim claim : ModelTruth.claims(model)) {
      if (claim.source().equals("tag")) {
        // Only a tag that is a listed id to the letter leads to a model.
        boolean listed = claim.target() >= 0 && claim.text().equals(claim.parentId());
        int parent =
            listed
                ? claim.target()
                : models + phantoms.computeIfAbsent(claim.text(), text -> phantoms.size());
        byte relation = (byte) Math.max(0, RELATIONS.indexOf(String.valueOf(claim.relation())));
        pairs.merge(parent, relation, (a, b) -> (byte) Math.max(a, b));
      }
    }
    pairs.forEach((parent, relation) -> add(child, parent, relation));
  }

  private void add(int child, int parent, byte relation) {
    if (size == children.length) {
      children = Arrays.copyOf(children, 2 * size);
      parents = Arrays.copyOf(parents, 2 * size);
      relations = Arrays.copyOf(relations, 2 * size);
    }
    children[size] = child;
    parents[size] = parent;
    relations[size++] = relation;
  }

  int models() {
    return models;
  }

  int phantoms() {
    return phantoms.size();
  }

  int size() {
    return size;
  }

  int child(int edge) {
    return children[edge];
  }

  int parent(int edge) {
    return parents[edge];
  }

  byte relation(int edge) {
    return relations[edge];
  }

  /** Whether both ends are listed. */
  boolean isListed(int edge) {
    return parents[edge] < models;
  }
}
