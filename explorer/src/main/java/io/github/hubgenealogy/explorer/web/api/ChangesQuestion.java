package io.github.hubgenealogy.explorer.web.api;

import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Filter;
import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.genealogy.Hit;
import io.github.hubgenealogy.explorer.genealogy.Kin;
import io.github.hubgenealogy.explorer.genealogy.ModelSheet;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import io.github.hubgenealogy.explorer.genealogy.Resolved;
import io.github.hubgenealogy.explorer.web.Columns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What an earlier snapshot said otherwise of one model: its own fields, its parents, its children.
 */
final class ChangesQuestion {
  private static final int SHOWN = 200;

  private static final Map<String, Function<ModelSheet, Object>> FIELDS = fields();

  private ChangesQuestion() {}

  /** A field that differs. */
  record Field(String field, String before, String after) {}

  /**
   * A relative that came, went or changed.
   *
   * @param was the relation before, where it changed; else null
   */
  record Relative(String id, Relation relation, Relation was) {}

  /** Some of many. */
  record Some(int total, List<Relative> items) {}

  /**
   * The answer.
   *
   * @param beforeId under which the earlier snapshot has it; null where it does not
   */
  record Changes(
      Head snapshot,
      Head before,
      String id,
      String beforeId,
      List<Field> fields,
      Some addedParents,
      Some removedParents,
      Some changedRelations,
      Some addedChildren,
      Some removedChildren) {}

  static Changes answer(Genealogy now, Genealogy before, String asked) {
    String id = Ids.model(now, asked);
    Head head = Head.of(now.snapshot());
    Head earlier = Head.of(before.snapshot());
    Resolved found = before.resolve(id);
    if (!found.found() || found.kind() != Hit.Kind.MODEL) {
      Some none = new Some(0, List.of());
      return new Changes(head, earlier, id, null, List.of(), none, none, none, none, none);
    }
    Map<String, Relation> oldParents = relations(before, found.id(), true);
    Map<String, Relation> newParents = relations(now, id, true);
    Map<String, Relation> oldChildren = relations(before, found.id(), false);
    Map<String, Relation> newChildren = relations(now, id, false);
    return new Changes(
        head,
        earlier,
        id,
        found.id(),
        differences(before.sheet(found.id()), now.sheet(id)),
        missing(newParents, oldParents),
        missing(oldParents, newParents),
        changed(oldParents, newParents),
        missing(newChildren, oldChildren),
        missing(oldChildren, newChildren));
  }

  private static Map<String, Relation> relations(Genealogy view, String id, boolean up) {
    Filter all = Filter.declared();
    List<Kin> kin =
        up
            ? view.parents(id, all, 0, Integer.MAX_VALUE).items()
            : view.children(id, all, 0, Integer.MAX_VALUE).items();
    Map<String, Relation> relations = new TreeMap<>();
    for (Kin each : kin) {
      for (Edge edge : each.edges()) {
        relations.putIfAbsent(each.model().id(), edge.relation());
      }
    }
    return relations;
  }

  private static Some missing(Map<String, Relation> of, Map<String, Relation> in) {
    List<Relative> all = new ArrayList<>();
    of.forEach(
        (id, relation) -> {
          if (!in.containsKey(id)) {
            all.add(new Relative(id, relation, null));
          }
        });
    return some(all);
  }

  private static Some changed(Map<String, Relation> before, Map<String, Relation> now) {
    List<Relative> all = new ArrayList<>();
    now.forEach(
        (id, relation) -> {
          Relation was = before.get(id);
          if (was != null && was != relation) {
            all.add(new Relative(id, relation, was));
          }
        });
    return some(all);
  }

  private static Some some(List<Relative> all) {
    return new Some(all.size(), List.copyOf(all.subList(0, Math.min(SHOWN, all.size()))));
  }

  private static List<Field> differences(ModelSheet before, ModelSheet now) {
    List<Field> found = new ArrayList<>();
    FIELDS.forEach(
        (name, of) -> {
          String was = word(of.apply(before));
          String is = word(of.apply(now));
          if (!Objects.equals(was, is)) {
            found.add(new Field(name, was, is));
          }
        });
    return found;
  }

  private static String word(Object value) {
    return value == null ? null : value.toString();
  }

  private static Map<String, Function<ModelSheet, Object>> fields() {
    Map<String, Function<ModelSheet, Object>> all = new LinkedHashMap<>();
    all.put(Columns.MODEL_ID, sheet -> sheet.model().id());
    all.put(Columns.PRESENCE, sheet -> sheet.model().presence().word());
    all.put(Columns.SHA, ModelSheet::sha);
    all.put(Columns.LAST_MODIFIED, ModelSheet::lastModified);
    all.put(Columns.PIPELINE_TAG, sheet -> sheet.model().task());
    all.put(Columns.LICENSES, sheet -> String.join(", ", sheet.model().licences()));
    all.put(Columns.GATED, sheet -> sheet.model().gated());
    all.put(Columns.DOWNLOADS_30D, sheet -> sheet.model().downloads());
    all.put(Columns.LIKES, sheet -> sheet.model().likes());
    all.put(Columns.N_CHILDREN, sheet -> sheet.model().children());
    all.put(Columns.N_DESCENDANTS, sheet -> sheet.model().descendants());
    return all;
  }
}
