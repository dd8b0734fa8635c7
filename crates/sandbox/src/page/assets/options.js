/**
 * The form that replaces the composer for a command, with its options as fields.
 */

import { description, splitOptions } from "./commands.js";
import { el } from "./dom.js";
import { createField } from "./fields.js";
import { upload } from "./upload.js";
import { KIND } from "./values.js";
import { say } from "./words.js";

export class OptionsForm {
  /** @type {Map<string, any>} */
  #fields = new Map();
  #leaf;
  #app;
  #offers;
  #onLeave;
  #rows = el("div", { class: "form-fields" });
  #more = el("div", { class: "form-more" });
  #adder;

  /**
   * @param {import("./commands.js").Leaf} leaf
   * @param {{app: any, offers: import("./offers.js").Offers, onLeave: (text: string) => void}} around
   */
  constructor(leaf, { app, offers, onLeave }) {
    this.#leaf = leaf;
    this.#app = app;
    this.#offers = offers;
    this.#onLeave = onLeave;
    this.#adder = this.#makeAdder();
    const close = { type: "button", class: "icon-button", "aria-label": say("leave-command"), onclick: () => onLeave("") };
    this.node = el(
      "div",
      { class: "form", role: "group", "aria-label": `/${leaf.path}` },
      el(
        "div",
        { class: "form-head" },
        el("span", { class: "form-path" }, `/${leaf.path}`),
        el("span", { class: "form-about" }, leaf.description),
        el("button", close, "×"),
      ),
      this.#rows,
      this.#more,
    );
    for (const option of this.#inOrder().filter(({ required }) => required)) this.#add(option);
    this.#drawMore();
  }

  get path() {
    return this.#leaf.path;
  }

  /** Returns whether the command has no required option. */
  get isReady() {
    return this.#inOrder().every(({ required }) => !required);
  }

  /**
   * Puts a line of text into the fields: `group:Alpha name:Beta`.
   * @param {string} rest
   */
  fill(rest) {
    const { lead, given } = splitOptions(rest, this.#leaf.options);
    for (const [name, text] of given) this.#field(name).setText(text, true);
    const first = this.#fields.values().next().value;
    if (lead !== "" && given.length === 0) {
      if (first) first.setText(lead, true);
      else this.#adder.value = lead;
    }
  }

  /** Focuses the first field that needs a value, or else the last field with a value. */
  focus() {
    const fields = [...this.#fields.values()];
    const next = fields.find((field) => field.option.required && isEmpty(field)) ?? fields.at(-1);
    if (next) {
      next.focus();
    } else if (this.#adder.isConnected) {
      this.#adder.focus();
    } else {
      this.#app.focusSend();
    }
  }

  /**
   * Returns the options as they are sent, or null if one is invalid. An invalid field shows its problem.
   * @returns {Promise<Array<[string, any]> | null>}
   */
  async values() {
    if (this.#isLost()) return null;
    const read = [...this.#fields.values()].map((field) => ({ field, ...field.read() }));
    for (const { field, problem } of read) field.showProblem(problem ?? null);
    const wrong = read.find(({ problem }) => problem);
    if (wrong) {
      wrong.field.focus();
      return null;
    }
    const given = read.filter(({ value }) => value !== undefined);
    return Promise.all(given.map(async ({ field, value }) => [field.name, await this.#sent(field, value)]));
  }

  /**
   * Puts a file into an option for files: the named one, or else the first free one.
   * @param {File} file
   * @param {string | null} name
   * @returns {boolean} Whether there is such an option.
   */
  takeFile(file, name) {
    const files = this.#inOrder().filter(({ type }) => type === KIND.file);
    const named = files.find((option) => option.name === name);
    const free = named ?? files.find(({ name }) => this.#fields.get(name)?.isEmpty ?? true);
    if (!free) return false;
    const field = this.#field(free.name);
    field.setFile(file);
    field.focus();
    return true;
  }

  #sent(field, value) {
    return field.option.type === KIND.file ? upload(this.#app.ask, value) : value;
  }

  /** Returns whether the field that adds options contains text that names no option, and shows a problem if so. */
  #isLost() {
    const text = this.#adder.value.trim();
    if (text === "") return false;
    this.#app.tell(say("no-option", { name: text }));
    this.#adder.focus();
    return true;
  }

  /** Returns the options in Discord's order: the required ones first. */
  #inOrder() {
    const { options } = this.#leaf;
    return [...options.filter(({ required }) => required), ...options.filter(({ required }) => !required)];
  }

  #field(name) {
    return this.#fields.get(name) ?? this.#add(this.#leaf.options.find((option) => option.name === name));
  }

  #add(option) {
    const field = createField(option, {
      app: this.#app,
      offers: this.#offers,
      onText: (field) => this.#sortOut(field),
      onChosen: (field) => this.#goOn(field),
      onRemove: (field) => this.#remove(field),
      onBack: (field) => this.#back(field),
      askBot: (field, typed) => this.#askBot(field, typed),
    });
    this.#fields.set(option.name, field);
    this.#rows.append(field.node);
    this.#drawMore();
    return field;
  }

  #remove(field) {
    field.node.remove();
    this.#fields.delete(field.name);
    this.#drawMore();
    this.focus();
  }

  /** Draws the options that are not given yet. */
  #drawMore() {
    const left = this.#inOrder().filter(({ name }) => !this.#fields.has(name));
    const buttons = left.map((option) => this.#addButton(option));
    this.#adder.setAttribute("placeholder", say("optional-left", { count: left.length }));
    this.#more.replaceChildren(...(left.length === 0 ? [] : [this.#adder, el("div", { class: "form-optional" }, buttons)]));
  }

  #addButton(option) {
    return el(
      "button",
      { type: "button", class: "add-option", "data-add-option": option.name, "data-file-option": option.type === KIND.file ? option.name : null, onclick: () => this.#add(option).focus() },
      el("span", { class: "add-name" }, `+ ${option.name}`),
      el("span", { class: "add-about" }, description(option, this.#app.store.here?.locale)),
    );
  }

  /** Creates the field in which the name of an optional option can be typed, as in Discord at the end of the line. */
  #makeAdder() {
    return el("input", {
      type: "text",
      class: "form-adder",
      autocomplete: "off",
      "aria-label": say("optional-name"),
      oninput: () => this.#onAdder(),
      onkeydown: (event) => {
        const typed = this.#adder.value.trim();
        if (event.key === "Backspace" && this.#adder.value === "") {
          event.preventDefault();
          this.#back(null);
        } else if (event.key === "Enter" || (event.key === "Tab" && typed !== "")) {
          this.#addByName(event, typed);
        }
      },
    });
  }

  #onAdder() {
    const { lead, given } = splitOptions(this.#adder.value, this.#leaf.options);
    if (given.length === 0) return;
    this.#adder.value = lead;
    for (const [name, text] of given) this.#field(name).setText(text, true);
    this.#field(given[given.length - 1][0]).focus();
  }

  #addByName(event, typed) {
    const option = this.#inOrder().find(({ name }) => typed !== "" && name.startsWith(typed) && !this.#fields.has(name));
    if (!option) return;
    event.preventDefault();
    this.#adder.value = "";
    this.#add(option).focus();
  }

  /** Handles `name:` in a field, which moves to that option. */
  #sortOut(field) {
    const { lead, given } = splitOptions(field.text, this.#leaf.options);
    if (given.length === 0) return false;
    field.setText(lead, true);
    for (const [name, text] of given) this.#field(name).setText(text, true);
    this.#field(given[given.length - 1][0]).focus();
    return true;
  }

  #goOn(field) {
    const fields = [...this.#fields.values()];
    const next = fields.slice(fields.indexOf(field) + 1).find(isEmpty);
    next?.focus();
    return next !== undefined;
  }

  /** Handles Backspace in an empty field: it removes an optional option, or leaves the form from the first field. */
  #back(field) {
    const fields = [...this.#fields.values()];
    const before = fields[(field ? fields.indexOf(field) : fields.length) - 1];
    if (field && !field.option.required) {
      this.#remove(field);
    } else if (before) {
      before.focus();
    } else {
      this.#onLeave(`/${this.path}`);
    }
  }

  async #askBot(field, typed) {
    const others = [...this.#fields.values()].filter((other) => other !== field && other.option.type !== KIND.file);
    const given = others.map((other) => [other.name, other.read().value]).filter(([, value]) => value !== undefined);
    const asked = { do: "autocomplete", name: this.path, focused: field.name, channel: this.#app.channelId() };
    try {
      return await this.#app.ask({ ...asked, options: [...given, [field.name, typed]] });
    } catch {
      return null;
    }
  }
}

function isEmpty(field) {
  return field.option.type === KIND.file ? field.isEmpty : field.text.trim() === "";
}
