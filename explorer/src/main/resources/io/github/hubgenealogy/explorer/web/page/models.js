// The views of one model: the drawing, the table, and what leads to the others.

import { announce, fill, h } from "./dom.js";
import { ask } from "./api.js";
import { downloads } from "./downloads.js";
import { filterBar } from "./filters.js";
import { draw } from "./graph.js";
import { KIN_COLUMNS, generationsTable, kinCells, pager, table } from "./lists.js";
import { evidence, presenceBadge, sheet, ownerLink } from "./sheet.js";
import { change, filterOf, go, elsewhere, lineageOf, link } from "./state.js";
import { exposureView } from "./exposure.js";
import { compareView } from "./compare.js";
import { changesView } from "./changes.js";
import { number, t } from "./words.js";

const TABS = [["graph", "tabGraph"], ["table", "tabTable"], ["exposure", "tabExposure"], ["compare", "tabCompare"], ["changes", "tabChanges"]];

let library;

/** The bundled libraries; null where this build has none. */
async function drawingLibrary() {
  if (library === undefined) library = await import("./vendor/vendor.js").catch(() => null);
  return library;
}

export async function modelView(main, state, head) {
  const tab = TABS.some(([name]) => name === state.tab) ? state.tab : "graph";
  const answer = await ask("model", { id: state.id, snapshot: state.snapshot }, "view");
  const member = answer.model.model;
  const place = h("div", { class: "view" });
  fill(main, headline(member, tab, state), place);
  document.title = `${member.id} · ${t("title")}`;
  const here = { ...state, id: member.id };
  if (tab === "table") await tableView(place, here);
  else if (tab === "exposure") await exposureView(place, here, head);
  else if (tab === "compare") await compareView(place, here, member);
  else if (tab === "changes") await changesView(place, here, head);
  else await graphView(place, here, answer, head);
}

function headline(member, tab, state) {
  const slash = member.id.indexOf("/");
  return h("div", { class: "headline" },
    h("h1", {}, slash < 0 ? null : h("span", { class: "of" }, ownerLink(member.owner), "/"), h("bdi", {}, slash < 0 ? member.id : member.id.slice(slash + 1)), " ", presenceBadge(member)),
    h("nav", { class: "tabs", "aria-label": t("views") }, TABS.map(([name, word]) =>
      h("a", { href: link({ tab: name === "graph" ? null : name, sel: null, edge: null, list: null, offset: null }, state), "aria-current": name === tab ? "page" : null }, t(word)))));
}

async function graphView(place, state, answer, head) {
  const stage = h("div", { class: "stage" }, h("p", { class: "quiet" }, t("loading")));
  const panel = h("aside", { class: "panel", "aria-label": t("sheet") });
  const tools = h("div", { class: "tools" });
  const count = h("p", { class: "count quiet" });
  fill(place, filterBar(state, { drawing: true }), h("div", { class: "split" }, h("div", { class: "stage-column" }, stage, tools, count), panel));
  const fillPanel = async () => {
    try {
      if (state.edge?.length === 2) fill(panel, await evidence(state.edge[0], state.edge[1], state));
      else if (state.sel && state.sel !== state.id) fill(panel, sheet(await ask("model", { id: state.sel, snapshot: state.snapshot }, "panel"), { state }));
      else fill(panel, sheet(answer, { centred: true, state }));
    } catch (problem) {
      if (problem.name !== "AbortError") fill(panel, h("p", { class: "caution" }, problem.message));
    }
  };
  const [lineage, libraries] = await Promise.all([ask("lineage", lineageOf(state), "lineage"), drawingLibrary(), fillPanel()]);
  const shown = [...lineage.up, ...lineage.down].reduce((n, each) => n + each.shown.length, lineage.expanded.length);
  const total = [...lineage.up, ...lineage.down].reduce((n, each) => n + each.total, 0);
  fill(count, total ? t("drawn", { shown, total }) : t("empty"));
  announce(count.textContent);
  if (!libraries) {
    fill(stage, h("div", { class: "notice" }, t("noDrawing")), generationsTable(lineage, state));
    fill(tools, downloads(state, null, ""));
    return;
  }
  await document.fonts?.load?.("600 12px Inter").catch(() => {});
  const act = {
    edge: (edge) => change({ edge: [edge.child, edge.parent], sel: null }),
    node: (node) => pressed(node, state, lineage),
  };
  const options = { datasets: !state.nodatasets, owners: Boolean(state.owners), flow: state.flow, selected: state.sel ?? state.id, edge: state.edge };
  const drawing = draw(libraries, stage, lineage, options, act);
  const button = (word, sign, action) => h("button", { type: "button", class: "button tool", "aria-label": t(word), title: t(word), onclick: action }, sign);
  fill(tools, h("div", { class: "zoom" }, button("zoomIn", "+", () => drawing.zoom(1.35)), button("zoomOut", "−", () => drawing.zoom(1 / 1.35)), button("zoomFit", "⤢", drawing.fit)),
    downloads(state, () => drawing, `${state.id} · ${t("snapshot")} ${head.id} (${head.origin})`));
}

async function pressed(node, state, lineage) {
  if (node.kind === "model") change({ sel: node.id === state.id ? null : node.id, edge: null });
  else if (node.kind === "dataset" && node.id) go(elsewhere({ dataset: node.id }));
  else if (node.kind === "owner") go(elsewhere({ owner: node.id }));
  else if (node.kind === "beyond") change({ tab: "table", sel: null, edge: null });
  else if (node.kind === "group") await expand(node, state, lineage);
}

const MORE = 10;

/** Ten more of what a group counts, those with most descendants first. */
async function expand(node, state, lineage) {
  const shown = new Set([lineage.model.id, ...[...lineage.up, ...lineage.down].flatMap((each) => each.shown.map((kin) => kin.model.id)), ...lineage.expanded.map((each) => each.id)]);
  const limit = Math.min(500, shown.size + MORE);
  const path = node.side === "up" ? "parents" : "children";
  const page = await ask(path, { ...filterOf(state), id: node.group.neighbour, relation: node.group.relations, snapshot: state.snapshot, limit });
  const further = page.page.items.map((kin) => kin.model.id).filter((id) => !shown.has(id)).slice(0, MORE);
  const all = [...(state.with ?? []), ...further];
  if (further.length && all.length <= 300) change({ with: all });
  else go(link({ id: node.group.neighbour, tab: "table", list: path, relation: node.group.relations, with: null, sel: null, edge: null }, state));
}

const PAGE = 50;

async function tableView(place, state) {
  const lists = [["", "tabGraph"], ["parents", "allParents"], ["children", "allChildren"]];
  const list = state.list ?? "";
  const body = h("div", {}, h("p", { class: "quiet" }, t("loading")));
  const panel = h("aside", { class: "panel", hidden: !state.edge });
  fill(place, filterBar(state, { drawing: !list }),
    h("nav", { class: "lists" }, lists.map(([name, word]) => h("a", { href: link({ list: name || null, offset: null, edge: null }, state), "aria-current": name === list ? "true" : null }, t(word))), downloads(state, null, "")),
    h("div", { class: state.edge ? "split" : "" }, body, panel));
  if (state.edge?.length === 2) evidence(state.edge[0], state.edge[1], state).then((each) => fill(panel, each), (problem) => fill(panel, h("p", { class: "caution" }, problem.message)));
  if (!list) {
    fill(body, generationsTable(await ask("lineage", { ...lineageOf(state), per_generation: state.per ?? 20 }, "lineage"), state));
    return;
  }
  const answer = await ask(list, { ...filterOf(state), id: state.id, snapshot: state.snapshot, offset: state.offset, limit: PAGE }, "lineage");
  fill(body, answer.page.total
    ? [table(`${t(list === "parents" ? "allParents" : "allChildren")} (${number(answer.page.total)})`, KIN_COLUMNS(), answer.page.items.map((kin) => kinCells(kin, state))), pager(answer.page, PAGE, state)]
    : h("p", { class: "quiet" }, t("empty")));
}

