// Tables of relatives and models, with their pages.

import { h } from "./dom.js";
import { relationWord } from "./signs.js";
import { link } from "./state.js";
import { date, number, t } from "./words.js";
import { modelLink, presenceBadge } from "./sheet.js";

/** A table; its caption is for those who hear it where a heading says the same to those who see. */
export function table(caption, columns, rows, headed) {
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption }, h("table", {}, h("caption", { class: headed ? "unseen" : null }, caption),
    h("thead", {}, h("tr", {}, columns.map(([name, kind]) => h("th", { scope: "col", class: kind }, name)))),
    h("tbody", {}, rows.map((cells) => h("tr", {}, cells.map((cell, i) => h(i ? "td" : "th", { scope: i ? null : "row", class: columns[i][1] }, cell)))))));
}

const flags = (m) => [presenceBadge(m), m.in_cycle ? h("span", { class: "badge" }, t("cycle")) : null];

export const MEMBER_COLUMNS = () => [[t("model")], [t("task")], [t("created"), "date"], [t("downloads"), "number"], [t("descendants"), "number"], [t("licence")]];

export const memberCells = (m) => [h("span", {}, modelLink(m.id), " ", flags(m)), m.task ?? "", m.created_at ? date(m.created_at) : "", m.downloads === null ? "" : number(m.downloads), number(m.descendants), m.licences.join(", ")];

export const KIN_COLUMNS = () => [[t("model")], [t("relation")], [t("task")], [t("created"), "date"], [t("downloads"), "number"], [t("descendants"), "number"], [t("licence")], [t("evidence")]];

export function kinCells(kin, state) {
  const [model, ...rest] = memberCells(kin.model);
  return [model, kin.edges.map((edge) => relationWord(edge.relation)), ...rest, kin.edges.slice(0, 3).map((edge) => evidenceLink(edge, state))];
}

export function evidenceLink(edge, state) {
  return h("a", { class: "evidence" + (edge.warnings.length ? " warn" : ""), href: link({ edge: [edge.child, edge.parent], sel: null }, state), "aria-label": `${t("evidence")}: ${edge.child} → ${edge.parent}` },
    edge.sources.join(", ") || t("evidence"), edge.warnings.length ? " !" : "");
}

/** Links to the pages before and after. */
export function pager(page, limit, state) {
  if (page.total <= limit && page.offset === 0) return null;
  const last = Math.min(page.total, page.offset + page.items.length);
  const to = (offset, word, possible) => possible ? h("a", { class: "button", href: link({ offset: offset || null }, state) }, word) : h("span", { class: "button off" }, word);
  return h("nav", { class: "pager" }, to(Math.max(0, page.offset - limit), t("previous"), page.offset > 0),
    h("span", {}, t("range", { a: page.offset + 1, b: last, n: page.total })), to(page.offset + limit, t("next"), last < page.total));
}

/** The same as the drawing shows, generation by generation. */
export function generationsTable(lineage, state) {
  const rows = [];
  const line = (label, kin) => rows.push([label, ...kinCells(kin, state)]);
  [...lineage.up].reverse().forEach((generation) => generation.shown.forEach((kin) => line(t("generationUp", { n: generation.distance }), kin)));
  rows.push([t("itself"), ...kinCells({ model: lineage.model, edges: [] }, state)]);
  lineage.down.forEach((generation) => generation.shown.forEach((kin) => line(t("generationDown", { n: generation.distance }), kin)));
  const hidden = [...lineage.up.map((g) => ["generationUp", g]), ...lineage.down.map((g) => ["generationDown", g])]
    .filter(([, g]) => g.total > g.shown.length)
    .map(([key, g]) => h("li", {}, t(key, { n: g.distance }) + ": " + t("notShown", { n: g.total - g.shown.length })));
  return [table(t("tabGraph"), [[t("generation")], ...KIN_COLUMNS()], rows), hidden.length ? h("ul", { class: "notes" }, hidden) : null];
}

