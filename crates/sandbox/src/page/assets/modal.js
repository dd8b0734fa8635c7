/**
 * The modal that a command or a button of the bot opens.
 */

import { byId, el, newId, setAttribute, showProblem } from "./dom.js";
import { namesFor } from "./names.js";
import { richText } from "./rich-text.js";
import { Refusal } from "./socket.js";
import { compareIds } from "./time.js";
import { lengthProblem } from "./values.js";
import { say } from "./words.js";

const LABEL = 18;
const TEXT_DISPLAY = 10;
const PARAGRAPH = 2;
const LONGEST = 4000;

/**
 * @param {any} app
 */
export function createModal(app) {
  const { store } = app;
  const dialog = byId("modal");
  /** Modals that the user closed, which are not opened again. */
  const closed = new Set();
  let shown = null;

  function draw() {
    const open = [...store.all("interactions")].filter(([id, { state }]) => state === "modal" && !closed.has(id));
    const newest = open.sort(([a], [b]) => compareIds(b, a))[0];
    if (newest?.[0] === shown) return;
    shown = newest?.[0] ?? null;
    if (dialog.open) dialog.close();
    if (newest) show(newest[0], newest[1].modal);
  }

  function close() {
    if (shown !== null) closed.add(shown);
    shown = null;
    dialog.close();
    draw();
  }

  function show(id, modal) {
    const fields = (modal.components ?? []).map((row) => drawRow(row, app)).filter(Boolean);
    const problem = el("div", { class: "modal-problem" });
    const onsubmit = (event) => {
      event.preventDefault();
      submit(id, fields, problem);
    };
    dialog.replaceChildren(
      el(
        "form",
        { novalidate: true, onsubmit },
        el("h2", { id: "modal-title" }, modal.title),
        ...fields.map(({ node }) => node),
        problem,
        el(
          "div",
          { class: "dialog-buttons" },
          // The key Tab leads from the text to the button that keeps it.
          el("button", { type: "submit", class: "button button-primary" }, say("submit")),
          el("button", { type: "button", class: "button button-secondary", onclick: close }, say("cancel")),
        ),
      ),
    );
    dialog.showModal();
    fields.find(({ input }) => input)?.input.focus();
  }

  async function submit(id, fields, problem) {
    const inputs = fields.filter(({ input }) => input);
    const wrong = inputs.filter((field) => !field.check());
    showProblem(problem, null);
    if (wrong.length > 0) {
      wrong[0].input.focus();
      return;
    }
    try {
      await app.ask({ do: "submit", interaction: id, fields: inputs.map(({ id, input }) => [id, input.value]) });
      if (shown === id) close();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      showProblem(problem, error.message);
    }
  }

  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    close();
  });
  store.watch(["interactions"], draw);
}

/** Draws a row with a text field, in the older form or in the newer one, or a text. */
function drawRow(row, app) {
  if (row.type === TEXT_DISPLAY) return { node: el("div", { class: "modal-text" }, richText(row.content ?? "", namesFor(app))) };
  const component = row.type === LABEL ? row.component : row.components?.[0];
  if (!component) return null;
  return drawField(component, row.label ?? component.label, row.description);
}

function drawField(component, label, description) {
  const { custom_id: id, required = true, style, placeholder, value } = component;
  const [name, about, problem] = [newId("field"), newId("about"), newId("problem")];
  const words = el("div", { id: problem, class: "field-problem" });
  const input = el(style === PARAGRAPH ? "textarea" : "input", {
    id: name,
    class: "modal-input",
    "data-field": id,
    placeholder,
    rows: style === PARAGRAPH ? 5 : null,
    autocomplete: "off",
    "aria-required": String(required),
    "aria-describedby": `${about} ${problem}`,
    oninput: () => tell(null),
  });
  input.value = value ?? "";
  const node = el(
    "div",
    { class: "modal-field" },
    el("label", { for: name }, label, required && el("span", { class: "required-mark" }, " *")),
    el("p", { id: about, class: "field-about" }, description ?? ""),
    input,
    words,
  );

  function tell(text) {
    showProblem(words, text);
    setAttribute(input, "aria-invalid", text ? "true" : null);
  }

  function check() {
    const text = problemOf(input.value, component, required);
    tell(text);
    return text === null;
  }

  return { id, node, input, check };
}

function problemOf(value, { min_length: least = 0, max_length: most = LONGEST }, required) {
  const { length } = [...value];
  if (length === 0) return required ? say("field-required") : null;
  return lengthProblem(length, least, most);
}
