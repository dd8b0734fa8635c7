/**
 * Embeds: the boxes with a coloured bar in messages.
 */

import { el } from "./dom.js";
import { picture } from "./files.js";
import { link, richLine, richText } from "./rich-text.js";
import { isSameDay, timeElement } from "./time.js";
import { say } from "./words.js";

const IN_A_ROW = 3;

/**
 * @param {any} embed In Discord's JSON.
 * @param {import("./names.js").Names} names
 * @returns {HTMLElement}
 */
export function drawEmbed(embed, names) {
  const node = el(
    "div",
    { class: embed.thumbnail ? "embed with-thumbnail" : "embed" },
    embed.author && el("div", { class: "embed-author" }, linked(embed.author.url, [embed.author.name])),
    embed.title && el("div", { class: "embed-title" }, linked(embed.url, richLine(embed.title, names))),
    embed.description && el("div", { class: "embed-description" }, richText(embed.description, names)),
    embed.fields?.length > 0 && el("div", { class: "embed-fields" }, drawFields(embed.fields, names)),
    embed.image && el("div", { class: "embed-image" }, picture(embed.image.url, pictureWords(embed))),
    embed.thumbnail && el("div", { class: "embed-thumbnail" }, picture(embed.thumbnail.url, say("small-picture"))),
    drawFooter(embed, names),
  );
  if (Number.isInteger(embed.color)) node.style.borderLeftColor = `#${embed.color.toString(16).padStart(6, "0")}`;
  return node;
}

function linked(url, content) {
  return url ? link(url, content) : content;
}

function pictureWords({ title }) {
  return title ? say("picture-of", { title }) : say("picture");
}

/** Draws the fields. Up to three inline fields share a row. */
function drawFields(fields, names) {
  const rows = [];
  for (const field of fields) {
    const row = rows.at(-1);
    if (field.inline && row?.inline && row.fields.length < IN_A_ROW) {
      row.fields.push(field);
    } else {
      rows.push({ inline: Boolean(field.inline), fields: [field] });
    }
  }
  return rows.map((row) =>
    el("div", { class: `embed-row embed-row-${row.fields.length}` }, row.fields.map((field) => drawField(field, names))),
  );
}

function drawField({ name, value }, names) {
  return el(
    "div",
    { class: "embed-field" },
    el("div", { class: "embed-field-name" }, richLine(name, names)),
    el("div", { class: "embed-field-value" }, richText(value, names)),
  );
}

function drawFooter({ footer, timestamp }, names) {
  if (!footer?.text && !timestamp) return null;
  const date = timestamp ? new Date(timestamp) : null;
  const time = date && timeElement(date, isSameDay(date, new Date()) ? "t" : "s", names.locale);
  return el("div", { class: "embed-footer" }, footer?.text, footer?.text && time && " • ", time);
}
