// The sheet of one model and the evidence of one edge, for the panel beside the drawing.

import { h, hubPage, outward } from "./dom.js";
import { ask } from "./api.js";
import { CARRIES, RELATIONS, relationWord, sign } from "./signs.js";
import { elsewhere, link, toModel } from "./state.js";
import { date, has, number, short, t } from "./words.js";

const row = (term, ...values) => [h("dt", {}, term), h("dd", {}, ...values)];

/** A model's name as a link to its genealogy: the owner small, the name whole. */
export function modelLink(id) {
  const slash = id.indexOf("/");
  return h("a", { class: "model-link", href: toModel(id) }, slash < 0 ? null : h("span", { class: "of" }, id.slice(0, slash + 1)), h("bdi", {}, slash < 0 ? id : id.slice(slash + 1)));
}

export function ownerLink(owner) {
  return owner ? h("a", { href: elsewhere({ owner }) }, owner) : t("none");
}

export function presenceBadge(member) {
  return member.presence === "listed" ? null : h("span", { class: "badge gone" }, t("presence_" + member.presence));
}

/** The sheet of a model; `centred` where the drawing is around it already. */
export function sheet({ model: data, snapshot }, { centred, state }) {
  const m = data.model, place = data.lineage;
  const atLeast = place?.capped ? t("capped") + " " : "";
  return h("div", { class: "sheet" },
    centred ? null : h("div", { class: "panel-head" }, h("h2", {}, modelLink(m.id)),
      h("a", { class: "button quiet", href: link({ sel: null }, state), "aria-label": t("close") }, "×")),
    centred ? null : h("a", { class: "button primary", href: toModel(m.id) }, t("centre")),
    m.in_cycle ? h("p", { class: "caution" }, t("cycleNote")) : null,
    m.presence === "listed" ? null : h("p", { class: "caution" }, t("presence_" + m.presence)),
    h("div", { class: "figures" },
      figure(t("descendants"), atLeast + short(place?.descendants ?? m.descendants)),
      figure(t("children"), short(m.children)),
      figure(t("ancestors"), place ? short(place.ancestors) : short(m.parents))),
    childrenByRelation(data, state),
    h("dl", {},
      row(t("owner"), ownerLink(m.owner)),
      row(t("task"), m.task ?? t("unknownValue")),
      row(t("created"), date(m.created_at)),
      data.last_modified ? row(t("modified"), date(data.last_modified)) : null,
      row(t("downloads"), number(m.downloads)),
      data.downloads_all_time === null ? null : row(t("downloadsAll"), number(data.downloads_all_time)),
      row(t("likes"), number(m.likes)),
      row(t("licence"), m.licences.length ? m.licences.join(", ") : t("unknownValue")),
      m.library ? row(t("library"), m.library) : null,
      m.model_type || m.parameters ? row(t("modelType"), [m.model_type, m.parameters ? short(m.parameters) + " " + t("parameters").toLowerCase() : null].filter(Boolean).join(", ")) : null,
      m.gated ? row(t("gated"), has("gated_" + m.gated) ? t("gated_" + m.gated) : m.gated) : null,
      place ? row(t("depth"), depth(place)) : null,
      place ? row(t("component"), t("componentValue", { n: place.component_size, id: place.component_label })) : null,
      data.languages.length ? row(t("languages"), data.languages.slice(0, 20).join(", ")) : null,
      data.copy_of.length ? row(t("copyOf"), data.copy_of.map(named)) : null,
      data.successors.length ? row(t("successors"), data.successors.map(named)) : null,
      data.former_names.length ? row(t("formerNames"), data.former_names.join(", ")) : null,
      data.datasets.length ? row(t("datasets"), datasetList(data.datasets)) : null,
      data.card?.base_models?.length ? row(t("cardStates"), h("span", { class: "written" }, data.card.base_models.slice(0, 12).join(", "))) : null,
      data.papers.length ? row(t("papers"), data.papers.slice(0, 8).map((each) => h("span", { class: "item" }, outward("https://arxiv.org/abs/" + encodeURIComponent(each), each)))) : null,
      data.tags.length ? row(t("tags"), h("details", {}, h("summary", {}, number(data.tags.length)), h("span", { class: "written" }, data.tags.slice(0, 120).join(" · ")))) : null,
      data.first_seen ? row(t("seen"), data.first_seen) : null,
      m.presence === "listed" && snapshot.origin !== "simulated" ? row(t("onHub"), outward(hubPage("model", m.id), "huggingface.co")) : null));
}

function depth(place) {
  if (place.depth_max === 0) return t("depthRoot");
  return place.depth_min === place.depth_max ? t("depthOne", { n: place.depth_max }) : t("depthValue", { min: place.depth_min, max: place.depth_max });
}

function named(each) {
  return h("span", { class: "item" }, each.id ? modelLink(each.id) : t("unknownValue"), each.resolution ? h("small", {}, " " + each.resolution) : null);
}

function figure(term, value) {
  return h("div", { class: "figure" }, h("strong", {}, value), h("span", {}, term));
}

function datasetList(uses) {
  return h("ul", { class: "plain" }, uses.slice(0, 30).map((use) => h("li", {},
    use.dataset ? h("a", { href: elsewhere({ dataset: use.dataset }) }, use.dataset) : h("span", { class: "written" }, use.text),
    use.dataset && use.presence !== "listed" ? h("small", {}, " " + (use.presence ? t("presence_" + use.presence) : use.resolution)) : null)));
}

/** How many children by relation, as one bar and its numbers. */
function childrenByRelation(data, state) {
  const counts = RELATIONS.map((relation) => [relation, data.relations[relation] ?? 0]).filter(([, n]) => n > 0);
  if (!counts.length) return null;
  return h("ul", { class: "shares" }, counts.map(([relation, n]) => h("li", { class: "rel-" + relation },
    h("a", { href: link({ id: data.model.id, tab: "table", list: "children", relation: [relation], offset: null, sel: null, edge: null, with: null }, { snapshot: state.snapshot, lang: state.lang }) },
      sign(relation), h("span", {}, t("group_" + relation)), h("strong", {}, number(n))))));
}

/** The evidence of one edge. */
export async function evidence(child, parent, state) {
  const answer = await ask("edge", { child, parent, snapshot: state.snapshot }, "panel");
  return h("div", { class: "sheet" },
    h("div", { class: "panel-head" }, h("h2", {}, t("edgeTitle")), h("a", { class: "button quiet", href: link({ edge: null }, state), "aria-label": t("close") }, "×")),
    h("p", { class: "pair" }, modelLink(answer.child.id), h("span", { class: "arrow" }, " → "), modelLink(answer.parent.id)),
    answer.edges.map((edge) => h("section", {},
      h("h3", {}, relationWord(edge.relation)),
      h("dl", {},
        row(t("carries"), t("carriesLong_" + CARRIES[edge.relation])),
        row(t("basis"), has("basis_" + edge.basis) ? t("basis_" + edge.basis, { rule: edge.inference_rule ?? "" }) : edge.basis),
        row(t("sources"), edge.sources.join(", ") || t("none")),
        row(t("policies"), edge.policies.join(", ") || t("none")),
        row(t("warnings"), edge.warnings.length ? h("ul", { class: "plain warn" }, edge.warnings.map((each) => h("li", {}, t("warning_" + each)))) : t("none"))))),
    answer.claims.length ? h("section", {}, h("h3", {}, t("claims")),
      h("table", { class: "small" }, h("thead", {}, h("tr", {}, [t("source"), t("claimText"), t("resolution")].map((each) => h("th", { scope: "col" }, each)))),
        h("tbody", {}, answer.claims.map((claim) => h("tr", {}, h("td", {}, claim.source), h("td", { class: "written" }, claim.text, claim.relation ? h("small", {}, " " + claim.relation) : null), h("td", {}, claim.resolution)))))) : null);
}
