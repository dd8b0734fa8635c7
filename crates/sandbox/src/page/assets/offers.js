/**
 * The list above the composer: commands, or the choices of an option. The focus stays in the field to which the list
 * belongs.
 */

import { byId, el } from "./dom.js";

/** Maximum number of drawn choices. */
const MOST = 100;

/**
 * @typedef {import("./choices.js").Choice} Choice
 * @typedef {object} Showing
 * @property {string} label The accessible name of the list.
 * @property {(choice: Choice) => void} onChoose
 * @property {boolean} [first] Whether Enter picks the first choice right away.
 */

export class Offers {
  #list = byId("offers");
  #note = byId("offers-note");
  /** @type {HTMLInputElement | null} */
  #owner = null;
  /** @type {Choice[]} */
  #choices = [];
  /** @type {Showing | null} */
  #showing = null;
  #active = -1;
  #moved = false;

  /**
   * Shows the choices of a field.
   * @param {HTMLInputElement} owner
   * @param {Choice[]} choices
   * @param {Showing} showing
   */
  show(owner, choices, showing) {
    if (this.#owner !== owner) this.hide();
    this.#owner = owner;
    this.#choices = choices.slice(0, MOST);
    this.#showing = showing;
    this.#moved = false;
    this.#list.setAttribute("aria-label", showing.label);
    this.#list.replaceChildren(...this.#choices.map((choice, at) => this.#option(choice, at)));
    this.#list.hidden = choices.length === 0;
    this.#note.hidden = true;
    owner.setAttribute("aria-expanded", String(choices.length > 0));
    this.#list.scrollTop = 0;
    this.#activate(showing.first && choices.length > 0 ? 0 : -1);
  }

  /**
   * Shows a text instead of the list.
   * @param {HTMLInputElement} owner
   * @param {string} words
   */
  say(owner, words) {
    this.hide();
    this.#note.textContent = words;
    this.#note.hidden = false;
    this.#owner = owner;
  }

  hide() {
    this.#owner?.setAttribute("aria-expanded", "false");
    this.#owner?.removeAttribute("aria-activedescendant");
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#note.hidden = true;
    this.#choices = [];
    this.#owner = null;
    this.#active = -1;
  }

  /** @param {HTMLInputElement} owner */
  hideFor(owner) {
    if (this.#owner === owner) this.hide();
  }

  /**
   * Returns the choice that Enter picks.
   * @param {HTMLInputElement} owner
   * @returns {Choice | null}
   */
  activeFor(owner) {
    return this.#owner === owner ? (this.#choices[this.#active] ?? null) : null;
  }

  /** Returns whether the user has moved through the list with the arrow keys. */
  get wasMoved() {
    return this.#moved;
  }

  /**
   * Returns the listed choices of this field.
   * @param {HTMLInputElement} owner
   * @returns {Choice[]}
   */
  choicesFor(owner) {
    return this.#owner === owner ? this.#choices : [];
  }

  /**
   * Handles the arrow keys and Escape.
   * @param {KeyboardEvent} event
   * @returns {boolean} Whether the key was for the list.
   */
  onKey(event) {
    const isOpen = this.#owner === event.target && (!this.#list.hidden || !this.#note.hidden);
    if (!isOpen || event.isComposing) return false;
    const count = this.#choices.length;
    if (event.key === "Escape") {
      this.hide();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count > 0) {
      const from = this.#active < 0 && event.key === "ArrowUp" ? 0 : this.#active;
      this.#moved = true;
      this.#activate((from + (event.key === "ArrowDown" ? 1 : -1) + count) % count);
    } else {
      return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  /**
   * @param {Choice} choice
   * @param {number} at
   */
  #option({ name, about }, at) {
    return el(
      "li",
      {
        role: "option",
        id: `offer-${at}`,
        class: "option",
        "aria-selected": "false",
        // This keeps the focus in the field.
        onmousedown: (event) => event.preventDefault(),
        onclick: () => this.#showing?.onChoose(this.#choices[at]),
      },
      el("span", { class: "option-name" }, name),
      about && el("span", { class: "option-about" }, about),
    );
  }

  #activate(at) {
    const options = this.#list.children;
    options[this.#active]?.classList.remove("active");
    options[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = at;
    const active = options[at];
    if (!active) {
      this.#owner?.removeAttribute("aria-activedescendant");
      return;
    }
    active.classList.add("active");
    active.setAttribute("aria-selected", "true");
    active.scrollIntoView({ block: "nearest" });
    this.#owner?.setAttribute("aria-activedescendant", active.id);
  }
}
