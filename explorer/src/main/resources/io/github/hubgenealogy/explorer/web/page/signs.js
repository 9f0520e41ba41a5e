// A relation has a colour, a shape and a dash, so that none of them is needed to tell it from the others.

import { h, s } from "./dom.js";
import { t } from "./words.js";

export const RELATIONS = ["finetune", "adapter", "quantized", "merge", "unspecified", "duplicated_from"];

export const CARRIES = { finetune: "altered", adapter: "delta_only", quantized: "copy", merge: "mixed", unspecified: "unknown", duplicated_from: "copy" };

/** The path of a relation's sign around the origin, of about this radius. */
export function shape(relation, r) {
  switch (relation) {
    case "adapter": return `M0 ${-r * 1.1}L${r * 1.05} ${r * 0.8}L${-r * 1.05} ${r * 0.8}Z`;
    case "quantized": return `M${-r * 0.85} ${-r * 0.85}h${r * 1.7}v${r * 1.7}h${-r * 1.7}Z`;
    case "merge": return `M0 ${-r * 1.15}L${r * 1.15} 0L0 ${r * 1.15}L${-r * 1.15} 0Z`;
    case "duplicated_from": {
      const a = r * 0.5, b = r * 0.9;
      return `M${-r} 0L${-a} ${-b}H${a}L${r} 0L${a} ${b}H${-a}Z`;
    }
    default: return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
}

export function sign(relation, size = 12) {
  const r = size / 2 - 1;
  return s("svg", { class: "sign rel-" + relation, viewBox: `${-size / 2 - 1} ${-size / 2 - 1} ${size + 2} ${size + 2}`, width: size, height: size, "aria-hidden": "true" },
    s("path", { d: shape(relation, r) }));
}

/** The relation's word with its sign. */
export function relationWord(relation) {
  return h("span", { class: "relation rel-" + relation }, sign(relation), t(relation));
}

/** A line as the drawing has it, for the legend. */
export function dash(relation) {
  return s("svg", { class: "dash", viewBox: "0 0 36 10", width: 36, height: 10, "aria-hidden": "true" },
    s("path", { class: "edge rel-" + relation, d: "M1 5H35" }));
}
