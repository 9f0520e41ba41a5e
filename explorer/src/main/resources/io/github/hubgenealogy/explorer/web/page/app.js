// The page: reads the address, asks the server, shows the view. What comes from a snapshot is only ever text.

import { announce, fill, h, hubPage, outward } from "./dom.js";
import { ask } from "./api.js";
import { MEMBER_COLUMNS, memberCells, pager, table } from "./lists.js";
import { modelView } from "./models.js";
import { searchBox } from "./search.js";
import { ownerLink } from "./sheet.js";
import { RELATIONS, CARRIES, dash, relationWord } from "./signs.js";
import { change, elsewhere, go, listen, read } from "./state.js";
import { browserLanguage, date, has, languageCode, number, setLanguage, t } from "./words.js";

const main = document.getElementById("main");
const heads = new Map();
let snapshots;
let shownFor = null;

async function head(state) {
  snapshots ??= await ask("snapshots", {});
  const id = state.snapshot ?? snapshots.standard;
  if (!heads.has(id)) heads.set(id, await ask("snapshot", { snapshot: id }));
  return { ...heads.get(id), all: snapshots.snapshots };
}

function chrome(state, facts) {
  document.getElementById("skip").textContent = t("skip");
  document.getElementById("brand").setAttribute("href", elsewhere({}));
  const origin = document.getElementById("origin");
  origin.className = "origin " + facts.origin;
  const word = { simulated: "simulated", hub: "originHub", import: "originImport", corpus: "originCorpus" }[facts.origin] ?? "originHub";
  const crawled = !facts.crawl_start ? null : date(facts.crawl_start) === date(facts.crawl_end) ? t("crawledOn", { a: date(facts.crawl_start) }) : t("crawled", { a: date(facts.crawl_start), b: date(facts.crawl_end) });
  fill(origin, h("strong", {}, t(word)), h("span", {}, [`${t("snapshot")} ${facts.id}`, crawled].filter(Boolean).join(" · ")));
  const controls = document.getElementById("controls");
  fill(controls,
    h("label", { class: "pick" }, h("span", { class: "unseen" }, t("snapshot")), h("select", { name: "snapshot", onchange: (event) => change({ snapshot: event.target.value, with: null, from: null }) },
      facts.all.map((each) => h("option", { value: each.id, selected: each.id === facts.id }, each.id)))),
    h("div", { class: "languages", role: "group", "aria-label": t("language") }, ["en", "fr"].map((code) =>
      h("button", { type: "button", lang: code, "aria-pressed": String(code === languageCode()), "data-lang": code, onclick: () => { remember(code); change({ lang: code }); } }, code.toUpperCase()))));
  const search = document.getElementById("search");
  if (shownFor !== languageCode()) {
    shownFor = languageCode();
    fill(search, searchBox({ label: t("searchLabel"), hint: t("searchHint"), snapshot: () => read().snapshot, choose: open }));
  }
  search.hidden = !state.id && !state.dataset && !state.owner;
  fill(document.getElementById("footer"), h("p", {}, t("footer")),
    h("p", {}, h("a", { href: "api/v1/openapi.yaml" }, t("apiLink")), " · ", h("a", { href: "vendor/licences.txt" }, t("licences"))));
}

function remember(code) {
  try { localStorage.setItem("language", code); } catch { /* not allowed to */ }
}

function language(state) {
  if (state.lang === "fr" || state.lang === "en") return state.lang;
  try {
    const kept = localStorage.getItem("language");
    if (kept === "fr" || kept === "en") return kept;
  } catch { /* not allowed to */ }
  return browserLanguage();
}

function open(hit) {
  go(elsewhere(hit.kind === "model" ? { id: hit.id } : hit.kind === "dataset" ? { dataset: hit.id } : { owner: hit.id }));
}

function homeView(state, facts) {
  document.title = t("title");
  const rejects = Object.entries(facts.rejects ?? {}).filter(([reason]) => !reason.startsWith("cards")).reduce((sum, [, n]) => sum + n, 0);
  fill(main, h("div", { class: "home" },
    h("h1", {}, t("title")), h("p", { class: "lead" }, t("tagline")),
    searchBox({ label: t("searchLabel"), hint: t("searchHint"), snapshot: () => read().snapshot, choose: open, big: true }),
    h("div", { class: "home-columns" },
      h("section", {}, h("h2", {}, t("homeHow")), h("table", { class: "legend" }, h("thead", { class: "unseen" }, h("tr", {}, h("th", {}, t("relation")), h("th", {}, t("legend")), h("th", {}, t("carries")))),
        h("tbody", {}, RELATIONS.map((relation) => h("tr", {}, h("th", { scope: "row" }, relationWord(relation)), h("td", {}, dash(relation)), h("td", {}, t("carriesLong_" + CARRIES[relation])))))),
        h("p", { class: "quiet" }, t("legendSize"), ". ", t("legendAbsent"), ".")),
      h("section", {}, h("h2", {}, t("homeFacts")), h("dl", {},
        h("dt", {}, t("snapshot")), h("dd", {}, facts.id), h("dt", {}, t("origin")), h("dd", {}, facts.origin),
        h("dt", {}, t("models")), h("dd", {}, number(facts.models)), h("dt", {}, t("edges")), h("dd", {}, number(facts.edges)),
        h("dt", {}, t("rejects")), h("dd", {}, number(rejects)),
        h("dt", {}, t("manifest")), h("dd", { class: "written" }, facts.manifest_sha256))))));
}

const PAGE = 50;

async function listView(state, kind) {
  const id = state[kind];
  const answer = await ask(kind, { id, snapshot: state.snapshot, offset: state.offset, limit: PAGE }, "view");
  const data = answer[kind];
  const real = answer.snapshot.origin !== "simulated";
  document.title = `${id} · ${t("title")}`;
  const facts = kind === "owner"
    ? [[t("type"), data.type ? (has("ownerType_" + data.type) ? t("ownerType_" + data.type) : data.type) : t("unknownValue")], data.display_name ? ["", data.display_name] : null, data.website ? [t("website"), outward(data.website)] : null,
      [t("models"), number(data.models)], [t("downloads"), number(data.downloads)], real ? [t("onHub"), outward(hubPage("owner", id), "huggingface.co")] : null]
    : [[t("presence"), t("presence_" + data.presence)], data.owner ? [t("owner"), ownerLink(data.owner)] : null, [t("downloads"), number(data.downloads)], [t("likes"), number(data.likes)],
      [t("models"), number(data.models)], real && data.presence === "listed" ? [t("onHub"), outward(hubPage("dataset", id), "huggingface.co")] : null];
  fill(main, h("div", { class: "headline" }, h("p", { class: "kind" }, t("kind_" + kind)), h("h1", {}, h("bdi", {}, id))),
    h("dl", { class: "facts" }, facts.filter(Boolean).map(([term, value]) => [h("dt", {}, term), h("dd", {}, value)])),
    table(t(kind === "owner" ? "modelsOf" : "modelsOn", { id }), MEMBER_COLUMNS(), answer.models.items.map(memberCells)), pager(answer.models, PAGE, state));
}

async function show() {
  const state = read();
  setLanguage(language(state));
  main.setAttribute("aria-busy", "true");
  try {
    const facts = await head(state);
    chrome(state, facts);
    if (state.id) await modelView(main, state, facts);
    else if (state.dataset) await listView(state, "dataset");
    else if (state.owner) await listView(state, "owner");
    else homeView(state, facts);
  } catch (problem) {
    if (problem.name === "AbortError") return;
    document.title = t("title");
    fill(main, h("div", { class: "trouble" }, h("h1", {}, t("problem")), h("p", {}, problem.message), h("a", { class: "button", href: elsewhere({}) }, t("backHome"))));
    announce(problem.message);
  }
  main.setAttribute("aria-busy", "false");
}

let lastPlace = null;

/** A new model begins at the top; a change of what is shown of the same one stays where it is, focus included. */
async function moved() {
  const state = read();
  const place = [state.id, state.dataset, state.owner, state.tab].join("\n");
  const focused = document.activeElement;
  const key = focused?.getAttribute?.("data-key"), name = focused?.getAttribute?.("name"), value = focused?.getAttribute?.("value");
  await show();
  if (place !== lastPlace) {
    scrollTo(0, 0);
    if (lastPlace !== null) main.focus({ preventScroll: true });
  } else if (key) document.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
  else if (name) [...document.getElementsByName(name)].find((each) => !value || each.getAttribute("value") === value)?.focus({ preventScroll: true });
  lastPlace = place;
}

listen(moved);
addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName)) {
    event.preventDefault();
    document.querySelector("#search:not([hidden]) input, .home input")?.focus();
  }
});
moved();

