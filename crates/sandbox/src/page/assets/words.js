/**
 * The page's own words, in the language of the person whose view it shows. The server sends them with the view.
 */

/** @type {import("./store.js").Store | null} */
let source = null;
let locale = "en-US";
let plurals = new Intl.PluralRules(locale);

/**
 * Puts the words into the elements of `index.html`, and keeps them in the person's language. It must be the first
 * watcher of the store, because the others use the words.
 * @param {import("./store.js").Store} store
 */
export function createWords(store) {
  source = store;
  store.watch(["words"], () => {
    locale = store.here?.locale ?? locale;
    plurals = new Intl.PluralRules(locale);
    document.documentElement.lang = locale;
    /** @type {NodeListOf<HTMLElement>} */
    const nodes = document.querySelectorAll("[data-words], [data-words-label]");
    for (const node of nodes) {
      const { words, wordsLabel } = node.dataset;
      if (words) node.textContent = say(words);
      if (wordsLabel) node.setAttribute("aria-label", say(wordsLabel));
    }
  });
}

/**
 * Returns the locale of the words, as Discord names it.
 * @returns {string}
 */
export function language() {
  return locale;
}

/**
 * Returns the text with this key, with its values filled in.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function say(key, values = {}) {
  return sayParts(key, values).join("");
}

/**
 * Returns the text with this key, in the form for a number. The number is its value `count`.
 * @param {string} key Without `-one` or `-other`.
 * @param {number} count
 * @returns {string}
 */
export function sayCount(key, count) {
  const form = plurals.select(count) === "one" ? "one" : "other";
  return say(`${key}-${form}`, { count: new Intl.NumberFormat(locale).format(count) });
}

/**
 * Returns the text with this key in parts, so that a value can be an element.
 * @param {string} key
 * @param {Record<string, any>} values
 * @returns {any[]}
 */
export function sayParts(key, values) {
  const text = source?.get("words", key) ?? "";
  // A split by a group has the names of the values at the odd places.
  return text.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 0 ? part : values[part]));
}
