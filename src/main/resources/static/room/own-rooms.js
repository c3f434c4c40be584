// @ts-check
// "My rooms": which room each of a person's groups has and how far it had come, sealed to oneself and signed. Made
// empty at enrolment, so that there is always one: a new device knows from it what it should find.

import { RoomError, b64u, unb64u, uuidBytes } from "./bytes.js";
import { hmacKey, ownRoomsSecret } from "./epochs.js";
import { sign, signingKey, verifies } from "./identity.js";
import { fetchKept, keep } from "./keep.js";
import { ciphertextHash, openOwnRooms, sealOwnRooms } from "./seal.js";
import { ask } from "./server.js";
import { codeOf } from "./texts.js";

/** Where a group's room stood. @typedef {{room: string, seq: number, head: string, at: number}} Stand */
/** By the id of the group. @typedef {Record<string, Stand>} Stands */
/** Whose it is and what makes it. @typedef {{card: import("./identity.js").Card, key: CryptoKey, signing: CryptoKey}} Owner */

const LABEL = "person/v1/rooms";
const PATH = "/keys/rooms";
const TRIES = 4;

/** @param {Owner} owner @param {number} rev @param {Stands} stands */
async function made({ card, key, signing }, rev, stands) {
  const header = { v: /** @type {1} */ (1), person: card.user, rev };
  const sealed = await sealOwnRooms(key, header, stands);
  return { rev, sealed: b64u(sealed), sig: await sign(signing, LABEL, { ...header, hash: await ciphertextHash(sealed) }) };
}

/** The first one, with nothing in it. @param {import("./identity.js").Secrets} secrets @param {import("./identity.js").Card} card */
export async function firstOwnRooms(secrets, card) {
  const key = await hmacKey(await ownRoomsSecret(secrets.age, uuidBytes(card.user)));
  return made({ card, key, signing: await signingKey(secrets) }, 1, {});
}

/** Of what was kept at two times, what goes further. @param {Stands} one @param {Stands} other @returns {Stands} */
const further = (one, other) => ({
  ...one,
  ...Object.fromEntries(Object.entries(other).filter(([group, { seq }]) => !(seq <= one[group]?.seq))),
});

/** What was kept last. None where one was promised, or one that is not one's own, is a lie; so is an older one than this
 * device has seen, unless it remembers what that said. @param {Owner} owner @returns {Promise<{rev: number, stands: Stands}>} */
export async function readOwnRooms({ card, key }) {
  // Before the question: another window may keep a newer one while the answer is on its way.
  const kept = await fetchKept("mine", card.ed25519).catch(() => undefined);
  /** @type {{rev: number, stands?: Stands}} */
  const seen = typeof kept === "number" ? { rev: kept } : kept ?? { rev: 0 };
  const found = await ask(PATH).catch((failure) => {
    throw failure.code === "refused" ? new RoomError("no-own-rooms", failure) : failure;
  });
  try {
    const { rev } = found;
    const header = { v: /** @type {1} */ (1), person: card.user, rev };
    const sealed = unb64u(found.sealed);
    const own = { ...header, hash: await ciphertextHash(sealed) };
    if (!(await verifies(card.ed25519, LABEL, own, found.sig))) throw new RoomError("no-own-rooms");
    const stands = await openOwnRooms(key, header, sealed);
    if (rev < seen.rev) {
      // An older one takes nothing from a device that remembers what the newer one said.
      if (!seen.stands) throw new RoomError("old-own-rooms");
      return { rev, stands: further(stands, seen.stands) };
    }
    if (rev > seen.rev || !seen.stands) await keep("mine", card.ed25519, { rev, stands }).catch(() => undefined);
    return { rev, stands };
  } catch (failure) {
    throw codeOf(failure) === "old-own-rooms" ? failure : new RoomError("no-own-rooms", failure);
  }
}

/** Keeps what this device has seen beside what others have kept: the further one counts.
 * @param {Owner} owner @param {Stands} seen @param {string[]} [back] groups of which what was kept before is no more
 * @returns {Promise<Stands>} */
export async function keepOwnRooms(owner, seen, back = []) {
  for (let attempt = 1; ; attempt++) {
    const { rev, stands } = await readOwnRooms(owner);
    const all = further(stands, seen);
    for (const group of back) if (seen[group]) all[group] = seen[group];
    if (Object.keys(seen).every((group) => all[group].head === stands[group]?.head)) return all;
    try {
      await ask(PATH, await made(owner, rev + 1, all), "PUT");
      await keep("mine", owner.card.ed25519, { rev: rev + 1, stands: all }).catch(() => undefined);
      return all;
    } catch (failure) {
      if (codeOf(failure) === "network" || attempt === TRIES) throw failure;
    }
  }
}

/** A ledger that is not the group's room as it was known, or that does not reach as far, is a lie.
 * @param {import("./ledger.js").Ledger} ledger @param {Stand | undefined} known */
export function compareWith(ledger, known) {
  if (!known) return;
  if (known.room !== ledger.room) throw new RoomError("another-room");
  if (ledger.heads[known.seq] !== known.head) throw new RoomError("gone-backwards");
}
