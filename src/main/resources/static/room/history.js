// @ts-check
// What a newcomer may read of before: the keys that whoever let them in has given, and nothing else.

import { day, list } from "./compare.js";
import { textOf } from "./texts.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("./members.js").Member} Member */
/** A time with one key, and how many texts were sealed under it.
 * @typedef {{epoch: number, from: number, until: number, texts: number}} Stretch */

/** Links are no texts of anybody's. */
const LINK = "invitation";

/** The times in which something was written, oldest first. @param {Ledger} ledger @returns {Stretch[]} */
export function stretches(ledger) {
  const began = [...ledger.epochs].map(([epoch, { at }]) => ({ epoch, at }));
  const texts = [...ledger.puts.values()].filter(({ deleted, kind }) => !deleted && kind !== LINK);
  return began.map(({ epoch, at }, i) => ({
    epoch, from: at, until: began[i + 1]?.at ?? Date.now(), texts: texts.filter((put) => put.epoch === epoch).length,
  })).filter((one) => one.texts > 0);
}

/** "3 March to 9 May". @param {Stretch} stretch */
export function span({ from, until }) {
  const [first, last] = [day(from), day(until)];
  return first === last ? first : textOf("span").replace("{0}", first).replace("{1}", last);
}

/** What a member reads of the time before they came, as a code and the times it names.
 * @param {Ledger} ledger @param {Member} member @returns {{code: "from" | "all" | "some", times: string}} */
export function readsOf(ledger, member) {
  const came = member.stays[0].from;
  const before = stretches(ledger).filter(({ epoch }) => ledger.heads.indexOf(ledger.epochs.get(epoch)?.head ?? "") < came);
  const given = before.filter(({ epoch }) => member.reads.includes(epoch));
  if (given.length === 0) return { code: member.reads.length > 0 && before.length === 0 ? "all" : "from", times: "" };
  return { code: given.length === before.length ? "all" : "some", times: list(given.map(span)) };
}
