package io.github.hubgenealogy.explorer.web.api;

import io.github.hubgenealogy.explorer.genealogy.CommonAncestor;
import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Filter;
import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.genealogy.Member;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Two models: what both descend from, and how one comes from one to the other. */
final class CompareQuestion {
  private static final int MOST_ANCESTORS = 20;

  private CompareQuestion() {}

  /**
   * The answer.
   *
   * @param path a shortest one, whatever the direction of its edges
   * @param members the models on the path, in its order
   */
  record Comparison(
      Head snapshot,
      Member first,
      Member second,
      List<CommonAncestor> commonAncestors,
      List<Edge> path,
      List<Member> members) {}

  static Comparison answer(Genealogy view, Parameters given) {
    String first = Ids.model(view, given.required("a"));
    String second = Ids.model(view, given.required("b"));
    Filter filter = given.filter();
    List<Edge> path = view.path(first, second, filter);
    return new Comparison(
        Head.of(view.snapshot()),
        view.member(first),
        view.member(second),
        view.commonAncestors(first, second, filter, MOST_ANCESTORS),
        path,
        inOrder(first, path).stream().map(view::member).toList());
  }

  private static Set<String> inOrder(String first, List<Edge> path) {
    Set<String> ids = new LinkedHashSet<>(List.of(first));
    String at = first;
    for (Edge edge : path) {
      at = edge.child().equals(at) ? edge.parent() : edge.child();
      ids.add(at);
    }
    return ids;
  }
}
