/**
 * The context menus of messages and of people, with their commands.
 */

import { menuCommands } from "./commands.js";
import { byId, el } from "./dom.js";
import { shownName } from "./names.js";
import { Refusal } from "./socket.js";
import { say } from "./words.js";

const OF_PEOPLE = 2;
const OF_MESSAGES = 3;
/** Duration of a long press in ms. */
const LONG_PRESS = 500;
const MARGIN = 8;

/**
 * @typedef {{message?: string, user?: string}} Target
 * @typedef {Element | {x: number, y: number}} Place
 */

/**
 * @param {any} app
 * @returns {{openFor: (target: Target, at: Place) => void, onRequest: (node: HTMLElement, open: (at: Place) => void) => void}}
 */
export function createMenus(app) {
  const menu = byId("menu");
  const nameOf = (id) => shownName(app.store.get("people", id) ?? {});
  /** @type {any} */
  let from = null;

  function openFor(target, at) {
    from = at instanceof Element ? at : document.activeElement;
    const items = itemsFor(target, app).map(({ words, act }) => item(words, act));
    menu.replaceChildren(...(items.length > 0 ? items : [nothing()]));
    menu.setAttribute("aria-label", target.user ? say("commands-for", { name: nameOf(target.user) }) : say("message-actions"));
    menu.showPopover();
    place(menu, at instanceof Element ? below(at) : at);
    menu.firstElementChild.focus();
  }

  function close() {
    menu.hidePopover();
    if (from?.isConnected) from.focus();
  }

  function item(words, act) {
    const onclick = () => {
      close();
      act();
    };
    return el("button", { type: "button", role: "menuitem", tabindex: -1, onclick }, words);
  }

  menu.addEventListener("keydown", (event) => {
    const items = [...menu.children];
    const at = items.indexOf(document.activeElement);
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 };
    if (event.key in steps) {
      event.preventDefault();
      items[steps[event.key] % items.length].focus();
    } else if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      close();
    }
  });
  return { openFor, onRequest };
}

function itemsFor(target, app) {
  const commands = menuCommands(app.store, target.user ? OF_PEOPLE : OF_MESSAGES);
  const items = commands.map(({ name, shown }) => ({ words: shown, act: () => run(name, target, app) }));
  const text = app.store.get("messages", target.message)?.content;
  if (text) items.push({ words: say("copy-text"), act: () => navigator.clipboard?.writeText(text) });
  return items;
}

async function run(name, target, app) {
  try {
    await app.ask({ do: "menu", channel: app.channelId(), name, ...target });
    app.showPane("chat");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    app.tell(error.message);
  }
}

function nothing() {
  return el("button", { type: "button", role: "menuitem", tabindex: -1, "aria-disabled": "true" }, say("no-commands"));
}

function below(element) {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom + 4 };
}

/** Places the menu within the window. */
function place(menu, { x, y }) {
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(MARGIN, Math.min(x, innerWidth - width - MARGIN))}px`;
  menu.style.top = `${Math.max(MARGIN, Math.min(y, innerHeight - height - MARGIN))}px`;
}

/** Opens the menu on a right click, the menu key, or a long press. */
function onRequest(node, open) {
  let timer = 0;
  const stop = () => clearTimeout(timer);
  node.addEventListener("contextmenu", (event) => {
    // A link, a picture and selected text keep the browser's own menu.
    if (event.target.closest("a, input, img") || getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    stop();
    open(event.clientX || event.clientY ? { x: event.clientX, y: event.clientY } : node);
  });
  node.addEventListener("pointerdown", ({ pointerType, clientX: x, clientY: y, target }) => {
    if (pointerType === "touch" && !target.closest("a, button")) timer = setTimeout(() => open({ x, y }), LONG_PRESS);
  });
  for (const name of ["pointerup", "pointercancel", "pointermove"]) node.addEventListener(name, stop);
}
