// The drawing: a layered graph laid out by dagre, drawn as SVG, moved by d3-zoom.

import { h, s, visible } from "./dom.js";
import { number, short, t } from "./words.js";
import { shape } from "./signs.js";

const CARD = { width: 158, pad: 10, line: 15 };
const NAME_FONT = "600 12.5px Inter, sans-serif";
const DETAIL_FONT = "400 11px Inter, sans-serif";
const measure = document.createElement("canvas").getContext("2d");

function widthOf(text, font) {
  measure.font = font;
  return measure.measureText(text).width;
}

/** As much of a text as has room. */
function fitted(text, width, font = NAME_FONT) {
  if (widthOf(text, font) <= width) return text;
  let keep = text.length;
  while (keep > 3 && widthOf(text.slice(0, keep) + "…", font) > width) keep--;
  return text.slice(0, keep) + "…";
}

/** A name on two lines at most, broken where words of ids end, the middle left out where it is too long. */
function wrapped(text, width) {
  const lines = [""];
  for (const part of text.split(/(?<=[-_./ ])/)) {
    const last = lines[lines.length - 1];
    if (last && widthOf(last + part, NAME_FONT) > width) lines.push(part);
    else lines[lines.length - 1] = last + part;
  }
  if (lines.length <= 2) return lines.map((line) => fitted(line, width));
  let tail = lines.slice(1).join("");
  while (tail.length > 4 && widthOf("…" + tail, NAME_FONT) > width) tail = tail.slice(1);
  return [fitted(lines[0], width), "…" + tail];
}

const radius = (descendants) => Math.min(12, 4 + 1.9 * Math.log10(1 + descendants));

const nameOf = (member) => (member.owner ? member.id.slice(member.owner.length + 1) : member.id);

function modelNode(member, relation, role) {
  const lines = wrapped(visible(nameOf(member)), CARD.width - 44);
  return { kind: "model", key: "m:" + member.id, id: member.id, member, relation, role, lines, width: CARD.width, height: 26 + lines.length * CARD.line };
}

function pill(kind, key, title, detail, more) {
  const room = Math.max(widthOf(title, NAME_FONT), widthOf(detail ?? "", DETAIL_FONT));
  const width = Math.max(detail ? 76 : 46, Math.min(CARD.width, 20 + room));
  return { kind, key, title: fitted(title, width - 16), detail, width, height: detail ? 38 : 26, ...more };
}

/** Nodes and links of an answer: models, what is counted instead of shown, data sets, owners. */
export function elements(lineage, options) {
  const nodes = new Map();
  const links = [];
  const add = (node) => { if (!nodes.has(node.key)) nodes.set(node.key, node); return node; };
  add(modelNode(lineage.model, null, "focus"));
  for (const [side, generations] of [["up", lineage.up], ["down", lineage.down]]) {
    for (const generation of generations) {
      for (const kin of generation.shown) add(modelNode(kin.model, kin.edges[0]?.relation ?? "unspecified", side));
    }
  }
  const expandedAt = new Map();
  for (const member of lineage.expanded) {
    const edge = lineage.edges.find((each) => each.child === member.id);
    add(modelNode(member, edge?.relation ?? "unspecified", "down"));
  }
  const expandedIds = new Set(lineage.expanded.map((each) => each.id));
  for (const edge of lineage.edges) {
    for (const [id, near] of [[edge.child, edge.parent], [edge.parent, edge.child]]) {
      if (expandedIds.has(id)) {
        const key = near + "\n" + edge.relation;
        expandedAt.set(key, (expandedAt.get(key) ?? 0) + 1);
      }
    }
    links.push({
      kind: "edge", from: "m:" + edge.parent, to: "m:" + edge.child, relation: edge.relation, edge,
      cycle: nodes.get("m:" + edge.parent)?.member.in_cycle && nodes.get("m:" + edge.child)?.member.in_cycle,
      warned: edge.warnings.length > 0,
    });
  }
  for (const [side, generations] of [["up", lineage.up], ["down", lineage.down]]) groups(side, generations, expandedAt, add, links);
  if (options.datasets) datasets(lineage, add, links);
  if (options.owners) owners(nodes, add, links);
  return { nodes: [...nodes.values()], links: links.filter((link) => nodes.has(link.from) && nodes.has(link.to)) };
}

function groups(side, generations, expandedAt, add, links) {
  let previous = null;
  for (const generation of generations) {
    const merged = new Map();
    for (const rest of generation.rests) {
      const left = rest.models - (rest.neighbour ? expandedAt.get(rest.neighbour + "\n" + rest.relation) ?? 0 : 0);
      if (left <= 0) continue;
      const key = !rest.neighbour ? "" : generation.distance === 1 ? rest.neighbour + "\n" + rest.relation : rest.neighbour;
      const all = merged.get(key) ?? { neighbour: rest.neighbour, relations: [], models: 0, owners: 0 };
      all.relations.push(rest.relation);
      all.models += left;
      all.owners = Math.max(all.owners, rest.owners);
      merged.set(key, all);
    }
    let largest = null;
    for (const [key, group] of merged) {
      const one = group.relations.length === 1 ? group.relations[0] : null;
      let node;
      if (group.neighbour) {
        const word = side === "up" ? "" : one ? t("group_" + one) : t("groupMixed");
        node = pill("group", `g:${side}:${generation.distance}:${key}`, "+" + number(group.models), side === "up" ? t("ancestors") : one && generation.distance === 1 ? word : null,
          { relation: one ?? "unspecified", group, side, distance: generation.distance,
            label: t("groupLabel", { n: group.models, relation: word, owners: t("owners", { n: group.owners }) }) });
        add(node);
        links.push(side === "up"
          ? { kind: "group", from: node.key, to: "m:" + group.neighbour, relation: node.relation }
          : { kind: "group", from: "m:" + group.neighbour, to: node.key, relation: node.relation });
        if (!largest || node.group.models > largest.group.models) largest = node;
      } else if (previous) {
        node = pill("beyond", `b:${side}:${generation.distance}`, "+" + number(group.models), t("generation" + (side === "up" ? "Up" : "Down"), { n: generation.distance }),
          { group, side, distance: generation.distance, relation: "unspecified", label: t(side === "up" ? "groupUp" : "groupBeyond", { n: group.models }) });
        add(node);
        links.push(side === "up" ? { kind: "beyond", from: node.key, to: previous.key } : { kind: "beyond", from: previous.key, to: node.key });
        if (!largest) largest = node;
      }
    }
    previous = largest;
  }
}

const MOST_DATASETS = 4;

function datasets(lineage, add, links) {
  const focus = "m:" + lineage.model.id;
  lineage.datasets.slice(0, MOST_DATASETS).forEach((use) => {
    const name = visible(use.dataset ?? use.text);
    const node = add(pill("dataset", "d:" + name, name, t("dataset"), { id: use.dataset, label: `${t("trainedOn")} ${name}` }));
    links.push({ kind: "dataset", from: node.key, to: focus });
  });
  const rest = lineage.datasets.length - MOST_DATASETS;
  if (rest > 0) {
    const node = add(pill("dataset", "d:+", t("moreDatasets", { n: rest }), null, { label: t("moreDatasets", { n: rest }) }));
    links.push({ kind: "dataset", from: node.key, to: focus });
  }
}

function owners(nodes, add, links) {
  for (const node of [...nodes.values()]) {
    if (node.kind !== "model" || !node.member.owner) continue;
    const name = visible(node.member.owner);
    const owner = add(pill("owner", "o:" + node.member.owner, name, t("owner"), { id: node.member.owner, label: `${t("owner")} ${name}` }));
    links.push({ kind: "owner", from: owner.key, to: node.key });
  }
}

function layered(library, nodes, links, flow) {
  const graph = new library.Graph({ multigraph: true });
  const right = flow === "right";
  graph.setGraph({ rankdir: right ? "LR" : "TB", nodesep: right ? 10 : 14, ranksep: right ? 64 : 52, edgesep: 6, marginx: 24, marginy: 24 });
  graph.setDefaultEdgeLabel(() => ({}));
  nodes.forEach((node) => graph.setNode(node.key, { width: node.width, height: node.height }));
  links.forEach((link, i) => graph.setEdge(link.from, link.to, { weight: link.kind === "edge" ? 3 : 1 }, String(i)));
  library.layout(graph);
  return graph;
}

/** Ancestors above or at the left: as asked for, else whichever is drawn larger. */
function placed(library, nodes, links, flow, container) {
  if (flow) return layered(library, nodes, links, flow);
  const scale = (graph) => Math.min(container.clientWidth / graph.graph().width, container.clientHeight / graph.graph().height);
  const down = layered(library, nodes, links, "down");
  if (scale(down) >= 0.8) return down;
  const right = layered(library, nodes, links, "right");
  return scale(right) > 1.15 * scale(down) ? right : down;
}

/** Draws into a container; gives back what moves it. */
export function draw(library, container, lineage, options, act) {
  const { nodes, links } = elements(lineage, options);
  const graph = placed(library, nodes, links, options.flow, container);

  const svg = s("svg", { class: "drawing", role: "group", tabindex: "0" });
  svg.setAttribute("aria-label", visible(t("graphLabel", {
    id: lineage.model.id,
    up: nodes.filter((each) => each.role === "up").length,
    down: nodes.filter((each) => each.role === "down").length,
  })));
  const definitions = s("defs", {});
  for (const relation of [...new Set(links.map((each) => each.relation ?? "none"))]) {
    definitions.append(s("marker", { id: "arrow-" + relation, viewBox: "0 0 8 8", refX: 7, refY: 4, markerUnits: "userSpaceOnUse", markerWidth: 10, markerHeight: 10, orient: "auto-start-reverse", class: "arrow rel-" + relation },
      s("path", { d: "M0 0.6L8 4L0 7.4Z" })));
  }
  const scene = s("g", { class: "scene" });
  svg.append(definitions, scene);
  const line = library.line((p) => p.x, (p) => p.y).curve(library.curveBasis);
  links.forEach((link, i) => scene.append(linkOf(link, route(graph, link, i), line, options, act)));
  nodes.forEach((node) => scene.append(nodeOf(node, graph.node(node.key), options, act)));
  container.replaceChildren(svg);
  return movement(library, svg, scene, graph, "m:" + lineage.model.id);
}

/** Links leave and reach a card in the middle of its side, so that a neighbour in the same layer hides none. */
function route(graph, link, i) {
  const points = graph.edge(link.from, link.to, String(i)).points;
  const from = graph.node(link.from), to = graph.node(link.to);
  if (link.from === link.to) return points;
  const right = graph.graph().rankdir === "LR";
  const way = right ? Math.sign(to.x - from.x) : Math.sign(to.y - from.y);
  const end = (node, side) => (right ? { x: node.x + side * way * node.width / 2, y: node.y } : { x: node.x, y: node.y + side * way * node.height / 2 });
  const start = end(from, 1), stop = end(to, -1);
  const lead = right ? { x: 16 * way, y: 0 } : { x: 0, y: 14 * way };
  return [start, { x: start.x + lead.x, y: start.y + lead.y }, ...points.slice(1, -1), { x: stop.x - lead.x, y: stop.y - lead.y }, stop];
}

function linkOf(link, points, line, options, act) {
  const group = s("g", { class: `link ${link.kind} rel-${link.relation ?? "none"}${link.cycle ? " cycle" : ""}` });
  const d = line(points);
  group.append(s("path", { class: "edge", d, "marker-end": link.kind === "edge" ? `url(#arrow-${link.relation})` : null }));
  if (link.kind !== "edge") return group;
  const middle = points[Math.floor(points.length / 2)];
  if (link.cycle || link.warned) {
    group.append(s("g", { class: "badge", transform: `translate(${middle.x} ${middle.y})` },
      s("circle", { r: 7.5 }), s("text", { "text-anchor": "middle", dy: "0.36em" }, link.cycle ? "↻" : "!")));
  }
  const words = `${link.edge.child} → ${link.edge.parent}: ${t(link.relation)}`;
  const touch = s("path", { class: "touch", d, role: "button", tabindex: "-1", "aria-label": visible(words), onclick: () => act.edge(link.edge) });
  touch.append(s("title", {}, words + link.edge.warnings.map((each) => "; " + t("warning_" + each)).join("")));
  group.append(touch);
  if (options.edge && options.edge[0] === link.edge.child && options.edge[1] === link.edge.parent) group.classList.add("selected");
  return group;
}

function nodeOf(node, place, options, act) {
  const { width: w, height: g } = node;
  const group = s("g", {
    class: `node ${node.kind}${node.role ? " " + node.role : ""}${node.relation ? " rel-" + node.relation : ""}`,
    transform: `translate(${place.x - w / 2} ${place.y - g / 2})`, tabindex: "-1", role: "button", "data-key": node.key,
  });
  const press = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    act.node(node);
  };
  group.addEventListener("click", press);
  group.addEventListener("keydown", press);
  if (node.kind === "model") {
    modelCard(group, node, options);
    return group;
  }
  group.setAttribute("aria-label", visible(node.label));
  group.append(s("title", {}, node.kind === "group" ? node.label + " — " + t("expandHint") : node.label));
  if (node.kind === "group") group.append(s("rect", { class: "card under", x: 4, y: 4, width: w, height: g, rx: 8 }));
  group.append(node.kind === "dataset"
    ? s("path", { class: "card", d: `M8 0H${w}L${w - 8} ${g}H0Z` })
    : s("rect", { class: "card", width: w, height: g, rx: node.kind === "owner" ? g / 2 : 8 }));
  group.append(s("text", { class: "name", x: w / 2, y: node.detail ? 16 : 17, "text-anchor": "middle" }, node.title));
  if (node.detail) group.append(s("text", { class: "detail", x: w / 2, y: 30, "text-anchor": "middle" }, node.detail));
  return group;
}

function modelCard(group, node, options) {
  const { member, width: w, height: g } = node;
  const absent = member.presence !== "listed";
  if (absent) group.classList.add("absent");
  if (member.in_cycle) group.classList.add("cycle");
  if (options.selected === member.id) group.classList.add("selected");
  const words = [member.id, node.relation ? t(node.relation) : null, `${number(member.descendants)} ${t("descendants")}`,
    absent ? t("presence_" + member.presence) : null, member.in_cycle ? t("cycle") : null].filter(Boolean).join(", ");
  group.setAttribute("aria-label", visible(words));
  group.append(s("title", {}, words));
  group.append(s("rect", { class: "card", width: w, height: g, rx: 8 }));
  group.append(s("path", { class: "sign", d: shape(node.relation ?? "focus", radius(member.descendants)), transform: `translate(18 ${g / 2})` }));
  node.lines.forEach((text, i) => group.append(s("text", { class: "name", x: 36, y: 18 + i * CARD.line }, text)));
  const owner = visible(member.owner ?? "");
  const count = member.children ? ` · ${short(member.children)} ↓` : "";
  group.append(s("text", { class: "detail", x: 36, y: g - 9 }, fitted(owner, w - 44 - widthOf(count, DETAIL_FONT), DETAIL_FONT) + count));
  if (member.in_cycle) group.append(s("text", { class: "mark", x: w - 8, y: 16, "text-anchor": "end" }, "↻"));
}

function movement(library, svg, scene, graph, focusKey) {
  const size = graph.graph();
  const zooming = library.zoom().scaleExtent([0.12, 2.5])
    .filter((event) => !event.button && (event.type !== "wheel" || event.ctrlKey || event.metaKey))
    .on("zoom", (event) => scene.setAttribute("transform", event.transform.toString()));
  const selection = library.select(svg);
  selection.call(zooming).on("dblclick.zoom", null);
  const box = () => ({ width: svg.clientWidth || 800, height: svg.clientHeight || 500 });
  const moveTo = (k, centre, across = 0.5) => {
    const { width, height } = box();
    zooming.transform(selection, library.zoomIdentity.translate(width * across - k * centre.x, height / 2 - k * centre.y).scale(k));
  };
  const fit = (least) => {
    const { width, height } = box();
    const k = Math.min(1.1, width / size.width, height / size.height);
    if (k >= least) moveTo(k, { x: size.width / 2, y: size.height / 2 });
    else if (size.rankdir === "LR") moveTo(least, graph.node(focusKey), Math.max(0.3, Math.min(0.5, 60 / width + 0.1)));
    else moveTo(least, graph.node(focusKey));
  };
  fit(0.72);
  walkByKeys(svg, graph, (place) => {
    const { width, height } = box();
    const now = library.zoomTransform(svg);
    const x = now.applyX(place.x), y = now.applyY(place.y);
    if (x < 80 || y < 40 || x > width - 80 || y > height - 40) moveTo(now.k, place);
  }, focusKey);
  // On paper the whole drawing, whatever part of it the window shows.
  window.onbeforeprint = () => {
    svg.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
    scene.removeAttribute("transform");
  };
  window.onafterprint = () => {
    svg.removeAttribute("viewBox");
    scene.setAttribute("transform", library.zoomTransform(svg).toString());
  };
  return { fit: () => fit(0), zoom: (factor) => zooming.scaleBy(selection, factor), svg, size };
}

/** Arrow keys lead to the nearest model or group in that direction. */
function walkByKeys(svg, graph, show, focusKey) {
  const elements = new Map([...svg.querySelectorAll("[data-key]")].map((each) => [each.getAttribute("data-key"), each]));
  const ahead = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  svg.addEventListener("keydown", (event) => {
    const direction = ahead[event.key];
    if (!direction) return;
    event.preventDefault();
    const current = document.activeElement?.getAttribute?.("data-key");
    if (!current || !elements.has(current)) {
      elements.get(focusKey)?.focus();
      return;
    }
    const here = graph.node(current);
    let best = null, least = Infinity;
    for (const key of elements.keys()) {
      const there = graph.node(key);
      const dx = there.x - here.x, dy = there.y - here.y;
      const along = dx * direction[0] + dy * direction[1];
      if (key === current || along <= 1) continue;
      const cost = along + 2.2 * Math.abs(dx * direction[1] + dy * direction[0]);
      if (cost < least) { least = cost; best = key; }
    }
    if (best) {
      elements.get(best).focus({ preventScroll: true });
      show(graph.node(best));
    }
  });
}

const PRESENTATION = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "opacity", "font-family", "font-size", "font-weight", "text-anchor"];

/** The drawing as a file of its own: what the style sheet says is written into it, what only a mouse needs is left out. */
export function standalone(movement, caption) {
  const copy = movement.svg.cloneNode(true);
  const originals = movement.svg.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, i) => {
    const style = getComputedStyle(originals[i]);
    for (const name of PRESENTATION) {
      const value = style.getPropertyValue(name);
      if (value) element.setAttribute(name, value);
    }
    for (const name of ["tabindex", "role", "data-key"]) element.removeAttribute(name);
  });
  copy.querySelectorAll(".touch").forEach((each) => each.remove());
  const { width, height } = movement.size;
  copy.querySelector(".scene").setAttribute("transform", "translate(0 34)");
  for (const [name, value] of Object.entries({ xmlns: "http://www.w3.org/2000/svg", width: Math.ceil(width), height: Math.ceil(height) + 40, viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height) + 40}` })) copy.setAttribute(name, value);
  const ink = getComputedStyle(document.body);
  copy.prepend(s("rect", { width: "100%", height: "100%", fill: ink.backgroundColor }));
  copy.append(s("text", { x: 24, y: 26, fill: ink.color, "font-family": "sans-serif", "font-size": 13 }, caption));
  return new XMLSerializer().serializeToString(copy);
}
