/**
 * The choices for a person, a role or a channel: in menus of messages and in options of commands.
 *
 * @typedef {{name: string, value: any, about?: string, also?: string}} Choice `also` is another name that can be typed.
 */

import { inOrder, roleNames, shownName } from "./names.js";
import { say } from "./words.js";

const TEXT_CHANNEL = 0;

/**
 * @param {import("./store.js").Store} store
 * @returns {Choice[]}
 */
export function people(store) {
  return inOrder(store, "people").map(([value, person]) => ({
    name: shownName(person),
    value,
    also: person.name,
    about: person.bot ? say("app") : roleNames(store, person).join(", "),
  }));
}

/**
 * @param {import("./store.js").Store} store
 * @returns {Choice[]}
 */
export function roles(store) {
  const own = [...store.all("roles")].filter(([id]) => id !== store.here?.guild_id);
  return own.map(([value, role]) => ({ name: role.name, value, about: say("role") }));
}

/**
 * @param {import("./store.js").Store} store
 * @param {number[]} [types] All the server's channels here are text channels.
 * @returns {Choice[]}
 */
export function channels(store, types = []) {
  if (types.length > 0 && !types.includes(TEXT_CHANNEL)) return [];
  const own = inOrder(store, "channels").filter(([, channel]) => !channel.direct);
  return own.map(([value, channel]) => ({ name: `#${channel.name}`, value }));
}
