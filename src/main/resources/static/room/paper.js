// @ts-check
// Papers of a ballot: all of one length, sealed under the room's key for votes and bound to the question they answer. A
// paper says what was chosen, and a receipt by which whoever wrote it finds it again. It says nobody's name.

import { Decrypter, Encrypter } from "../vendor/age-0.3.1.min.mjs";
import { open, seal } from "./cobblestone.js";
import { RoomError, b64u, concat, labelled, text, unb64u, utf8, uuidBytes } from "./bytes.js";
import { jcs } from "./jcs.js";

/** What a paper answers: another question, rule or last day is another ballot, and its papers do not open here.
 * @typedef {{room: string, ballot: string, epoch: number, kind: string, subject: string, rule: string, last: string}} Asked */
/** `reason` is for everybody who counts; `word` is one for `to` alone, who had the chair.
 * @typedef {{choice: "yes" | "no" | "aside", receipt: string, reason?: string, word?: string, to?: string}} Paper */

const LABEL = "room/v1/paper";
const VERSION = Uint8Array.of(1);
const LENGTH = 8192;

/** @param {Asked} asked */
const context = (asked) => labelled(LABEL, jcs({ v: 1, ...asked }));

/** @param {CryptoKey} votes @param {Asked} asked @param {Paper} paper */
export async function sealPaper(votes, asked, paper) {
  const plain = utf8(JSON.stringify(paper));
  if (plain.length > LENGTH) throw new RoomError("too-long");
  const bytes = new Uint8Array(LENGTH).fill(0x20);
  bytes.set(plain);
  return concat(VERSION, await seal(votes, context(asked), bytes));
}

/** @param {CryptoKey} votes @param {Asked} asked @param {Uint8Array} sealed @returns {Promise<Paper>} */
export async function openPaper(votes, asked, sealed) {
  if (sealed[0] !== 1) throw new RoomError("does-not-open");
  const plain = await open(votes, context(asked), sealed.subarray(1));
  try {
    return JSON.parse(text(plain));
  } catch (failure) {
    throw new RoomError("does-not-open", failure);
  }
}

/** A reason for one reader, which nobody has signed. The ballot is named in it, so that it is not put on another's paper.
 * @param {string} ballot @param {string} reason @param {import("./identity.js").Card} reader */
export async function sealWord(ballot, reason, reader) {
  const age = new Encrypter();
  age.addRecipient(reader.age);
  return b64u(await age.encrypt(JSON.stringify({ v: 1, ballot, reason })));
}

/** @param {string} ballot @param {string} word @param {string} ageSecret @returns {Promise<string>} */
export async function openWord(ballot, word, ageSecret) {
  const age = new Decrypter();
  age.addIdentity(ageSecret);
  try {
    const said = JSON.parse(await age.decrypt(unb64u(word), "text"));
    if (said.v === 1 && said.ballot === ballot && typeof said.reason === "string") return said.reason;
  } catch (failure) {
    throw new RoomError("does-not-open", failure);
  }
  throw new RoomError("does-not-open");
}

/** Letters that nobody takes for one another. */
const LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";

/** The same on each of a person's devices, known to nobody else, and kept nowhere.
 * @param {CryptoKey} own a key that only this person's identity makes @param {string} ballot */
export async function receiptOf(own, ballot) {
  const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", own, labelled("person/v1/receipt", uuidBytes(ballot))));
  const letters = [...bytes.subarray(0, 8)].map((byte) => LETTERS[byte & 31]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
