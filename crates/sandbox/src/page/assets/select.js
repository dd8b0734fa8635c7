/**
 * A select menu of a message. A menu with a single value is sent on selection, one with several values when it is
 * closed.
 */

import { channels, people, roles } from "./choices.js";
import { el, newId } from "./dom.js";
import { say } from "./words.js";

const STRING = 3;

/** The choices by Discord's kinds of menus. */
const SOURCES = {
  3: (component) => component.options.map(({ label, value, description }) => ({ name: label, value, about: description })),
  5: (_, store) => people(store),
  6: (_, store) => roles(store),
  7: (_, store) => [...people(store), ...roles(store)],
  8: (component, store) => channels(store, component.channel_types),
};

/**
 * @param {any} component In Discord's JSON.
 * @param {any} message
 * @param {any} app
 * @returns {HTMLElement}
 */
export function drawSelect(component, message, app) {
  return new Select(component, message, app).node;
}

class Select {
  #component;
  #send;
  #choices;
  #chosen;
  #most;
  #least;
  #active = 0;
  #before = "";
  #list = el("ul", { role: "listbox", class: "select-list", id: newId("menu"), hidden: true });
  #button;
  #text = el("span", { class: "select-text" });

  constructor(component, message, app) {
    this.#component = component;
    this.#send = (values) => app.presses.select(message.id, component.custom_id, values);
    this.#choices = () => SOURCES[component.type]?.(component, app.store) ?? [];
    this.#most = component.max_values ?? 1;
    this.#least = component.min_values ?? 1;
    this.#chosen = new Set(chosenAtFirst(component));
    this.#list.setAttribute("aria-label", component.placeholder ?? say("choices"));
    if (this.#most > 1) this.#list.setAttribute("aria-multiselectable", "true");
    this.#button = this.#makeButton();
    this.node = el("div", { class: "select", "data-select": component.custom_id }, this.#button, this.#list);
    this.node.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.node.contains(relatedTarget)) this.#close();
    });
    this.#showChosen();
  }

  #makeButton() {
    return el(
      "button",
      {
        type: "button",
        role: "combobox",
        class: "select-button",
        "data-focus": this.#component.custom_id,
        "aria-haspopup": "listbox",
        "aria-expanded": "false",
        "aria-controls": this.#list.id,
        "aria-label": this.#component.placeholder ?? say("choose"),
        disabled: this.#component.disabled === true,
        onclick: () => this.#toggle(),
        onkeydown: (event) => this.#onKey(event),
      },
      this.#text,
      el("span", { class: "select-arrow", "aria-hidden": "true" }),
    );
  }

  get #isOpen() {
    return !this.#list.hidden;
  }

  #toggle() {
    if (this.#isOpen) {
      this.#close();
    } else if (this.#button.getAttribute("aria-busy") !== "true") {
      this.#open();
    }
  }

  #open() {
    this.#before = this.#state();
    const choices = this.#choices();
    this.#active = Math.max(0, choices.findIndex(({ value }) => this.#chosen.has(value)));
    this.#list.hidden = false;
    this.#button.setAttribute("aria-expanded", "true");
    this.#draw();
    this.#list.scrollIntoView({ block: "nearest" });
  }

  #close() {
    if (!this.#isOpen) return;
    this.#list.hidden = true;
    this.#button.setAttribute("aria-expanded", "false");
    this.#button.removeAttribute("aria-activedescendant");
    if (this.#most > 1 && this.#state() !== this.#before && this.#chosen.size >= this.#least) {
      this.#send([...this.#chosen]);
    }
  }

  #state() {
    return [...this.#chosen].sort().join("\n");
  }

  #draw() {
    const choices = this.#choices();
    const empty = el("li", { class: "select-none", role: "option", "aria-disabled": "true" }, say("nothing-to-choose"));
    this.#list.replaceChildren(...(choices.length > 0 ? choices.map((choice, at) => this.#option(choice, at)) : [empty]));
    const active = this.#list.children[this.#active];
    this.#button.setAttribute("aria-activedescendant", active.id);
    active.scrollIntoView({ block: "nearest" });
  }

  #option({ name, value, about }, at) {
    return el(
      "li",
      {
        role: "option",
        id: `${this.#list.id}-${at}`,
        class: at === this.#active ? "option active" : "option",
        "aria-selected": String(this.#chosen.has(value)),
        onmousedown: (event) => event.preventDefault(),
        onclick: () => this.#choose(value),
      },
      el("span", { class: "option-name" }, name),
      about && el("span", { class: "option-about" }, about),
      el("span", { class: "option-tick", "aria-hidden": "true" }),
    );
  }

  #choose(value) {
    if (this.#most > 1) {
      this.#flip(value);
      this.#draw();
      this.#showChosen();
      return;
    }
    const isTakenAway = this.#chosen.has(value) && this.#least === 0;
    this.#chosen = new Set(isTakenAway ? [] : [value]);
    this.#showChosen();
    this.#close();
    this.#send([...this.#chosen]);
  }

  #flip(value) {
    if (!this.#chosen.delete(value) && this.#chosen.size < this.#most) this.#chosen.add(value);
  }

  #showChosen() {
    const names = this.#choices().filter(({ value }) => this.#chosen.has(value)).map(({ name }) => name);
    const text = names.join(", ");
    this.#text.textContent = text || (this.#component.placeholder ?? say("choose"));
    this.#text.classList.toggle("select-placeholder", text === "");
    this.#button.setAttribute("aria-label", [this.#component.placeholder ?? say("choose"), text].filter(Boolean).join(": "));
  }

  #onKey(event) {
    const { key } = event;
    if (key === "Tab") return;
    if (!this.#isOpen) {
      if (key === "ArrowDown" || key === "ArrowUp") this.#stop(event, () => this.#toggle());
      return;
    }
    const count = this.#choices().length;
    const moves = { ArrowDown: this.#active + 1, ArrowUp: this.#active - 1, Home: 0, End: count - 1 };
    if (key in moves) {
      this.#stop(event, () => this.#move(Math.min(Math.max(moves[key], 0), count - 1)));
    } else if (key === "Enter" || key === " ") {
      this.#stop(event, () => count > 0 && this.#choose(this.#choices()[this.#active].value));
    } else if (key === "Escape") {
      this.#stop(event, () => this.#close());
    } else if (key.length === 1) {
      const at = this.#choices().findIndex(({ name }) => name.replace(/^#/, "").toLowerCase().startsWith(key.toLowerCase()));
      if (at >= 0) this.#move(at);
    }
  }

  #stop(event, act) {
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  #move(at) {
    this.#active = at;
    this.#draw();
  }
}

function chosenAtFirst(component) {
  if (component.type === STRING) return component.options.filter((option) => option.default).map(({ value }) => value);
  return (component.default_values ?? []).map(({ id }) => id);
}
