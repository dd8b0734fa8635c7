/**
 * The welcome for new visitors: four things to try.
 */

import { byId, el } from "./dom.js";
import { say } from "./words.js";

/** A person on WhatsApp whom everyone may add. */
const SOMEBODY = "+5521988880001";

/** The lines to try, with the person who acts. A line is put into the composer, and the reader sends it. */
const TO_TRY = [
  { name: "try-create", person: "owner", text: `/wa-group create name:Summer Fair members:${SOMEBODY}` },
  { name: "try-add", person: "moderator", text: `/wa-group members add group:Beta Readers members:${SOMEBODY}` },
  { name: "try-revoke", person: "moderator", text: "/wa-group invite revoke group:Alpha Team" },
];

/**
 * A request needs a world in which a person may ask for an operation. The scene with this name creates it. It does not
 * wait before its only step, because the reader comes for what follows.
 */
const REQUEST = { scene: "request", person: "moderator", channel: "approvals", stepwise: false };

/** Storage key for the choice not to see the welcome again. */
const KEPT = "usher-sandbox-welcome";

/**
 * Sets up the help button, and hides the welcome for people who have read it.
 * @param {any} app
 */
export function createWelcome(app) {
  /** @type {() => void} */
  const focus = () => /** @type {HTMLElement | null} */ (document.querySelector(".welcome"))?.focus();
  if (localStorage.getItem(KEPT) === "no") app.store.setPage("welcome", false);
  byId("help").addEventListener("click", () => {
    app.store.setPage("welcome", true);
    app.showPane("chat");
    // The welcome is drawn on the next frame.
    requestAnimationFrame(() => requestAnimationFrame(focus));
  });
}

function close(app) {
  app.store.setPage("welcome", false);
  byId("composer").focus();
}

/**
 * @param {any} app
 * @returns {HTMLElement}
 */
export function drawWelcome(app) {
  const tries = TO_TRY.map(({ name, person, text }) =>
    card(name, () => {
      app.lookAs(person);
      app.compose(text);
    }),
  );
  if (app.store.all("scenes").has(REQUEST.scene)) tries.push(card("try-request", () => playRequest(app)));
  const never = () => {
    localStorage.setItem(KEPT, "no");
    close(app);
  };
  return el(
    "section",
    { class: "welcome", "aria-labelledby": "welcome-title", tabindex: -1 },
    el("h3", { id: "welcome-title" }, say("welcome")),
    el("p", {}, say("welcome-about")),
    el("p", {}, say("welcome-how")),
    el("ul", { class: "tries" }, tries.map((one) => el("li", {}, one))),
    el(
      "p",
      { class: "welcome-buttons" },
      el("button", { type: "button", class: "text-button", onclick: () => close(app) }, say("close")),
      el("button", { type: "button", class: "text-button", onclick: never }, say("not-again")),
    ),
  );
}

/** Plays the request scene. The reader presses the approval button. */
function playRequest(app) {
  const play = (server = null) => app.play(REQUEST.scene, { ...REQUEST, server });
  const isUsed = app.store.all("messages").size > 0;
  if (isUsed) app.leaveWorld(play);
  else play();
}

function card(name, onclick) {
  return el("button", { type: "button", class: "try", "data-try": name, onclick }, el("b", {}, say(name)), el("span", {}, say(`${name}-about`)));
}
