// @ts-check
// A room's ledger as the server gives it now, checked against what this device and the person's others have seen of it.

import { RoomError } from "./bytes.js";
import { change, fetchKept, forget, keep } from "./keep.js";
import { current, keepsNothing } from "./keyring.js";
import { Ledger } from "./ledger.js";
import { compareWith } from "./own-rooms.js";
import { GoneBackwards, forkOf, isAccepted, missingIn, verdictOf, verdictSince } from "./restored.js";
import { ask } from "./server.js";
import { codeOf } from "./texts.js";

/** Reads and checks the ledger from where this device last stood. A ledger that is shorter or other than what was seen
 * before stops everything. @param {string} room @returns {Promise<Ledger>} */
export async function readLedger(room) {
  // What was known before the question: while the answer is on its way, this person's other windows and devices may tell
  // of more than it can hold. Then it is not false but late, and is asked for again.
  const known = (await current())?.kept.stands;
  try {
    return await ledgerNow(room);
  } catch (failure) {
    if (codeOf(failure) !== "gone-backwards" || (await current())?.kept.stands === known) throw failure;
    return readLedger(room);
  }
}

/** What this device has kept of a room. @param {string} room @returns {Promise<Ledger>} */
async function keptOf(room) {
  const kept = keepsNothing() ? undefined : await fetchKept("ledgers", room).catch(() => undefined);
  return Object.assign(new Ledger(room), kept);
}

/** @param {string} room @returns {Promise<Ledger>} */
async function ledgerNow(room) {
  try {
    return await longer(room);
  } catch (failure) {
    if (codeOf(failure) !== "gone-backwards") throw failure;
    return broughtBack(room, failure);
  }
}

/** @param {string} room */
async function longer(room) {
  const ledger = await keptOf(room);
  const before = { seq: ledger.seq, head: ledger.head };
  const { entries, head } = await ask(`/rooms/${room}/ledger?after=${ledger.seq}`);
  if (head.seq < before.seq || (head.seq === before.seq && head.hash !== before.head)) throw new RoomError("gone-backwards");
  await ledger.appendAll(entries).catch((failure) => {
    throw new RoomError(before.seq >= 0 && ledger.seq === before.seq ? "gone-backwards" : "false-ledger", failure);
  });
  if (ledger.seq !== head.seq || ledger.head !== head.hash) throw new RoomError("false-ledger");
  await belongs(ledger);
  if (!keepsNothing() && entries.length > 0) {
    await change("ledgers", room, (newer) => (newer?.seq >= ledger.seq ? undefined : { ...ledger })).catch(() => undefined);
  }
  return ledger;
}

/** A room that does not reach as far as this device knows it is taken as it is once most of its members have signed that
 * they do; whoever only sees it shorter goes on refusing. @param {string} room @param {unknown} failure */
async function broughtBack(room, failure) {
  const known = await keptOf(room);
  const { entries, head } = await ask(`/rooms/${room}/ledger?after=-1`);
  const now = await Ledger.replay(room, entries).catch(() => {
    throw failure;
  });
  if (now.seq !== head.seq || now.head !== head.hash || known.seq < 0) throw failure;
  // Two answers, of which only the first was short: it was no older room.
  if (forkOf(known, now) < known.seq && !isAccepted(verdictOf(known, now))) throw new GoneBackwards(known, now);
  await belongs(now, known);
  await takeUp(known, now);
  return now;
}

/** From now on this device knows the room as it was brought back. What is lost is remembered until its author has seen it,
 * and what came with it, keys too, is let go. @param {Ledger} known @param {Ledger} now */
async function takeUp(known, now) {
  const { room, group, seq, head } = now;
  const fork = forkOf(known, now);
  const ring = await current();
  if (fork < known.seq) await keep("lost", room, missingIn(known, now));
  await keep("ledgers", room, { ...now });
  for (const store of /** @type {const} */ (["index", "compared", "wrong"])) await forget(store, room);
  if (!ring) return;
  await ring.keepOnly(room,
    (epoch) => known.epochs.get(epoch)?.head === now.epochs.get(epoch)?.head,
    (id) => (now.puts.get(id)?.seq ?? Infinity) <= fork);
  const told = ring.stand(group);
  if (told && now.heads[told.seq] !== told.head) await ring.tell({ [group]: { room, seq, head, at: Date.now() } }, [group]).catch(() => undefined);
}

/** Which group's page this is: the address is the one thing here that the reader sees in the browser itself. */
const groupOfPage = () => /^\/groups\/([0-9a-f-]{36})/.exec(location.pathname)?.[1];

/** A group has one room for ever, as this device and the person's others have known it.
 * @param {Ledger} ledger @param {Ledger} [known] what this device knew, where that has been accepted to be lost */
async function belongs(ledger, known) {
  const { group, room } = ledger;
  if ((groupOfPage() ?? group) !== group) throw new RoomError("another-room");
  const pinned = keepsNothing() ? undefined : await fetchKept("groups", group).catch(() => undefined);
  if ((pinned ?? room) !== room) throw new RoomError("another-room");
  const ring = await current();
  if (!ring) return;
  const told = ring.stand(group);
  const lost = told && told.room === room && (known?.heads[told.seq] === told.head || isAccepted(verdictSince(ledger, told)));
  if (!lost) compareWith(ledger, told);
  if (!pinned && !keepsNothing() && ledger.members.get(ring.fp)?.active) {
    await keep("groups", group, room).catch(() => undefined);
  }
}
