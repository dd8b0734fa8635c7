/**
 * The avatar of a person: a coloured circle with their initial.
 */

import { el } from "./dom.js";

const COLOURS = 6;

/**
 * @param {string} name
 * @param {boolean} [small]
 * @returns {HTMLElement}
 */
export function avatar(name, small = false) {
  const sum = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  const kind = `avatar avatar-${sum % COLOURS}${small ? " avatar-small" : ""}`;
  return el("span", { class: kind, "aria-hidden": "true" }, ([...name][0] ?? "?").toUpperCase());
}
