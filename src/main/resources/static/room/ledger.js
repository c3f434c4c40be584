// @ts-check
// Who is in a room, under which key, and which texts stand in it: replayed from signed, chained entries. Any broken
// rule stops the room; there is no "continue anyway".

import { RoomError, hash, unb64u } from "./bytes.js";
import { UUID, sign, verifies, verifyCard } from "./identity.js";
import { canonical, jcs } from "./jcs.js";

/** @typedef {import("./identity.js").Card} Card */
/** @typedef {{v: 1, seq: number, prev: string, kind: string, data: any, by: string, at: number, sig: string}} Entry */
/** `stays`: after which entry they came, and with which they went. `before`: the card that this one took the place of.
 * @typedef {{fp: string, card: Card, name: string, chair: boolean, active: boolean, how: string, since: number,
 *   stays: {from: number, until?: number}[], before: string}} Member */
/** Who vouches for the new card of the member `fp`, since when, and whether a chair sits beside them.
 * @typedef {{fp: string, card: Card, since: number, here: boolean, by: string[]}} Vouched */
/** `seq` is the entry that put it, `at` when. @typedef {{id: string, kind: string, about: string, rev: number,
 *   epoch: number, hash: string, author: string, seq: number, at: number, deleted: boolean}} Put */
/** What somebody did last, and whose name says it best. @typedef {{kind: string, name: string, at: number}} Change */

const FIELDS = "at,by,data,kind,prev,seq,sig,v";

/** Milliseconds between the first word for a new card and its taking the place of the old one: time for whoever is meant
 * to hear of it and to say no. */
export const WAIT = 24 * 60 * 60_000;

/** The longest entry that is taken, in characters. */
const MOST = 16_384;

/** What a text for named readers is called in the ledger: its true kind is for its readers alone. */
export const NAMED = "text";

/** What a kind of text may be called. */
export const KIND = /^[a-z][a-z-]{1,39}$/;

/** What people may be called: nothing that breaks a line or turns the reading order around. */
export const NAME = /^(?! *$)[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]{1,120}$/u;

/** What somebody is called, as far as a ledger takes it. @param {string} text */
export const nameFor = (text) => {
  const name = [...text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ").trim()].slice(0, 120).join("");
  return NAME.test(name) ? name : "?";
};

/** @typedef {(value: any) => boolean} Check */

const isObject = (/** @type {any} */ value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isFlag = (/** @type {any} */ value) => typeof value === "boolean";
const isCount = (/** @type {any} */ value) => Number.isSafeInteger(value) && value >= 1;
const isHash = (/** @type {any} */ value) => {
  try {
    return unb64u(value, 32).length === 32;
  } catch {
    return false;
  }
};
/** @param {RegExp} pattern @returns {Check} */
const matching = (pattern) => (value) => typeof value === "string" && pattern.test(value);
/** @param {string[]} words @returns {Check} */
const oneOf = (...words) => (value) => words.includes(value);
/** @param {Record<string, Check>} fields @returns {Check} */
const carries = (fields) => (value) => isObject(value)
  && Object.keys(value).sort().join() === Object.keys(fields).sort().join()
  && Object.entries(fields).every(([field, check]) => check(value[field]));

/** What each kind of entry carries: these fields and no others, so that version 1 means one thing only.
 * @type {Map<string, Check>} */
const KINDS = new Map([
  ["genesis", carries({
    nonce: isHash,
    group: matching(UUID),
    card: isObject,
    name: matching(NAME),
    policy: carries({ history: oneOf("from-today", "all"), joins: oneOf("chair") }),
  })],
  ["add", carries({ card: isObject, name: matching(NAME), how: oneOf("invite", "in-person", "unchecked") })],
  ["remove", carries({ fp: isHash })],
  ["leave", carries({ fp: isHash })],
  ["role", carries({ fp: isHash, role: oneOf("chair", "member") })],
  ["vouch", carries({ fp: isHash, card: isObject, here: isFlag })],
  ["rekey", carries({ fp: isHash, card: isObject })],
  ["rotate", carries({ epoch: isCount, kcv: isHash, members: isHash })],
  ["put", carries({
    id: matching(UUID), kind: matching(KIND), about: matching(UUID), rev: isCount, epoch: isCount, hash: isHash,
  })],
  ["del", carries({ id: matching(UUID), rev: isCount })],
  ["check", carries({ seq: isCount, head: isHash })],
]);

/** @param {Entry} entry */
const shaped = (entry) => isObject(entry) && entry.v === 1 && Object.keys(entry).sort().join() === FIELDS
  && Number.isSafeInteger(entry.seq) && Number.isSafeInteger(entry.at)
  && [entry.prev, entry.by, entry.sig].every((value) => typeof value === "string")
  && KINDS.get(entry.kind)?.(entry.data) === true
  && canonical(entry).length <= MOST;

/** @param {Entry} entry */
export const entryHash = (entry) => hash("room/v1/entry", jcs(entry));

/** The hash of a set of members. @param {string[]} fingerprints */
export const membersHash = (fingerprints) => hash("room/v1/members", jcs([...fingerprints].sort()));

export class Ledger {
  /** @param {string} room the id, which is the hash of the first entry */
  constructor(room) {
    this.room = room;
    this.group = "";
    this.seq = -1;
    this.head = "";
    /** The hash of each entry, in order. @type {string[]} */
    this.heads = [];
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
    /** New cards that members vouch for, by their fingerprints. @type {Map<string, Vouched>} */
    this.vouches = new Map();
    /** Who compared the room's words last, at which entry and when. @type {Map<string, {seq: number, at: number}>} */
    this.checks = new Map();
    /** The last entry but for comparisons: what the room's words are made of, so that comparing them does not change
     * them. */
    this.last = { seq: -1, head: "" };
    /** @type {Change | undefined} */
    this.change = undefined;
    /** The hash of who is here, until somebody comes or goes. */
    this.here = "";
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

  async activeHash() {
    this.here ||= await membersHash(this.active().map((member) => member.fp));
    return this.here;
  }

  /** @param {Member} member */
  seat(member) {
    this.members.set(member.fp, member);
    this.here = "";
  }

  /** @param {Member} member @param {number} seq */
  end(member, seq) {
    this.seat(gone(member, seq));
    this.forgetVouchesFor(member.fp);
  }

  /** Was this member in the room once the entry `seq` was written? @param {string} fp @param {number} seq */
  isIn(fp, seq) {
    return this.members.get(fp)?.stays.some(({ from, until }) => from <= seq && (until === undefined || seq < until)) === true;
  }

  /** Was this member in the room when the entry `seq` was written? @param {string} fp @param {number} seq */
  wasHere(fp, seq) {
    return this.members.get(fp)?.stays.some(({ from, until }) => from < seq && (until === undefined || seq < until)) === true;
  }

  /** Whether a card speaks for another: it is the same, or has taken its place. @param {string} by @param {string} fp */
  speaksFor(by, fp) {
    for (let one = by; one; one = this.members.get(one)?.before ?? "") if (one === fp) return true;
    return false;
  }

  /** Whether another card has the place of this one. @param {string} fp */
  replaced(fp) {
    return this.active().some((member) => member.fp !== fp && this.speaksFor(member.fp, fp));
  }

  /** How many have to vouch for the new card of a member: two of the others, or the only one. The chair does not change
   * hands against most of the group. @param {Member} member */
  needs({ chair }) {
    const others = this.active().length - 1;
    return Math.min(others, chair ? Math.max(2, Math.floor(others / 2) + 1) : 2);
  }

  /** Those who vouch and still have a say. @param {Vouched} vouched */
  vouching({ by }) {
    return by.filter((fp) => this.members.get(fp)?.active);
  }

  /** Why a new card cannot yet take the place of the old one, if it cannot. @param {string} next @param {number} at */
  hinders(next, at) {
    const vouched = this.vouches.get(next);
    const old = vouched && this.members.get(vouched.fp);
    if (!vouched || !old || this.vouching(vouched).length < this.needs(old)) return "not-vouched";
    return vouched.here || at >= vouched.since + WAIT ? undefined : "too-soon";
  }

  /** The epochs whose keys are a member's to have: the present one, and for whoever has a new card all of their time.
   * @param {string} fp */
  epochsOf(fp) {
    if (!this.members.get(fp)?.before) return [this.epoch];
    const all = /** @type {any} */ (this.policy).history === "all";
    const theirs = [...this.members.keys()].filter((one) => this.speaksFor(fp, one));
    return [...this.epochs].filter(([, { head }]) => {
      const began = this.heads.indexOf(head);
      return all || theirs.some((one) => this.wasHere(one, began));
    }).map(([epoch]) => epoch);
  }

  /** @param {string} person */
  memberOf(person) {
    return this.active().find((member) => member.card.user === person);
  }

  /** Checks one more entry and takes it up. @param {Entry} entry */
  async append(entry) {
    if (!shaped(entry)) throw new RoomError("malformed");
    if (entry.seq !== this.seq + 1 || entry.prev !== this.head) throw new RoomError("out-of-order");
    const { sig, ...unsigned } = entry;
    const own = await entryHash(entry);
    if (entry.seq === 0 && (entry.kind !== "genesis" || own !== this.room)) throw new RoomError("not-genesis");
    const signer = entry.seq === 0 ? undefined : this.members.get(entry.by);
    if (entry.seq > 0 && !signer?.active) throw new RoomError("signer-not-active");
    if (!signer && (await verifyCard(entry.data.card)) !== entry.by) throw new RoomError("bad-card");
    const card = signer?.card ?? entry.data.card;
    if (!(await verifies(card.ed25519, "room/v1/ledger", unsigned, sig).catch(() => false))) {
      throw new RoomError("bad-signature");
    }
    await this.apply(entry, own, signer);
    // Whoever still signs has lost nothing.
    this.forgetVouchesFor(entry.by);
    this.seq = entry.seq;
    this.head = own;
    this.heads.push(own);
    if (entry.kind !== "check") this.last = { seq: entry.seq, head: own };
    // A new key is no news: it only follows from who came or went.
    if (!["check", "rotate"].includes(entry.kind)) this.change = this.changeBy(entry);
  }

  /** @param {Entry} entry @returns {Change} */
  changeBy({ kind, data, by, at }) {
    return { kind, at, name: data.name ?? this.members.get(data.fp ?? by)?.name ?? "?" };
  }

  /** @param {string} fp */
  forgetVouchesFor(fp) {
    for (const [next, vouched] of this.vouches) if (vouched.fp === fp) this.vouches.delete(next);
  }

  /** A card never seen here, for somebody else who is. @param {{fp: string, card: Card}} data @param {string} by */
  async successor({ fp, card }, by) {
    const next = await verifyCard(card);
    const old = this.members.get(fp);
    if (!old?.active || fp === by || card.user !== old.card.user || this.members.has(next)) throw new RoomError("not-allowed");
    return { next, old };
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
        this.seat({ fp: by, card, name, chair: true, active: true, how: "genesis", since: at, stays: [{ from: seq }], before: "" });
        return;
      }
      case "add": {
        chairOnly();
        const fp = await verifyCard(data.card);
        // A second card for somebody who is here would let another key speak under a known name.
        if (this.memberOf(data.card.user)) throw new RoomError("not-allowed");
        const { card, name, how } = data;
        const stays = [...(this.members.get(fp)?.stays ?? []), { from: seq }];
        this.seat({ fp, card, name, chair: false, active: true, how, since: at, stays, before: this.members.get(fp)?.before ?? "" });
        return;
      }
      case "remove":
        chairOnly();
        this.end(someone(data.fp), seq);
        return;
      case "leave":
        if (data.fp !== by) throw new RoomError("not-allowed");
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
        this.seat({ fp: next, card: data.card, name, chair, active: true, how: "rekey", since: at, stays: [{ from: seq }], before: old.fp });
        return;
      }
      case "role":
        chairOnly();
        this.seat({ ...someone(data.fp), chair: data.role === "chair" });
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
      case "check":
        if (this.heads[data.seq] !== data.head) throw new RoomError("wrong-head");
        this.checks.set(by, { seq: data.seq, at });
        return;
      default:
        throw new RoomError("malformed");
    }
  }
}

/** @param {Member} member @param {number} seq @returns {Member} */
const gone = (member, seq) => ({
  ...member,
  active: false,
  chair: false,
  stays: [...member.stays.slice(0, -1), { from: member.stays[member.stays.length - 1].from, until: seq }],
});

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
