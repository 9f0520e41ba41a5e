package io.github.hubgenealogy.simulator.bench;

import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.ModelRecord;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** The study's figures about cards: who has one, how long they are, who wrote them. */
final class CardFigures {
  private final Ecosystem ecosystem;
  private final StudyGraph graph;
  private final Comparison comparison;
  private final int[] lengths;
  private final boolean[] generated;

  CardFigures(Ecosystem ecosystem, StudyGraph graph, Comparison comparison) {
    this.ecosystem = ecosystem;
    this.graph = graph;
    this.comparison = comparison;
    this.lengths = new int[ecosystem.size()];
    this.generated = new boolean[ecosystem.size()];
  }

  void add() {
    IntStream.range(0, ecosystem.size()).parallel().forEach(this::read);
    int cards = 0;
    int bespoke = 0;
    for (int model = 0; model < lengths.length; model++) {
      cards += hasCard(model) ? 1 : 0;
      bespoke += lengths[model] >= 512 && !generated[model] ? 1 : 0;
    }
    comparison.add(
        "laufer.card.share",
        "models with a card of more than 3 characters",
        0.6703620866571957,
        (double) cards / lengths.length);
    comparison.add(
        "laufer.card.bespoke512", "hand-written cards of 512 characters up", 618_531, bespoke);
    alongEdges();
  }

  private void read(int model) {
    byte[] readme = new ModelRecord(ecosystem.model(model)).readme();
    if (readme != null) {
      String text = new String(readme, StandardCharsets.UTF_8);
      lengths[model] = text.length();
      generated[model] =
          text.contains("automatically generated") || text.contains("generated automatically");
    }
  }

  private boolean hasCard(int model) {
    return lengths[model] > 3;
  }

  private void alongEdges() {
    int childHas = 0;
    int both = 0;
    double parents = 0;
    double children = 0;
    int generatedMore = 0;
    for (int edge = 0; edge < graph.size(); edge++) {
      int child = graph.child(edge);
      int parent = graph.parent(edge);
      if (!graph.isListed(edge)) {
        continue;
      }
      childHas += hasCard(child) ? 1 : 0;
      if (hasCard(child) && hasCard(parent)) {
        both++;
        parents += lengths[parent];
        children += lengths[child];
        generatedMore += (generated[child] ? 1 : 0) - (generated[parent] ? 1 : 0);
      }
    }
    comparison.add("laufer.card.child_has", "edges whose child has a card", 571_227, childHas);
    comparison.add(
        "laufer.card.len_parent", "mean characters, parents", 9_773.375631103048, parents / both);
    comparison.add(
        "laufer.card.len_child", "mean characters, children", 4_401.633665031434, children / both);
    comparison.add(
        "laufer.card.len_change",
        "mean change, parent to child",
        -5_371.741966071614,
        (children - parents) / both);
    comparison.add(
        "laufer.card.autogen_delta",
        "change in the share that is generated",
        0.24868054288280356,
        (double) generatedMore / both);
  }
}
