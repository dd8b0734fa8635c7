/**
 * The names of people, roles and channels, by their id.
 */

import { say } from "./words.js";

/** The name of the direct channel with the bot, in the address and in the list. */
export const DIRECT = "direct";

/**
 * @typedef {object} Names
 * @property {string} locale
 * @property {(id: string) => string} user
 * @property {(id: string) => string} role
 * @property {(id: string) => string} channel With its #.
 * @property {(id: string) => boolean} hasChannel
 * @property {(name: string) => void} onCommand
 * @property {(id: string) => void} onChannel
 */

/**
 * @param {{store: import("./store.js").Store, compose: (text: string) => void, openChannel: (name: string) => void}} app
 * @returns {Names}
 */
export function namesFor(app) {
  const { store } = app;
  return {
    locale: store.here?.locale ?? "en-US",
    user: (id) => shownName(store.get("people", id) ?? { name: say("unknown-user") }),
    role: (id) => (id === store.here?.guild_id ? "everyone" : (store.get("roles", id)?.name ?? say("deleted-role"))),
    channel: (id) => {
      const channel = store.get("channels", id);
      return channel ? channelLabel(channel) : say("unknown-channel");
    },
    hasChannel: (id) => store.all("channels").has(id),
    onCommand: (name) => app.compose(`/${name}`),
    onChannel: (id) => app.openChannel(channelName(store.get("channels", id))),
  };
}

/**
 * Returns a name as it is shown. Apps write theirs with a capital.
 * @param {{name?: string, username?: string, global_name?: string | null, bot?: boolean}} user
 * @returns {string}
 */
export function shownName({ name, username, global_name: shown, bot = false }) {
  const plain = shown ?? username ?? name ?? "";
  return bot ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
}

/**
 * Returns the name of a channel, as people read it.
 * @param {{name: string, direct: boolean}} channel
 * @returns {string}
 */
export function channelLabel(channel) {
  return channel.direct ? say("direct-channel") : `#${channel.name}`;
}

/**
 * Returns the name that identifies a channel.
 * @param {{name: string, direct: boolean}} channel
 * @returns {string}
 */
export function channelName(channel) {
  return channel.direct ? DIRECT : channel.name;
}

/**
 * Returns the roles of a person, without the one that everyone has.
 * @param {import("./store.js").Store} store
 * @param {{roles?: string[]}} person
 * @returns {string[]}
 */
export function roleNames(store, person) {
  const own = (person.roles ?? []).filter((id) => id !== store.here?.guild_id);
  return own.map((id) => store.get("roles", id)?.name).filter((name) => name !== undefined);
}

/**
 * Returns a person's name with their roles, as in "Olivia · Owner".
 * @param {import("./store.js").Store} store
 * @param {any} person
 * @returns {string}
 */
export function nameAndRoles(store, person) {
  return [shownName(person), ...roleNames(store, person)].join(" · ");
}

/**
 * Returns the entries of a section that have an `order`, sorted by it.
 * @param {import("./store.js").Store} store
 * @param {string} section
 * @returns {Array<[string, any]>}
 */
export function inOrder(store, section) {
  return [...store.all(section)].sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0));
}
