// @ts-check
// What was done in a room besides writing, in sentences, and who has compared its words with whom: as its members have
// signed it.

import { list } from "./compare.js";
import { textOf } from "./texts.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("./ledger.js").Act} Act */
/** @typedef {import("./members.js").Member} Member */

/** What the sentence of an act depends on, besides its kind. @param {Ledger} ledger @param {Act} act */
function codeOf({ acts }, { kind, by, fp, seq, agrees }) {
  if (kind === "end") return agrees ? "end" : "end-not";
  if (kind === "chair") return by === fp ? "chair" : "chair-given";
  const opened = (/** @type {Act} */ one) => one.by === by && one.seq < seq && (one.kind === "device" || one.kind === "genesis");
  return kind === "device" && !acts.some(opened) ? "device-first" : kind;
}

/** "Mara let Theo in". @param {Ledger} ledger @param {Act} act */
export function said(ledger, act) {
  const name = (/** @type {string} */ fp) => ledger.members.get(fp)?.name ?? "?";
  return textOf(`log-${codeOf(ledger, act)}`).replace("{0}", name(act.by)).replace("{1}", name(act.fp))
    .replace("{2}", list((act.with ?? []).map(name)));
}

/** When a member last compared the room's words with another, as they have signed it themselves. What was compared before
 * one of them came, or came back with another key, says nothing of who they are now.
 * @param {Ledger} ledger @param {string} by @param {string} other @returns {Act | undefined} */
export function comparison({ acts, members }, by, other) {
  const since = Math.max(...[by, other].map((fp) => members.get(fp)?.stays.at(-1)?.from ?? Infinity));
  return acts.findLast((act) => act.kind === "check" && act.by === by && (act.upTo ?? -1) >= since
    && act.with?.includes(other));
}

/** When a member signed that they heard the words of another's card. It holds for these two cards, whenever they came.
 * @param {Ledger} ledger @param {string} by @param {string} other @returns {Act | undefined} */
export const pairing = ({ acts }, by, other) => acts.findLast((act) => act.kind === "pair" && act.by === by && act.fp === other);

/** The others whose card's words a member has not heard. @param {Ledger} ledger @param {string} me */
export const notPaired = (ledger, me) => ledger.active().filter(({ fp }) => fp !== me && !pairing(ledger, me, fp));

/** The others with whom a member has not compared the room's words. What another signs of it is their word alone: whoever
 * was put into somebody's place would sign it too. @param {Ledger} ledger @param {string} me */
export const notCompared = (ledger, me) =>
  ledger.active().filter((other) => other.fp !== me && !comparison(ledger, me, other.fp));

/** What a person has last signed to have compared, on whichever device. @param {Ledger} ledger @param {string} me */
export const lastComparison = ({ acts }, me) => acts.findLast(({ kind, by }) => kind === "check" && by === me);
