/**
 * The person whose view the page shows, and the language of that person's Discord client.
 */

import { avatar } from "./avatar.js";
import { byId, el, KeyedList } from "./dom.js";
import { inOrder, nameAndRoles, roleNames, shownName } from "./names.js";
import { Refusal } from "./socket.js";
import { say } from "./words.js";

/**
 * Adds `lookAs` to the app, and `isAsWanted`, which tells whether the page shows the requested person.
 * @param {any} app
 * @param {string | null} first The name of the first person to show.
 */
export function createPeople(app, first) {
  const { store } = app;
  const players = new KeyedList(byId("people"));
  const apps = new KeyedList(byId("apps"));
  const locale = byId("locale");
  /** The requested person. It is kept across a reconnect, after which the server shows another person at first. */
  let wanted = first;
  let connection = 0;
  /**
   * The requested view that the server has not confirmed yet.
   * @type {{name: string, world: number | null} | null}
   */
  let asked = null;

  app.lookAs = (name) => {
    const found = [...store.all("people")].find(([, person]) => person.name === name && !person.bot);
    if (found && name !== youNow()) ask(name, found[0]);
  };
  app.isAsWanted = () => asked === null;

  function youNow() {
    return store.get("people", store.here?.you)?.name ?? null;
  }

  async function ask(name, id) {
    /** @type {NonNullable<typeof asked>} */
    const look = { name, world: null };
    asked = look;
    try {
      await app.ask({ do: "look", as: id });
      look.world = store.get("page", "world");
    } catch (error) {
      if (asked === look) asked = null;
      told(error, app);
    }
  }

  function follow() {
    const you = youNow();
    if (you === null) return;
    if (connection !== store.get("page", "connection")) {
      connection = store.get("page", "connection");
      asked = null;
      if (wanted !== null) app.lookAs(wanted);
    }
    // A scene switches to the person who acts in it.
    const isOver = asked && (you === asked.name || (asked.world !== null && asked.world !== store.get("page", "world")));
    if (isOver) asked = null;
    if (asked === null) wanted = you;
  }

  function draw() {
    const all = inOrder(store, "people");
    const entry = (build) => ([id, person]) => {
      const roles = roleNames(store, person).join(", ");
      return { key: id, stamp: [person, roles], build: () => build(id, person, roles, app) };
    };
    players.draw(all.filter(([, person]) => !person.bot).map(entry(drawPlayer)));
    apps.draw(all.filter(([, person]) => person.bot).map(entry(drawApp)));
    /** @type {NodeListOf<HTMLInputElement>} */
    const radios = document.querySelectorAll("input[name=person]");
    for (const radio of radios) radio.checked = radio.value === store.here?.you;
    if (store.here) locale.value = store.here.locale;
    const youAre = nameAndRoles(store, store.get("people", store.here?.you) ?? {});
    byId("you").textContent = youAre;
    byId("you").setAttribute("aria-label", say("you-are-now", { name: youAre }));
  }

  byId("you").addEventListener("click", () => app.showPane("people"));
  locale.addEventListener("change", () => {
    app.ask({ do: "locale", locale: locale.value }).catch((error) => told(error, app));
  });
  store.watch(["people", "here"], follow);
  store.watch(["people", "roles", "here"], draw);
}

function told(error, app) {
  if (!(error instanceof Refusal)) throw error;
  app.tell(error.message);
}

function drawPlayer(id, person, roles, app) {
  const radio = el("input", {
    type: "radio",
    name: "person",
    value: id,
    "data-person": person.name,
    "data-focus": "person",
    onchange: () => {
      app.links.person(person.name);
      app.lookAs(person.name);
    },
  });
  const words = el(
    "span",
    { class: "person-words" },
    el("span", { class: "person-name" }, shownName(person), roles && el("span", { class: "person-roles" }, ` · ${roles}`)),
    el("span", { class: "person-about" }, say(`${person.name}-about`)),
  );
  return withMenu(el("label", { class: "person-label" }, radio, avatar(shownName(person)), words), id, person, app);
}

function drawApp(id, person, roles, app) {
  const name = el("span", { class: "person-name" }, shownName(person), el("span", { class: "badge" }, say("app-badge")));
  return withMenu(el("div", { class: "person-label" }, avatar(shownName(person)), el("span", { class: "person-words" }, name)), id, person, app);
}

function withMenu(card, id, person, app) {
  const more = el(
    "button",
    {
      type: "button",
      class: "more",
      "data-focus": "more",
      "aria-haspopup": "menu",
      "aria-label": say("commands-for", { name: shownName(person) }),
      onclick: ({ currentTarget }) => app.menus.openFor({ user: id }, currentTarget),
    },
    el("span", { "aria-hidden": "true" }, "⋯"),
  );
  const node = el("div", { class: "person" }, card, more);
  app.menus.onRequest(node, (at) => app.menus.openFor({ user: id }, at));
  return node;
}
