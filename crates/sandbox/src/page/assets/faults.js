/**
 * The fault switches, and the controls that stop and start the bot.
 */

import { byId, el } from "./dom.js";
import { Refusal } from "./socket.js";

const SESSION = "disconnected";

/** The description of each switch. */
const FAULTS = [
  ["slow", "Slow", "Every call takes two seconds"],
  ["429", "Too many calls", "Every call is refused for two seconds (429)"],
  ["500", "Errors", "Every call fails (500)"],
  ["dropped", "Connection drops", "Changes do not arrive"],
  ["lost", "Answers get lost", "Changes are made, and nobody hears of it"],
  [SESSION, "Account disconnected", "The account has lost WhatsApp"],
];

const STATES = {
  running: "Usher is running",
  connecting: "Usher is connecting…",
  stopped: "Usher is stopped",
};

/**
 * @param {any} app
 */
export function createFaults(app) {
  const { store } = app;
  const state = byId("bot-state");
  const power = byId("bot-switch");
  byId("faults").replaceChildren(...FAULTS.map(([kind, name, about]) => drawSwitch(kind, name, about, change)));

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
    const on = new Set([...faults, session === SESSION ? SESSION : null]);
    for (const box of byId("faults").querySelectorAll("input")) box.checked = on.has(box.dataset.fault);
    if (state.textContent !== STATES[bot.state]) state.textContent = STATES[bot.state];
    state.dataset.state = bot.state;
    power.textContent = bot.state === "stopped" ? "Start it" : "Kill the bot";
  }

  power.addEventListener("click", () => change({ do: "bot", act: store.here?.bot.state === "stopped" ? "start" : "kill" }));
  store.watch(["here"], draw);
}

function drawSwitch(kind, name, about, change) {
  const onchange = ({ currentTarget: { checked: on } }) =>
    change(kind === SESSION ? { do: "session", connected: !on } : { do: "fault", kind, on });
  return el(
    "li",
    {},
    el(
      "label",
      { class: "fault" },
      el("input", { type: "checkbox", role: "switch", "data-fault": kind, onchange }),
      el("span", { class: "fault-name" }, name),
      el("span", { class: "fault-about" }, about),
    ),
  );
}
