/**
 * Elements made from code alone: a text never becomes HTML.
 */

/**
 * Makes an element. `onclick` and the like are listeners; `true` is an attribute without a value; what is null, undefined
 * or false is left out, among the children too.
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
 * The element of the page with this id.
 * @param {string} id
 * @returns {any}
 */
export function byId(id) {
  return document.getElementById(id);
}

/**
 * Sets an attribute, or takes it away.
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
 * Says what is wrong, in a place of its own, or that nothing is.
 * @param {Element} place
 * @param {string | null} words
 */
export function showProblem(place, words) {
  // A new element each time: what is said twice is to be heard twice.
  place.replaceChildren(...(words ? [el("p", { role: "alert" }, words)] : []));
}

let made = 0;

/**
 * An id that no other element has.
 * @param {string} kind
 * @returns {string}
 */
export function newId(kind) {
  made += 1;
  return `${kind}-${made}`;
}

/**
 * A list whose elements are kept while what they show is the same, so that focus and scrolling stay.
 * @typedef {object} Entry
 * @property {string} key
 * @property {unknown[]} stamp What the element shows. It is made anew when one of these is another.
 * @property {(before: Element | null) => Element} build Is given the element that it takes the place of.
 */
export class KeyedList {
  /** @type {Map<string, {stamp: unknown[], node: Element}>} */
  #kept = new Map();
  #container;

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
    for (const { key, stamp, build } of entries) {
      const before = this.#kept.get(key);
      const same = before && stamp.length === before.stamp.length && stamp.every((part, at) => part === before.stamp[at]);
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

  /** Moves none that is in its place already: a moved element loses focus. */
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
    return key === undefined ? null : { element, key, hook: element.closest("[data-focus]")?.dataset.focus };
  }

  /** The same control of the new element, or the element itself, or the list. */
  #refocus({ key, hook }) {
    const node = this.node(key);
    const control = hook === undefined ? null : node?.querySelector(`[data-focus="${CSS.escape(hook)}"]:not([disabled])`);
    (control ?? node?.closest("[tabindex]") ?? this.#container).focus({ preventScroll: true });
  }
}
