/**
 * Draws the tree of a markdown text. Texts are only ever set as text.
 */

import { el } from "./dom.js";
import { parse, parseInline } from "./markdown.js";
import { timeElement } from "./time.js";
import { say } from "./words.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strike: "s",
  quote: "blockquote",
  code: "code",
};

const HEADING_TAGS = ["h4", "h5", "h6"];

/**
 * @typedef {import("./names.js").Names} Names
 */

/**
 * Draws a text with headings, lists, quotes and code blocks.
 * @param {string} text
 * @param {Names} names
 * @returns {Node[]}
 */
export function richText(text, names) {
  return drawAll(parse(text), names);
}

/**
 * Draws a text without blocks.
 * @param {string} text
 * @param {Names} names
 * @returns {Node[]}
 */
export function richLine(text, names) {
  return drawAll(parseInline(text), names);
}

function drawAll(trees, names) {
  return trees.map((tree) => draw(tree, names));
}

function draw(tree, names) {
  const inside = () => drawAll(tree.children ?? [], names);
  switch (tree.type) {
    case "text":
      return document.createTextNode(tree.text);
    case "paragraph":
      return el("div", { class: "paragraph" }, inside());
    case "heading":
      return el(HEADING_TAGS[tree.level - 1], { class: `md-h${tree.level}` }, inside());
    case "subtext":
      return el("div", { class: "subtext" }, inside());
    case "lists":
      return el("div", {}, inside());
    case "list":
      return drawList(tree, names);
    case "codeblock":
      return el("pre", { class: "codeblock", tabindex: 0 }, el("code", {}, tree.text));
    case "code":
      return el("code", {}, tree.text);
    case "link":
      return link(tree.url, inside());
    case "spoiler":
      return spoiler(inside());
    case "time":
      return timeOf(tree, names);
    case "user":
      return el("span", { class: "mention" }, `@${names.user(tree.id)}`);
    case "role":
      return el("span", { class: "mention" }, `@${names.role(tree.id)}`);
    case "channel":
      return channelMention(tree.id, names);
    case "command":
      return button(`/${tree.name}`, () => names.onCommand(tree.name));
    default:
      return el(TAGS[tree.type] ?? "span", {}, inside());
  }
}

function drawList({ ordered, start, items }, names) {
  const tag = ordered ? "ol" : "ul";
  return el(tag, ordered && start !== 1 ? { start } : {}, items.map((item) => el("li", {}, drawAll(item, names))));
}

function timeOf({ seconds, style }, names) {
  const node = timeElement(new Date(seconds * 1000), style, names.locale);
  node.classList.add("timestamp");
  return node;
}

/**
 * Returns a link that opens outside the page without a referrer. An address that is not a web address stays text.
 * @param {string} url
 * @param {Array<Node | string>} content
 * @returns {Node}
 */
export function link(url, content) {
  if (!isWeb(url)) return el("span", {}, content);
  return el("a", { href: url, target: "_blank", rel: "noreferrer" }, content);
}

/**
 * @param {string | null | undefined} url
 * @returns {boolean}
 */
export function isWeb(url) {
  return /^https?:\/\//i.test(url ?? "") && URL.canParse(url ?? "");
}

function spoiler(content) {
  const hidden = el("span", { class: "spoiler-content" }, content);
  const cover = button("", (event) => {
    const shown = el("span", { class: "spoiler-shown", tabindex: -1 }, content);
    event.currentTarget.replaceWith(shown);
    shown.focus();
  });
  cover.className = "spoiler";
  cover.setAttribute("aria-label", say("spoiler"));
  cover.append(hidden);
  return cover;
}

function channelMention(id, names) {
  return names.hasChannel(id)
    ? button(names.channel(id), () => names.onChannel(id))
    : el("span", { class: "mention" }, names.channel(id));
}

function button(text, onclick) {
  return el("button", { type: "button", class: "mention", onclick }, text);
}
