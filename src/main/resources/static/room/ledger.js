// @ts-check
// Who is in a room, under which key, and which texts stand in it: replayed from signed, chained entries. Any broken
// rule stops the room; there is no "continue anyway".

import { RoomError, hash, labelled, unb64u, utf8 } from "./bytes.js";
import { NAMED, signedOf, written } from "./entries.js";
import { sign, verifiesBytes, verifyCard } from "./identity.js";
import { canonical } from "./jcs.js";
import { Members } from "./members.js";

/** @typedef {import("./identity.js").Card} Card */
/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {import("./members.js").Member} Member */
/** `seq` is the entry that put it, `at` when. @typedef {{id: string, kind: string, about: string, rev: number,
 *   epoch: number, hash: string, author: string, seq: number, at: number, deleted: boolean}} Put */
/** What somebody did, and whom it is about; of room words that were compared, with whom, and up to which entry.
 * @typedef {{seq: number, at: number, kind: string, by: string, fp: string, agrees?: boolean, with?: string[],
 *   upTo?: number}} Act */

/** What a ledger is full of: it stands in the texts and keys themselves. */
const COMMON = new Set(["put", "del", "rotate"]);

/** What says nothing of the room itself: doing it changes neither the room's words nor what is known to have happened. */
const BESIDES = new Set(["check", "pair", "device", "accept"]);

/** How many entries are checked side by side. */
const AT_ONCE = 512;

/** @typedef {{bytes: Uint8Array, own: Promise<string>, card: Card, signed: Promise<boolean>}} Begun */

/** @param {Card} card @param {Entry} entry @param {Uint8Array} bytes the same entry, written out */
async function isSigned(card, entry, bytes) {
  try {
    return await verifiesBytes(card.ed25519, unb64u(entry.sig, 64), labelled("room/v1/ledger", ...signedOf(bytes, entry)));
  } catch {
    return false;
  }
}

/** @param {Uint8Array} bytes an entry, written out */
const hashOf = (bytes) => hash("room/v1/entry", bytes);

/** @param {Entry} entry */
export const entryHash = (entry) => hashOf(utf8(canonical(entry)));

export class Ledger extends Members {
  /** @param {string} room the id, which is the hash of the first entry */
  constructor(room) {
    super();
    this.room = room;
    this.group = "";
    this.seq = -1;
    this.head = "";
    /** The hash of each entry, in order. @type {string[]} */
    this.heads = [];
    this.epoch = 0;
    this.kcv = "";
    /** The key check value of each epoch and the entry that began it. @type {Map<number, {kcv: string, head: string, at: number}>} */
    this.epochs = new Map();
    this.epochMembers = "";
    this.policy = {};
    /** @type {Map<string, Put>} */
    this.puts = new Map();
    /** Who ended it, and when. @type {{by: string, at: number} | undefined} */
    this.dissolved = undefined;
    /** All that was done but for texts and keys, in order: the log of the room. @type {Act[]} */
    this.acts = [];
    /** The last entry of which the room's words are made: comparing them does not change them. */
    this.last = { seq: -1, head: "" };
    /** What was done last. @type {Act | undefined} */
    this.change = undefined;
  }

  /** @param {string} room @param {Entry[]} entries */
  static async replay(room, entries) {
    const ledger = new Ledger(room);
    await ledger.appendAll(entries);
    return ledger;
  }

  /** Checks more entries and takes them up, in their order. Their hashes and signatures, which need no order, are begun
   * together: a page of a room need not wait for thousands of them one after the other.
   * @param {Entry[]} entries */
  async appendAll(entries) {
    // Few at first: who signs is not known before the first entries are in.
    for (let first = 0, some = 8; first < entries.length; first += some, some = Math.min(2 * some, AT_ONCE)) {
      const begun = entries.slice(first, first + some).map((entry) => ({ entry, checks: this.begin(entry) }));
      for (const { entry, checks } of begun) await this.append(entry, checks);
    }
  }

  /** What of a check may begin before its turn. @param {Entry} entry @returns {Begun | undefined} */
  begin(entry) {
    const card = this.members.get(entry?.by)?.card;
    const text = card && written(entry);
    if (!card || !text) return undefined;
    const bytes = utf8(text);
    return { bytes, own: hashOf(bytes), card, signed: isSigned(card, entry, bytes) };
  }

  /** Nobody joined or left since the key was made: only then may anything be written. */
  async writable() {
    return this.epoch > 0 && this.epochMembers === (await this.activeHash());
  }

  /** The epochs whose keys are a member's to have: the present one, those that they were given from before, and for
   * whoever has a new card all of their time.
   * @param {string} fp */
  epochsOf(fp) {
    const theirs = [...this.members.values()].filter((one) => this.speaksFor(fp, one.fp));
    const given = new Set([this.epoch, ...theirs.flatMap(({ reads }) => reads)]);
    const back = Boolean(this.members.get(fp)?.before);
    return [...this.epochs].filter(([epoch, { head }]) => {
      const began = back ? this.heads.indexOf(head) : -1;
      return given.has(epoch) || (back && theirs.some((one) => this.wasHere(one.fp, began)));
    }).map(([epoch]) => epoch);
  }

  /** Checks one more entry and takes it up. @param {Entry} entry @param {Begun} [begun] */
  async append(entry, begun) {
    const bytes = begun?.bytes ?? utf8(written(entry) ?? "");
    if (bytes.length === 0) throw new RoomError("malformed");
    if (entry.seq !== this.seq + 1 || entry.prev !== this.head) throw new RoomError("out-of-order");
    const own = await (begun?.own ?? hashOf(bytes));
    if (entry.seq === 0 && (entry.kind !== "genesis" || own !== this.room)) throw new RoomError("not-genesis");
    if (this.dissolved) throw new RoomError("dissolved");
    const signer = entry.seq === 0 ? undefined : this.members.get(entry.by);
    if (entry.seq > 0 && !signer?.active) throw new RoomError("signer-not-active");
    if (!signer && (await verifyCard(entry.data.card)) !== entry.by) throw new RoomError("bad-card");
    const card = signer?.card ?? entry.data.card;
    // Whose card it is only the entries before this one say.
    if (!(await (begun?.card === card ? begun.signed : isSigned(card, entry, bytes)))) throw new RoomError("bad-signature");
    await this.apply(entry, own, signer);
    // Whoever still signs has lost nothing, and a chair who does is not lost.
    this.forgetVouchesFor(entry.by);
    if (signer?.chair) this.calls.clear();
    this.seq = entry.seq;
    this.head = own;
    this.heads.push(own);
    if (!BESIDES.has(entry.kind)) this.last = { seq: entry.seq, head: own };
    const act = this.actOf(entry);
    if (!COMMON.has(entry.kind)) this.acts.push(act);
    // A new key is no news: it only follows from who came or went.
    if (entry.kind !== "rotate" && !BESIDES.has(entry.kind)) this.change = act;
  }

  /** @param {Entry} entry @returns {Act} */
  actOf({ seq, at, kind, by, data }) {
    const { agrees, with: others, head } = data;
    const fp = data.fp ?? this.memberOf(data.card?.user)?.fp ?? by;
    return { seq, at, kind, by, fp, ...(agrees !== undefined && { agrees }), ...(others && { with: others }), ...(head && { upTo: data.seq }) };
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
        if (seq !== 0) throw new RoomError("not-genesis");
        this.policy = data.policy;
        this.group = data.group;
        const { card, name } = data;
        this.seat({ fp: by, card, name, chair: true, active: true, how: "genesis", since: at, stays: [{ from: seq }], before: "", reads: [] });
        return;
      }
      case "add": {
        chairOnly();
        const fp = await verifyCard(data.card);
        // A second card for somebody who is here would let another key speak under a known name.
        if (this.memberOf(data.card.user)) throw new RoomError("not-allowed");
        const { card, name, how } = data;
        const { stays = [], before = "", reads = [] } = this.members.get(fp) ?? {};
        this.seat({ fp, card, name, chair: false, active: true, how, since: at, stays: [...stays, { from: seq }], before, reads });
        return;
      }
      case "history":
        chairOnly();
        if (data.epochs.at(-1) > this.epoch) throw new RoomError("stale-epoch");
        this.seat({ ...someone(data.fp), reads: [...new Set([...someone(data.fp).reads, ...data.epochs])].sort((a, b) => a - b) });
        return;
      case "remove":
        chairOnly();
        // A room has a chair: whoever has it hands it over first.
        if (data.fp === by) throw new RoomError("not-allowed");
        this.end(someone(data.fp), seq);
        return;
      case "leave":
        if (data.fp !== by || signer?.chair) throw new RoomError("not-allowed");
        this.end(someone(by), seq);
        return;
      case "vouch": {
        const { next } = await this.successor(data, by);
        if (data.here && !signer?.chair) throw new RoomError("not-allowed");
        const { since = at, here = false, by: others = [] } = this.vouches.get(next) ?? {};
        this.vouches.set(next, {
          fp: data.fp, card: data.card, since, here: here || data.here, by: [...others.filter((one) => one !== by), by],
        });
        return;
      }
      case "rekey": {
        const { next, old } = await this.successor(data, by);
        const hindrance = this.hinders(next, at);
        if (hindrance) throw new RoomError(hindrance);
        const { name, chair } = old;
        this.end(old, seq);
        this.seat({ fp: next, card: data.card, name, chair, active: true, how: "rekey", since: at, stays: [{ from: seq }], before: old.fp, reads: [] });
        return;
      }
      case "chair": {
        const next = someone(data.fp);
        const hindrance = signer?.chair ? undefined : this.hindersCall(data.fp, at);
        if (next.chair) throw new RoomError("not-allowed");
        if (hindrance) throw new RoomError(hindrance);
        this.seat({ ...this.chair(), chair: false });
        this.seat({ ...next, chair: true });
        this.calls.clear();
        return;
      }
      case "call": {
        if (signer?.chair || someone(data.fp).chair) throw new RoomError("not-allowed");
        const { since = at, by: others = [] } = this.calls.get(data.fp) ?? {};
        for (const [fp, called] of this.calls) {
          const rest = called.by.filter((one) => one !== by);
          if (rest.length > 0) this.calls.set(fp, { ...called, by: rest });
          else if (fp !== data.fp) this.calls.delete(fp);
        }
        this.calls.set(data.fp, { since, by: [...others.filter((one) => one !== by), by] });
        return;
      }
      case "end": {
        const { since = at, by: others = [] } = this.ends ?? {};
        const rest = others.filter((one) => one !== by);
        this.ends = data.agrees ? { since, by: [...rest, by] } : rest.length > 0 ? { since, by: rest } : undefined;
        return;
      }
      case "dissolve": {
        chairOnly();
        const hindrance = this.hindersEnd(at);
        if (hindrance) throw new RoomError(hindrance);
        this.dissolved = { by, at };
        return;
      }
      case "rotate":
        if (data.epoch !== this.epoch + 1) throw new RoomError("stale-epoch");
        if (data.members !== (await this.activeHash())) throw new RoomError("wrong-members");
        this.epoch = data.epoch;
        this.kcv = data.kcv;
        this.epochs.set(data.epoch, { kcv: data.kcv, head: own, at });
        this.epochMembers = data.members;
        return;
      case "put": {
        if (data.epoch !== this.epoch || !(await this.writable())) throw new RoomError("stale-epoch");
        const { id, about, rev, epoch, hash: named } = data;
        // What a text for named readers is about is for them alone.
        if (data.kind === NAMED && about !== this.group) throw new RoomError("malformed");
        const last = this.puts.get(id);
        if (rev !== (last?.rev ?? 0) + 1 || last?.deleted || (last && (last.kind !== data.kind || last.about !== about))) {
          throw new RoomError("wrong-revision");
        }
        if (last && !this.speaksFor(by, last.author)) throw new RoomError("not-allowed");
        this.puts.set(id, { id, kind: data.kind, about, rev, epoch, hash: named, author: by, seq, at, deleted: false });
        return;
      }
      case "del": {
        const last = this.puts.get(data.id);
        if (!last || last.deleted || last.rev !== data.rev) throw new RoomError("wrong-revision");
        if (!this.speaksFor(by, last.author) && !signer?.chair) throw new RoomError("not-allowed");
        this.puts.set(data.id, { ...last, deleted: true });
        return;
      }
      case "export":
      case "device":
        return;
      case "pair":
        // Whose words somebody has heard are those of this card, and of none that takes its place.
        if (data.fp === by) throw new RoomError("not-allowed");
        someone(data.fp);
        return;
      case "accept":
        // What somebody accepts is what the room's words are made of just now: whoever was overtaken has read others.
        if (data.seq !== this.last.seq || data.head !== this.last.head) throw new RoomError("wrong-head");
        return;
      case "check":
        if (this.heads[data.seq] !== data.head) throw new RoomError("wrong-head");
        // Words say nothing of whoever came after them.
        if (data.with.includes(by) || ![by, ...data.with].every((fp) => someone(fp) && this.isIn(fp, data.seq))) {
          throw new RoomError("not-allowed");
        }
        return;
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

/** The first entry of a group's new room, and the room's id. @param {{group: string, card: Card, name: string,
 * policy: {history: "from-today" | "all", joins: "chair"}, nonce: string}} beginning
 * @param {{fp: string, key: CryptoKey}} signer */
export async function genesis({ group, card, name, policy, nonce }, signer) {
  const entry = await nextEntry({ seq: -1, head: "" }, "genesis", { nonce, group, card, name, policy }, signer);
  return { entry, room: await entryHash(entry) };
}
