// What is shown, as files: the server writes the data, the browser the pictures.

import { h } from "./dom.js";
import { address } from "./api.js";
import { standalone } from "./graph.js";
import { lineageOf } from "./state.js";
import { t } from "./words.js";

const FORMATS = [["csv", "CSV"], ["json", "JSON"], ["graphml", "GraphML"], ["cyclonedx", "ML-BOM"]];

function fileName(id, ending) {
  return id.replace(/[^A-Za-z0-9._-]+/g, "--").slice(0, 80) + "." + ending;
}

function keep(blob, name) {
  const url = URL.createObjectURL(blob);
  const anchor = h("a", { href: url, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function picture(svgText, scale) {
  return new Promise((resolve, reject) => {
    const url = URL.createObjectURL(new Blob([svgText], { type: "image/svg+xml" }));
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      const most = Math.min(scale, 12_000 / image.width, 12_000 / image.height);
      canvas.width = Math.ceil(image.width * most);
      canvas.height = Math.ceil(image.height * most);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(url);
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
    };
    image.onerror = () => { URL.revokeObjectURL(url); reject(new Error("no picture")); };
    image.src = url;
  });
}

/** The menu of files; pictures only where there is a drawing. */
export function downloads(state, drawing, caption) {
  const query = { ...lineageOf(state) };
  const pictures = drawing ? [["svg", "SVG"], ["png", "PNG"]] : [];
  return h("details", { class: "menu", id: "downloads" }, h("summary", { class: "button" }, t("export")), h("div", { class: "menu-items" },
    FORMATS.map(([format, word]) => h("a", { href: address("export", { ...query, format }), download: "", "data-format": format }, word)),
    pictures.map(([format, word]) => h("button", {
      type: "button", "data-format": format,
      onclick: async () => {
        const text = standalone(drawing(), caption);
        keep(format === "svg" ? new Blob([text], { type: "image/svg+xml" }) : await picture(text, 2), fileName(state.id, format));
      },
    }, word))));
}
