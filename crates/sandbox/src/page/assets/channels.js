/**
 * The channel list: the selected channel, and the unread messages of the others.
 */

import { byId, el, KeyedList, setAttribute } from "./dom.js";
import { channelName, DIRECT, inOrder } from "./names.js";
import { compareIds, snowflakeAt } from "./time.js";

/** Alternative name of the direct channel in the address. */
const DIRECT_HASH = "direct";

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
  app.channelLabel = () => {
    const name = shown() ? channelName(shown()[1]) : "";
    return name === DIRECT ? "Usher" : `#${name}`;
  };
  app.openChannel = (name) => {
    const wanted = name === DIRECT_HASH ? DIRECT : name;
    store.setPage("channel", wanted);
    app.showPane("chat");
    app.links.channel(wanted === DIRECT ? DIRECT_HASH : wanted);
  };

  function draw() {
    const now = app.channelId();
    const news = unread(now);
    byId("guild").textContent = store.here?.guild ?? "Channels";
    byId("channel-title").textContent = app.channelLabel();
    const total = [...news.values()].reduce((sum, count) => sum + count, 0);
    document.title = `${total > 0 ? `(${total}) ` : ""}${app.channelLabel()} · Usher sandbox`;
    setAttribute(byId("people-bar"), "data-unread", total > 0 ? String(total) : null);
    list.draw(
      inOrder(store, "channels").map(([id, channel]) => ({
        key: id,
        stamp: [channel],
        build: () => el("li", {}, channelButton(channelName(channel), channel.direct, app)),
      })),
    );
    for (const [id] of store.all("channels")) mark(list.node(id)?.firstElementChild, id === now, news.get(id) ?? 0);
  }

  function unread(now) {
    const you = store.here?.you;
    const counts = new Map();
    for (const [id, { channel_id: channel }] of store.all("messages")) {
      const key = `${you} ${channel}`;
      const isRead = compareIds(id, read.get(key) ?? opened) <= 0;
      if (channel === now && !document.hidden) {
        if (!isRead) read.set(key, id);
      } else if (!isRead) {
        counts.set(channel, (counts.get(channel) ?? 0) + 1);
      }
    }
    return counts;
  }

  store.watch(["channels", "messages", "here", "page"], draw);
  document.addEventListener("visibilitychange", () => store.setPage("visible", !document.hidden));
}

function channelButton(name, direct, app) {
  return el(
    "button",
    { type: "button", class: "channel", "data-channel": name, "data-focus": name, onclick: () => app.openChannel(name) },
    el("span", { class: "channel-sign", "aria-hidden": "true" }, direct ? "@" : "#"),
    el("span", { class: "channel-name" }, name),
    el("span", { class: "channel-news" }),
  );
}

function mark(button, isShown, count) {
  setAttribute(button, "aria-current", isShown ? "true" : null);
  setAttribute(button, "data-unread", count > 0 ? String(count) : null);
  const news = button.querySelector(".channel-news");
  news.replaceChildren(...(count > 0 ? [String(count), el("span", { class: "unseen" }, " new")] : []));
}
