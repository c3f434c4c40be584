// @ts-check
// Canonical JSON (RFC 8785), restricted to objects, arrays, strings, booleans and integers that are exact here.

import { RoomError, utf8 } from "./bytes.js";

/** @param {unknown} value @returns {string} */
export function canonical(value) {
  if (typeof value === "string" || typeof value === "boolean") return JSON.stringify(value);
  if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const object = /** @type {Record<string, unknown>} */ (value);
    return `{${Object.keys(object).sort().map((key) => `${JSON.stringify(key)}:${canonical(object[key])}`).join(",")}}`;
  }
  throw new RoomError("malformed");
}

/** @param {unknown} value */
export const jcs = (value) => utf8(canonical(value));
