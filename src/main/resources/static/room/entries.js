// @ts-check
// What an entry of a ledger looks like: exactly these fields, so that version 1 means one thing only.

import { UUID } from "./identity.js";
import { canonical, quoted } from "./jcs.js";

/** @typedef {{v: 1, seq: number, prev: string, kind: string, data: any, by: string, at: number, sig: string}} Entry */

const FIELDS = "at,by,data,kind,prev,seq,sig,v";

/** The longest entry that is taken, in characters. */
const MOST = 16_384;

/** What a text for named readers is called in the ledger: its true kind is for its readers alone. */
export const NAMED = "text";

/** What a kind of text may be called. */
export const KIND = /^[a-z][a-z-]{1,39}$/;

/** What people may be called: nothing that breaks a line or turns the reading order around. */
export const NAME = /^(?! *$)[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]{1,120}$/u;

/** What somebody is called, as far as a ledger takes it. @param {string} text */
export const nameFor = (text) => {
  const name = [...text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ").trim()].slice(0, 120).join("");
  return NAME.test(name) ? name : "?";
};

/** @typedef {(value: any) => boolean} Check */

const isObject = (/** @type {any} */ value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isFlag = (/** @type {any} */ value) => typeof value === "boolean";
const isCount = (/** @type {any} */ value) => Number.isSafeInteger(value) && value >= 1;
const isAscending = (/** @type {any} */ value) => Array.isArray(value) && value.length > 0
  && value.every((one, i) => isCount(one) && (i === 0 || value[i - 1] < one));
/** 32 bytes in their one spelling: the last character has no stray bits. */
const HASH = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
const isHash = (/** @type {any} */ value) => typeof value === "string" && HASH.test(value);
const areHashes = (/** @type {any} */ value) => Array.isArray(value) && value.length > 0
  && value.every((one, i) => isHash(one) && (i === 0 || value[i - 1] < one));
/** @param {RegExp} pattern @returns {Check} */
const matching = (pattern) => (value) => typeof value === "string" && pattern.test(value);
/** @param {string[]} words @returns {Check} */
const oneOf = (...words) => (value) => words.includes(value);
/** @param {Record<string, Check>} fields @returns {Check} */
const carries = (fields) => {
  const names = Object.keys(fields).sort().join();
  const checks = Object.entries(fields);
  return (value) => isObject(value) && Object.keys(value).sort().join() === names
    && checks.every(([field, check]) => check(value[field]));
};

/** What each kind of entry carries: these fields and no others, so that version 1 means one thing only.
 * @type {Map<string, Check>} */
const KINDS = new Map([
  ["genesis", carries({
    nonce: isHash,
    group: matching(UUID),
    card: isObject,
    name: matching(NAME),
    policy: carries({ history: oneOf("from-today", "all"), joins: oneOf("chair") }),
  })],
  ["add", carries({ card: isObject, name: matching(NAME), how: oneOf("invite", "in-person", "unchecked") })],
  ["remove", carries({ fp: isHash })],
  ["leave", carries({ fp: isHash })],
  ["chair", carries({ fp: isHash })],
  ["call", carries({ fp: isHash })],
  ["history", carries({ fp: isHash, epochs: isAscending })],
  ["end", carries({ agrees: isFlag })],
  ["dissolve", carries({})],
  ["vouch", carries({ fp: isHash, card: isObject, here: isFlag })],
  ["rekey", carries({ fp: isHash, card: isObject })],
  ["rotate", carries({ epoch: isCount, kcv: isHash, members: isHash })],
  ["put", carries({
    id: matching(UUID), kind: matching(KIND), about: matching(UUID), rev: isCount, epoch: isCount, hash: isHash,
  })],
  ["del", carries({ id: matching(UUID), rev: isCount })],
  ["export", carries({})],
  ["device", carries({})],
  ["accept", carries({ seq: isCount, head: isHash })],
  ["pair", carries({ fp: isHash })],
  ["check", carries({ seq: isCount, head: isHash, with: areHashes })],
]);

/** What follows the signature in an entry that is written out. */
const END = ',"v":1}';

/** What was signed of an entry, out of its bytes as they are hashed: all but the signature, which stands before the end.
 * @param {Uint8Array} bytes @param {{sig: string}} entry whose signature is plain base64url */
export const signedOf = (bytes, { sig }) =>
  [bytes.subarray(0, bytes.length - END.length - sig.length - ',"sig":""'.length), bytes.subarray(bytes.length - END.length)];

/** An entry as it is hashed, which is its canonical JSON, or nothing where it is none: whoever checks thousands writes each
 * out once. @param {Entry} entry @returns {string | undefined} */
export function written(entry) {
  if (!isObject(entry) || entry.v !== 1 || Object.keys(entry).sort().join() !== FIELDS
    || !Number.isSafeInteger(entry.seq) || !Number.isSafeInteger(entry.at)
    || ![entry.prev, entry.by, entry.sig].every((value) => typeof value === "string")
    || KINDS.get(entry.kind)?.(entry.data) !== true) return undefined;
  const { at, by, data, kind, prev, seq, sig } = entry;
  const text = `{"at":${at},"by":${quoted(by)},"data":${canonical(data)},"kind":${quoted(kind)},"prev":${quoted(prev)},`
    + `"seq":${seq},"sig":${quoted(sig)}${END}`;
  return text.length <= MOST ? text : undefined;
}
