/**
 * Buttons and menus that were used and wait for the bot's answer.
 */

import { Refusal } from "./socket.js";

/** Time limit in ms. By then the answer has arrived, or Discord has reported that there is none. */
const GIVE_UP = 5000;

/**
 * @param {any} app
 * @returns {{press: (message: string, control: string) => void, select: (message: string, control: string,
 *   values: string[]) => void, mark: (list: Element) => void}} `mark` shows which controls are busy.
 */
export function createPresses(app) {
  /** Used controls that the server has not shown yet, with the id of their interaction once it is known. */
  const sent = new Map();

  async function send(request) {
    const key = keyOf(request.message, request.control);
    if (sent.has(key)) return;
    sent.set(key, null);
    app.store.setPage("presses", {});
    setTimeout(() => forget(key), GIVE_UP);
    try {
      sent.set(key, await app.ask(request));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      sent.delete(key);
      app.tell(error.message);
    }
    app.store.setPage("presses", {});
  }

  function forget(key) {
    if (sent.delete(key)) app.store.setPage("presses", {});
  }

  function busy() {
    const interactions = app.store.all("interactions");
    for (const [key, interaction] of sent) {
      if (interactions.has(interaction)) sent.delete(key);
    }
    const waiting = [...interactions.values()].filter(({ state, message }) => state === "waiting" && message);
    return new Set([...sent.keys(), ...waiting.map(({ message, control }) => keyOf(message, control))]);
  }

  function mark(list) {
    const keys = busy();
    for (const node of list.querySelectorAll("[data-message] [data-focus]")) {
      const isBusy = keys.has(keyOf(node.closest("[data-message]").dataset.message, node.dataset.focus));
      // `disabled` would remove the focus.
      for (const name of ["aria-busy", "aria-disabled"]) {
        if (isBusy) node.setAttribute(name, "true");
        else node.removeAttribute(name);
      }
    }
  }

  return {
    press: (message, control) => send({ do: "press", message, control }),
    select: (message, control, values) => send({ do: "select", message, control, values }),
    mark,
  };
}

function keyOf(message, control) {
  return `${message} ${control}`;
}
