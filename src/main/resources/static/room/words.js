// @ts-check
// Ten generated words of a list of 2,048: 110 bits. Never chosen by a person.

import { wordlist } from "../vendor/words-en-2.4.0.min.mjs";
import { RoomError } from "./bytes.js";

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
