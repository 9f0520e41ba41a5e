// Elements made of plain text only. Nothing here or elsewhere in the page parses text as markup.

const SVG = "http://www.w3.org/2000/svg";

// Controls, line and paragraph separators, invisible and bidirectional characters, unpaired surrogates, private use.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

/** A stranger's text with what would hide or reorder it spelt out. */
export function visible(text) {
  return String(text).replace(HIDDEN, (c) => "\\u" + c.codePointAt(0).toString(16).padStart(4, "0"));
}

function build(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" && "value" in element) element.value = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(3)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(visible(child)));
  }
  return element;
}

export function h(tag, attributes, ...children) {
  return build(document.createElement(tag), attributes, children);
}

export function s(tag, attributes, ...children) {
  return build(document.createElementNS(SVG, tag), attributes, children);
}

/** Puts some children in the place of all. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(3).filter((each) => each !== null && each !== undefined && each !== false)
    .map((each) => each instanceof Node ? each : document.createTextNode(visible(each))));
  return element;
}

/** A link that opens elsewhere, for addresses of ours or http(s) ones only; else its plain text. */
export function outward(address, text) {
  let url;
  try { url = new URL(address); } catch { return h("span", {}, text ?? address); }
  if (url.protocol !== "https:" && url.protocol !== "http:") return h("span", {}, text ?? address);
  return h("a", { href: url.href, rel: "noopener noreferrer nofollow", target: "_blank", class: "outward" }, text ?? address);
}

/** The Hub's own page of a model, data set or owner. */
export function hubPage(kind, id) {
  const path = id.split("/").map(encodeURIComponent).join("/");
  return "https://huggingface.co/" + (kind === "dataset" ? "datasets/" : "") + path;
}

export function announce(text) {
  document.getElementById("live").textContent = visible(text);
}
