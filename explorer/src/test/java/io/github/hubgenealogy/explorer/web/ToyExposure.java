package io.github.hubgenealogy.explorer.web;

import io.github.hubgenealogy.explorer.exposure.Answer;
import io.github.hubgenealogy.explorer.exposure.Asked;
import io.github.hubgenealogy.explorer.exposure.Candidate;
import io.github.hubgenealogy.explorer.exposure.Contact;
import io.github.hubgenealogy.explorer.exposure.Coverage;
import io.github.hubgenealogy.explorer.exposure.DatasetUsed;
import io.github.hubgenealogy.explorer.exposure.Publisher;
import io.github.hubgenealogy.explorer.exposure.Relative;
import io.github.hubgenealogy.explorer.exposure.Step;
import io.github.hubgenealogy.explorer.exposure.ToCheck;
import io.github.hubgenealogy.explorer.genealogy.Carries;
import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Filter;
import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.genealogy.Hit;
import io.github.hubgenealogy.explorer.genealogy.Kin;
import io.github.hubgenealogy.explorer.genealogy.Resolved;
import io.github.hubgenealogy.lake.command.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An answer of exposure over a toy: its children alone, one of every other kind of row. */
final class ToyExposure {
  private ToyExposure() {}

  static Answer answer(List<Genealogy> toys, List<String> ids) {
    Genealogy toy = toys.get(toys.size() - 1);
    String id = ids.get(0);
    Resolved resolved = toy.resolve(id);
    if (!resolved.found()) {
      throw Fault.badInput("no model or data set '" + id + "'", "the toy", "Nearest: none.");
    }
    List<Relative> descendants =
        new ArrayList<>(
            toy.children(id, Filter.declared(), 0, 1_000).items().stream()
                .map(ToyExposure::relative)
                .toList());
    descendants.sort(Comparator.comparing(Relative::carries));
    Map<Carries, Integer> totals = new EnumMap<>(Carries.class);
    descendants.forEach(each -> totals.merge(each.carries(), 1, Integer::sum));
    List<Publisher> publishers = new ArrayList<>();
    for (int i = 0; i < descendants.size(); i++) {
      Relative each = descendants.get(i);
      publishers.add(
          new Publisher(
              each.model().owner(),
              "person",
              each.model().owner(),
              List.of(i),
              Map.of(each.carries(), 1),
              5,
              0,
              null,
              List.of(
                  new Contact(Contact.Kind.DISCUSSIONS, "https://huggingface.co/x/discussions"),
                  new Contact(Contact.Kind.WEBSITE, "javascript:window.pwned=1"),
                  new Contact(Contact.Kind.CARD, each.model().id()))));
    }
    return new Answer(
        toys.stream().map(Genealogy::snapshot).toList(),
        List.of(new Asked(id, "exact", Hit.Kind.MODEL, id, toy.snapshot().id(), true)),
        descendants,
        totals,
        toy.parents(id, Filter.declared(), 0, 10).items().stream()
            .map(ToyExposure::relative)
            .toList(),
        List.of(new DatasetUsed("data/set", "listed", id, "exact")),
        publishers,
        List.of(new ToCheck("next/version", id, "exact")),
        List.of(
            new Candidate(toy.member(id), id, Candidate.Kind.NAME, "'" + id + "' stands in it")),
        new Coverage(
            10,
            4,
            Map.of("ok", 6L, "malformed", 2L),
            2,
            Map.of("absent", 1),
            Map.of("self", 1L),
            3));
  }

  private static Relative relative(Kin kin) {
    Edge edge = kin.edges().get(0);
    return new Relative(
        kin.model(),
        null,
        edge.relation().carries(),
        1,
        List.of(new Step(edge.parent(), edge.child(), edge.relation().word(), "2026-11-20", edge)),
        true,
        null);
  }
}
