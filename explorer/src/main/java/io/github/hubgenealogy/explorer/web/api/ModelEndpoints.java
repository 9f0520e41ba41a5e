package io.github.hubgenealogy.explorer.web.api;

import static io.github.hubgenealogy.explorer.web.api.Parameters.FILTER;
import static io.github.hubgenealogy.explorer.web.api.Parameters.ID;
import static io.github.hubgenealogy.explorer.web.api.Parameters.LIMIT;
import static io.github.hubgenealogy.explorer.web.api.Parameters.OFFSET;

import io.github.hubgenealogy.explorer.genealogy.Claim;
import io.github.hubgenealogy.explorer.genealogy.DatasetSheet;
import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.genealogy.Hit;
import io.github.hubgenealogy.explorer.genealogy.Kin;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.genealogy.ModelSheet;
import io.github.hubgenealogy.explorer.genealogy.OwnerSheet;
import io.github.hubgenealogy.explorer.genealogy.Page;
import io.github.hubgenealogy.explorer.genealogy.SnapshotFacts;
import io.github.hubgenealogy.explorer.web.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Search, and the sheets and lists of one model, data set, owner or edge. */
final class ModelEndpoints {
  private static final int LONGEST_PAGE = 500;
  private static final int PAGE = 50;
  private static final int LAST_OFFSET = 10_000_000;

  private ModelEndpoints() {}

  static Map<String, Endpoint> all() {
    Map<String, Endpoint> all = new TreeMap<>();
    all.put("snapshot", Endpoint.json(Set.of(), (view, none) -> view.snapshot()));
    all.put("search", Endpoint.json(Set.of("q", LIMIT), ModelEndpoints::search));
    all.put(
        "resolve", Endpoint.json(Set.of("q"), (view, given) -> view.resolve(given.required("q"))));
    all.put("model", Endpoint.json(Set.of(ID), ModelEndpoints::model));
    all.put("parents", Endpoint.json(paged(FILTER), (view, given) -> relatives(view, given, true)));
    all.put(
        "children", Endpoint.json(paged(FILTER), (view, given) -> relatives(view, given, false)));
    all.put("edge", Endpoint.json(Set.of("child", "parent"), ModelEndpoints::edge));
    all.put("dataset", Endpoint.json(paged(Set.of()), ModelEndpoints::dataset));
    all.put("owner", Endpoint.json(paged(Set.of()), ModelEndpoints::owner));
    return all;
  }

  private static Set<String> paged(Set<String> further) {
    Set<String> names = new HashSet<>(further);
    names.addAll(Set.of(ID, OFFSET, LIMIT));
    return names;
  }

  record Found(Head snapshot, String query, List<Hit> hits) {}

  private static Found search(Genealogy view, Parameters given) {
    String query = given.required("q");
    return new Found(
        Head.of(view.snapshot()), query, view.search(query, given.number(LIMIT, 10, 1, 50)));
  }

  record ModelAnswer(Head snapshot, ModelSheet model) {}

  private static ModelAnswer model(Genealogy view, Parameters given) {
    String id = Ids.model(view, given.required(ID));
    return new ModelAnswer(Head.of(view.snapshot()), view.sheet(id));
  }

  record Relatives(Head snapshot, Member model, Page<Kin> page) {}

  private static Relatives relatives(Genealogy view, Parameters given, boolean up) {
    String id = Ids.model(view, given.required(ID));
    int offset = offset(given);
    int limit = limit(given);
    Page<Kin> page =
        up
            ? view.parents(id, given.filter(), offset, limit)
            : view.children(id, given.filter(), offset, limit);
    return new Relatives(Head.of(view.snapshot()), view.member(id), page);
  }

  record EdgeAnswer(
      Head snapshot, Member child, Member parent, List<Edge> edges, List<Claim> claims) {}

  private static EdgeAnswer edge(Genealogy view, Parameters given) {
    String child = Ids.model(view, given.required("child"));
    String parent = Ids.model(view, given.required("parent"));
    List<Edge> edges = view.edges(child, parent);
    if (edges.isEmpty()) {
      throw Problem.notFound(
          "no edge from " + Parameters.shown(child) + " to " + Parameters.shown(parent));
    }
    return new EdgeAnswer(
        Head.of(view.snapshot()),
        view.member(child),
        view.member(parent),
        edges,
        view.claims(child, parent));
  }

  record DatasetAnswer(Head snapshot, DatasetSheet dataset, Page<Member> models) {}

  private static DatasetAnswer dataset(Genealogy view, Parameters given) {
    String id = Ids.dataset(view, given.required(ID));
    return new DatasetAnswer(
        Head.of(view.snapshot()),
        view.dataset(id),
        view.modelsTrainedOn(id, offset(given), limit(given)));
  }

  record OwnerAnswer(Head snapshot, OwnerSheet owner, Page<Member> models) {}

  private static OwnerAnswer owner(Genealogy view, Parameters given) {
    String name = given.required(ID);
    OwnerSheet sheet =
        view.owner(name)
            .orElseThrow(
                () ->
                    Problem.notFound(
                        "no model of this snapshot is of '" + Parameters.shown(name) + "'"));
    return new OwnerAnswer(
        Head.of(view.snapshot()), sheet, view.modelsOf(name, offset(given), limit(given)));
  }

  static SnapshotFacts facts(Genealogy view) {
    return view.snapshot();
  }

  private static int offset(Parameters given) {
    return given.number(OFFSET, 0, 0, LAST_OFFSET);
  }

  private static int limit(Parameters given) {
    return given.number(LIMIT, PAGE, 1, LONGEST_PAGE);
  }
}
