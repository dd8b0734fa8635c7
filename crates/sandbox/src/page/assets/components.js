/**
 * The buttons and menus under a message.
 */

import { el } from "./dom.js";
import { isWeb } from "./rich-text.js";
import { drawSelect } from "./select.js";

const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link" };
const BUTTON = 2;
const LINK = 5;

/**
 * @param {any} message
 * @param {any} app
 * @returns {HTMLElement[]}
 */
export function drawComponents(message, app) {
  const rows = (message.components ?? []).filter((row) => row.type === 1);
  return rows.map((row) =>
    el("div", { class: "component-row" }, row.components.map((component) => drawComponent(component, message, app))),
  );
}

function drawComponent(component, message, app) {
  if (component.type !== BUTTON) return drawSelect(component, message, app);
  return component.style === LINK ? linkButton(component) : button(component, message, app);
}

function label({ emoji, label }) {
  return [emoji?.name && el("span", { class: "button-emoji" }, emoji.name), label];
}

function button(component, message, app) {
  return el(
    "button",
    {
      type: "button",
      class: `button button-${STYLES[component.style] ?? "secondary"}`,
      "data-control": component.custom_id,
      "data-focus": component.custom_id,
      disabled: component.disabled === true,
      onclick: ({ currentTarget }) => {
        if (currentTarget.getAttribute("aria-busy") !== "true") app.presses.press(message.id, component.custom_id);
      },
    },
    label(component),
  );
}

function linkButton(component) {
  const href = isWeb(component.url) && !component.disabled ? component.url : null;
  const attributes = { class: "button button-link", href, target: "_blank", rel: "noreferrer" };
  return el("a", attributes, label(component), el("span", { class: "outward", "aria-hidden": "true" }, "↗"));
}
