// What an earlier snapshot said otherwise of this model.

import { fill, h } from "./dom.js";
import { ask } from "./api.js";
import { modelLink } from "./sheet.js";
import { relationWord } from "./signs.js";
import { table } from "./lists.js";
import { change } from "./state.js";
import { number, t } from "./words.js";

export async function changesView(place, state, head) {
  const others = head.all.filter((each) => each.id !== head.id);
  if (!others.length) {
    fill(place, h("p", { class: "quiet" }, t("changesOne")));
    return;
  }
  const from = state.from ?? head.predecessor ?? others[others.length - 1].id;
  const picker = h("label", { class: "field" }, h("span", {}, t("changesFrom")),
    h("select", { name: "from", onchange: (event) => change({ from: event.target.value }) }, others.map((each) => h("option", { value: each.id, selected: each.id === from }, each.id))));
  const answer = await ask("changes", { id: state.id, from, snapshot: state.snapshot }, "lineage");
  if (!answer.before_id) {
    fill(place, picker, h("p", { class: "notice" }, t("changesAbsent", { id: from })));
    return;
  }
  const lists = [["addedParents", answer.added_parents], ["removedParents", answer.removed_parents], ["changedRelations", answer.changed_relations], ["addedChildren", answer.added_children], ["removedChildren", answer.removed_children]]
    .filter(([, part]) => part.total > 0);
  fill(place, picker,
    answer.fields.length ? table(t("tabChanges"), [[t("field")], [from], [head.id]], answer.fields.map((each) => [each.field, each.before ?? t("unknownValue"), each.after ?? t("unknownValue")])) : null,
    lists.map(([word, part]) => h("section", {}, h("h2", {}, `${t(word)} (${number(part.total)})`), h("ul", { class: "plain columns" }, part.items.map((each) =>
      h("li", {}, modelLink(each.id), " ", relationWord(each.relation), each.was ? [" ← ", relationWord(each.was)] : null))))),
    !answer.fields.length && !lists.length ? h("p", { class: "quiet" }, t("changesNone")) : null);
}
