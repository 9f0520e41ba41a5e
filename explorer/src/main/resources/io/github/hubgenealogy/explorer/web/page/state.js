// What is shown stands in the address, all of it: a view is a link, and the back button is undo.

const MANY = ["relation", "task", "with", "edge", "also"];
const KEPT = ["snapshot", "lang"];

let onChange = () => {};

export function read(search = location.search) {
  const query = new URLSearchParams(search);
  const state = {};
  for (const name of new Set(query.keys())) {
    state[name] = MANY.includes(name) ? query.getAll(name) : query.get(name);
  }
  return state;
}

export function link(changes, from = read()) {
  const state = { ...from, ...changes };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== null && each !== undefined && each !== "" && each !== false) query.append(name, each === true ? "1" : each);
    }
  }
  return "?" + query.toString();
}

/** A link to something else: only the snapshot and the language go along. */
export function elsewhere(changes) {
  const now = read();
  return link(changes, Object.fromEntries(KEPT.map((name) => [name, now[name]])));
}

export const toModel = (id) => elsewhere({ id });

export function go(href, replace = false) {
  if (href === location.search || (href === "?" && location.search === "")) return;
  history[replace ? "replaceState" : "pushState"](null, "", href === "?" ? location.pathname : href);
  onChange();
}

export function change(changes, replace = false) {
  go(link(changes), replace);
}

export function listen(callback) {
  onChange = callback;
  addEventListener("popstate", callback);
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest?.("a[href^='?']");
    if (!anchor || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(anchor.getAttribute("href"));
  });
}

const FILTER = ["relation", "task", "created_from", "created_to", "downloads_min", "text"];

/** The parameters of the API that narrow relatives. */
export function filterOf(state) {
  return Object.fromEntries(FILTER.map((name) => [name, state[name]]));
}

export function lineageOf(state) {
  return {
    snapshot: state.snapshot, id: state.id, up: state.up ?? 20, down: state.down ?? 2,
    per_generation: state.per ?? 6, with: state.with, ...filterOf(state),
  };
}

export const noFilter = Object.fromEntries(FILTER.map((name) => [name, null]));
