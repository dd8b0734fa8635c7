/**
 * Parses Discord's markdown into a tree. The parser is pure: it does not use the DOM, and its result contains only
 * texts.
 *
 * @typedef {{type: string, text?: string, children?: Tree[], items?: Tree[][], url?: string, id?: string, name?: string,
 *   level?: number, ordered?: boolean, start?: number, seconds?: number, style?: string}} Tree
 */

/** Maximum nesting depth. Deeper markup stays as it was typed. */
const DEPTH = 12;
const LETTER = /[\p{L}\p{N}]/u;

const BLOCKS = [
  { pattern: />>> ?([\s\S]*)/y, make: ([, text], depth) => ({ type: "quote", children: blocks(text, depth + 1) }) },
  {
    pattern: /(?:> [^\n]*(?:\n|$))+/y,
    make: ([text], depth) => ({ type: "quote", children: blocks(text.replace(/^> /gm, "").replace(/\n$/, ""), depth + 1) }),
  },
  {
    pattern: /(#{1,3}) +([^\n]+)(?:\n|$)/y,
    make: ([, marks, text], depth) => ({ type: "heading", level: marks.length, children: inline(text.trim(), depth + 1) }),
  },
  { pattern: /-# +([^\n]+)(?:\n|$)/y, make: ([, text], depth) => ({ type: "subtext", children: inline(text, depth + 1) }) },
  { pattern: /(?: *(?:[-*]|\d{1,9}\.) +\S[^\n]*(?:\n|$))+/y, make: ([text], depth) => lists(text.split("\n"), depth) },
  {
    pattern: /```(?:([\w+.#-]*)\n)?\n*([\s\S]*?\S[\s\S]*?)\n*```\n?/y,
    make: ([, , text]) => ({ type: "codeblock", text }),
  },
];

/** The inline rules by their first character. The first matching rule is taken. */
const INLINE = {
  "`": [{ pattern: /(`+)([\s\S]*?[^`])\1(?!`)/y, make: ([, , text]) => ({ type: "code", text: trimmedCode(text) }) }],
  "*": [
    wrapped("bold", /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y),
    wrapped("italic", /\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^*\s\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y),
  ],
  _: [
    wrapped("underline", /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y),
    { ...wrapped("italic", /_((?:__|\\[\s\S]|[^\\_])+?)_(?![\p{L}\p{N}])/uy), apart: true },
  ],
  "~": [wrapped("strike", /~~((?:\\[\s\S]|[^\\])+?)~~/y)],
  "|": [wrapped("spoiler", /\|\|([\s\S]+?)\|\|/y)],
  "[": [
    {
      pattern: /\[((?:\\.|[^[\]\\\n])+)\]\((<?)(https?:\/\/(?:\([^\s<>()]*\)|[^\s<>()])+)>?(?:\s+"[^"\n]*")?\)/y,
      make: ([, text, , url], depth) => ({ type: "link", url, children: inline(text, depth + 1, true) }),
      outsideLinks: true,
    },
  ],
  "<": [
    { pattern: /<@!?(\d+)>/y, make: ([, id]) => ({ type: "user", id }) },
    { pattern: /<@&(\d+)>/y, make: ([, id]) => ({ type: "role", id }) },
    { pattern: /<#(\d+)>/y, make: ([, id]) => ({ type: "channel", id }) },
    { pattern: /<\/([^\n:<>]{1,100}):(\d+)>/y, make: ([, name, id]) => ({ type: "command", name, id }) },
    {
      pattern: /<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/y,
      make: ([, seconds, style]) => ({ type: "time", seconds: Number(seconds), style: style ?? "f" }),
    },
    { pattern: /<(https?:\/\/[^\s<>]+)>/y, make: ([, url]) => bareLink(url), outsideLinks: true },
  ],
  h: [
    {
      pattern: /https?:\/\/[^\s<]*[^\s<.,:;"'\])|*~]/y,
      make: ([url]) => bareLink(url),
      outsideLinks: true,
      apart: true,
    },
  ],
};

/**
 * Parses a text with blocks: headings, lists, quotes, code blocks.
 * @param {string} text
 * @returns {Tree[]}
 */
export function parse(text) {
  return blocks(text, 0);
}

/**
 * Parses a text without blocks, such as the title of an embed.
 * @param {string} text
 * @returns {Tree[]}
 */
export function parseInline(text) {
  return inline(text, 0);
}

function wrapped(type, pattern) {
  return { pattern, make: ([, text], depth, inLink) => ({ type, children: inline(text, depth + 1, inLink) }) };
}

function bareLink(url) {
  return { type: "link", url, children: [{ type: "text", text: url }] };
}

function trimmedCode(text) {
  return /^ .*\S.* $/s.test(text) ? text.slice(1, -1) : text;
}

function match(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function blocks(text, depth) {
  if (depth > DEPTH) return [{ type: "text", text }];
  const found = [];
  let plain = "";
  let at = 0;
  let lineStart = true;
  const flush = () => {
    if (plain !== "") found.push({ type: "paragraph", children: inline(plain.replace(/\n$/, ""), depth + 1) });
    plain = "";
  };
  while (at < text.length) {
    const block = blockAt(text, at, depth, lineStart);
    if (block) {
      flush();
      found.push(block.tree);
      at = block.end;
      lineStart = true;
    } else {
      const step = stepOver(text, at);
      plain += text.slice(at, at + step);
      lineStart = text[at + step - 1] === "\n";
      at += step;
    }
  }
  flush();
  return found;
}

function blockAt(text, at, depth, lineStart) {
  const isFence = text.startsWith("```", at);
  if (!lineStart && !isFence) return null;
  for (const { pattern, make } of isFence ? BLOCKS.slice(-1) : BLOCKS) {
    const found = match(pattern, text, at);
    if (found) return { tree: make(found, depth), end: at + found[0].length };
  }
  return null;
}

/** Returns the next position where a block can start: after the line, or at a fence in it. */
function stepOver(text, at) {
  const skip = text[at] === "\\" ? 2 : text.startsWith("```", at) ? 3 : 1;
  const rest = text.slice(at + skip);
  const next = rest.search(/\n|```|\\/);
  if (skip === 2 && text[at + 1] === "\n") return 2;
  if (next < 0) return text.length - at;
  return skip + next + (rest[next] === "\n" ? 1 : 0);
}

/** Builds nested lists from the indentation of their lines. */
function lists(lines, depth) {
  const root = { type: "lists", children: [] };
  /** @type {Array<{indent: number, into: any}>} */
  const open = [{ indent: -1, into: root.children }];
  for (const line of lines) {
    const found = /^( *)(?:[-*]|(\d+)\.) +(.*)$/.exec(line);
    if (!found) continue;
    const [, { length: indent }, number, text] = found;
    while (open.length > 1 && open[open.length - 1].indent > indent) open.pop();
    const around = open[open.length - 1];
    if (open.length === 1 || (indent > around.indent + 1 && open.length < DEPTH)) {
      open.push({ indent, into: open.length === 1 ? root.children : around.into.at(-1).items.at(-1) });
    }
    listIn(open[open.length - 1].into, number).items.push(inline(text, depth + 1));
  }
  return root;
}

/** Returns the list that continues here, or a new one of the other kind. */
function listIn(into, number) {
  const ordered = number !== undefined;
  const last = into.at(-1);
  if (last?.type === "list" && last.ordered === ordered) return last;
  const made = { type: "list", ordered, start: Number(number ?? 1), items: [] };
  into.push(made);
  return made;
}

function inline(text, depth, inLink = false) {
  if (depth > DEPTH) return [{ type: "text", text }];
  const found = [];
  let plain = "";
  let at = 0;
  while (at < text.length) {
    const escaped = text[at] === "\\" && /[^\p{L}\p{N}\s]/u.test(text[at + 1] ?? "");
    const run = escaped ? null : inlineAt(text, at, depth, inLink);
    if (run) {
      if (plain !== "") found.push({ type: "text", text: plain });
      plain = "";
      found.push(run.tree);
      at = run.end;
    } else {
      plain += escaped ? text[at + 1] : text[at];
      at += escaped ? 2 : 1;
    }
  }
  if (plain !== "") found.push({ type: "text", text: plain });
  return found;
}

function inlineAt(text, at, depth, inLink) {
  for (const { pattern, make, outsideLinks, apart } of INLINE[text[at]] ?? []) {
    if ((outsideLinks && inLink) || (apart && at > 0 && LETTER.test(text[at - 1]))) continue;
    const found = match(pattern, text, at);
    if (found) return { tree: make(found, depth, inLink), end: at + found[0].length };
  }
  return null;
}
