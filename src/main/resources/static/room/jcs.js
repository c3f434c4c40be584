// @ts-check
// Canonical JSON (RFC 8785), restricted to objects, arrays, strings, booleans and integers that are exact here.

import { RoomError, utf8 } from "./bytes.js";

/** @param {unknown} value @returns {string} */
export function canonical(value) {
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const object = /** @type {Record<string, unknown>} */ (value);
    return `{${Object.keys(object).sort().map((key) => `${quoted(key)}:${canonical(object[key])}`).join(",")}}`;
  }
  throw new RoomError("malformed");
}

/** What stands in JSON as it is. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** Half a surrogate pair has no UTF-8: two languages would sign different bytes for it. @param {string} string */
export function quoted(string) {
  if (PLAIN.test(string)) return `"${string}"`;
  if (!string.isWellFormed()) throw new RoomError("malformed");
  return JSON.stringify(string);
}

/** @param {unknown} value */
export const jcs = (value) => utf8(canonical(value));
