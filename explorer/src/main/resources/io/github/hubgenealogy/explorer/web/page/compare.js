// Two models: the nearest ancestors of both, and a path from one to the other.

import { fill, h } from "./dom.js";
import { ask } from "./api.js";
import { MEMBER_COLUMNS, evidenceLink, memberCells, table } from "./lists.js";
import { searchBox } from "./search.js";
import { modelLink } from "./sheet.js";
import { relationWord } from "./signs.js";
import { change, filterOf } from "./state.js";
import { number, t } from "./words.js";

export async function compareView(place, state, member) {
  const chooser = h("div", { class: "chooser" }, h("h2", {}, t("compareWith")),
    searchBox({ label: t("compareWith"), hint: t("model"), kinds: ["model"], snapshot: () => state.snapshot, choose: (hit) => change({ b: hit.id }) }));
  if (!state.b) {
    fill(place, chooser, h("p", { class: "quiet" }, t("compareHint")));
    return;
  }
  const answer = await ask("compare", { a: state.id, b: state.b, snapshot: state.snapshot, ...filterOf(state) }, "lineage");
  fill(place, chooser, h("p", { class: "pair" }, modelLink(member.id), h("span", { class: "arrow" }, " ↔ "), modelLink(answer.second.id)),
    h("section", {}, h("h2", {}, t("commonAncestors")), answer.common_ancestors.length
      ? table(t("commonAncestors"), [...MEMBER_COLUMNS(), [t("fromFirst", { id: answer.first.id }), "number"], [t("fromFirst", { id: answer.second.id }), "number"]],
        answer.common_ancestors.map((each) => [...memberCells(each.model), number(each.from_first), number(each.from_second)]), true)
      : h("p", { class: "quiet" }, t("noCommon"))),
    h("section", {}, h("h2", {}, t("path")), answer.path.length ? pathList(answer, state) : h("p", { class: "quiet" }, t("noPath"))));
}

function pathList(answer, state) {
  return h("ol", { class: "path" }, answer.members.map((member, i) => {
    const edge = answer.path[i];
    const up = edge?.child === member.id;
    return h("li", {}, modelLink(member.id), edge ? h("div", { class: "step" }, h("span", { class: "arrow" }, up ? "↑ " : "↓ "),
      t(up ? "upTo" : "downTo", { relation: "" }).replace(/\s*$/, " "), relationWord(edge.relation), " ", evidenceLink(edge, { ...state, tab: null })) : null);
  }));
}
