/**
 * The question before a new world replaces the current one.
 */

import { byId } from "./dom.js";

/**
 * Adds `leaveWorld` to the app, which runs an action if the user agrees to lose the current world.
 * @param {any} app
 */
export function createNewWorld(app) {
  const dialog = byId("new-world");
  /** @type {(() => void) | null} */
  let agreed = null;

  app.leaveWorld = (act) => {
    agreed = act;
    dialog.showModal();
  };
  byId("new-world-cancel").addEventListener("click", () => dialog.close());
  byId("new-world-go").addEventListener("click", () => {
    dialog.close();
    agreed?.();
  });
  byId("start-over").addEventListener("click", () => app.leaveWorld(() => app.play(null)));
}
