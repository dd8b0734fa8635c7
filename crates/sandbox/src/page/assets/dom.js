/**
 * DOM elements created only by code, so that text never becomes HTML.
 */

import { language } from "./words.js";

/**
 * Creates an element. `onclick` and similar attributes are listeners; `true` creates an attribute without a value;
 * null, undefined and false are left out, also among the children.
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} [attributes]
 * @param {...(Node | string | null | undefined | false | Array<Node | string | null | undefined | false>)} children
 * @returns {any}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      node.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? "" : String(value));
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/**
 * Returns the element of the page with this id.
 * @param {string} id
 * @returns {any}
 */
export function byId(id) {
  return document.getElementById(id);
}

/**
 * Sets an attribute, or removes it.
 * @param {Element} node
 * @param {string} name
 * @param {string | null} value
 */
export function setAttribute(node, name, value) {
  if (value === null) {
    node.removeAttribute(name);
  } else if (node.getAttribute(name) !== value) {
    node.setAttribute(name, value);
  }
}

/**
 * Shows a problem in its own place, or clears it.
 * @param {Element} place
 * @param {string | null} words
 */
export function showProblem(place, words) {
  // A new element each time makes screen readers announce a repeated text again.
  place.replaceChildren(...(words ? [el("p", { role: "alert" }, words)] : []));
}

let made = 0;

/**
 * Returns an id that no other element has.
 * @param {string} kind
 * @returns {string}
 */
export function newId(kind) {
  made += 1;
  return `${kind}-${made}`;
}

/**
 * A list that keeps an element while its content stays the same, so that focus and scroll position are preserved.
 * @typedef {object} Entry
 * @property {string} key
 * @property {unknown[]} stamp The data that the element shows. The element is rebuilt when one of these values or the
 *   language changes.
 * @property {(before: Element | null) => Element} build Receives the element that the new one replaces.
 */
export class KeyedList {
  /** @type {Map<string, {stamp: unknown[], node: Element}>} */
  #kept = new Map();
  #container;
  #language = "";

  /** @param {Element} container */
  constructor(container) {
    this.#container = container;
  }

  /**
   * @param {Entry[]} entries In the order in which they are shown.
   */
  draw(entries) {
    const focused = this.#focused();
    const next = new Map();
    const isTranslated = this.#language === language();
    this.#language = language();
    for (const { key, stamp, build } of entries) {
      const before = this.#kept.get(key);
      const same = isTranslated && before && stamp.length === before.stamp.length && stamp.every((part, at) => part === before.stamp[at]);
      next.set(key, same ? before : { stamp, node: build(before?.node ?? null) });
    }
    for (const [key, { node }] of this.#kept) {
      if (next.get(key)?.node !== node) node.remove();
    }
    this.#place([...next.values()].map(({ node }) => node));
    this.#kept = next;
    if (focused && !document.contains(focused.element)) this.#refocus(focused);
  }

  /**
   * @param {string} key
   * @returns {Element | undefined}
   */
  node(key) {
    return this.#kept.get(key)?.node;
  }

  /** Moves only elements that are out of place, because a moved element loses focus. */
  #place(nodes) {
    let at = this.#container.firstElementChild;
    for (const node of nodes) {
      if (node === at) {
        at = at.nextElementSibling;
      } else {
        this.#container.insertBefore(node, at);
      }
    }
  }

  #focused() {
    const element = document.activeElement;
    if (!element || !this.#container.contains(element)) return null;
    const key = [...this.#kept].find(([, { node }]) => node.contains(element))?.[0];
    return key === undefined ? null : { element, key, hook: hookOf(element) };
  }

  /** Focuses the same control of the new element, or else the element itself, or else the list. */
  #refocus({ key, hook }) {
    const node = this.node(key);
    const control = hook === undefined ? null : node?.querySelector(`[data-focus="${CSS.escape(hook)}"]:not([disabled])`);
    (control ?? node?.closest("[tabindex]") ?? this.#container).focus({ preventScroll: true });
  }
}

/** Returns the name of a control that outlives its element. */
function hookOf(element) {
  return element.closest("[data-focus]")?.dataset.focus;
}
