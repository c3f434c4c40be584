// @ts-check
// Records and drafts: JSON padded to steps, sealed under a context that names exactly what it is.

import { seal, open } from "./cobblestone.js";
import { RoomError, concat, hash, labelled, text, utf8 } from "./bytes.js";
import { jcs } from "./jcs.js";

/** `about` is the id of what the text belongs to; a text that belongs to the room as a whole is about the group.
 * @typedef {{v: 1, room: string, kind: string, id: string, rev: number, epoch: number, about: string,
 *   author: string}} RecordHeader */
/** @typedef {{v: 1, person: string, kind: string, id: string}} DraftHeader */

const VERSION = Uint8Array.of(1);

/** What the server takes. */
const MOST = 1 << 20;

/** @param {object} body */
function padded(body) {
  const plain = utf8(JSON.stringify(body));
  const step = [256, 1024, 4096, 16_384].find((size) => plain.length <= size)
    ?? Math.ceil(plain.length / 16_384) * 16_384;
  const bytes = new Uint8Array(step).fill(0x20);
  bytes.set(plain);
  return bytes;
}

/** @param {string} label @param {CryptoKey} key @param {object} header @param {object} body */
async function sealAs(label, key, header, body) {
  const sealed = concat(VERSION, await seal(key, labelled(label, jcs(header)), padded(body)));
  if (sealed.length > MOST) throw new RoomError("too-long");
  return sealed;
}

/** @param {string} label @param {CryptoKey} key @param {object} header @param {Uint8Array} sealed */
async function openAs(label, key, header, sealed) {
  if (sealed[0] !== 1) throw new RoomError("does-not-open");
  const plain = await open(key, labelled(label, jcs(header)), sealed.subarray(1));
  try {
    return JSON.parse(text(plain));
  } catch (failure) {
    throw new RoomError("does-not-open", failure);
  }
}

/** @param {CryptoKey} key @param {RecordHeader} header @param {object} body */
export const sealRecord = (key, header, body) => sealAs("room/v1/record", key, header, body);

/** @param {CryptoKey} key @param {RecordHeader} header @param {Uint8Array} sealed */
export const openRecord = (key, header, sealed) => openAs("room/v1/record", key, header, sealed);

/** The same for a text with a key of its own. @param {CryptoKey} key @param {RecordHeader} header @param {object} body */
export const sealNamed = (key, header, body) => sealAs("room/v1/named", key, header, body);

/** @param {CryptoKey} key @param {RecordHeader} header @param {Uint8Array} sealed */
export const openNamed = (key, header, sealed) => openAs("room/v1/named", key, header, sealed);

/** @param {CryptoKey} key @param {DraftHeader} header @param {object} body */
export const sealDraft = (key, header, body) => sealAs("person/v1/draft", key, header, body);

/** @param {CryptoKey} key @param {DraftHeader} header @param {Uint8Array} sealed */
export const openDraft = (key, header, sealed) => openAs("person/v1/draft", key, header, sealed);

/** @typedef {{v: 1, person: string, rev: number}} OwnRoomsHeader */

/** @param {CryptoKey} key @param {OwnRoomsHeader} header @param {object} body */
export const sealOwnRooms = (key, header, body) => sealAs("person/v1/rooms", key, header, body);

/** @param {CryptoKey} key @param {OwnRoomsHeader} header @param {Uint8Array} sealed */
export const openOwnRooms = (key, header, sealed) => openAs("person/v1/rooms", key, header, sealed);

/** What a `put` entry names. @param {Uint8Array} sealed */
export const ciphertextHash = (sealed) => hash("room/v1/ciphertext", sealed);
