/**
 * The panes of the page. A narrow screen shows one of them, and a bar switches between them.
 */

/**
 * Adds `showPane` to the app.
 * @param {any} app
 */
export function createPanes(app) {
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll(".bar button");

  app.showPane = (pane) => {
    document.body.dataset.pane = pane;
    for (const button of buttons) {
      if (button.dataset.pane === pane) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  };

  for (const button of buttons) button.addEventListener("click", () => app.showPane(button.dataset.pane));
  app.showPane("chat");
}
