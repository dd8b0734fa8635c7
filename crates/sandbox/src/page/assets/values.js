/**
 * The validation of a command's option values, as in Discord's client.
 *
 * @typedef {import("./choices.js").Choice} Choice
 * @typedef {{value?: any, problem?: string}} Read With neither, no value was given.
 */

import { channels, people, roles } from "./choices.js";
import { say } from "./words.js";

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

/**
 * Returns the choices of an option, if they are a known list.
 * @param {any} option In Discord's JSON.
 * @param {import("./store.js").Store} store
 * @returns {Choice[] | null}
 */
export function listOf(option, store) {
  const locale = store.here?.locale ?? "en-US";
  switch (option.type) {
    case KIND.boolean:
      return [true, false].map((value) => ({ name: say(String(value)), value }));
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
 * Returns the choice of a list that the typed text means.
 * @param {Choice[]} choices
 * @param {string} typed
 * @returns {Choice | undefined}
 */
export function meant(choices, typed) {
  const text = bare(typed);
  return choices.find(({ name, value, also = name }) => [name, also].map(bare).includes(text) || String(value).toLowerCase() === text);
}

/**
 * Returns the choices of a list that contain every typed word.
 * @param {Choice[]} choices
 * @param {string} typed
 * @returns {Choice[]}
 */
export function containing(choices, typed) {
  const words = bare(typed).split(/\s+/);
  return choices.filter(({ name, also = "" }) => words.every((word) => `${name} ${also}`.toLowerCase().includes(word)));
}

function bare(text) {
  return text.trim().replace(/^[@#]/, "").toLowerCase();
}

/**
 * Returns the value of an option, or the problem with the typed text.
 * @param {any} option
 * @param {string} typed
 * @param {Choice[] | null} list The only allowed values.
 * @returns {Read}
 */
export function read(option, typed, list) {
  const text = typed.trim();
  if (text === "") return option.required ? { problem: say("required") } : {};
  if (list) {
    const choice = meant(list, text);
    return choice ? { value: choice.value } : { problem: say("not-listed") };
  }
  return option.type === KIND.integer || option.type === KIND.number ? readNumber(option, text) : readText(option, text);
}

function readNumber(option, text) {
  const value = Number(text.replace(",", "."));
  const whole = option.type === KIND.integer;
  if (Number.isNaN(value) || (whole && !Number.isSafeInteger(value))) {
    return { problem: say(whole ? "whole-number" : "number") };
  }
  if (option.min_value !== undefined && value < option.min_value) return { problem: say("at-least", { least: option.min_value }) };
  if (option.max_value !== undefined && value > option.max_value) return { problem: say("at-most", { most: option.max_value }) };
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
  return length > most ? say("too-long", { most, length }) : say("too-short", { least, length });
}
