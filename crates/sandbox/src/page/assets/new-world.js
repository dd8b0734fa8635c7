/**
 * The question before a new world replaces the current one, with the choice of the WhatsApp server behind the new one.
 */

import { byId, el } from "./dom.js";
import { inOrder } from "./names.js";
import { say } from "./words.js";

/**
 * Adds `leaveWorld` to the app, which runs an action with the chosen server if the user agrees to lose the current world.
 * @param {any} app
 */
export function createNewWorld(app) {
  const { store } = app;
  const dialog = byId("new-world");
  const server = byId("new-world-server");
  const button = byId("server");
  /** @type {((server: string) => void) | null} */
  let agreed = null;
  const startOver = (chosen) => app.play(null, { server: chosen });

  app.leaveWorld = (act) => {
    agreed = act;
    server.value = store.here?.provider ?? "";
    dialog.showModal();
  };

  function drawServers() {
    const chosen = server.value || store.here?.provider;
    const options = inOrder(store, "providers").map(([name, { title }]) => el("option", { value: name }, title));
    server.replaceChildren(...options);
    server.value = chosen ?? "";
  }

  function drawButton() {
    const { title = "" } = store.get("providers", store.here?.provider) ?? {};
    const words = say("server-now", { name: title });
    // An unchanged button is not drawn, so that a screen reader does not read it again.
    if (button.textContent !== words) button.textContent = words;
  }

  byId("new-world-cancel").addEventListener("click", () => dialog.close());
  byId("new-world-go").addEventListener("click", () => {
    dialog.close();
    agreed?.(server.value);
  });
  byId("start-over").addEventListener("click", () => app.leaveWorld(startOver));
  button.addEventListener("click", () => {
    app.leaveWorld(startOver);
    server.focus();
  });
  store.watch(["providers"], drawServers);
  store.watch(["providers", "here"], drawButton);
}
