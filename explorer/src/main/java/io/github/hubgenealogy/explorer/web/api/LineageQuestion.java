package io.github.hubgenealogy.explorer.web.api;

import static io.github.hubgenealogy.explorer.web.api.Parameters.FILTER;
import static io.github.hubgenealogy.explorer.web.api.Parameters.ID;

import io.github.hubgenealogy.explorer.genealogy.Family;
import io.github.hubgenealogy.explorer.genealogy.Filter;
import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.genealogy.Generation;
import io.github.hubgenealogy.explorer.genealogy.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The genealogy around one model as a drawing has it: generations up and down, what is counted
 * instead of shown, what was expanded by hand, and every edge among what is shown.
 */
final class LineageQuestion {
  private static final int MOST_GENERATIONS = 50;

  /** A browser lays out some hundreds; a file may have more. */
  private static final int MOST_PER_GENERATION = 1_000;

  private static final int MOST_EXPANDED = 300;

  private LineageQuestion() {}

  static Set<String> parameters(String... further) {
    Set<String> names = new HashSet<>(FILTER);
    names.addAll(Set.of(ID, "up", "down", "per_generation", "with"));
    names.addAll(List.of(further));
    return names;
  }

  static Lineage answer(Genealogy view, Parameters given) {
    String id = Ids.model(view, given.required(ID));
    Filter filter = given.filter();
    Family family =
        view.family(
            id,
            filter,
            given.number("up", 20, 0, MOST_GENERATIONS),
            given.number("down", 2, 0, MOST_GENERATIONS),
            given.number("per_generation", 12, 1, MOST_PER_GENERATION));
    Set<String> shown = new LinkedHashSet<>(List.of(id));
    for (List<Generation> side : List.of(family.up(), family.down())) {
      side.forEach(each -> each.shown().forEach(kin -> shown.add(kin.model().id())));
    }
    List<Member> expanded = new ArrayList<>();
    for (String further : given.texts("with", MOST_EXPANDED)) {
      String found = Ids.model(view, further);
      if (shown.add(found)) {
        expanded.add(view.member(found));
      }
    }
    return new Lineage(
        Head.of(view.snapshot()),
        family.model(),
        family.up(),
        family.down(),
        expanded,
        view.edgesAmong(List.copyOf(shown), filter),
        view.sheet(id).datasets());
  }
}
