/**
 * The address of the page, which selects the content and follows the selection.
 */

/**
 * @returns {{scene: string | null, stepwise: boolean, person: string | null, view: string | null, channel: string | null}}
 */
export function readLink() {
  const query = new URLSearchParams(location.search);
  // A scene waits for its viewer before each step, unless the address has `&auto`.
  const stepwise = !query.has("auto");
  return { scene: query.get("scene"), stepwise, person: query.get("as"), view: query.get("view"), channel: hash() };
}

/**
 * Returns the channel that the address names.
 * @returns {string | null}
 */
export function hash() {
  try {
    return decodeURIComponent(location.hash.slice(1)) || null;
  } catch {
    return null;
  }
}

/** Updates the address after a selection. */
export const links = {
  /** @param {string | null} name */
  scene: (name) => replace("scene", name),
  /** @param {string} name */
  person: (name) => replace("as", name),
  /** @param {string} name */
  channel: (name) => history.replaceState(null, "", `${location.pathname}${location.search}#${encodeURIComponent(name)}`),
};

function replace(key, value) {
  const query = new URLSearchParams(location.search);
  if (value === null) query.delete(key);
  else query.set(key, value);
  const search = query.size > 0 ? `?${query}` : "";
  history.replaceState(null, "", `${location.pathname}${search}${location.hash}`);
}
