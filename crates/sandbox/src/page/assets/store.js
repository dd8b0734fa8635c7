/**
 * The state of the page: the sections that the server sends, and one section of the page's own ("page"). A watcher of a
 * section runs at most once an animation frame, however much has changed. New words (a language) run all watchers.
 */

const NONE = new Map();

export class Store {
  /** @type {Map<string, Map<string, any>>} */
  #sections = new Map();
  /** @type {Set<string>} */
  #changed = new Set();
  /** @type {Array<{names: string[], draw: () => void}>} */
  #watchers = [];
  #scheduled = false;

  /**
   * @param {string} name
   * @returns {Map<string, any>}
   */
  all(name) {
    return this.#sections.get(name) ?? NONE;
  }

  /**
   * @param {string} name
   * @param {string} key
   * @returns {any}
   */
  get(name, key) {
    return this.all(name).get(key);
  }

  /**
   * Returns the section of single values. It is empty until the first frame has arrived.
   * @returns {any}
   */
  get here() {
    return this.get("here", "") ?? null;
  }

  /**
   * Applies a frame of the server.
   * @param {{fresh?: boolean, put?: Record<string, Record<string, any>>, gone?: Record<string, string[]>}} frame
   */
  apply({ fresh = false, put = {}, gone = {} }) {
    const before = this.#sections;
    if (fresh) {
      this.#sections = new Map([["page", new Map(this.all("page"))]]);
      for (const name of before.keys()) this.#touch(name);
    }
    for (const [name, values] of Object.entries(put)) {
      this.#touch(name);
      for (const [key, value] of Object.entries(values)) this.#put(name, key, value, before.get(name)?.get(key));
    }
    for (const [name, keys] of Object.entries(gone)) {
      for (const key of keys) this.#sections.get(name)?.delete(key);
      this.#touch(name);
    }
  }

  /**
   * Sets a value of the page's own section.
   * @param {string} key
   * @param {any} value
   */
  setPage(key, value) {
    if (this.get("page", key) !== value) this.#put("page", key, value, undefined);
  }

  /**
   * Calls `draw` on the next animation frame after one of the sections has changed.
   * @param {string[]} names
   * @param {() => void} draw
   */
  watch(names, draw) {
    this.#watchers.push({ names, draw });
  }

  /** Stores a value. An unchanged value keeps its object, so that views can skip drawing it. */
  #put(name, key, value, before) {
    const same = before !== undefined && JSON.stringify(before) === JSON.stringify(value);
    const section = this.#sections.get(name) ?? new Map();
    section.set(key, same ? before : value);
    this.#sections.set(name, section);
    this.#touch(name);
  }

  #touch(name) {
    this.#changed.add(name);
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    const changed = this.#changed;
    this.#changed = new Set();
    this.#scheduled = false;
    for (const { names, draw } of this.#watchers) {
      if (changed.has("words") || names.some((name) => changed.has(name))) draw();
    }
  }
}
