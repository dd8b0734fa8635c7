/**
 * The list over the composer: commands, or what can be chosen for an option. The focus stays in the field that it
 * belongs to.
 */

import { byId, el } from "./dom.js";

/** So many are drawn. */
const MOST = 100;

/**
 * @typedef {import("./choices.js").Choice} Choice
 * @typedef {object} Showing
 * @property {string} label Says what is listed.
 * @property {(choice: Choice) => void} onChoose
 * @property {boolean} [first] Whether the first is picked by Enter right away.
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
   * Shows what can be chosen for a field.
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
   * Says something in the place of the list.
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
   * What Enter picks.
   * @param {HTMLInputElement} owner
   * @returns {Choice | null}
   */
  activeFor(owner) {
    return this.#owner === owner ? (this.#choices[this.#active] ?? null) : null;
  }

  /** Whether somebody has gone through the list with the arrows. */
  get wasMoved() {
    return this.#moved;
  }

  /**
   * What is listed for this field.
   * @param {HTMLInputElement} owner
   * @returns {Choice[]}
   */
  choicesFor(owner) {
    return this.#owner === owner ? this.#choices : [];
  }

  /**
   * Arrows and Escape.
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

  #option({ name, about }, at) {
    return el(
      "li",
      {
        role: "option",
        id: `offer-${at}`,
        class: "option",
        "aria-selected": "false",
        // The field keeps the focus.
        onmousedown: (event) => event.preventDefault(),
        onclick: () => this.#showing.onChoose(this.#choices[at]),
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
