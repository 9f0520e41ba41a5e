// A search box with completion, as the ARIA pattern of an editable combobox has it.

import { announce, fill, h } from "./dom.js";
import { ask } from "./api.js";
import { short, t } from "./words.js";

let boxes = 0;

/** A box whose choice is handed to `choose(hit)`; `kinds` are those that may be chosen. */
export function searchBox({ label, hint, choose, snapshot, kinds, big }) {
  const id = "search-" + ++boxes;
  let hits = [], active = -1, timer = 0;
  const list = h("ul", { id: id + "-list", role: "listbox", "aria-label": label, hidden: true });
  const input = h("input", {
    id, type: "search", role: "combobox", autocomplete: "off", autocapitalize: "off", spellcheck: "false", "aria-expanded": "false",
    "aria-controls": id + "-list", "aria-autocomplete": "list", placeholder: hint, maxlength: 200,
  });
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (index) => {
    active = index;
    [...list.children].forEach((each, i) => each.setAttribute("aria-selected", String(i === index)));
    if (index >= 0) {
      input.setAttribute("aria-activedescendant", `${id}-${index}`);
      list.children[index].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const take = (index) => {
    const hit = hits[index];
    if (!hit) return;
    input.value = "";
    close();
    choose(hit);
  };
  const show = () => {
    fill(list, hits.length ? hits.map((hit, i) => h("li", { id: `${id}-${i}`, role: "option", "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); take(i); } },
      h("span", { class: "hit" }, ...marked(hit.id, input.value.trim())),
      h("span", { class: "kind" }, t("kind_" + hit.kind), hit.kind === "model" && hit.descendants ? ` · ${short(hit.descendants)} ↓` : "")))
      : [h("li", { class: "nothing", role: "option", "aria-disabled": "true" }, t("searchNone"))]);
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    mark(-1);
    announce(hits.length ? t("searchCount", { n: hits.length }) : t("searchNone"));
  };
  const look = async () => {
    const q = input.value.trim();
    if (!q) return close();
    try {
      const found = await ask("search", { q, limit: 12, snapshot: snapshot() }, id);
      hits = kinds ? found.hits.filter((each) => kinds.includes(each.kind)) : found.hits;
      if (document.activeElement === input) show();
    } catch (problem) {
      if (problem.name !== "AbortError") announce(problem.message);
    }
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, 90); });
  input.addEventListener("focus", () => { if (input.value.trim()) look(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", async (event) => {
    if (event.key === "Escape") { input.value = ""; close(); }
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return look();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (hits.length) mark((active + step + (active < 0 && step < 0 ? 1 : 0) + hits.length) % hits.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(timer);
      if (active < 0 || list.hidden) await look();
      take(Math.max(active, 0));
    }
  });
  return h("div", { class: "combobox" + (big ? " big" : "") }, h("label", { for: id, class: "unseen" }, label), input, list);
}

/** The id, with the first place where it has what was typed set apart. */
function marked(id, typed) {
  const at = id.toLowerCase().indexOf(typed.toLowerCase());
  if (at < 0 || !typed) return [id];
  return [id.slice(0, at), h("mark", {}, id.slice(at, at + typed.length)), id.slice(at + typed.length)];
}
