// @ts-check
// One open room: its verified ledger, its keys, and the acts on it.

import { Behind, ask } from "./server.js";
import { RoomError, b64u, unb64u } from "./bytes.js";
import { checkEnvelope, envelopeHash, openFor, sealFor, textHash } from "./envelope.js";
import { keyCheck, newSecret, sealGrant } from "./epochs.js";
import { comparedOf } from "./compare.js";
import { fetchKept, keep } from "./keep.js";
import { current, keepsNothing } from "./keyring.js";
import { Ledger, NAMED, entryHash, genesis, nameFor, nextEntry } from "./ledger.js";
import { compareWith } from "./own-rooms.js";
import { checkRenewal, sealRenewal } from "./renewal.js";
import { ciphertextHash, openRecord, sealRecord } from "./seal.js";
import { textOf } from "./texts.js";

/** @typedef {import("./identity.js").Card} Card */
/** @typedef {import("./seal.js").RecordHeader} RecordHeader */
/** @typedef {import("./ledger.js").Member} Member */
/** `envelope` and `readers` come with a text for named readers only.
 * @typedef {{header: RecordHeader, ciphertext: string, entry: import("./ledger.js").Entry, envelope?: string,
 *   readers?: string[]}} SealedPut */
/** What a text truly is and what it says. @typedef {{kind: string, about: string, body: any, readers?: string[]}} Opened */
/** @typedef {{epoch: number, to: string, file: string}} GrantFile */

/** Whoever is overtaken is so because somebody else has written: in a full room at one moment, once by each of them. */
const TRIES = 30;

/** How many keys go in one request. */
const AT_ONCE = 60;

/** Reads and checks the ledger from where this device last stood. A ledger that is shorter or other than what was seen
 * before stops everything. @param {string} room @returns {Promise<Ledger>} */
export async function readLedger(room) {
  const kept = keepsNothing() ? undefined : await fetchKept("ledgers", room).catch(() => undefined);
  const ledger = Object.assign(new Ledger(room), kept);
  const before = { seq: ledger.seq, head: ledger.head };
  const { entries, head } = await ask(`/rooms/${room}/ledger?after=${ledger.seq}`);
  if (head.seq < before.seq || (head.seq === before.seq && head.hash !== before.head)) throw new RoomError("gone-backwards");
  for (const entry of entries) {
    try {
      await ledger.append(entry);
    } catch (failure) {
      throw new RoomError(before.seq >= 0 && entry.seq === before.seq + 1 ? "gone-backwards" : "false-ledger", failure);
    }
  }
  if (ledger.seq !== head.seq || ledger.head !== head.hash) throw new RoomError("false-ledger");
  await belongs(ledger);
  if (!keepsNothing() && entries.length > 0) await keep("ledgers", room, { ...ledger }).catch(() => undefined);
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

/** For whom a form's words are, `role:person` by `role:person`; nothing where they are for the room.
 * @param {HTMLElement | null} holder */
export const rolesOf = (holder) => holder?.dataset.readers?.split(" ").map((one) => {
  const [role, person] = one.split(":");
  return { role, person };
});

/** Whom members are to whoever reads: by name, as the ledger has it, and oneself as such. @param {Room} room
 * @param {Member[]} members */
export const namesOf = ({ ring }, members) => new Intl.ListFormat(document.documentElement.lang || "en")
  .format(members.map(({ fp, name }) => (fp === ring.fp ? textOf("read-by-you") : name)));

/** @type {Map<string, Promise<Room>>} */
const rooms = new Map();

/** The room, or an error `locked` (no keys on this device) or `no-key` (a new key waits for one touch).
 * @param {string} id @returns {Promise<Room>} */
export async function openRoom(id) {
  const ring = await current();
  if (!ring) throw new RoomError("locked");
  let room = rooms.get(id);
  if (!room) {
    room = Room.open(id, ring);
    rooms.set(id, room);
    room.catch(() => rooms.delete(id));
  }
  const opened = await room;
  if (opened.ring !== ring) {
    rooms.delete(id);
    return openRoom(id);
  }
  return opened;
}

/** What was opened is asked for again. @param {string} id */
export const closeRoom = (id) => void rooms.delete(id);

/** Where its members see different words, somebody is shown another room. @param {string} id */
async function mustNotDiffer(id) {
  if ((await comparedOf(id))?.differ) throw new RoomError("words-differ");
}

export class Room {
  /** @param {string} id @param {NonNullable<Awaited<ReturnType<typeof current>>>} ring @param {Ledger} ledger */
  constructor(id, ring, ledger) {
    this.id = id;
    this.ring = ring;
    this.ledger = ledger;
  }

  /** @param {string} id @param {NonNullable<Awaited<ReturnType<typeof current>>>} ring */
  static async open(id, ring) {
    await mustNotDiffer(id);
    const room = new Room(id, ring, await readLedger(id));
    if (room.ledger.members.get(ring.fp)?.active && ring.has(id, room.ledger.epoch)) {
      // Handing keys on is a courtesy to others; this person reads either way.
      await room.heal().catch(() => undefined);
    }
    return room;
  }

  get me() {
    return this.ledger.members.get(this.ring.fp);
  }

  async refresh() {
    this.ledger = await readLedger(this.id);
  }

  /** Opens what the server gave, after checking that the ledger names exactly this. A page that was loaded before the
   * text was rewritten gets it as it stands now.
   * @param {RecordHeader} header @param {Uint8Array} sealed @returns {Promise<Opened>} */
  async open(header, sealed) {
    let put = this.ledger.puts.get(header.id);
    if (!put || put.rev < header.rev) {
      await this.refresh();
      put = this.ledger.puts.get(header.id);
    }
    const same = put && put.kind === header.kind && put.about === header.about && this.ledger.speaksFor(put.author, header.author)
      && header.room === this.id;
    if (put && same && put.deleted) throw new RoomError("gone");
    if (put && same && put.rev > header.rev) return this.openLatest(header.id);
    return this.openExactly(header, sealed);
  }

  /** @param {string} id */
  async openLatest(id) {
    const { header, ciphertext } = await ask(`/rooms/${this.id}/records/${id}`);
    if ((this.ledger.puts.get(id)?.rev ?? 0) < header.rev) await this.refresh();
    if (header.id !== id) throw new RoomError("does-not-open");
    return this.openExactly(header, unb64u(ciphertext));
  }

  /** @param {RecordHeader} header @param {Uint8Array} sealed @returns {Promise<Opened>} */
  async openExactly(header, sealed) {
    const put = this.ledger.puts.get(header.id);
    if (!put || put.deleted || put.rev !== header.rev || put.kind !== header.kind || put.about !== header.about
        || put.epoch !== header.epoch || put.author !== header.author || header.room !== this.id) {
      throw new RoomError("does-not-open");
    }
    if (put.kind === NAMED) return this.openNamed(put, header, sealed);
    if ((await ciphertextHash(sealed)) !== put.hash) throw new RoomError("does-not-open");
    const keys = await this.ring.epoch(this.id, header.epoch);
    return { kind: put.kind, about: put.about, body: await openRecord(keys.records, header, sealed) };
  }

  /** A text for named readers, me among them. Its envelope was opened with the last touch, or waits for one.
   * @param {import("./ledger.js").Put} put @param {RecordHeader} header @param {Uint8Array} sealed */
  async openNamed(put, header, sealed) {
    const held = this.ring.envelope(this.id, put.id);
    if (!held || (held.envelope && held.envelope.rev !== put.rev)) throw new RoomError("unopened");
    // Whoever is shown a text that was sealed for others holds an envelope that stays shut.
    if (!held.envelope) throw new RoomError(this.me?.before ? "old-key" : "does-not-open");
    if ((await textHash(sealed, held.hash)) !== put.hash) throw new RoomError("does-not-open");
    if (held.renewal) await checkRenewal(held.renewal, held.hash, put, this.ledger, this.ring.fp);
    else await checkEnvelope(held.envelope, put, this.ledger, this.ring.fp);
    const { kind, about, readers } = held.envelope;
    return { kind, about, readers, body: await openFor(held.envelope, header, sealed) };
  }

  /** The members who have these parts in a text: a person by id, whoever chairs by the ledger. Nobody is left out
   * silently. @param {{role: string, person?: string}[]} roles @returns {Member[]} */
  readers(roles) {
    const found = roles.flatMap(({ role, person }) => {
      const members = role === "chair" ? this.ledger.active().filter(({ chair }) => chair)
        : [person ? this.ledger.memberOf(person) : undefined];
      if (members.length === 0 || members.includes(undefined)) throw new RoomError("no-reader");
      return /** @type {Member[]} */ (members);
    });
    return [...new Map(found.map((member) => [member.fp, member])).values()];
  }

  /** Seals texts for the room, or for the readers they name, and signs a `put` for each, in order.
   * @param {{kind: string, id: string, about: string, rev: number, body: object, readers?: Member[]}[]} texts
   * @returns {Promise<SealedPut[]>} */
  async seal(texts) {
    await this.ensureWritable();
    const epoch = this.ledger.epoch;
    let tip = { seq: this.ledger.seq, head: this.ledger.head };
    const puts = [];
    for (const { kind, id, about, rev, body, readers } of texts) {
      const header = { v: /** @type {1} */ (1), room: this.id, kind, id, rev, epoch, about, author: this.ring.fp };
      const one = readers ? await this.sealFor(readers, header, body, tip.head) : await this.sealForAll(header, body);
      const { kind: shown, about: place } = one.header;
      const data = { id, kind: shown, about: place, rev, epoch, hash: one.hash };
      const entry = await nextEntry(tip, "put", data, this.ring.signer());
      tip = { seq: entry.seq, head: await entryHash(entry) };
      const { hash: _, ...sent } = one;
      puts.push({ ...sent, entry });
    }
    return puts;
  }

  /** @param {RecordHeader} header @param {object} body */
  async sealForAll(header, body) {
    const keys = await this.ring.epoch(this.id, header.epoch);
    const sealed = await sealRecord(keys.records, header, body);
    return { header, ciphertext: b64u(sealed), hash: await ciphertextHash(sealed) };
  }

  /** @param {Member[]} readers @param {RecordHeader} header @param {object} body @param {string} head */
  async sealFor(readers, header, body, head) {
    const made = await sealFor(header, body, readers, { group: this.ledger.group, head }, this.ring.signer());
    if (made.envelope.readers.includes(this.ring.fp)) {
      await this.ring.addEnvelope(this.id, header.id, { envelope: made.envelope, hash: await envelopeHash(made.file) });
    }
    const { header: shown, sealed, file, envelope, hash } = made;
    return { header: shown, ciphertext: b64u(sealed), envelope: b64u(file), readers: envelope.readers, hash };
  }

  /** Does an act that signs, again and again while others are faster.
   * @template T @param {() => Promise<T>} act @returns {Promise<T>} */
  async again(act) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await act();
      } catch (failure) {
        if (!(failure instanceof Behind) || attempt === TRIES) throw failure;
        await this.refresh();
      }
    }
  }

  /** Never seals under a key that somebody who has left still holds, or that somebody who is here lacks. */
  async ensureWritable() {
    await mustNotDiffer(this.id);
    if (!this.me?.active) throw new RoomError("not-in-the-room");
    if (!(await this.ledger.writable())) await this.again(() => this.change([]));
    if (!this.ring.has(this.id, this.ledger.epoch)) throw new RoomError("no-key");
  }

  /** Signs what this member has found out from the others: that all see the same words of an entry, or that a new card
   * is whose it says. @param {"check" | "vouch"} kind @param {object} data */
  async say(kind, data) {
    await this.ensureWritable();
    await this.again(async () => {
      const entry = await nextEntry(this.ledger, kind, data, this.ring.signer());
      await ask(`/rooms/${this.id}/entries`, { entries: [entry], grants: [], records: [] });
    });
    await this.refresh();
  }

  /** Lets people in or out: the entries, a new key and a copy of it for everybody, all or nothing.
   * @param {{kind: "add" | "remove" | "leave" | "role" | "rekey", data: object}[]} steps */
  async change(steps) {
    const next = Object.assign(new Ledger(this.id), structuredClone({ ...this.ledger }));
    const entries = [];
    for (const { kind, data } of steps) {
      const entry = await nextEntry(next, kind, data, this.ring.signer());
      await next.append(entry);
      entries.push(entry);
    }
    if (!next.members.get(this.ring.fp)?.active) {
      await ask(`/rooms/${this.id}/entries`, { entries, grants: [], records: [] });
      return;
    }
    const secret = newSecret();
    const data = { epoch: next.epoch + 1, kcv: await keyCheck(secret), members: await next.activeHash() };
    const rotate = await nextEntry(next, "rotate", data, this.ring.signer());
    await next.append(rotate);
    entries.push(rotate);
    const grants = await this.grants(next, next.epoch, secret, next.active());
    await ask(`/rooms/${this.id}/entries`, { entries, grants, records: [] });
    await this.ring.add(this.id, next.epoch, secret);
    await this.refresh();
  }

  /** @param {Ledger} ledger @param {number} epoch @param {Uint8Array} secret @param {Member[]} members
   * @returns {Promise<GrantFile[]>} */
  async grants(ledger, epoch, secret, members) {
    const head = ledger.epochs.get(epoch)?.head ?? "";
    return Promise.all(members.map(async ({ fp, card }) => ({
      epoch,
      to: fp,
      file: b64u(await sealGrant({ room: this.id, epoch, secret, to: fp, head }, card, this.ring.signer())),
    })));
  }

  /** Whoever opens the room first does it for the others: gives a new card that enough members vouch for the place of the
   * old one, and keys to members who lack them. Whoever came back gets all that they had. */
  async heal() {
    await this.letBackIn();
    if (!(await this.ledger.writable())) return;
    const { held } = await ask(`/rooms/${this.id}/grants`);
    const grants = [];
    for (const member of this.ledger.active()) {
      for (const epoch of this.ledger.epochsOf(member.fp)) {
        if (held[member.fp]?.includes(epoch) || !this.ring.has(this.id, epoch)) continue;
        grants.push(...await this.grants(this.ledger, epoch, this.ring.secret(this.id, epoch), [member]));
      }
    }
    await this.hand(grants);
    await this.renew();
  }

  /** Gives new cards that enough members vouch for the place of the old ones. */
  async letBackIn() {
    const ready = [...this.ledger.vouches].filter(([next, { fp }]) =>
      fp !== this.ring.fp && this.ledger.hinders(next, Date.now()) === undefined);
    for (const [next, { fp, card }] of ready) {
      if (!this.ledger.vouches.has(next)) continue;
      // The server refuses a card that its owner has taken back; that keeps nobody else from their keys.
      await this.change([{ kind: "rekey", data: { fp, card } }]).catch(() => undefined);
    }
  }

  /** Gives keys to their members, as many at once as the server takes. @param {GrantFile[]} grants */
  async hand(grants) {
    for (let from = 0; from < grants.length; from += AT_ONCE) {
      await ask(`/rooms/${this.id}/entries`, { entries: [], grants: grants.slice(from, from + AT_ONCE), records: [] });
    }
  }

  /** Seals the keys of texts for few again, for those of their readers who came back with a new card. */
  async renew() {
    const all = this.ring.envelopes(this.id).flatMap(([id, held]) => this.backFor(id, held).map((reader) => ({ id, held, reader })));
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const some = all.slice(from, from + AT_ONCE);
      const renewals = await Promise.all(some.map(async ({ id, held: { envelope: said, hash }, reader }) => {
        const what = { said: /** @type {import("./envelope.js").Envelope} */ (said), envelope: hash, head: this.ledger.head };
        return { id, rev: what.said.rev, to: reader.fp, file: b64u(await sealRenewal(what, reader, this.ring.signer())) };
      }));
      await ask(`/rooms/${this.id}/renewals`, { renewals });
      for (const { id, held, reader } of some) {
        held.renewed = [...held.renewed ?? [], reader.fp];
        await this.ring.addEnvelope(this.id, id, held);
      }
    }
  }

  /** Which readers of a text came back and do not have its key yet. @param {string} id
   * @param {import("./keyring.js").Held} held */
  backFor(id, { envelope: said, renewed = [] }) {
    const put = this.ledger.puts.get(id);
    if (!put || put.deleted || !said || said.rev !== put.rev) return [];
    return this.ledger.active().filter(({ fp }) => fp !== this.ring.fp && !renewed.includes(fp) && !said.readers.includes(fp)
      && said.readers.some((reader) => this.ledger.speaksFor(fp, reader)));
  }
}

/** Makes a group's room in the browser: who opens it is its chair. The server gets entries and grants, never the key.
 * @param {(opening: {room: string, entries: object[], grants: GrantFile[]}) => Promise<void>} send
 * @param {{group: string, name: string, history?: "from-today" | "all"}} what the group, the chair's own name, and what
 *   newcomers can read */
export async function createRoom(send, { group, name, history = "from-today" }) {
  const ring = await current();
  if (!ring) throw new RoomError("locked");
  const policy = { history, joins: /** @type {"chair"} */ ("chair") };
  const first = await genesis({ group, card: ring.card, name: nameFor(name), policy, nonce: b64u(newSecret()) }, ring.signer());
  const ledger = await Ledger.replay(first.room, [first.entry]);
  const secret = newSecret();
  const data = { epoch: 1, kcv: await keyCheck(secret), members: await ledger.activeHash() };
  const rotate = await nextEntry(ledger, "rotate", data, ring.signer());
  await ledger.append(rotate);
  const room = new Room(first.room, ring, ledger);
  const grants = await room.grants(ledger, 1, secret, ledger.active());
  await send({ room: first.room, entries: [first.entry, rotate], grants });
  await ring.add(first.room, 1, secret);
  await ring.tell({ [group]: { room: first.room, seq: ledger.seq, head: ledger.head, at: Date.now() } });
  return first.room;
}
