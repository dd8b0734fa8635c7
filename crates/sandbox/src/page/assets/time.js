/**
 * Times in the reader's zone and in the language of the person's Discord client.
 */

import { el } from "./dom.js";
import { say } from "./words.js";

/** The epoch of Discord's ids (snowflakes). */
const EPOCH = 1420070400000n;
const TICK = 1000;

/** Discord's styles of `<t:…:style>`. */
const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { dateStyle: "short", timeStyle: "short" },
  S: { dateStyle: "short", timeStyle: "medium" },
};

/** @type {Array<[Intl.RelativeTimeFormatUnit, number]>} */
const UNITS = [
  ["year", 31536000],
  ["month", 2592000],
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

/**
 * @param {Date} date
 * @param {string} style A style letter of Discord.
 * @param {string} locale
 * @returns {string}
 */
export function format(date, style, locale) {
  if (Number.isNaN(date.getTime())) return say("invalid-date");
  return new Intl.DateTimeFormat(locale, STYLES[style] ?? STYLES.f).format(date);
}

/** Formats a relative time, as in "5 minutes ago". */
function relative(date, locale) {
  const seconds = Math.round((date.getTime() - Date.now()) / 1000);
  // Rounded as in Discord: a request that is valid for a day ends "in 24 hours", and not "in 23 hours".
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.round(seconds / size), unit);
}

/**
 * Creates the element of a time. A relative one is kept up to date.
 * @param {Date} date
 * @param {string} style
 * @param {string} locale
 * @returns {HTMLElement}
 */
export function timeElement(date, style, locale) {
  if (Number.isNaN(date.getTime())) return el("span", {}, say("invalid-date"));
  const text = style === "R" ? relative(date, locale) : format(date, style, locale);
  const attributes = { datetime: date.toISOString(), title: format(date, "F", locale) };
  const kept = style === "R" ? { "data-relative": date.getTime(), "data-locale": locale } : {};
  return el("time", { ...attributes, ...kept }, text);
}

/** Keeps the relative times of the page up to date. */
export function keepRelativeTimes() {
  setInterval(() => {
    /** @type {NodeListOf<HTMLElement>} */
    const nodes = document.querySelectorAll("time[data-relative]");
    for (const node of nodes) {
      const text = relative(new Date(Number(node.dataset.relative)), node.dataset.locale);
      if (node.textContent !== text) node.textContent = text;
    }
  }, TICK);
}

/**
 * Returns whether two times are on the same day in the reader's zone.
 * @param {Date} a
 * @param {Date} b
 * @returns {boolean}
 */
export function isSameDay(a, b) {
  return a.toDateString() === b.toDateString();
}

/**
 * Returns the smallest id that an object created at this time can have.
 * @param {number} ms
 * @returns {string}
 */
export function snowflakeAt(ms) {
  return String((BigInt(ms) - EPOCH) << 22n);
}

/**
 * Compares ids by age.
 * @param {string} a
 * @param {string} b
 * @returns {number}
 */
export function compareIds(a, b) {
  return a.length - b.length || (a < b ? -1 : Number(a > b));
}
