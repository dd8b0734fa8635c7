/**
 * The calls that the bot has made to the groups API, newest first.
 */

import { byId, el, KeyedList } from "./dom.js";
import { language, say } from "./words.js";

/**
 * @param {any} app
 */
export function createCalls(app) {
  const list = new KeyedList(byId("calls"));
  const open = new Set();

  app.store.watch(["calls"], () => {
    const calls = [...app.store.all("calls")].sort(([a], [b]) => Number(b) - Number(a));
    const rows = calls.map(([number, call]) => ({ key: number, stamp: [call], build: () => drawCall(number, call, open) }));
    const none = { key: "none", stamp: [], build: () => el("li", { class: "nothing" }, say("no-calls")) };
    list.draw(rows.length > 0 ? rows : [none]);
  });
}

function drawCall(number, call, open) {
  const fold = ({ currentTarget }) => (currentTarget.open ? open.add(number) : open.delete(number));
  return el(
    "li",
    { "data-call": number },
    el(
      "details",
      { open: open.has(number), ontoggle: fold },
      el(
        "summary",
        { "data-focus": "call", title: call.operation },
        el("span", { class: `method method-${call.method.toLowerCase()}` }, call.method),
        el("span", { class: "call-path" }, shortPath(call)),
        outcome(call),
      ),
      el("p", { class: "call-about" }, about(call)),
      call.body === null || call.body === undefined
        ? el("p", { class: "call-about" }, say("no-body"))
        : el("pre", { tabindex: 0, "aria-label": say("body") }, JSON.stringify(call.body, null, 2)),
    ),
  );
}

/** Shortens a path: drops the common prefix, and shows only the end of a long number. */
function shortPath({ path, query }) {
  const own = decoded(path).replace(/^\/api(?=\/)/, "").replace(/^\/sessions\/[^/]+(?=\/)/, "");
  return own.replace(/\d{6,}(\d{4})@[\w.]+/g, "…$1") + (query ? `?${query}` : "");
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function outcome({ status, ms }) {
  if (status === null && ms === null) return el("span", { class: "call-status waiting" }, "…");
  if (status === null) return el("span", { class: "call-status bad" }, say("no-answer"));
  return el("span", { class: `call-status ${status < 400 ? "good" : "bad"}` }, String(status));
}

function about({ path, query, operation, ms, at }) {
  const time = new Intl.DateTimeFormat(language(), { timeStyle: "medium" }).format(new Date(at));
  const took = ms === null ? say("in-progress") : `${ms} ms`;
  return [operation, time, took, decoded(path) + (query ? `?${query}` : "")].filter(Boolean).join(" · ");
}
