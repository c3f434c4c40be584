// @ts-check
// Who is in a room, under which key, and which texts stand in it: replayed from signed, chained entries. Any broken
// rule stops the room; there is no "continue anyway".

import { RoomError, hash } from "./bytes.js";
import { sign, verifies, verifyCard } from "./identity.js";
import { jcs } from "./jcs.js";

/** @typedef {import("./identity.js").Card} Card */
/** @typedef {{v: 1, seq: number, prev: string, kind: string, data: any, by: string, at: number, sig: string}} Entry */
/** @typedef {{fp: string, card: Card, chair: boolean, active: boolean, how: string, since: number}} Member */
/** @typedef {{id: string, kind: string, rev: number, epoch: number, hash: string, author: string, deleted: boolean}} Put */

const FIELDS = "at,by,data,kind,prev,seq,sig,v";

/** @param {Entry} entry */
export const entryHash = (entry) => hash("room/v1/entry", jcs(entry));

/** The hash of a set of members. @param {string[]} fingerprints */
export const membersHash = (fingerprints) => hash("room/v1/members", jcs([...fingerprints].sort()));

export class Ledger {
  /** @param {string} room the id, which is the hash of the first entry */
  constructor(room) {
    this.room = room;
    this.seq = -1;
    this.head = "";
    this.epoch = 0;
    this.kcv = "";
    /** The key check value of each epoch and the entry that began it. @type {Map<number, {kcv: string, head: string}>} */
    this.epochs = new Map();
    this.epochMembers = "";
    this.policy = {};
    /** @type {Map<string, Member>} */
    this.members = new Map();
    /** @type {Map<string, Put>} */
    this.puts = new Map();
  }

  /** @param {string} room @param {Entry[]} entries */
  static async replay(room, entries) {
    const ledger = new Ledger(room);
    for (const entry of entries) await ledger.append(entry);
    return ledger;
  }

  active() {
    return [...this.members.values()].filter((member) => member.active);
  }

  /** Nobody joined or left since the key was made: only then may anything be written. */
  async writable() {
    return this.epoch > 0 && this.epochMembers === (await this.activeHash());
  }

  activeHash() {
    return membersHash(this.active().map((member) => member.fp));
  }

  /** @param {string} person */
  memberOf(person) {
    return this.active().find((member) => member.card.user === person);
  }

  /** Checks one more entry and takes it up. @param {Entry} entry */
  async append(entry) {
    if (entry?.v !== 1 || Object.keys(entry).sort().join() !== FIELDS) throw new RoomError("malformed");
    if (entry.seq !== this.seq + 1 || entry.prev !== this.head) throw new RoomError("out-of-order");
    const { sig, ...unsigned } = entry;
    const own = await entryHash(entry);
    if (entry.seq === 0 && (entry.kind !== "genesis" || own !== this.room)) throw new RoomError("not-genesis");
    const signer = entry.seq === 0 ? undefined : this.members.get(entry.by);
    if (entry.seq > 0 && !signer?.active) throw new RoomError("signer-not-active");
    const card = signer?.card ?? entry.data.card;
    if (!(await verifies(card.ed25519, "room/v1/ledger", unsigned, sig).catch(() => false))) {
      throw new RoomError("bad-signature");
    }
    await this.apply(entry, own, signer);
    this.seq = entry.seq;
    this.head = own;
  }

  /** @param {Entry} entry @param {string} own @param {Member | undefined} signer */
  async apply({ kind, data, by, at, seq }, own, signer) {
    const chairOnly = () => {
      if (!signer?.chair) throw new RoomError("not-allowed");
    };
    const someone = (/** @type {string} */ fp) => {
      const member = this.members.get(fp);
      if (!member?.active) throw new RoomError("not-allowed");
      return member;
    };
    switch (kind) {
      case "genesis": {
        if (seq !== 0 || (await verifyCard(data.card)) !== by) throw new RoomError("bad-card");
        this.policy = data.policy ?? {};
        this.members.set(by, { fp: by, card: data.card, chair: true, active: true, how: "genesis", since: at });
        return;
      }
      case "add": {
        chairOnly();
        const fp = await verifyCard(data.card);
        if (this.members.get(fp)?.active) throw new RoomError("not-allowed");
        this.members.set(fp, { fp, card: data.card, chair: false, active: true, how: data.how, since: at });
        return;
      }
      case "remove":
        chairOnly();
        this.members.set(data.fp, { ...someone(data.fp), active: false, chair: false });
        return;
      case "leave":
        if (data.fp !== by) throw new RoomError("not-allowed");
        this.members.set(by, { ...someone(by), active: false, chair: false });
        return;
      case "role":
        chairOnly();
        if (data.role !== "chair" && data.role !== "member") throw new RoomError("malformed");
        this.members.set(data.fp, { ...someone(data.fp), chair: data.role === "chair" });
        return;
      case "rotate":
        if (data.epoch !== this.epoch + 1) throw new RoomError("stale-epoch");
        if (data.members !== (await this.activeHash())) throw new RoomError("wrong-members");
        this.epoch = data.epoch;
        this.kcv = data.kcv;
        this.epochs.set(data.epoch, { kcv: data.kcv, head: own });
        this.epochMembers = data.members;
        return;
      case "put": {
        if (data.epoch !== this.epoch || !(await this.writable())) throw new RoomError("stale-epoch");
        if (typeof data.id !== "string" || typeof data.kind !== "string" || typeof data.hash !== "string") {
          throw new RoomError("malformed");
        }
        const last = this.puts.get(data.id);
        if (data.rev !== (last?.rev ?? 0) + 1 || last?.deleted || (last && last.kind !== data.kind)) {
          throw new RoomError("wrong-revision");
        }
        if (last && last.author !== by) throw new RoomError("not-allowed");
        const { id, rev, epoch } = data;
        this.puts.set(id, { id, kind: data.kind, rev, epoch, hash: data.hash, author: by, deleted: false });
        return;
      }
      case "del": {
        const last = this.puts.get(data.id);
        if (!last || last.deleted || last.rev !== data.rev) throw new RoomError("wrong-revision");
        if (last.author !== by && !signer?.chair) throw new RoomError("not-allowed");
        this.puts.set(data.id, { ...last, deleted: true });
        return;
      }
      default:
        throw new RoomError("malformed");
    }
  }
}

/** Signs the next entry after `ledger`'s head. Several in a row: `append` each before writing the next.
 * @param {{seq: number, head: string}} ledger @param {string} kind @param {object} data
 * @param {{fp: string, key: CryptoKey}} signer @param {number} [at] @returns {Promise<Entry>} */
export async function nextEntry(ledger, kind, data, signer, at = Date.now()) {
  const unsigned = { v: /** @type {1} */ (1), seq: ledger.seq + 1, prev: ledger.head, kind, data, by: signer.fp, at };
  return { ...unsigned, sig: await sign(signer.key, "room/v1/ledger", unsigned) };
}

/** The first entry of a new room, and the room's id. @param {Card} card @param {{fp: string, key: CryptoKey}} signer
 * @param {{history: "from-today" | "all", joins: "chair"}} policy @param {string} nonce */
export async function genesis(card, signer, policy, nonce) {
  const entry = await nextEntry({ seq: -1, head: "" }, "genesis", { nonce, card, policy }, signer);
  return { entry, room: await entryHash(entry) };
}
