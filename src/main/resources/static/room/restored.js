// @ts-check
// A room that does not reach as far as a device remembers it. Whether it was brought back from a backup or is being hidden
// no program can tell; its members can, and say so by a signed majority (ADR-0038).

import { RoomError } from "./bytes.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("./members.js").Member} Member */
/** `here`: who was in the room when it was the same for all; `voices`: who of them has signed since that it stands as it
 * does. @typedef {{here: Member[], voices: Member[], needed: number}} Verdict */

/** What this device remembers of a room, and what the server gives of it now. */
export class GoneBackwards extends RoomError {
  /** @param {Ledger} known @param {Ledger} now */
  constructor(known, now) {
    super("gone-backwards");
    this.known = known;
    this.now = now;
  }
}

/** The last entry that is in both. @param {Ledger} known @param {Ledger} now */
export function forkOf(known, now) {
  const differs = known.heads.findIndex((head, seq) => now.heads[seq] !== head);
  return (differs < 0 ? known.heads.length : differs) - 1;
}

/** @param {Ledger} now @param {number} fork the last entry that is in both @param {(fp: string) => boolean} stays
 * @param {number} [until] the last entry that counts @returns {Verdict} */
function verdict(now, fork, stays, until = Infinity) {
  const here = [...now.members.values()].filter(({ fp }) => now.isIn(fp, fork));
  const by = new Set(now.acts.filter(({ kind, seq }) => kind === "accept" && seq > fork && seq <= until).map((act) => act.by));
  const voices = here.filter(({ fp }) => by.has(fp) && stays(fp));
  return { here, voices, needed: Math.floor(here.length / 2) + 1 };
}

/** More than half of all who were in it, however many of them have gone since; of those who have gone, as far as this
 * device knows, none has a voice. @param {Ledger} known @param {Ledger} now @returns {Verdict} */
export const verdictOf = (known, now) =>
  verdict(now, forkOf(known, now), (fp) => known.members.get(fp)?.active === true);

/** Where only a stand is known, and not the way there, what was signed later than it was kept counts.
 * @param {Ledger} now @param {import("./own-rooms.js").Stand} stand @returns {Verdict} */
export function verdictSince(now, { at }) {
  const first = now.acts.find((act) => act.kind === "accept" && act.at > at)?.seq ?? Infinity;
  return verdict(now, first - 1, () => true);
}

/** Texts, or changes to texts, that this device knew and that are no more. @param {Ledger} known @param {Ledger} now */
export function missingIn(known, now) {
  const fork = forkOf(known, now);
  return [...known.puts.values()].filter(({ id, seq, hash, deleted }) => seq > fork && !deleted && now.puts.get(id)?.hash !== hash);
}

/** What some have begun to accept and too few have signed yet. @param {Ledger} now @returns {Verdict | undefined} */
export function pendingOf(now) {
  /** @type {{fork: number, verdict: Verdict} | undefined} */
  let open;
  let settled = -1;
  for (const { seq, upTo = -1 } of now.acts.filter(({ kind }) => kind === "accept")) {
    // Whoever signs after enough others have signs the same.
    if (upTo < settled) continue;
    const fork = open?.fork ?? seq - 1;
    open = { fork, verdict: verdict(now, fork, () => true, seq) };
    if (!isAccepted(open.verdict)) continue;
    settled = seq;
    open = undefined;
  }
  return open?.verdict;
}

/** @param {Verdict} verdict */
export const isAccepted = ({ voices, needed }) => voices.length >= needed;
