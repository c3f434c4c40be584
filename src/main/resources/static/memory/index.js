// @ts-check
// What this device remembers of the words of a room, so that they are found as they are typed. It is kept sealed under a
// key that only the room's key and the person's own together make, and forgotten when the rooms close.

import { concat, labelled, text, unb64u, utf8 } from "../room/bytes.js";
import { open, seal } from "../room/cobblestone.js";
import { hmacKey } from "../room/epochs.js";
import { jcs } from "../room/jcs.js";
import { fetchKept, keep } from "../room/keep.js";
import { keepsNothing } from "../room/keyring.js";
import { beginning, fold, termsOf } from "./fold.js";
import { readAll, readable } from "./read.js";

/** @typedef {import("../room/room.js").Room} Room */
/** @typedef {import("./read.js").Known} Known */

const LABEL = "room/v1/index";

/** @param {Room} room @param {number} epoch */
async function keyOf({ id, ring }, epoch) {
  const of = labelled(LABEL, concat(unb64u(id, 32), ring.secret(id, epoch)));
  return hmacKey(new Uint8Array(await crypto.subtle.sign("HMAC", ring.drafts, of)).slice(0, 32));
}

/** @param {Room} room @param {number} epoch */
const contextOf = ({ id, ring }, epoch) => labelled(LABEL, jcs({ v: 1, room: id, person: ring.person, epoch }));

export class RoomIndex {
  /** @param {Room} room */
  constructor(room) {
    this.room = room;
    /** By the id of the text. @type {Map<string, Known & {folded: string}>} */
    this.known = new Map();
    /** What the server did not give as the ledger names it. @type {import("../room/ledger.js").Put[]} */
    this.missing = [];
  }

  /** As it was left; empty where nothing was, or where it is not this room's and this person's. @param {Room} room */
  static async of(room) {
    const index = new RoomIndex(room);
    const kept = keepsNothing() ? undefined : await fetchKept("index", room.id).catch(() => undefined);
    if (!kept || !room.ring.has(room.id, kept.epoch)) return index;
    try {
      const plain = await open(await keyOf(room, kept.epoch), contextOf(room, kept.epoch), kept.sealed);
      for (const known of JSON.parse(text(plain))) index.take(known);
    } catch {
      index.known.clear();
    }
    return index;
  }

  /** @param {Known} known */
  take(known) {
    this.known.set(known.id, { ...known, folded: Object.values(known.words).map(fold).join("") });
  }

  /** Takes up what is new, and lets go of what was rewritten or taken away. */
  async catchUp() {
    const { room, known } = this;
    await room.refresh();
    const before = known.size;
    for (const [id, { hash }] of known) {
      const put = room.ledger.puts.get(id);
      if (!put || put.deleted || put.hash !== hash) known.delete(id);
    }
    const fresh = readable(room).filter(({ id }) => !known.has(id));
    this.missing = await readAll(room, fresh, (one) => this.take(one));
    if (before !== known.size || fresh.length > this.missing.length) await this.keep();
  }

  async keep() {
    if (keepsNothing()) return;
    const { room } = this;
    const { epoch } = room.ledger;
    const all = [...this.known.values()].map(({ folded: _, ...known }) => known);
    const sealed = await seal(await keyOf(room, epoch), contextOf(room, epoch), utf8(JSON.stringify(all)));
    await keep("index", room.id, { epoch, sealed }).catch(() => undefined);
  }

  /** Texts in which each of these words begins a word, the latest first. @param {string} query */
  find(query) {
    const beginnings = termsOf(query).map(beginning);
    if (beginnings.length === 0) return [];
    const { puts } = this.room.ledger;
    return [...this.known.values()]
      .filter(({ folded }) => beginnings.every((one) => folded.includes(one)))
      .flatMap((known) => {
        const put = puts.get(known.id);
        return put ? [{ known, put }] : [];
      })
      .sort((one, other) => other.put.seq - one.put.seq);
  }
}
