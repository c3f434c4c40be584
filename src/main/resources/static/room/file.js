// @ts-check
// Files: filled up so that their length tells little, cut into parts, and each part sealed with the file's own key under
// a context that names the room, the file, which part it is and of how many. Key, name, type, length and the hash of all
// parts stand in the file's record, and so the ledger pins every byte.

import { open, seal } from "./cobblestone.js";
import { RoomError, concat, hash, labelled, unb64u } from "./bytes.js";
import { hmacKey } from "./epochs.js";
import { jcs } from "./jcs.js";

/** What a file's record is called. */
export const FILE = "file";

/** Bytes of a part. */
export const PART = 1 << 20;

/** The largest file. */
export const MOST_BYTES = 25 * PART;

const LEAST = 1024;
const VERSION = Uint8Array.of(1);

/** `size` counts the file's own bytes. @typedef {{name: string, type: string, size: string, key: string, hash: string}} FileBody */
/** @typedef {{v: 1, room: string, id: string, part: number, of: number}} PartHeader */

/** The length after filling up (Padmé): at most an eighth more, and few bits of it are the file's own. @param {number} length */
export function padded(length) {
  if (length <= LEAST) return LEAST;
  const exponent = Math.floor(Math.log2(length));
  const step = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1);
  return Math.ceil(length / step) * step;
}

/** How many parts a file of this length has. @param {number} length */
export const partsOf = (length) => Math.ceil(padded(length) / PART);

/** @param {number} size @param {number} part @returns {number} how many bytes a part holds, with what fills it up */
const lengthOf = (size, part) => Math.min(PART, padded(size) - part * PART);

/** @param {PartHeader} header */
const context = (header) => labelled("room/v1/file-part", jcs(header));

/** Seals one part: its own bytes, filled up where the file ends in it or before it.
 * @param {CryptoKey} key @param {string} room @param {string} id @param {number} size of the file @param {number} part
 * @param {Uint8Array} bytes @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function sealPart(key, room, id, size, part, bytes) {
  const plain = new Uint8Array(lengthOf(size, part));
  plain.set(bytes);
  const header = { v: /** @type {1} */ (1), room, id, part, of: partsOf(size) };
  return concat(VERSION, await seal(key, context(header), plain));
}

/** @param {Uint8Array} sealed */
export const partHash = (sealed) => hash("room/v1/file-bytes", sealed);

/** What a record names: every part, in order. @param {string[]} parts the hash of each */
export const partsHash = (parts) => hash("room/v1/file", concat(...parts.map((one) => unb64u(one, 32))));

/** @param {any} body @returns {body is FileBody} */
const shaped = (body) => body !== null && typeof body === "object"
  && Object.keys(body).sort().join() === "hash,key,name,size,type"
  && Object.values(body).every((value) => typeof value === "string")
  && /^(0|[1-9]\d{0,7})$/.test(body.size) && Number(body.size) <= MOST_BYTES;

/** What a record says of its file, once it has opened. @param {any} body @returns {FileBody & {bytes: number, parts: number}} */
export function fileOf(body) {
  if (!shaped(body)) throw new RoomError("file-broken");
  const bytes = Number(body.size);
  return { ...body, bytes, parts: partsOf(bytes) };
}

/** Puts a file together again, all of it or nothing. @param {string} room @param {string} id @param {any} body of its record
 * @param {(part: number, of: number) => Promise<Uint8Array>} fetch asked part by part */
export async function openFile(room, id, body, fetch) {
  const file = fileOf(body);
  const key = await hmacKey(unb64u(file.key, 32));
  const whole = new Uint8Array(file.bytes);
  const hashes = [];
  for (let part = 0; part < file.parts; part++) {
    const sealed = await fetch(part, file.parts);
    hashes.push(await partHash(sealed));
    whole.set(await openPart(key, { v: 1, room, id, part, of: file.parts }, sealed, file.bytes), part * PART);
  }
  if ((await partsHash(hashes)) !== file.hash) throw new RoomError("file-broken");
  return whole;
}

/** @param {CryptoKey} key @param {PartHeader} header @param {Uint8Array} sealed @param {number} size */
async function openPart(key, header, sealed, size) {
  try {
    const plain = sealed[0] === 1 && (await open(key, context(header), sealed.subarray(1)));
    if (plain && plain.length === lengthOf(size, header.part)) {
      return plain.subarray(0, Math.max(0, Math.min(PART, size - header.part * PART)));
    }
  } catch {
    // One refusal for all of it: whoever exchanged something learns nothing of what gave it away.
  }
  throw new RoomError("file-broken");
}

/** Pictures that a page may show, by how they begin. What a name or a type says is not asked.
 * @type {[string, (at: (from: number, text: string) => boolean) => boolean][]} */
const PICTURES = [
  ["image/png", (at) => at(0, "\x89PNG\r\n\x1a\n")],
  ["image/jpeg", (at) => at(0, "\xff\xd8\xff")],
  ["image/gif", (at) => at(0, "GIF87a") || at(0, "GIF89a")],
  ["image/webp", (at) => at(0, "RIFF") && at(8, "WEBP")],
];

/** Which kind of picture this is, if it is one. @param {Uint8Array} bytes */
export function pictureType(bytes) {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  return PICTURES.find(([, is]) => is((from, text) => head.startsWith(text, from)))?.[0];
}
