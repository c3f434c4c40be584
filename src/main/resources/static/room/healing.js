// @ts-check
// What whoever opens the room first does for the others: gives back places and keys, and follows from what was agreed.

import { b64u } from "./bytes.js";
import { sealRenewal } from "./renewal.js";
import { AT_ONCE } from "./room.js";
import { ask } from "./server.js";

/** @typedef {import("./room.js").Room} Room */

/** Gives a new card that enough members vouch for the place of the old one, the chair to whom enough have called for it,
 * a new key to the room where somebody has left, and keys to members who lack them. Whoever came back gets all that they
 * had. @param {Room} room */
export async function heal(room) {
  await letBackIn(room);
  await followTheCall(room);
  await room.renewKey();
  const { held } = await ask(`/rooms/${room.id}/grants`);
  const grants = [];
  for (const member of room.ledger.active()) {
    for (const epoch of room.ledger.epochsOf(member.fp)) {
      if (held[member.fp]?.includes(epoch) || !room.ring.has(room.id, epoch)) continue;
      grants.push(...await room.grants(room.ledger, epoch, room.ring.secret(room.id, epoch), [member]));
    }
  }
  await room.hand(grants);
  await renew(room);
}

/** Gives new cards that enough members vouch for the place of the old ones. @param {Room} room */
async function letBackIn(room) {
  const ready = [...room.ledger.vouches].filter(([next, { fp }]) =>
    fp !== room.ring.fp && room.ledger.hinders(next, Date.now()) === undefined);
  for (const [next, { fp, card }] of ready) {
    if (!room.ledger.vouches.has(next)) continue;
    // The server refuses a card that its owner has taken back; that keeps nobody else from their keys.
    await room.change([{ kind: "rekey", data: { fp, card } }]).catch(() => undefined);
  }
}

/** @param {Room} room */
async function followTheCall(room) {
  const next = [...room.ledger.calls.keys()].find((fp) => room.ledger.hindersCall(fp, Date.now()) === undefined);
  // The chair has been heard meanwhile, or somebody else was faster.
  if (next) await room.say("chair", { fp: next }).catch(() => room.refresh());
}

/** Seals the keys of texts for few again, for those of their readers who came back with a new card. @param {Room} room */
async function renew(room) {
  const all = room.ring.envelopes(room.id).flatMap(([id, held]) => backFor(room, id, held).map((reader) => ({ id, held, reader })));
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE);
    const renewals = await Promise.all(some.map(async ({ id, held: { envelope: said, hash }, reader }) => {
      const what = { said: /** @type {import("./envelope.js").Envelope} */ (said), envelope: hash, head: room.ledger.head };
      return { id, rev: what.said.rev, to: reader.fp, file: b64u(await sealRenewal(what, reader, room.ring.signer())) };
    }));
    await ask(`/rooms/${room.id}/renewals`, { renewals });
    for (const { id, held, reader } of some) {
      held.renewed = [...held.renewed ?? [], reader.fp];
      await room.ring.addEnvelope(room.id, id, held);
    }
  }
}

/** Which readers of a text came back and do not have its key yet. @param {Room} room @param {string} id
 * @param {import("./keyring.js").Held} held */
function backFor({ ring, ledger }, id, { envelope: said, renewed = [] }) {
  const put = ledger.puts.get(id);
  if (!put || put.deleted || !said || said.rev !== put.rev) return [];
  return ledger.active().filter(({ fp }) => fp !== ring.fp && !renewed.includes(fp) && !said.readers.includes(fp)
    && said.readers.some((reader) => ledger.speaksFor(fp, reader)));
}
