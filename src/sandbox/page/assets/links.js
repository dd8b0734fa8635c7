/**
 * The address of the page: what is to be shown, and what is shown.
 */

/**
 * @returns {{scene: string | null, stepwise: boolean, person: string | null, view: string | null, channel: string | null}}
 */
export function readLink() {
  const query = new URLSearchParams(location.search);
  const stepwise = query.has("stepwise");
  return { scene: query.get("scene"), stepwise, person: query.get("as"), view: query.get("view"), channel: hash() };
}

/**
 * The channel that the address names.
 * @returns {string | null}
 */
export function hash() {
  try {
    return decodeURIComponent(location.hash.slice(1)) || null;
  } catch {
    return null;
  }
}

/** Keeps the address in step with what is chosen. */
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
