/**
 * The fields of a command's form: one for each given option.
 */

import { el, newId, setAttribute, showProblem } from "./dom.js";
import { description } from "./commands.js";
import { size } from "./files.js";
import { containing, KIND, listOf, meant, read } from "./values.js";
import { say } from "./words.js";

/** Pause in typing after which the bot is asked, in ms. */
const PAUSE = 150;
const LARGEST_FILE = 10 * 1024 * 1024;

/**
 * @typedef {object} Around The parts of the form that a field uses.
 * @property {any} app
 * @property {import("./offers.js").Offers} offers
 * @property {(field: Field) => boolean} onText Returns whether the text was for other fields.
 * @property {(field: Field) => boolean} onChosen Moves to the next field, if there is one.
 * @property {(field: Field) => void} onRemove
 * @property {(field: Field) => void} onBack Handles Backspace in an empty field.
 * @property {(field: Field, typed: string) => Promise<any>} askBot
 */

/**
 * @param {any} option In Discord's JSON.
 * @param {Around} around
 * @returns {Field}
 */
export function createField(option, around) {
  return option.type === KIND.file ? new FileField(option, around) : new TextField(option, around);
}

/** The common part of both kinds of fields. */
class Field {
  constructor(option, around, attributes) {
    this.option = option;
    this.around = around;
    const [id, about, problem] = [newId("option"), newId("about"), newId("problem")];
    this.input = el("input", {
      id,
      "data-option": option.name,
      "aria-describedby": `${about} ${problem}`,
      "aria-required": option.required ? "true" : null,
      autocomplete: "off",
      ...attributes,
    });
    this.problem = el("div", { id: problem, class: "field-problem" });
    const words = description(option, around.app.store.here?.locale);
    this.node = el(
      "div",
      { class: option.required ? "field required" : "field" },
      el("label", { for: id, class: "field-name" }, option.name, option.required && el("span", { class: "required-mark" }, " *")),
      el("div", { class: "field-value" }, this.input),
      !option.required && this.#removeButton(),
      el("p", { id: about, class: "field-about" }, words),
      this.problem,
    );
  }

  get name() {
    return this.option.name;
  }

  focus() {
    this.input.focus();
  }

  /** @param {string | null} words */
  showProblem(words) {
    showProblem(this.problem, words);
    setAttribute(this.input, "aria-invalid", words ? "true" : null);
  }

  #removeButton() {
    const label = say("remove-option", { name: this.name });
    const onclick = () => this.around.onRemove(this);
    // The key Tab leads to the next option, as in Discord. From the keyboard, Backspace in the empty field removes it.
    return el("button", { type: "button", tabindex: -1, class: "icon-button field-remove", "aria-label": label, onclick }, "×");
  }
}

class TextField extends Field {
  /** @type {import("./choices.js").Choice | null} */
  #chosen = null;
  /** True if the value came from a line of text. Then no choice is picked automatically. */
  #literal = false;
  #asked = 0;
  #timer = 0;

  constructor(option, around) {
    const hasOffers = option.autocomplete || listOf(option, around.app.store) !== null;
    const combobox = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "offers" };
    const numeric = option.type === KIND.integer || option.type === KIND.number;
    super(option, around, { type: "text", inputmode: numeric ? "decimal" : null, ...(hasOffers ? combobox : {}) });
    this.input.addEventListener("input", () => this.#onInput());
    this.input.addEventListener("keydown", (event) => this.#onKey(event));
    this.input.addEventListener("focus", () => this.#offer(0));
    this.input.addEventListener("blur", () => this.#leave());
  }

  get text() {
    return this.input.value;
  }

  /**
   * @param {string} text
   * @param {boolean} [literal]
   */
  setText(text, literal = false) {
    this.input.value = text;
    this.#chosen = null;
    this.#literal = literal;
    this.showProblem(null);
    if (document.activeElement === this.input) this.#offer(0);
  }

  /** @returns {import("./values.js").Read} */
  read() {
    const picked = this.#chosen ?? this.#exact();
    if (picked && this.text.trim() !== "") return { value: picked.value };
    return read(this.option, this.text, this.option.autocomplete ? null : listOf(this.option, this.around.app.store));
  }

  /** Returns the listed choice whose name is exactly the typed text. */
  #exact() {
    const listed = this.option.autocomplete ? this.around.offers.choicesFor(this.input) : [];
    return listed.length > 0 ? meant(listed, this.text) : undefined;
  }

  #onInput() {
    this.#chosen = null;
    this.showProblem(null);
    if (!this.around.onText(this)) this.#offer(this.option.autocomplete ? PAUSE : 0);
  }

  #offer(pause) {
    clearTimeout(this.#timer);
    this.#asked += 1;
    const list = this.option.autocomplete ? null : listOf(this.option, this.around.app.store);
    if (list) {
      this.#show(this.#chosen ? list : containing(list, this.text));
    } else if (this.option.autocomplete) {
      const asked = this.#asked;
      this.#timer = setTimeout(() => this.#askBot(asked), pause);
    }
  }

  async #askBot(asked) {
    const choices = await this.around.askBot(this, this.#chosen ? "" : this.text);
    // The user has typed more or left the field since the request.
    if (asked !== this.#asked || document.activeElement !== this.input) return;
    if (choices === null) {
      this.around.offers.say(this.input, say("bot-silent"));
    } else {
      this.#show(choices);
    }
  }

  #show(choices) {
    const { offers } = this.around;
    if (choices.length === 0) {
      offers.say(this.input, say("nothing-matches"));
      return;
    }
    const first = !this.#literal && !this.#chosen && (this.option.required || this.text.trim() !== "");
    offers.show(this.input, choices, { label: say("choices-for", { name: this.name }), first, onChoose: (choice) => this.#choose(choice) });
  }

  #choose(choice) {
    this.input.value = choice.name;
    this.#chosen = choice;
    this.showProblem(null);
    this.#asked += 1;
    this.around.offers.hideFor(this.input);
    this.around.onChosen(this);
  }

  #onKey(event) {
    if (this.around.offers.onKey(event)) return;
    const active = this.around.offers.activeFor(this.input);
    if (event.key === "Enter" && active && !event.isComposing && (this.around.offers.wasMoved || !this.#exact())) {
      event.preventDefault();
      this.#choose(active);
    } else if (event.key === "Tab" && active && !event.shiftKey) {
      this.#chooseByTab(event, active);
    } else if (event.key === "Backspace" && this.text === "") {
      event.preventDefault();
      this.around.onBack(this);
    }
  }

  #chooseByTab(event, active) {
    this.input.value = active.name;
    this.#chosen = active;
    this.around.offers.hideFor(this.input);
    if (this.around.onChosen(this)) event.preventDefault();
  }

  #leave() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    const exact = this.#exact();
    if (!this.#chosen && exact) this.#chosen = exact;
    this.#literal = false;
    this.around.offers.hideFor(this.input);
  }
}

class FileField extends Field {
  /** @type {File | null} */
  #file = null;
  #name = el("span", { class: "file-chosen" }, say("drop-file"));

  constructor(option, around) {
    super(option, around, { type: "file", class: "file-input" });
    // The input lies invisibly over both words. The browser's own words would be in the browser's language.
    this.input.before(el("span", { class: "button button-secondary file-button", "aria-hidden": "true" }, say("choose-file")), this.#name);
    this.node.dataset.fileOption = option.name;
    this.input.addEventListener("change", () => this.setFile(this.input.files[0] ?? null));
    this.input.addEventListener("keydown", (event) => this.#onKey(event));
  }

  /** Takes the file away on Backspace, and then leaves the field. */
  #onKey(event) {
    if (event.key !== "Backspace" && event.key !== "Delete") return;
    event.preventDefault();
    if (this.#file) this.setFile(null);
    else this.around.onBack(this);
  }

  get text() {
    return "";
  }

  get isEmpty() {
    return this.#file === null;
  }

  /** Does nothing, because a line of text cannot contain a file. */
  setText() {
    this.showProblem(say("file-not-typed"));
  }

  /** @param {File | null} file */
  setFile(file) {
    this.#file = file;
    if (this.input.files[0] !== file) this.input.files = asList(file);
    this.#name.textContent = file ? `${file.name} · ${size(file.size)}` : say("drop-file");
    this.#name.classList.toggle("chosen", file !== null);
    this.showProblem(null);
  }

  /** @returns {import("./values.js").Read} */
  read() {
    if (!this.#file) return this.option.required ? { problem: say("required") } : {};
    return this.#file.size > LARGEST_FILE ? { problem: say("file-too-large") } : { value: this.#file };
  }
}

/** Returns the file, or none, as the list that a file input accepts. */
function asList(file) {
  const transfer = new DataTransfer();
  if (file) transfer.items.add(file);
  return transfer.files;
}
