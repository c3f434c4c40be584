// @ts-check
// Words of a list of 2,048, eleven bits each. A person's own ten are generated and never chosen; a room's eight are read
// aloud where its members meet.

import { wordlist } from "../vendor/words-en-2.4.0.min.mjs";
import { RoomError, b64u, labelled, unb64u, utf8 } from "./bytes.js";

export const WORDS = 10;

/** @returns {string[]} */
export function newWords() {
  return Array.from(crypto.getRandomValues(new Uint16Array(WORDS)), (n) => wordlist[n & 2047]);
}

/** Reads what somebody typed or pasted: any spacing, any case. @param {string} typed @returns {string[]} */
export function readWords(typed) {
  const words = typed.toLowerCase().split(/[^a-z]+/).filter(Boolean);
  if (words.length !== WORDS || !words.every((word) => wordlist.includes(word))) throw new RoomError("not-the-words");
  return words;
}

const BITS = 88;
/** Slow, so that nobody tries histories until one sounds like the true one. */
const ROUNDS = 100_000;

/** The eight words for all that a room's ledger says up to this entry: who is in it, with which cards, and its whole
 * history. @param {string} room @param {string} head */
export const roomWords = (room, head) => spoken(labelled("room/v1/words", unb64u(room, 32)), head);

/** The eight words of a card: its owner reads them to those who vouch for it, and to whoever compares with them alone.
 * @param {string} fp */
export const cardWords = (fp) => spoken(labelled("room/v1/card-words", new Uint8Array()), fp);

/** The words by which two members know each other's cards: eight of each, so that every page of the two shows the same
 * sixteen. Made of each card alone: were both hashed into eight words, whoever stands between the two could try cards
 * for both of them at once until two such pairs agree, with the square root of the work.
 * @param {string} mine @param {string} theirs */
export const pairWords = async (mine, theirs) => ({ mine: await cardWords(mine), theirs: await cardWords(theirs) });

/** The eight words of a key that a new device has made, for whoever has the code: both devices of one person show them.
 * @param {Uint8Array} code @param {string} recipient */
export const deviceWords = (code, recipient) => spoken(labelled("person/v1/device-words", code), recipient);

/** The number by which a server finds the lock that ten words open. It tells nobody the words, and opens nothing.
 * @param {string[]} words */
export const numberOf = async (words) => b64u(await slowly(labelled("person/v1/words-number", new Uint8Array()), words.join(" "), 128));

/** @param {Uint8Array<ArrayBuffer>} salt @param {string} what @param {number} bits */
async function slowly(salt, what, bits) {
  const base = await crypto.subtle.importKey("raw", utf8(what), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-512", salt, iterations: ROUNDS };
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, bits));
}

/** @param {Uint8Array<ArrayBuffer>} salt @param {string} what @returns {Promise<string[]>} */
async function spoken(salt, what) {
  let rest = BigInt(`0x${[...await slowly(salt, what, BITS)]
    .map((byte) => byte.toString(16).padStart(2, "0")).join("")}`);
  const words = [];
  for (let left = BITS; left > 0; left -= 11, rest >>= 11n) words.unshift(wordlist[Number(rest & 2047n)]);
  return words;
}
