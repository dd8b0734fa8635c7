/**
 * The messages of the selected channel, newest at the bottom, and the pending commands.
 */

import { avatar } from "./avatar.js";
import { byId, el, KeyedList } from "./dom.js";
import { drawMessage, isEphemeral, thinking, usedLine } from "./message.js";
import { namesFor, shownName } from "./names.js";
import { compareIds, format, isSameDay } from "./time.js";
import { say } from "./words.js";
import { drawWelcome } from "./welcome.js";

/** Messages of one author that are less than this far apart (in ms) share a header. */
const TOGETHER = 7 * 60 * 1000;
const AT_THE_BOTTOM = 48;
/** Time after which a screen reader has registered the new list, in ms. */
const QUIET = 600;

/**
 * @param {any} app
 */
export function createMessages(app) {
  const { store } = app;
  const scroller = byId("messages");
  const content = byId("message-list");
  const list = new KeyedList(content);
  const dismissed = new Set();
  /** @type {any} */
  let names = null;
  let shown = null;
  let sticks = true;
  let isWelcome = false;
  /**
   * The channel of the opened welcome, and how many commands there were.
   * @type {{channel: string, commands: number} | null}
   */
  let helpAt = null;

  app.dismiss = (id) => {
    dismissed.add(id);
    scroller.focus({ preventScroll: true });
    store.setPage("dismissed", {});
  };

  function toBottom() {
    // The welcome starts at its top.
    if (sticks) scroller.scrollTop = isWelcome ? 0 : scroller.scrollHeight;
  }

  function newList(channel) {
    shown = channel;
    sticks = true;
    // A replaced list is not announced. Only later additions to it are.
    scroller.setAttribute("aria-live", "off");
    setTimeout(() => scroller.setAttribute("aria-live", "polite"), QUIET);
  }

  function draw() {
    const id = app.channelId();
    const channel = `${store.here?.you} ${id}`;
    if (shown !== channel) newList(channel);
    const entries = timeline(app, id, dismissed).map((item) => entryOf(item, app, names));
    const welcome = welcomeNow(channel, store.all("interactions").size);
    if (id !== null && (welcome === true || entries.length === 0)) entries.push(welcomeEntry(app, id, welcome));
    isWelcome = entries.length === 1 && entries[0].key === "welcome";
    list.draw(entries);
    app.presses.mark(content);
    showFailures(store, content, list, dismissed, app);
    toBottom();
  }

  /**
   * Returns whether the user opened (true) or closed (false) the welcome. An opened one closes with the next command or
   * press, because it would stay below the answer. The answer to an earlier one may still come and does not close it.
   */
  function welcomeNow(channel, commands) {
    const welcome = store.get("page", "welcome");
    const isAnswered = helpAt !== null && helpAt.channel === channel && helpAt.commands !== commands;
    if (welcome === true && isAnswered) store.setPage("welcome", false);
    helpAt = welcome === true && !isAnswered ? { channel, commands } : null;
    return store.get("page", "welcome");
  }

  let top = 0;
  scroller.addEventListener("scroll", () => {
    const isAtBottom = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < AT_THE_BOTTOM;
    // Content that grows below does not count: only scrolling up leaves the bottom.
    if (isAtBottom || scroller.scrollTop < top) sticks = isAtBottom;
    top = scroller.scrollTop;
  });
  const sizes = new ResizeObserver(toBottom);
  sizes.observe(content);
  sizes.observe(scroller);

  let named = [];
  function renew() {
    const now = [store.here?.locale, store.here?.guild_id, ...["people", "roles", "channels"].flatMap((name) => [...store.all(name).values()])];
    if (named.length === now.length && named.every((one, at) => one === now[at])) return;
    named = now;
    names = namesFor(app);
  }

  store.watch(["here", "people", "roles", "channels"], renew);
  store.watch(["messages", "interactions", "here", "people", "roles", "channels", "page"], draw);
}

/** Returns messages, day separators, and unanswered commands, in the order of their creation. */
function timeline({ store }, channel, dismissed) {
  const messages = [...store.all("messages")].filter(([id, message]) => message.channel_id === channel && !dismissed.has(id));
  const waiting = [...store.all("interactions")].filter(
    ([id, one]) => one.channel === channel && isShown(one) && !dismissed.has(id),
  );
  const all = [
    ...messages.map(([id, message]) => ({ id, message })),
    ...waiting.map(([id, interaction]) => ({ id, interaction })),
  ];
  all.sort((a, b) => compareIds(a.id, b.id));
  return withDays(all);
}

/** Returns whether the interaction has an entry of its own. Those from a button are shown at the button. */
function isShown({ state, message }) {
  return (state === "waiting" || state === "failed") && !message;
}

function withDays(all) {
  const items = [];
  /** @type {any} */
  let before = null;
  for (const item of all) {
    const date = item.message ? new Date(item.message.timestamp) : null;
    const isNewDay = date && !isSameDay(date, before?.date ?? new Date(0));
    if (isNewDay) items.push({ id: `day ${date.toDateString()}`, day: date });
    const grouped = !isNewDay && item.message && before?.message ? goesOn(before.message, item.message) : false;
    items.push({ ...item, grouped });
    before = { date: date ?? before?.date, message: item.message };
  }
  return items;
}

function goesOn(before, message) {
  const gap = Date.parse(message.timestamp) - Date.parse(before.timestamp);
  return (
    before.author.id === message.author.id && gap < TOGETHER && !message.interaction && isEphemeral(before) === isEphemeral(message)
  );
}

function entryOf(item, app, names) {
  if (item.day) {
    const text = format(item.day, "D", names.locale);
    return { key: item.id, stamp: [text], build: () => el("div", { class: "day" }, el("span", {}, text)) };
  }
  if (item.interaction) {
    const { command, state } = item.interaction;
    return { key: item.id, stamp: [command, state], build: () => drawWaiting(item.id, item.interaction, app) };
  }
  const { message, grouped } = item;
  const forYou = message.mentions?.some(({ id }) => id === app.store.here?.you) ?? false;
  const build = () => drawMessage(message, { grouped, forYou }, app, names);
  return { key: item.id, stamp: [message, grouped, forYou, names], build };
}

function drawWaiting(id, { command, state }, app) {
  const { store } = app;
  const { you, bot } = store.here;
  const name = shownName(store.get("people", bot.id) ?? { name: "Usher" });
  return el(
    "div",
    { class: "message pending", "data-interaction": id, tabindex: -1 },
    command && usedLine(shownName(store.get("people", you) ?? {}), isSlash(store, command) ? `/${command}` : command),
    avatar(name),
    el("h3", { class: "message-head" }, el("span", { class: "author" }, name), el("span", { class: "badge" }, say("app-badge"))),
    el("div", { class: "message-body" }, state === "failed" ? failure(id, app) : thinking(say("sending"))),
  );
}

function isSlash(store, command) {
  return ![...store.all("commands").values()].some(({ name, type }) => name === command && (type === 2 || type === 3));
}

function failure(id, app) {
  const dismiss = el("button", { type: "button", class: "text-button", onclick: () => app.dismiss(id) }, say("dismiss"));
  return el("div", { class: "failure" }, el("span", { class: "failure-words" }, say("did-not-respond")), " · ", dismiss);
}

/** Shows failed interactions of a component under its message. */
function showFailures(store, content, list, dismissed, app) {
  const failed = new Map();
  for (const [id, { state, message }] of store.all("interactions")) {
    if (message && !dismissed.has(id)) failed.set(message, state === "failed" ? id : null);
  }
  for (const node of content.querySelectorAll(".failure-under")) {
    if (failed.get(node.dataset.under) !== node.dataset.interaction) node.remove();
  }
  for (const [message, id] of failed) {
    const article = id && list.node(message);
    if (!article || article.querySelector(".failure-under")) continue;
    article.append(el("div", { class: "failure-under", "data-under": message, "data-interaction": id }, failure(id, app)));
  }
}

/**
 * Returns the list entry of the welcome. It is shown until something was run, or after a click on the help button.
 */
function welcomeEntry(app, id, welcome) {
  const channel = app.store.get("channels", id);
  const isNew = app.store.all("messages").size === 0 && app.store.all("interactions").size === 0;
  const isShown = welcome === true || (welcome !== false && isNew && !channel?.direct);
  return {
    key: "welcome",
    stamp: [id, isShown, app.store.all("scenes").size > 0],
    build: () => (isShown ? drawWelcome(app) : nothingYet(channel)),
  };
}

function nothingYet(channel) {
  const words = channel?.direct ? say("nothing-direct") : say("nothing-in", { channel: `#${channel?.name}` });
  return el("p", { class: "nothing" }, words);
}

