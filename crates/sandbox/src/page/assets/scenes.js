/**
 * Scenes: the list of scenes, and the progress of the current one. A scene waits for its viewer before each step.
 */

import { byId, el } from "./dom.js";
import { inOrder, shownName } from "./names.js";
import { Refusal } from "./socket.js";
import { language, say, sayParts } from "./words.js";

/**
 * Adds `play` to the app.
 * @param {any} app
 */
export function createScenes(app) {
  const { store } = app;
  const dialog = byId("scenes");
  const banner = byId("scene");
  /**
   * The person and the channel to show after the scene. While it plays, the page shows those of the current step.
   * @type {any}
   */
  let afterwards = null;
  let drawn = "";
  let followed = "";

  app.play = async (name, { person = null, channel = null, stepwise = true, server = null } = {}) => {
    app.links.scene(name);
    afterwards = person && { scene: name, person, channel, isSeen: false };
    store.setPage("starting", name ?? "");
    store.setPage("sceneClosed", false);
    try {
      await app.ask({ do: "scene", name, stepwise, provider: server });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      app.tell(error.message);
    } finally {
      store.setPage("starting", null);
    }
  };

  function drawList() {
    const items = inOrder(store, "scenes").map(([name]) => {
      const onclick = () => {
        dialog.close();
        app.play(name);
      };
      return el("li", {}, el("button", { type: "button", "data-scene": name, onclick }, say(`scene-${name}`)));
    });
    byId("scene-list").replaceChildren(...items);
  }

  function drawBanner() {
    const scene = store.here?.scene ?? null;
    const starting = store.get("page", "starting") ?? null;
    const isClosed = starting === null && (scene === null || store.get("page", "sceneClosed") === true);
    // A text that was already announced is not announced again.
    const now = JSON.stringify([scene, starting, isClosed, language()]);
    if (now === drawn) return;
    drawn = now;
    const { name = "", playing = false, waits = false, step = 0, who = null } = starting === null ? (scene ?? {}) : {};
    Object.assign(banner.dataset, { name, playing, waits, step, who: who ?? "" });
    banner.hidden = isClosed;
    const words = starting === null ? scene && sceneWords(scene, store) : el("p", {}, say(starting === "" ? "starting-over" : "preparing"));
    const isFocused = document.activeElement?.id === "scene-next";
    banner.replaceChildren(...[words, scene && starting === null && sceneButtons(scene, app)].filter(Boolean));
    // Enter on the button that continues works again and again.
    if (isFocused) (document.getElementById("scene-next") ?? document.getElementById("next-scene"))?.focus();
    if (scene && scene.name === afterwards?.scene) turnAfterwards(scene);
  }

  /** Shows the channel in which the current step takes place, once for each step. */
  function follow() {
    const { name, step, channel, playing } = store.here?.scene ?? {};
    const now = playing ? `${name} ${step}` : "";
    if (now === followed) return;
    followed = now;
    if (!playing || !channel) return;
    store.setPage("channel", channel);
    app.showPane("chat");
  }

  function turnAfterwards({ playing }) {
    afterwards.isSeen ||= playing;
    // Without `isSeen`, this would react to the end of the previous run.
    if (playing || !afterwards.isSeen) return;
    app.lookAs(afterwards.person);
    if (afterwards.channel) app.openChannel(afterwards.channel);
    afterwards = null;
  }

  byId("scenes-open").addEventListener("click", () => dialog.showModal());
  byId("scenes-close").addEventListener("click", () => dialog.close());
  store.watch(["scenes"], drawList);
  store.watch(["here", "page"], drawBanner);
  store.watch(["here"], follow);
}

function sceneWords(scene, store) {
  const { name, says, step, of, playing, waits, problem } = scene;
  const at = playing ? (step === 0 ? say("preparing") : say("step", { step, of })) : say(problem ? "failed" : "ended");
  return el(
    "div",
    { class: "scene-words" },
    el("p", {}, el("b", {}, say(`scene-${name}`)), el("span", { class: "scene-at" }, at)),
    el("p", {}, say(`scene-${says}-says`)),
    waits && nextWords(scene, store),
    problem && el("p", { class: "failure-words" }, say("failed-why", { problem })),
  );
}

/** Draws what the next step does: "Next, Mateo presses Revoke". */
function nextWords({ who, next }, store) {
  if (!next) return null;
  const [, person] = [...store.all("people")].find(([, { name }]) => name === who) ?? [];
  const name = el("b", {}, shownName(person ?? { name: who }));
  return el("p", { class: "scene-next" }, sayParts(`next-${next.does}`, { name, what: el("code", {}, next.text) }));
}

function sceneButtons({ name, playing, waits }, app) {
  if (playing && !waits) return null;
  const names = inOrder(app.store, "scenes").map(([name]) => name);
  const after = names[names.indexOf(name) + 1];
  const close = { type: "button", class: "icon-button", "aria-label": say("close"), onclick: () => app.store.setPage("sceneClosed", true) };
  return el(
    "div",
    { class: "scene-buttons" },
    waits && button("scene-next", "button button-primary", say("next"), () => app.ask({ do: "next" })),
    !playing && button("play-again", "tool", say("play-again"), () => app.play(name)),
    after && button("next-scene", waits ? "tool" : "button button-primary", say("next-scene"), () => app.play(after)),
    !playing && el("button", close, "×"),
  );
}

function button(id, kind, words, onclick) {
  return el("button", { type: "button", id, class: kind, onclick }, words);
}
