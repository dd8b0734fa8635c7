/**
 * The current WhatsApp groups. Changes flash.
 */

import { byId, el, KeyedList } from "./dom.js";
import { isOwn } from "./files.js";
import { say, sayCount } from "./words.js";

/** Duration of the flash in ms, the same as in the style sheet. */
const FLASH = 2400;
/** The words for the roles of a member that are shown. */
const ROLES = { owner: "member-owner", admin: "member-admin" };

/**
 * @param {any} app
 */
export function createGroups(app) {
  const { store } = app;
  const scroller = byId("groups");
  const list = new KeyedList(scroller);
  /** The content that was shown last, by group, and the collapsed groups. */
  let before = new Map();
  const folded = new Set();
  let world = null;

  function draw() {
    // In a new world all groups are new, so that no change is marked.
    const isNew = world !== store.get("page", "world");
    world = store.get("page", "world");
    const groups = [...store.all("groups")].sort(([, a], [, b]) => a.name.localeCompare(b.name));
    const was = isNew ? null : before;
    const cards = groups.map(([id, group]) => ({
      key: id,
      stamp: [group],
      build: () => drawGroup(group, was && (was.get(id) ?? {}), folded),
    }));
    const none = { key: "none", stamp: [], build: () => el("p", { class: "nothing" }, say("no-groups")) };
    list.draw(cards.length > 0 ? cards : [none]);
    before = new Map(groups);
    if (!isNew) showChange(scroller);
  }

  store.watch(["groups"], draw);
}

/** Scrolls the last change into view, unless the user is working in the list. */
function showChange(scroller) {
  const [changed, ...others] = scroller.querySelectorAll(".flash:not([data-shown])");
  if (!changed) return;
  for (const node of [changed, ...others]) {
    node.dataset.shown = "";
    setTimeout(() => node.classList.remove("flash"), FLASH);
  }
  if (scroller.matches(":focus-within, :hover")) return;
  const [list, box] = [scroller, changed.closest(".group")].map((node) => node.getBoundingClientRect());
  if (box.top < list.top || box.bottom > list.bottom) scroller.scrollTop += box.top - list.top;
}

/** Draws a group. `before` is null if there is nothing to compare with, and empty for a group that was just created. */
function drawGroup(group, before, folded) {
  const flash = (isOther) => (before && isOther ? " flash" : "");
  const changed = (name) => flash(JSON.stringify(before?.[name]) !== JSON.stringify(group[name]));
  const count = group.members.length;
  const fold = ({ currentTarget: { open } }) => (open ? folded.delete(group.id) : folded.add(group.id));
  return el(
    "details",
    { class: `group${before && !before.id ? " flash" : ""}`, "data-group": group.name, open: !folded.has(group.id), ontoggle: fold },
    el(
      "summary",
      { "data-focus": "group" },
      el("span", { class: `group-picture${changed("picture")}` }, groupPicture(group)),
      el(
        "span",
        { class: "group-words" },
        el("span", { class: `group-name${changed("name")}` }, group.name),
        el("span", { class: "group-count" }, sayCount("members", count), standing(group)),
      ),
    ),
    group.description && el("p", { class: `group-description${changed("description")}` }, group.description),
    addressedPicture(group, changed),
    el("p", { class: `group-invite${changed("invite")}` }, `chat.whatsapp.com/${group.invite}`),
    el("ul", { class: "members" }, group.members.map((member) => drawMember(member, before))),
  );
}

function groupPicture({ name, picture }) {
  if (picture && isOwn(picture)) return el("img", { src: picture, alt: "" });
  return el("span", { "aria-hidden": "true" }, [...name][0]?.toUpperCase() ?? "?");
}

/** Draws the address of a picture. Pictures from another origin are never loaded. */
function addressedPicture({ picture }, changed) {
  return picture && !isOwn(picture) && el("p", { class: `group-description${changed("picture")}` }, say("picture-at", { address: picture }));
}

function standing({ member, admin }) {
  if (member && admin) return null;
  return el("span", { class: "group-standing" }, say(member ? "not-admin" : "not-member"));
}

function drawMember({ person, name, number, jid, role }, before) {
  const was = before?.members?.find((other) => other.person === person);
  const isOther = before?.members && was?.role !== role;
  return el(
    "li",
    { class: isOther ? "flash" : null, "data-member": person },
    el("span", { class: "member-name" }, name ?? number ?? jid),
    name && el("span", { class: "member-number" }, number ?? jid),
    ROLES[role] && el("span", { class: "member-role" }, say(ROLES[role])),
  );
}
