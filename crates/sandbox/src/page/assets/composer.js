/**
 * The composer: it sends a message, or a command with its options.
 */

import { commandIn, leaves, matching } from "./commands.js";
import { byId, showProblem } from "./dom.js";
import { Offers } from "./offers.js";
import { OptionsForm } from "./options.js";
import { Refusal } from "./socket.js";
import { say } from "./words.js";

/**
 * Adds `compose`, `tell` and `focusSend` to the app.
 * @param {any} app
 */
export function createComposer(app) {
  const composer = new Composer(app);
  app.compose = (text) => composer.compose(text);
  app.tell = (words) => composer.tell(words);
  app.focusSend = () => byId("send").focus();
}

class Composer {
  #app;
  #offers = new Offers();
  #input = byId("composer");
  #send = byId("send");
  #problem = byId("composer-problem");
  #place = byId("option-form");
  /** @type {OptionsForm | null} */
  #form = null;
  #busy = false;

  constructor(app) {
    this.#app = app;
    this.#input.addEventListener("input", () => this.#onInput());
    this.#input.addEventListener("keydown", (event) => this.#onKey(event));
    this.#input.addEventListener("focus", () => this.#onInput());
    this.#input.addEventListener("blur", () => this.#offers.hideFor(this.#input));
    const line = byId("composer-form");
    line.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    // The listener is on the whole form, so that Escape also works on the button beside the field.
    line.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#close("");
    });
    this.#takeFiles(byId("chat"));
    app.store.watch(["channels", "page", "here"], () => this.#showChannel());
  }

  /**
   * Puts a line into the composer as if it were typed, without sending it.
   * @param {string} text
   */
  compose(text) {
    this.#close(text);
    const found = commandIn(leaves(this.#app.store), text);
    if (found) this.#open(found.leaf, found.rest ?? "");
  }

  /**
   * Shows a problem.
   * @param {string} words
   */
  tell(words) {
    showProblem(this.#problem, words);
  }

  #showChannel() {
    const channel = this.#app.channelLabel();
    this.#input.placeholder = say("message-placeholder", { channel });
    this.#input.setAttribute("aria-label", say("message-label", { channel }));
  }

  #onInput() {
    showProblem(this.#problem, null);
    const text = this.#input.value;
    const all = text.startsWith("/") ? leaves(this.#app.store) : [];
    const found = commandIn(all, text);
    if (found && found.rest !== null) {
      this.#open(found.leaf, found.rest);
    } else if (text.startsWith("/")) {
      this.#offer(matching(all, text));
    } else {
      this.#offers.hideFor(this.#input);
    }
  }

  #offer(commands) {
    if (commands.length === 0) {
      this.#offers.say(this.#input, say("no-such-words"));
      return;
    }
    const choices = commands.map((leaf) => ({ name: `/${leaf.path}`, about: leaf.description, value: leaf }));
    this.#offers.show(this.#input, choices, { label: say("commands"), first: true, onChoose: ({ value }) => this.#open(value, "") });
  }

  #onKey(event) {
    if (this.#offers.onKey(event) || event.isComposing) return;
    const active = this.#offers.activeFor(this.#input);
    if (event.key === "Tab" && active && !event.shiftKey) {
      event.preventDefault();
      this.#open(active.value, "");
    } else if (event.key === "Enter" && active) {
      event.preventDefault();
      this.#pick(active.value);
    }
  }

  /** Picks a command with Enter. If it was typed in full and needs no options, it is sent at once. */
  #pick(leaf) {
    const typed = this.#offers.wasMoved ? null : commandIn(leaves(this.#app.store), this.#input.value.trim());
    this.#open(typed?.leaf ?? leaf, "");
    if (typed && this.#form?.isReady) this.#submit();
  }

  #open(leaf, rest) {
    this.#offers.hide();
    showProblem(this.#problem, null);
    this.#form = new OptionsForm(leaf, { app: this.#app, offers: this.#offers, onLeave: (text) => this.#close(text) });
    this.#form.fill(rest);
    this.#place.replaceChildren(this.#form.node);
    this.#input.hidden = true;
    this.#form.focus();
  }

  #close(text) {
    this.#offers.hide();
    this.#form = null;
    this.#place.replaceChildren();
    showProblem(this.#problem, null);
    this.#input.hidden = false;
    this.#input.value = text;
    this.#input.focus();
    if (text !== "") this.#onInput();
  }

  async #submit() {
    if (this.#busy) return;
    this.#setBusy(true);
    try {
      await (this.#form ? this.#sendCommand(this.#form) : this.#sendText());
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.tell(error.message);
    } finally {
      this.#setBusy(false);
    }
  }

  async #sendCommand(form) {
    showProblem(this.#problem, null);
    const options = await form.values();
    if (options === null) return;
    await this.#app.ask({ do: "command", channel: this.#app.channelId(), name: form.path, options });
    if (this.#form === form) this.#close("");
  }

  async #sendText() {
    const text = this.#input.value.trim();
    if (text === "") return;
    if (text.startsWith("/")) {
      this.#sendTyped(text);
      return;
    }
    await this.#app.ask({ do: "say", channel: this.#app.channelId(), text });
    this.#close("");
  }

  /** Sends a typed line with a slash that was not picked from the list. */
  #sendTyped(text) {
    const found = commandIn(leaves(this.#app.store), text);
    if (!found) {
      this.tell(say("no-command", { typed: text }));
      return;
    }
    this.#open(found.leaf, found.rest ?? "");
    // The timeout lets the current submission finish first.
    if (this.#form?.isReady) setTimeout(() => this.#submit());
  }

  #setBusy(busy) {
    this.#busy = busy;
    this.#send.setAttribute("aria-busy", String(busy));
  }

  #takeFiles(chat) {
    chat.addEventListener("dragover", (event) => {
      event.preventDefault();
      chat.classList.add("dropping");
    });
    chat.addEventListener("dragleave", () => chat.classList.remove("dropping"));
    chat.addEventListener("drop", (event) => {
      event.preventDefault();
      chat.classList.remove("dropping");
      this.#takeFile(event.dataTransfer.files[0], event.target.closest?.("[data-file-option]")?.dataset.fileOption);
    });
    chat.addEventListener("paste", (event) => {
      const [file] = event.clipboardData.files;
      if (!file) return;
      event.preventDefault();
      this.#takeFile(file);
    });
  }

  /** Puts a file into the option on which it was dropped, or else into a free one. */
  #takeFile(file, option = null) {
    if (!file || this.#form?.takeFile(file, option)) return;
    this.tell(say(this.#form ? "no-room" : "no-command-for-file"));
  }
}
