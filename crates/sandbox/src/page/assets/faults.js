/**
 * The fault switches, and the controls that stop and start the bot.
 */

import { byId, el, KeyedList } from "./dom.js";
import { Refusal } from "./socket.js";
import { say } from "./words.js";

const SESSION = "disconnected";

/** The switches, in their order. */
const FAULTS = ["slow", "429", "500", "dropped", "lost", SESSION];

/**
 * @param {any} app
 */
export function createFaults(app) {
  const { store } = app;
  const state = byId("bot-state");
  const power = byId("bot-switch");
  const switches = new KeyedList(byId("faults"));

  async function change(request) {
    try {
      await app.ask(request);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      app.tell(error.message);
    } finally {
      draw();
    }
  }

  function draw() {
    if (!store.here) return;
    const { bot, session, faults } = store.here;
    switches.draw(FAULTS.map((kind) => ({ key: kind, stamp: [], build: () => drawSwitch(kind, change) })));
    const on = new Set([...faults, session === SESSION ? SESSION : null]);
    for (const box of byId("faults").querySelectorAll("input")) box.checked = on.has(box.dataset.fault);
    const words = say(`bot-${bot.state}`);
    if (state.textContent !== words) state.textContent = words;
    state.dataset.state = bot.state;
    power.textContent = say(bot.state === "stopped" ? "bot-start" : "bot-kill");
  }

  power.addEventListener("click", () => change({ do: "bot", act: store.here?.bot.state === "stopped" ? "start" : "kill" }));
  store.watch(["here"], draw);
}

function drawSwitch(kind, change) {
  const onchange = ({ currentTarget: { checked: on } }) =>
    change(kind === SESSION ? { do: "session", connected: !on } : { do: "fault", kind, on });
  return el(
    "li",
    {},
    el(
      "label",
      { class: "fault" },
      el("input", { type: "checkbox", role: "switch", "data-fault": kind, "data-focus": kind, onchange }),
      el("span", { class: "fault-name" }, say(kind)),
      el("span", { class: "fault-about" }, say(`${kind}-about`)),
    ),
  );
}
