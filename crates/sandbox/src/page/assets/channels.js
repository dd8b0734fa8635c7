/**
 * The channel list: the selected channel, and the unread messages of the others. As in Discord, a white mark is for
 * unread messages, and a red number for mentions and direct messages.
 */

import { byId, el, KeyedList, setAttribute } from "./dom.js";
import { isEphemeral } from "./message.js";
import { channelLabel, channelName, inOrder } from "./names.js";
import { compareIds, snowflakeAt } from "./time.js";
import { say, sayCount } from "./words.js";

/**
 * Adds `channelId`, `channelLabel` and `openChannel` to the app.
 * @param {any} app
 */
export function createChannels(app) {
  const { store } = app;
  const list = new KeyedList(byId("channels"));
  /** The newest read message, by person and channel. Messages from before the page was opened count as read. */
  const read = new Map();
  const opened = snowflakeAt(Date.now());

  function shown() {
    const wanted = store.get("page", "channel");
    const all = inOrder(store, "channels");
    return all.find(([, channel]) => channelName(channel) === wanted) ?? all[0] ?? null;
  }

  app.channelId = () => shown()?.[0] ?? null;
  app.channelLabel = () => (shown() ? (shown()[1].direct ? "Usher" : channelLabel(shown()[1])) : "");
  app.openChannel = (name) => {
    store.setPage("channel", name);
    app.showPane("chat");
    app.links.channel(name);
  };

  function draw() {
    const now = app.channelId();
    const news = unread(now);
    byId("guild").textContent = store.here?.guild ?? say("channels");
    byId("channel-title").textContent = app.channelLabel();
    const mentions = [...news.values()].reduce((sum, one) => sum + one.mentions, 0);
    const sign = mentions > 0 ? `(${mentions}) ` : news.size > 0 ? "• " : "";
    document.title = `${sign}${app.channelLabel()} · Usher sandbox`;
    setAttribute(byId("people-bar"), "data-unread", news.size > 0 ? "" : null);
    setAttribute(byId("people-bar"), "data-mentions", mentions > 0 ? String(mentions) : null);
    list.draw(
      inOrder(store, "channels").map(([id, channel]) => ({
        key: id,
        stamp: [channel],
        build: () => el("li", {}, channelButton(channel, app)),
      })),
    );
    for (const [id] of store.all("channels")) mark(list.node(id)?.firstElementChild, id === now, news.get(id) ?? null);
  }

  /**
   * Returns the channels with unread messages of others, and how many of these are mentions.
   * @returns {Map<string, {mentions: number}>}
   */
  function unread(now) {
    const { you } = store.here ?? {};
    const news = new Map();
    for (const [id, message] of store.all("messages")) {
      const channel = message.channel_id;
      const key = `${you} ${channel}`;
      if (compareIds(id, read.get(key) ?? opened) <= 0) continue;
      if (channel === now && !document.hidden) {
        read.set(key, id);
      } else if (message.author.id !== you && !isEphemeral(message)) {
        const before = news.get(channel)?.mentions ?? 0;
        news.set(channel, { mentions: before + Number(isMention(message, store)) });
      }
    }
    return news;
  }

  store.watch(["channels", "messages", "here", "people", "page"], draw);
  document.addEventListener("visibilitychange", () => store.setPage("visible", !document.hidden));
}

function isMention({ channel_id: channel, mentions, mention_roles: roles, mention_everyone: everyone }, store) {
  const { you } = store.here;
  const own = store.get("people", you)?.roles ?? [];
  return (
    store.get("channels", channel)?.direct ||
    everyone ||
    (mentions ?? []).some(({ id }) => id === you) ||
    (roles ?? []).some((role) => own.includes(role))
  );
}

function channelButton(channel, app) {
  const name = channelName(channel);
  return el(
    "button",
    { type: "button", class: "channel", "data-channel": name, "data-focus": name, onclick: () => app.openChannel(name) },
    el("span", { class: "channel-sign", "aria-hidden": "true" }, channel.direct ? "@" : "#"),
    el("span", { class: "channel-name" }, channel.direct ? channelLabel(channel) : name),
    el("span", { class: "channel-news" }),
  );
}

function mark(button, isShown, news) {
  const mentions = news?.mentions ?? 0;
  setAttribute(button, "aria-current", isShown ? "true" : null);
  setAttribute(button, "data-unread", news ? "" : null);
  setAttribute(button, "data-mentions", mentions > 0 ? String(mentions) : null);
  const words = mentions > 0 ? sayCount("mentions", mentions) : say("unread");
  const badge = mentions > 0 && el("span", { class: "channel-mentions", "aria-hidden": "true" }, String(mentions));
  button.querySelector(".channel-news").replaceChildren(...(news ? [badge, el("span", { class: "unseen" }, ` ${words}`)] : []).filter(Boolean));
}
