/**
 * What may stand in an option of a command, as Discord's client checks it.
 *
 * @typedef {import("./choices.js").Choice} Choice
 * @typedef {{value?: any, problem?: string}} Read Neither: nothing was given.
 */

import { channels, people, roles } from "./choices.js";

export const KIND = {
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  file: 11,
};

export const REQUIRED = "This option is required. Specify a value";
const NOT_LISTED = "This is not one of the choices. Choose one from the list";

const YES_OR_NO = [
  { name: "True", value: true },
  { name: "False", value: false },
];

/**
 * What can be chosen for an option, where that is a list that is known.
 * @param {any} option In Discord's JSON.
 * @param {import("./store.js").Store} store
 * @returns {Choice[] | null}
 */
export function listOf(option, store) {
  const locale = store.here?.locale ?? "en-US";
  switch (option.type) {
    case KIND.boolean:
      return YES_OR_NO;
    case KIND.user:
      return people(store);
    case KIND.channel:
      return channels(store, option.channel_types);
    case KIND.role:
      return roles(store);
    case KIND.mentionable:
      return [...people(store), ...roles(store)];
    default:
      return option.choices?.length > 0
        ? option.choices.map(({ name, name_localizations: names, value }) => ({ name: names?.[locale] ?? name, value }))
        : null;
  }
}

/**
 * The one of a list that somebody means who typed this.
 * @param {Choice[]} choices
 * @param {string} typed
 * @returns {Choice | undefined}
 */
export function meant(choices, typed) {
  const text = bare(typed);
  return choices.find(({ name, value }) => bare(name) === text || String(value).toLowerCase() === text);
}

/**
 * Those of a list that have every typed word.
 * @param {Choice[]} choices
 * @param {string} typed
 * @returns {Choice[]}
 */
export function containing(choices, typed) {
  const words = bare(typed).split(/\s+/);
  return choices.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
}

function bare(text) {
  return text.trim().replace(/^[@#]/, "").toLowerCase();
}

/**
 * The value of an option, or what is wrong with what was typed.
 * @param {any} option
 * @param {string} typed
 * @param {Choice[] | null} list What it must be one of.
 * @returns {Read}
 */
export function read(option, typed, list) {
  const text = typed.trim();
  if (text === "") return option.required ? { problem: REQUIRED } : {};
  if (list) {
    const choice = meant(list, text);
    return choice ? { value: choice.value } : { problem: NOT_LISTED };
  }
  return option.type === KIND.integer || option.type === KIND.number ? readNumber(option, text) : readText(option, text);
}

function readNumber(option, text) {
  const value = Number(text.replace(",", "."));
  const whole = option.type === KIND.integer;
  if (Number.isNaN(value) || (whole && !Number.isSafeInteger(value))) {
    return { problem: whole ? "Enter a whole number" : "Enter a number" };
  }
  if (option.min_value !== undefined && value < option.min_value) return { problem: `Enter ${option.min_value} or more` };
  if (option.max_value !== undefined && value > option.max_value) return { problem: `Enter ${option.max_value} or less` };
  return { value };
}

function readText(option, text) {
  const { length } = [...text];
  const problem = lengthProblem(length, option.min_length ?? 0, option.max_length ?? 6000);
  return problem ? { problem } : { value: text };
}

/**
 * @param {number} length
 * @param {number} least
 * @param {number} most
 * @returns {string | null}
 */
export function lengthProblem(length, least, most) {
  if (length >= least && length <= most) return null;
  const wanted = length > most ? `At most ${most}` : `At least ${least}`;
  return `${wanted} characters. Now there ${length === 1 ? "is" : "are"} ${length}`;
}
