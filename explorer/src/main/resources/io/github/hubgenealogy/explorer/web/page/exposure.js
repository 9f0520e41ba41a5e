// The question of a data-protection officer: what descends, what it carries, whom to write to, what was not found.

import { fill, h, outward } from "./dom.js";
import { address, ask } from "./api.js";
import { evidenceLink, table } from "./lists.js";
import { modelLink, ownerLink, presenceBadge } from "./sheet.js";
import { RELATIONS, relationWord, sign } from "./signs.js";
import { change, link } from "./state.js";
import { date, has, languageCode, number, t } from "./words.js";

const CARRIES = ["copy", "altered", "mixed", "delta_only", "unknown"];
const PAGE = 50;

export async function exposureView(place, state, head) {
  const ids = [state.id, ...(state.also ?? [])];
  const answer = await ask("exposure", {
    id: ids, ...over(state), carries: state.carries, limit: PAGE, offset: state.offset, publishers_offset: state.publishers, candidates_offset: state.candidates,
  }, "lineage");
  const all = Object.values(answer.totals).reduce((a, b) => a + b, 0);
  fill(place,
    h("p", { class: "lead" }, t("exposureLead", { id: ids.join(", ") })),
    head.all.length > 1 ? h("label", { class: "tick" }, h("input", { type: "checkbox", name: "all", checked: Boolean(state.all), onchange: (event) => change({ all: event.target.checked ? "1" : null, offset: null }) }), h("span", {}, t("allSnapshots", { n: head.all.length }))) : null,
    h("div", { class: "exposure" },
      h("div", {},
        totals(answer, all, state),
        all ? descendants(answer, state) : h("p", { class: "quiet" }, t("exposureNone")),
        publishers(answer, state),
        ancestors(answer, state),
        toCheck(answer),
        candidates(answer, state)),
      h("aside", {}, coverage(answer, state), records(ids, state))));
}

const over = (state) => (state.all ? { all_snapshots: "true" } : { snapshot: state.snapshot });

function totals(answer, all, state) {
  return h("ul", { class: "totals", "aria-label": t("carries") },
    h("li", {}, h("a", { href: link({ carries: null, offset: null }, state), "aria-current": state.carries ? null : "true" }, h("strong", {}, number(all)), h("span", {}, t("descendants")))),
    CARRIES.map((carries) => h("li", { class: "carries-" + carries }, h("a", { href: link({ carries, offset: null }, state), "aria-current": state.carries === carries ? "true" : null, title: t("carriesLong_" + carries) },
      h("strong", {}, number(answer.totals[carries] ?? 0)), h("span", {}, t("carries_" + carries))))));
}

const step = (each) => (RELATIONS.includes(each.relation) ? relationWord(each.relation) : t("trainedOn"));

/** One step is its relation; of several the signs, and on demand the models between. */
function steps(row) {
  if (row.way.length === 1) return step(row.way[0]);
  return h("details", { class: "way" }, h("summary", {}, row.way.slice(0, 8).map((each) => (RELATIONS.includes(each.relation) ? sign(each.relation, 11) : null)), " ", t("steps", { n: row.way.length })),
    h("ol", {}, row.way.map((each) => h("li", {}, step(each), " ", modelLink(each.to)))));
}

const rowCells = (row, state) => [
  h("span", {}, modelLink(row.model.id), " ", presenceBadge(row.model)), t("carries_" + row.carries), number(row.distance), steps(row),
  h("span", {}, row.way.filter((each) => each.edge).slice(-1).map((each) => evidenceLink(each.edge, { ...state, tab: null })),
    row.warnings.map((each) => h("span", { class: "item warned" }, t("warning_" + each)))),
  row.model.licences.join(", "), row.model.created_at ? date(row.model.created_at) : "", row.model.downloads === null ? "" : number(row.model.downloads)];

const ROW_COLUMNS = () => [[t("model")], [t("carries")], [t("distance"), "number"], [t("chain")], [t("evidence")], [t("licence")], [t("created"), "date"], [t("downloads"), "number"]];

function pages(page, name, state) {
  if (page.total <= PAGE && page.offset === 0) return null;
  const to = (offset, word, possible) => (possible ? h("a", { class: "button", href: link({ [name]: offset || null }, state) }, word) : h("span", { class: "button off" }, word));
  const last = page.offset + page.items.length;
  return h("nav", { class: "pager" }, to(Math.max(0, page.offset - PAGE), t("previous"), page.offset > 0), h("span", {}, t("range", { a: page.offset + 1, b: last, n: page.total })), to(page.offset + PAGE, t("next"), last < page.total));
}

function descendants(answer, state) {
  const title = state.carries ? t("carriesLong_" + state.carries) : t("descendants");
  return h("section", {}, h("h2", {}, `${title} (${number(answer.descendants.total)})`), table(title, ROW_COLUMNS(), answer.descendants.items.map((row) => rowCells(row, state)), true), pages(answer.descendants, "offset", state));
}

function publishers(answer, state) {
  if (!answer.publishers.total) return null;
  const contacts = (publisher) => h("ul", { class: "plain" }, publisher.contacts.map((each) => h("li", {}, h("small", {}, t("contact_" + each.kind) + " "), answer.snapshot.origin === "simulated" ? h("span", { class: "written" }, each.address) : outward(each.address))));
  return h("section", {}, h("h2", {}, `${t("publishers")} (${number(answer.publishers.total)})`), h("p", { class: "quiet" }, t("publishersNote")),
    table(t("publishers"), [[t("owner")], [t("type")], [t("models"), "number"], [t("carries")], [t("downloads"), "number"], [t("contacts")]],
      answer.publishers.items.map((each) => [ownerLink(each.owner), each.type ? (has("ownerType_" + each.type) ? t("ownerType_" + each.type) : each.type) : t("unknownValue"), number(each.models),
        CARRIES.filter((carries) => each.carries[carries]).map((carries) => h("span", { class: "item" }, `${t("carries_" + carries)} ${number(each.carries[carries])}`)), number(each.downloads), contacts(each)]), true),
    pages(answer.publishers, "publishers", state));
}

function ancestors(answer, state) {
  if (!answer.ancestors.total && !answer.datasets.total) return null;
  return h("section", {}, h("h2", {}, t("origins")),
    answer.ancestors.total ? table(t("ancestors"), ROW_COLUMNS(), answer.ancestors.items.map((row) => rowCells(row, state)), true) : null,
    answer.datasets.total ? h("ul", { class: "plain" }, answer.datasets.items.map((each) => h("li", {}, h("span", { class: "written" }, each.dataset), " ← ", modelLink(each.model)))) : null);
}

function toCheck(answer) {
  if (!answer.to_check.total) return null;
  return h("section", {}, h("h2", {}, t("toCheck")), h("p", { class: "quiet" }, t("toCheckNote")), h("ul", { class: "plain" }, answer.to_check.items.map((each) => h("li", {}, modelLink(each.id), " ← ", modelLink(each.new_version_of)))));
}

function candidates(answer, state) {
  if (!answer.candidates.total) return null;
  return h("section", { class: "weaker" }, h("h2", {}, `${t("candidates")} (${number(answer.candidates.total)})`), h("p", { class: "quiet" }, t("candidatesNote")),
    table(t("candidates"), [[t("model")], [t("why")], [t("created"), "date"], [t("downloads"), "number"]],
      answer.candidates.items.map((each) => [modelLink(each.model.id), t("candidate_" + each.kind), each.model.created_at ? date(each.model.created_at) : "", each.model.downloads === null ? "" : number(each.model.downloads)]), true),
    pages(answer.candidates, "candidates", state));
}

function coverage(answer, state) {
  const c = answer.coverage;
  const sum = (counts) => Object.values(counts).reduce((a, b) => a + b, 0);
  return h("section", { class: "coverage" }, h("h2", {}, t("coverage")), h("p", {}, t("coverageLead")),
    h("dl", {}, [[t("coverageSilent"), `${number(c.without_parent)} / ${number(c.listed)}`], [t("coverageUnread"), number(c.cards_unread)], [t("coverageAbsent"), number(sum(c.unlisted_parents))],
      [t("rejects"), number(sum(c.rejects))], [t("coverageText"), number(c.text_only)], [t("snapshot"), answer.snapshots.map((each) => h("span", { class: "item" }, `${each.id} (${each.origin})`))]].map(([term, value]) => [h("dt", {}, term), h("dd", {}, value)])),
    h("p", {}, t("footer")));
}

function records(ids, state) {
  const record = (format) => address("record", { id: ids, ...over(state), format, language: languageCode() });
  return h("section", { class: "records" }, h("h2", {}, t("record")), h("p", { class: "quiet" }, t("recordNote")),
    h("p", { class: "buttons" }, h("a", { class: "button primary", target: "_blank", rel: "noopener", href: record("html") }, t("exportRecord")),
      h("a", { class: "button", href: record("csv"), download: "" }, "CSV (ZIP)"), h("a", { class: "button", href: record("json"), download: "" }, "JSON")),
    h("p", { class: "written" }, "hubgen exposure " + (state.all ? "--all-snapshots " : "") + ids.map((id) => (/^[A-Za-z0-9._/-]+$/.test(id) ? id : "…")).join(" ")));
}
