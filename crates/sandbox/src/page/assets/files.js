/**
 * Files of messages: pictures are shown, others can be downloaded.
 */

import { el } from "./dom.js";
import { link } from "./rich-text.js";
import { language, sayParts } from "./words.js";

const PICTURE = /\.(png|jpe?g|gif|webp)$/i;
const UNITS = ["byte", "kilobyte", "megabyte"];

/**
 * @param {number} bytes
 * @returns {string}
 */
export function size(bytes) {
  const power = bytes >= 1048576 ? 2 : Number(bytes >= 1024);
  /** @type {Intl.NumberFormatOptions} */
  const unit = { style: "unit", unit: UNITS[power], unitDisplay: power === 0 ? "long" : "short", maximumFractionDigits: 1 };
  return new Intl.NumberFormat(language(), unit).format(bytes / 1024 ** power);
}

/**
 * Returns whether the page may load this URL. The page never loads content from another origin.
 * @param {string | null | undefined} url
 * @returns {boolean}
 */
export function isOwn(url) {
  return typeof url === "string" && URL.canParse(url, location.href) && new URL(url, location.href).origin === location.origin;
}

/**
 * Returns a picture, or a placeholder for it.
 * @param {string} url
 * @param {string} words The alternative text.
 * @returns {Node}
 */
export function picture(url, words) {
  if (!isOwn(url)) return el("span", { class: "picture-elsewhere" }, sayParts("picture-at", { address: link(url, [url]) }));
  const image = el("img", { src: url, alt: words });
  return el("a", { href: url, target: "_blank", rel: "noreferrer", class: "picture" }, image);
}

/**
 * @param {{url: string, filename: string, size?: number, description?: string}} file
 * @returns {HTMLElement}
 */
export function attachment(file) {
  if (PICTURE.test(file.filename) && isOwn(file.url)) {
    return el("div", { class: "attachment-picture" }, picture(file.url, file.description ?? file.filename));
  }
  const name = isOwn(file.url) ? el("a", { href: file.url, download: file.filename }, file.filename) : file.filename;
  return el(
    "div",
    { class: "file" },
    el("span", { class: "file-icon", "aria-hidden": "true" }),
    el("span", { class: "file-name" }, name),
    file.size !== undefined && el("span", { class: "file-size" }, size(file.size)),
  );
}
