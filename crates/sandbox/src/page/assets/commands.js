/**
 * The registered commands, and the parsing of a typed line.
 *
 * @typedef {{path: string, description: string, options: any[]}} Leaf A command that can be typed.
 */

const SLASH = 1;
const SUB_COMMAND = 1;
const GROUP = 2;

/**
 * @param {any} described Discord's JSON of an object with a description.
 * @param {string} locale
 * @returns {string}
 */
export function description(described, locale) {
  return described.description_localizations?.[locale] ?? described.description ?? "";
}

/**
 * Returns every command that can be typed, with its subcommands' names.
 * @param {import("./store.js").Store} store
 * @returns {Leaf[]}
 */
export function leaves(store) {
  const locale = store.here?.locale ?? "en-US";
  const slash = [...store.all("commands").values()].filter(({ type }) => (type ?? SLASH) === SLASH);
  return slash.flatMap((command) => below(command, command.name, locale)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function below(command, path, locale) {
  const subs = (command.options ?? []).filter(({ type }) => type === SUB_COMMAND || type === GROUP);
  if (subs.length > 0) return subs.flatMap((sub) => below(sub, `${path} ${sub.name}`, locale));
  return [{ path, description: description(command, locale), options: command.options ?? [] }];
}

/**
 * Returns the context menu commands of people (2) or messages (3).
 * @param {import("./store.js").Store} store
 * @param {2 | 3} type
 * @returns {Array<{name: string, shown: string}>}
 */
export function menuCommands(store, type) {
  const locale = store.here?.locale ?? "en-US";
  const own = [...store.all("commands").values()].filter((command) => command.type === type);
  return own.map(({ name, name_localizations: names }) => ({ name, shown: names?.[locale] ?? name }));
}

/**
 * Returns the commands that contain every typed word. Those whose name starts with the text come first.
 * @param {Leaf[]} all
 * @param {string} typed With its slash.
 * @returns {Leaf[]}
 */
export function matching(all, typed) {
  const line = typed.slice(1).trim().toLowerCase();
  const words = line.split(/\s+/).filter(Boolean);
  const rank = ({ path, description }) => {
    if (path.startsWith(line)) return 0;
    if (words.every((word) => path.includes(word))) return 1;
    return words.every((word) => `${path} ${description}`.toLowerCase().includes(word)) ? 2 : 3;
  };
  const ranked = all.map((leaf) => ({ leaf, rank: rank(leaf) })).filter(({ rank }) => rank < 3);
  return ranked.sort((a, b) => a.rank - b.rank).map(({ leaf }) => leaf);
}

/**
 * Returns the command at the start of a line, and the text after it: null if nothing follows, not even a space.
 * @param {Leaf[]} all
 * @param {string} line
 * @returns {{leaf: Leaf, rest: string | null} | null}
 */
export function commandIn(all, line) {
  for (const leaf of all) {
    const rest = restAfter(leaf.path, line);
    if (rest !== undefined) return { leaf, rest };
  }
  return null;
}

function restAfter(path, line) {
  let rest = line.trimStart();
  if (!rest.startsWith("/")) return undefined;
  rest = rest.slice(1);
  for (const word of path.split(" ")) {
    rest = rest.trimStart();
    if (!rest.startsWith(word) || /^\S/.test(rest.slice(word.length))) return undefined;
    rest = rest.slice(word.length);
  }
  return rest === "" ? null : rest.trimStart();
}

/**
 * Splits `group:Alpha name:Beta` into names and values.
 * @param {string} text
 * @param {any[]} options The options of the command.
 * @returns {{lead: string, given: Array<[string, string]>}} `lead` is the text before the first name.
 */
export function splitOptions(text, options) {
  const names = options.map(({ name }) => name.replace(/[^\p{L}\p{N}_-]/gu, ""));
  if (names.length === 0) return { lead: text.trim(), given: [] };
  const marks = [...text.matchAll(new RegExp(`(?:^|\\s)(${names.join("|")}):`, "gu"))];
  const given = marks.map((mark, at) => {
    const end = marks[at + 1]?.index ?? text.length;
    return /** @type {[string, string]} */ ([mark[1], text.slice(mark.index + mark[0].length, end).trim()]);
  });
  return { lead: text.slice(0, marks[0]?.index ?? text.length).trim(), given };
}
