// @ts-check
// Bytes, base64url, labelled hashes: the alphabet the rest is spelled in.

/** A named refusal. Its code is for the page to put into words; it is never sent to the server. */
export class RoomError extends Error {
  /** @param {string} code @param {unknown} [cause] */
  constructor(code, cause) {
    super(code, { cause });
    this.code = code;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** @param {string} text */
export const utf8 = (text) => encoder.encode(text);

/** @param {BufferSource} bytes */
export const text = (bytes) => decoder.decode(bytes);

/** @param {Uint8Array[]} parts @returns {Uint8Array<ArrayBuffer>} */
export function concat(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const URLS = /** @type {const} */ ({ alphabet: "base64url" });

/** Newer browsers spell bytes themselves, and far faster. @type {any} */
const Bytes = Uint8Array;

/** @param {Uint8Array} bytes @returns {string} */
export function b64u(bytes) {
  if (Bytes.fromBase64) return /** @type {any} */ (bytes).toBase64({ ...URLS, omitPadding: true });
  let binary = "";
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Takes only the one spelling of the bytes, as the server does: no padding, no stray bits in the last character.
 * @param {string} string @param {number} [length] @returns {Uint8Array<ArrayBuffer>} */
export function unb64u(string, length) {
  if (typeof string !== "string" || string.length % 4 === 1 || !/^[A-Za-z0-9_-]*$/.test(string)) {
    throw new RoomError("malformed");
  }
  const spare = [1, 1, 16, 4][string.length % 4];
  if (ALPHABET.indexOf(string.slice(-1)) % spare !== 0) throw new RoomError("malformed");
  const bytes = Bytes.fromBase64?.(string, URLS) ?? decoded(string);
  if (length !== undefined && bytes.length !== length) throw new RoomError("malformed");
  return bytes;
}

/** @param {string} string */
const decoded = (string) => Uint8Array.from(atob(string.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

/** Label, zero byte, content: two uses never share a label. @param {string} label @param {Uint8Array[]} content */
export const labelled = (label, ...content) => concat(utf8(`${label}\0`), ...content);

/** @param {string} label @param {Uint8Array} content @returns {Promise<string>} */
export async function hash(label, content) {
  return b64u(new Uint8Array(await crypto.subtle.digest("SHA-256", labelled(label, content))));
}

/** @param {number} length */
export const random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** The 16 bytes of a UUID. @param {string} uuid */
export function uuidBytes(uuid) {
  const hex = uuid.replaceAll("-", "");
  if (!/^[0-9a-f]{32}$/.test(hex)) throw new RoomError("malformed");
  return Uint8Array.from({ length: 16 }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}
