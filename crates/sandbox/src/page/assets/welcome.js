/**
 * The welcome for new visitors: four things to try.
 */

import { byId, el } from "./dom.js";

/** A person on WhatsApp whom everyone may add. */
const SOMEBODY = "+5521988880001";

/** The lines to try, with the person who acts. A line is put into the composer, and the reader sends it. */
const TO_TRY = [
  {
    title: "Create a group",
    about: "As the owner, with a first member.",
    person: "owner",
    text: `/wa-group create name:Summer Fair members:${SOMEBODY}`,
  },
  {
    title: "Add a person",
    about: "As a moderator, by phone number.",
    person: "moderator",
    text: `/wa-group members add group:Beta Readers members:${SOMEBODY}`,
  },
  {
    title: "Revoke an invite link",
    about: "As a moderator. Usher asks once more.",
    person: "moderator",
    text: "/wa-group invite revoke group:Alpha Team",
  },
];

/** A request needs a world in which a person may ask for an operation. The scene with this name creates it. */
const REQUEST = { scene: "request", person: "moderator", channel: "approvals" };

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

function dismiss(app) {
  localStorage.setItem(KEPT, "no");
  app.store.setPage("welcome", false);
  byId("composer").focus();
}

/**
 * @param {any} app
 * @returns {HTMLElement}
 */
export function drawWelcome(app) {
  const tries = TO_TRY.map(({ title, about, person, text }) =>
    card(title, about, () => {
      app.lookAs(person);
      app.compose(text);
    }),
  );
  if (app.store.all("scenes").has(REQUEST.scene)) tries.push(requestCard(app));
  const close = { type: "button", class: "text-button", onclick: () => dismiss(app) };
  return el(
    "section",
    { class: "welcome", "aria-labelledby": "welcome-title", tabindex: -1 },
    el("h3", { id: "welcome-title" }, "Welcome"),
    el("p", {}, "Usher lets a Discord community run its WhatsApp groups. Everything here is invented: try what you like."),
    el("p", {}, "Type / below to see all commands, or start with one of these. Then press Enter, and watch the groups and the calls."),
    el("ul", { class: "tries" }, tries.map((one) => el("li", {}, one))),
    el("button", close, "Do not show this again"),
  );
}

/** Draws the card of the request scene. The reader presses the approval button. */
function requestCard(app) {
  return card("Have a request approved", "A helper asks; you are the moderator who may approve it.", async () => {
    await app.play(REQUEST.scene, REQUEST);
    app.openChannel(REQUEST.channel);
  });
}

function card(title, about, onclick) {
  return el("button", { type: "button", class: "try", onclick }, el("b", {}, title), el("span", {}, about));
}
