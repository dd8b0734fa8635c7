/**
 * A message, as Discord draws it.
 */

import { avatar } from "./avatar.js";
import { drawComponents } from "./components.js";
import { el, newId } from "./dom.js";
import { drawEmbed } from "./embed.js";
import { attachment } from "./files.js";
import { shownName } from "./names.js";
import { richText } from "./rich-text.js";
import { timeElement } from "./time.js";
import { say, sayParts } from "./words.js";

const EPHEMERAL = 64;
const LOADING = 128;
const CONTEXT_MENU = 23;

/**
 * @param {any} message
 * @returns {boolean}
 */
export function isEphemeral(message) {
  return (message.flags & EPHEMERAL) !== 0;
}

/**
 * @param {any} message In Discord's JSON.
 * @param {{grouped: boolean, forYou: boolean}} how Whether it follows a recent message of the same author, and whether
 *   it mentions the person whose view the page shows.
 * @param {any} app
 * @param {import("./names.js").Names} names
 * @returns {HTMLElement}
 */
export function drawMessage(message, { grouped, forYou }, app, names) {
  const heading = newId("message");
  const kinds = ["message", grouped && "grouped", isEphemeral(message) && "ephemeral", forYou && "for-you"];
  const article = el(
    "article",
    {
      class: kinds.filter(Boolean).join(" "),
      tabindex: -1,
      "aria-labelledby": heading,
      "data-message": message.id,
      "data-author": message.author.username ?? message.author.name,
      "data-ephemeral": isEphemeral(message),
    },
    usedCommand(message),
    avatar(shownName(message.author)),
    head(message, heading, names),
    el("div", { class: "message-body" }, body(message, app, names)),
    isEphemeral(message) && onlyYou(message, app),
    menuButton(message, app),
  );
  app.menus.onRequest(article, (at) => app.menus.openFor({ message: message.id }, at));
  return article;
}

function usedCommand(message) {
  const { interaction } = message;
  if (!interaction) return null;
  return usedLine(shownName(interaction.user), message.type === CONTEXT_MENU ? interaction.name : `/${interaction.name}`);
}

/**
 * Draws a line such as "Mateo used /wa-group list".
 * @param {string} user
 * @param {string} command
 * @returns {HTMLElement}
 */
export function usedLine(user, command) {
  const words = sayParts("used", { name: el("b", {}, user), command: el("span", { class: "used-command" }, command) });
  return el("div", { class: "used" }, avatar(user, true), el("span", {}, words));
}

function head(message, id, names) {
  const time = timeElement(new Date(message.timestamp), "t", names.locale);
  return el(
    "h3",
    { class: "message-head", id },
    el("span", { class: "author" }, shownName(message.author)),
    message.author.bot && el("span", { class: "badge" }, say("app-badge")),
    el("span", { class: "message-time" }, time),
  );
}

function body(message, app, names) {
  if ((message.flags & LOADING) !== 0) {
    return [thinking(say("thinking", { name: shownName(message.author) }))];
  }
  const edited = message.edited_timestamp ? el("span", { class: "edited" }, ` ${say("edited")}`) : null;
  const content = message.content ? el("div", { class: "content" }, richText(message.content, names)) : null;
  if (content && edited) (content.lastElementChild?.matches(".paragraph") ? content.lastElementChild : content).append(edited);
  return [
    content,
    ...(message.attachments ?? []).map(attachment),
    ...(message.embeds ?? []).map((embed) => drawEmbed(embed, names)),
    !content && edited,
    ...drawComponents(message, app),
  ];
}

/**
 * Draws a line with three animated dots.
 * @param {string} words
 * @returns {HTMLElement}
 */
export function thinking(words) {
  const dots = el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
  return el("div", { class: "thinking" }, dots, words);
}

function onlyYou(message, app) {
  const dismiss = el("button", { type: "button", class: "text-button", onclick: () => app.dismiss(message.id) }, say("dismiss"));
  return el("div", { class: "only-you" }, el("span", { class: "eye", "aria-hidden": "true" }), `${say("only-you")} · `, dismiss);
}

function menuButton(message, app) {
  return el(
    "button",
    {
      type: "button",
      class: "more",
      "data-focus": "more",
      "aria-haspopup": "menu",
      "aria-label": say("message-actions"),
      onclick: ({ currentTarget }) => app.menus.openFor({ message: message.id }, currentTarget),
    },
    el("span", { "aria-hidden": "true" }, "⋯"),
  );
}
