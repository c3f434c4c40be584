// @ts-check
// A room's ledger as the server gives it now, checked against what this device and the person's others have seen of it.

import { RoomError } from "./bytes.js";
import { change, fetchKept, keep } from "./keep.js";
import { current, keepsNothing } from "./keyring.js";
import { Ledger } from "./ledger.js";
import { compareWith } from "./own-rooms.js";
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

/** @param {string} room @returns {Promise<Ledger>} */
async function ledgerNow(room) {
  const kept = keepsNothing() ? undefined : await fetchKept("ledgers", room).catch(() => undefined);
  const ledger = Object.assign(new Ledger(room), kept);
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

/** Which group's page this is: the address is the one thing here that the reader sees in the browser itself. */
const groupOfPage = () => /^\/groups\/([0-9a-f-]{36})/.exec(location.pathname)?.[1];

/** A group has one room for ever, as this device and the person's others have known it. @param {Ledger} ledger */
async function belongs(ledger) {
  const { group, room } = ledger;
  if ((groupOfPage() ?? group) !== group) throw new RoomError("another-room");
  const pinned = keepsNothing() ? undefined : await fetchKept("groups", group).catch(() => undefined);
  if ((pinned ?? room) !== room) throw new RoomError("another-room");
  const ring = await current();
  if (!ring) return;
  compareWith(ledger, ring.stand(group));
  if (!pinned && !keepsNothing() && ledger.members.get(ring.fp)?.active) {
    await keep("groups", group, room).catch(() => undefined);
  }
}
