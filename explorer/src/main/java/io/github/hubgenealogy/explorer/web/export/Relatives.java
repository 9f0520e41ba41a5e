package io.github.hubgenealogy.explorer.web.export;

import io.github.hubgenealogy.explorer.genealogy.Generation;
import io.github.hubgenealogy.explorer.genealogy.Kin;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.web.api.Lineage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models of a lineage, once each, with where they stand to the model in the middle. */
final class Relatives {
  /**
   * One of them.
   *
   * @param side up, down, itself, or expanded where somebody asked for it by hand
   * @param distance fewest edges; null where it was asked for by hand
   */
  record Relative(Member model, String side, Integer distance) {}

  private Relatives() {}

  static List<Relative> of(Lineage lineage) {
    Map<String, Relative> all = new LinkedHashMap<>();
    add(all, new Relative(lineage.model(), "itself", 0));
    addGenerations(all, lineage.up(), "up");
    addGenerations(all, lineage.down(), "down");
    for (Member each : lineage.expanded()) {
      add(all, new Relative(each, "expanded", null));
    }
    return new ArrayList<>(all.values());
  }

  private static void addGenerations(
      Map<String, Relative> all, List<Generation> generations, String side) {
    for (Generation generation : generations) {
      for (Kin kin : generation.shown()) {
        add(all, new Relative(kin.model(), side, generation.distance()));
      }
    }
  }

  /** The first place counts: a model of a cycle is its own ancestor and descendant. */
  private static void add(Map<String, Relative> all, Relative relative) {
    all.putIfAbsent(relative.model().id(), relative);
  }
}
