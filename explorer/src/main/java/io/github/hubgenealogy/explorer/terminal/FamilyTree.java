package io.github.hubgenealogy.explorer.terminal;

import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Family;
import io.github.hubgenealogy.explorer.genealogy.Generation;
import io.github.hubgenealogy.explorer.genealogy.Kin;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.genealogy.Presence;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import io.github.hubgenealogy.explorer.genealogy.SnapshotFacts;
import io.github.hubgenealogy.lake.command.Printable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prints a family as text: ancestors above, descendants below, each generation counted. */
final class FamilyTree {
  private final PrintWriter out;

  FamilyTree(PrintWriter out) {
    this.out = out;
  }

  /** A line of the tree under another. */
  private record Branch(String text, String id) {}

  void print(SnapshotFacts snapshot, Family family) {
    Heading.print(out, snapshot);
    out.println(described(family.model()));
    side("descends from", family, family.up(), true);
    side("descendants", family, family.down(), false);
  }

  private void side(String title, Family family, List<Generation> generations, boolean up) {
    out.println();
    if (generations.isEmpty()) {
      out.println(title + ": none");
      return;
    }
    out.println(title + ":");
    branches(family.model().id(), branches(generations, up), "");
    out.println();
    for (Generation generation : generations) {
      out.println(
          String.format(
              Locale.ROOT,
              "  generation %d: %,d of %,d owners (%s)",
              generation.distance(),
              generation.total(),
              generation.owners(),
              counts(generation.relations())));
    }
  }

  /** The branches under each model; those of no shown neighbour stand under the empty id. */
  private static Map<String, List<Branch>> branches(List<Generation> generations, boolean up) {
    Map<String, List<Branch>> branches = new HashMap<>();
    for (Generation generation : generations) {
      for (Kin kin : generation.shown()) {
        Edge first = kin.edges().get(0);
        String under = up ? first.child() : first.parent();
        String more = kin.edges().size() > 1 ? " *" + kin.edges().size() : "";
        String conflict = first.conflict() ? " (sources disagree)" : "";
        branches
            .computeIfAbsent(under, id -> new ArrayList<>())
            .add(
                new Branch(
                    first.relation().word() + conflict + more + "  " + described(kin.model()),
                    kin.model().id()));
      }
      for (Generation.Rest rest : generation.rests()) {
        if (rest.neighbour() != null) {
          branches
              .computeIfAbsent(rest.neighbour(), id -> new ArrayList<>())
              .add(new Branch(counted(rest), null));
        }
      }
    }
    return branches;
  }

  private static String counted(Generation.Rest rest) {
    return String.format(
        Locale.ROOT,
        "+%,d %s by %,d owner%s",
        rest.models(),
        rest.relation().word(),
        rest.owners(),
        rest.owners() == 1 ? "" : "s");
  }

  private void branches(String id, Map<String, List<Branch>> branches, String indent) {
    List<Branch> under = branches.getOrDefault(id, List.of());
    for (int i = 0; i < under.size(); i++) {
      boolean last = i == under.size() - 1;
      out.println(indent + (last ? "└─ " : "├─ ") + under.get(i).text());
      if (under.get(i).id() != null) {
        branches(under.get(i).id(), branches, indent + (last ? "   " : "│  "));
      }
    }
  }

  private static String counts(Map<Relation, Integer> relations) {
    List<String> words = new ArrayList<>();
    new TreeMap<>(relations)
        .forEach(
            (relation, count) ->
                words.add(String.format(Locale.ROOT, "%,d %s", count, relation.word())));
    return String.join(", ", words);
  }

  private static String described(Member model) {
    List<String> words = new ArrayList<>();
    if (model.presence() != Presence.LISTED) {
      words.add(model.presence().word());
    }
    if (model.createdAt() != null) {
      words.add(model.createdAt().toString().substring(0, 10));
    }
    if (model.descendants() > 0) {
      words.add(String.format(Locale.ROOT, "%,d descendants", model.descendants()));
    }
    if (model.downloads() != null) {
      words.add(String.format(Locale.ROOT, "%,d downloads", model.downloads()));
    }
    if (model.inCycle()) {
      words.add("in a cycle");
    }
    return Printable.line(model.id())
        + (words.isEmpty() ? "" : "  [" + String.join(" · ", words) + "]");
  }
}
