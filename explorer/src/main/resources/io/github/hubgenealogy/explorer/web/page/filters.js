// What narrows the relatives: each choice is a change of the address.

import { h } from "./dom.js";
import { RELATIONS, dash, sign } from "./signs.js";
import { change, noFilter } from "./state.js";
import { t } from "./words.js";

const TASKS = ["text-generation", "text-classification", "text-to-image", "image-text-to-text", "fill-mask", "feature-extraction", "sentence-similarity",
  "automatic-speech-recognition", "text-to-speech", "image-classification", "object-detection", "token-classification", "question-answering",
  "translation", "summarization", "reinforcement-learning", "text-to-video", "image-to-image", "zero-shot-classification", "text-ranking"];

let opened = false;

export function isNarrowed(state) {
  return Boolean(state.relation || state.task || state.created_from || state.created_to || state.downloads_min || state.text);
}

function relations(state) {
  const chosen = new Set((state.relation ?? []).flatMap((each) => each.split(",")));
  return h("fieldset", {}, h("legend", {}, t("relation")), h("div", { class: "chips" }, RELATIONS.map((relation) => {
    const on = chosen.size === 0 || chosen.has(relation);
    return h("label", { class: `chip rel-${relation}${on ? " on" : ""}` },
      h("input", {
        type: "checkbox", checked: on, name: "relation", value: relation,
        onchange: (event) => {
          const next = new Set(chosen.size ? chosen : RELATIONS);
          event.target.checked ? next.add(relation) : next.delete(relation);
          change({ relation: next.size === 0 || next.size === RELATIONS.length ? null : RELATIONS.filter((each) => next.has(each)), offset: null, with: null });
        },
      }), sign(relation, 13), dash(relation), h("span", {}, t(relation)));
  })));
}

function field(label, control) {
  return h("label", { class: "field" }, h("span", {}, label), control);
}

function choice(label, name, value, numbers, words) {
  return field(label, h("select", { name, onchange: (event) => change({ [name]: event.target.value, with: null, offset: null }) },
    numbers.map((each) => h("option", { value: each, selected: String(each) === String(value) }, words?.(each) ?? String(each)))));
}

function tick(label, name, on, value = "1") {
  return h("label", { class: "tick" }, h("input", { type: "checkbox", name, checked: on, onchange: (event) => change({ [name]: event.target.checked ? value : null }) }), h("span", {}, label));
}

/** A box that is ticked unless the address says otherwise. */
function untick(label, name, on) {
  return h("label", { class: "tick" }, h("input", { type: "checkbox", name, checked: on, onchange: (event) => change({ [name]: event.target.checked ? null : "1" }) }), h("span", {}, label));
}

export function filterBar(state, { drawing }) {
  return h("div", { class: "filters" }, relations(state),
    h("details", { open: opened || isNarrowed({ ...state, relation: null }), ontoggle: (event) => { opened = event.target.open; } }, h("summary", {}, t("filters")), h("div", { class: "fields" },
      field(t("task"), h("input", { name: "task", list: "tasks", size: 18, placeholder: t("any"), value: state.task?.[0] ?? "", onchange: (event) => change({ task: event.target.value.trim() ? [event.target.value.trim()] : null, with: null, offset: null }) })),
      h("datalist", { id: "tasks" }, TASKS.map((each) => h("option", { value: each }))),
      field(t("createdFrom"), h("input", { type: "date", name: "created_from", value: state.created_from ?? "", onchange: (event) => change({ created_from: event.target.value || null, with: null, offset: null }) })),
      field(t("createdTo"), h("input", { type: "date", name: "created_to", value: state.created_to ?? "", onchange: (event) => change({ created_to: event.target.value || null, with: null, offset: null }) })),
      choice(t("minDownloads"), "downloads_min", state.downloads_min ?? "", ["", 1, 10, 100, 1000, 10000, 100000], (n) => (n === "" ? t("any") : null)),
      drawing ? [
        choice(t("up"), "up", state.up ?? 20, [0, 1, 2, 3, 5, 20]),
        choice(t("down"), "down", state.down ?? 2, [0, 1, 2, 3, 4, 5, 8]),
        choice(t("perGeneration"), "per", state.per ?? 6, [3, 6, 10, 20, 40, 80]),
        choice(t("flow"), "flow", state.flow ?? "", ["", "down", "right"], (flow) => t("flow_" + (flow || "auto")))] : null,
      h("div", { class: "ticks" },
        tick(t("textClaims"), "text", state.text === "true", "true"),
        drawing ? [untick(t("showDatasets"), "nodatasets", !state.nodatasets), tick(t("showOwners"), "owners", Boolean(state.owners))] : null,
        isNarrowed(state) ? h("button", { type: "button", class: "button quiet", onclick: () => change({ ...noFilter, with: null, offset: null }) }, t("reset")) : null))));
}
