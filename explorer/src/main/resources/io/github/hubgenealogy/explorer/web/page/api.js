// Questions to the server. An answer that is overtaken by a later question of the same kind is dropped.

export class Problem extends Error {
  constructor(status, title, detail) {
    super(detail ?? title);
    this.status = status;
    this.title = title;
  }
}

const running = new Map();

export function address(path, parameters) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters ?? {})) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== null && each !== undefined && each !== "") query.append(name, each);
    }
  }
  const text = query.toString();
  return "api/v1/" + path + (text ? "?" + text : "");
}

/** Asks; `lane` names what a later question overtakes. */
export async function ask(path, parameters, lane) {
  let signal;
  if (lane) {
    running.get(lane)?.abort();
    const controller = new AbortController();
    running.set(lane, controller);
    signal = controller.signal;
  }
  let response;
  for (let attempt = 0; ; attempt++) {
    response = await fetch(address(path, parameters), { signal, headers: { Accept: "application/json" } });
    if (response.status !== 503 || attempt === 2) break;
    const seconds = Math.min(5, Number(response.headers.get("Retry-After")) || 2);
    await new Promise((done) => setTimeout(done, 1000 * seconds));
  }
  if (!response.ok) {
    let problem = {};
    try { problem = await response.json(); } catch { /* no body that we know */ }
    throw new Problem(response.status, problem.title ?? response.statusText, problem.detail);
  }
  return response.json();
}
