// @ts-check
// The log of the room says on how many devices each member has opened it: whoever has got hold of somebody's keys cannot
// use them here unseen. Whoever changes the page can leave it out; against that no page helps.

import { change, fetchKept } from "./keep.js";
import { keepsNothing } from "./keyring.js";

/** @typedef {import("./room.js").Room} Room */
/** Since when it is being told, or was. @typedef {{at: number, told: boolean}} Opened */

/** Milliseconds after which whoever began to tell has closed the page. */
const GIVEN_UP = 60_000;

/** On one device each person is another. @param {Room} room */
const nameOf = ({ id, ring }) => `${id} ${ring.fp}`;

/** @param {string} name @returns {Promise<Opened | undefined>} */
async function known(name) {
  if (keepsNothing()) return JSON.parse(sessionStorage.getItem(name) ?? "null") ?? undefined;
  return fetchKept("opened", name);
}

/** @param {string} name @param {(old?: Opened) => Opened | undefined} next */
async function write(name, next) {
  if (!keepsNothing()) return change("opened", name, next);
  const made = next(await known(name));
  if (made) sessionStorage.setItem(name, JSON.stringify(made));
}

/** This device is known to have opened the room. @param {Room} room */
export const openedHere = (room) => write(nameOf(room), () => ({ at: Date.now(), told: true }));

/** Tells the others that this person has opened the room where they had not before; what cannot be told now is told
 * another time. @param {Room} room */
export async function tellOfDevice(room) {
  const now = Date.now();
  let before = /** @type {Opened | undefined} */ (undefined);
  let mine = false;
  // In one step: of two windows that open at once only one tells.
  await write(nameOf(room), (old) => {
    before = old;
    mine = !old || (!old.told && now - old.at > GIVEN_UP);
    return mine ? { at: now, told: false } : undefined;
  });
  if (!mine) return;
  const since = /** @type {Opened | undefined} */ (before)?.at ?? now;
  const arrived = room.ledger.acts.some(({ kind, by, at }) => kind === "device" && by === room.ring.fp && at >= since);
  if (!arrived) await room.say("device", {});
  await openedHere(room);
}
