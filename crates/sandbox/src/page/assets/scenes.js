/**
 * Scenes: the list of scenes, and the progress of the current one.
 */

import { byId, el } from "./dom.js";
import { inOrder } from "./names.js";
import { Refusal } from "./socket.js";

/**
 * Adds `play` to the app.
 * @param {any} app
 */
export function createScenes(app) {
  const { store } = app;
  const dialog = byId("scenes");
  const banner = byId("scene");
  /**
   * The person to show after the scene. While it plays, the server shows the view of the person who acts.
   * @type {any}
   */
  let afterwards = null;
  let drawn = "";

  app.play = async (name, { person = null, stepwise = false } = {}) => {
    app.links.scene(name);
    afterwards = person && { scene: name, person, isSeen: false };
    store.setPage("starting", name ?? "");
    store.setPage("sceneClosed", false);
    try {
      await app.ask({ do: "scene", name, stepwise });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      app.tell(error.message);
    } finally {
      store.setPage("starting", null);
    }
  };

  function drawList() {
    const items = inOrder(store, "scenes").map(([name, { title }]) => {
      const onclick = () => {
        dialog.close();
        app.play(name);
      };
      return el("li", {}, el("button", { type: "button", "data-scene": name, onclick }, title));
    });
    byId("scene-list").replaceChildren(...items);
  }

  function drawBanner() {
    const scene = store.here?.scene ?? null;
    const starting = store.get("page", "starting") ?? null;
    const isClosed = starting === null && (scene === null || store.get("page", "sceneClosed") === true);
    // A text that was already announced is not announced again.
    const now = JSON.stringify([scene, starting, isClosed]);
    if (now === drawn) return;
    drawn = now;
    const { name = "", playing = false, waits = false, step = 0, who = null } = starting === null ? (scene ?? {}) : {};
    Object.assign(banner.dataset, { name, playing, waits, step, who: who ?? "" });
    banner.hidden = isClosed;
    const words = starting === null ? scene && sceneWords(scene) : el("p", {}, starting === "" ? "Starting over…" : "Setting the scene…");
    banner.replaceChildren(...[words, scene && starting === null && sceneButtons(scene, app)].filter(Boolean));
    if (scene && scene.name === afterwards?.scene) turnAfterwards(scene);
  }

  function turnAfterwards({ playing }) {
    afterwards.isSeen ||= playing;
    // Without `isSeen`, this would react to the end of the previous run.
    if (playing || !afterwards.isSeen) return;
    app.lookAs(afterwards.person);
    afterwards = null;
  }

  byId("scenes-open").addEventListener("click", () => dialog.showModal());
  byId("scenes-close").addEventListener("click", () => dialog.close());
  byId("start-over").addEventListener("click", () => app.play(null));
  store.watch(["scenes"], drawList);
  store.watch(["here", "page"], drawBanner);
}

function sceneWords({ title, says, step, of, playing, problem }) {
  const at = playing ? (step === 0 ? "getting ready…" : `step ${step} of ${of}`) : problem ? "stopped" : "played";
  return el(
    "div",
    { class: "scene-words" },
    el("p", {}, el("b", {}, title), el("span", { class: "scene-at" }, at)),
    el("p", {}, says),
    problem && el("p", { class: "failure-words" }, `It could not go on: ${problem}`),
  );
}

function sceneButtons({ name, playing, waits }, app) {
  if (waits) return el("div", { class: "scene-buttons" }, nextButton(app));
  if (playing) return null;
  const again = { type: "button", class: "tool", onclick: () => app.play(name) };
  const close = { type: "button", class: "icon-button", "aria-label": "Close", onclick: () => app.store.setPage("sceneClosed", true) };
  return el("div", { class: "scene-buttons" }, el("button", again, "Play again"), el("button", close, "×"));
}

/** Returns the button that continues a stepwise scene (`&stepwise`). */
function nextButton(app) {
  return el("button", { type: "button", id: "scene-next", class: "button button-secondary", onclick: () => app.ask({ do: "next" }) }, "Next");
}
