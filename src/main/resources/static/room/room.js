// @ts-check
// One open room: its ledger and its keys, and the acts on it.

import { Behind, ask } from "./server.js";
import { RoomError, b64u, unb64u } from "./bytes.js";
import { checkEnvelope, envelopeHash, openFor, sealFor, textHash } from "./envelope.js";
import { keyCheck, newSecret, sealGrant } from "./epochs.js";
import { comparedOf } from "./compare.js";
import { openedHere, tellOfDevice } from "./device.js";
import { heal } from "./healing.js";
import { FILE } from "./file.js";
import { current } from "./keyring.js";
import { NAMED, nameFor } from "./entries.js";
import { Ledger, entryHash, genesis, nextEntry } from "./ledger.js";
import { readLedger } from "./ledger-read.js";
import { checkRenewal } from "./renewal.js";
import { ciphertextHash, openRecord, sealRecord } from "./seal.js";
import { textOf } from "./texts.js";

/** @typedef {import("./identity.js").Card} Card */
/** @typedef {import("./seal.js").RecordHeader} RecordHeader */
/** @typedef {import("./members.js").Member} Member */
/** `envelope` and `readers` come with a text for named readers only.
 * @typedef {{header: RecordHeader, ciphertext: string, entry: import("./ledger.js").Entry, envelope?: string,
 *   readers?: string[]}} SealedPut */
/** What a text truly is and what it says. @typedef {{kind: string, about: string, body: any, readers?: string[]}} Opened */
/** @typedef {{epoch: number, to: string, file: string}} GrantFile */

/** Whoever is overtaken is so because somebody else has written: in a full room at one moment, once by each of them. */
const TRIES = 30;

/** Milliseconds for which a room keeps one key at most. */
const YEAR = 365 * 24 * 60 * 60_000;

/** How many keys go in one request. */
export const AT_ONCE = 60;

/** What says of which kind a form's words are, and for whom: its writer may have chosen.
 * @param {HTMLElement} holder */
export const chosenOf = (holder) =>
  /** @type {HTMLElement | null} */ (holder.querySelector("input[data-as]:checked")) ?? holder;

/** For whom a form's words are, `role:person` by `role:person`, as its writer has chosen; nothing where they are for the
 * room. @param {HTMLElement | null} holder */
export const rolesOf = (holder) => holder
  ? chosenOf(holder).dataset.readers?.split(" ").concat(chosenIn(holder)).map((one) => {
    const [role, person] = one.split(":");
    return { role, person };
  })
  : undefined;

/** Those whom the writer has chosen by name. @param {HTMLElement} holder */
const chosenIn = (holder) => [.../** @type {NodeListOf<HTMLInputElement>} */ (holder.querySelectorAll("input[data-reader]:checked"))]
  .map(({ value }) => value);

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
    const room = new Room(id, ring, await readLedger(id).catch(async (failure) => {
      // Who is in no such room any more keeps no keys of it.
      if (failure.cause?.status === 404) await ring.drop((one) => one === id);
      throw failure;
    }));
    if (room.ledger.dissolved) {
      await ring.drop((one) => one === id);
      throw new RoomError("dissolved");
    }
    if (room.ledger.members.get(ring.fp)?.active && ring.has(id, room.ledger.epoch)) {
      // Handing keys on is a courtesy to others; this person reads either way.
      await room.heal().catch(() => undefined);
      await tellOfDevice(room).catch(() => undefined);
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
    if (!put || put.rev < header.rev || (!put.deleted && sealed.length === 0)) {
      await this.refresh();
      put = this.ledger.puts.get(header.id);
    }
    const here = put && put.kind === header.kind && put.about === header.about && header.room === this.id;
    // That it was taken away is the ledger's word; whatever else is said of it no longer matters.
    if (here && put?.deleted) throw new RoomError("gone");
    const same = here && put && this.ledger.speaksFor(put.author, header.author);
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

  /** The members who have these parts in a text: a person by id, whoever chairs by the ledger, and of another text (`of`)
   * those of its readers who are still here. Nobody else is left out silently.
   * @param {{role: string, person?: string}[]} roles @returns {Promise<Member[]>} */
  async readers(roles) {
    const found = (await Promise.all(roles.map(async ({ role, person }) => {
      if (role === "of") return this.stillHere((await this.openLatest(person ?? "")).readers);
      const members = role === "chair" ? this.ledger.active().filter(({ chair }) => chair)
        : [person ? this.ledger.memberOf(person) : undefined];
      if (members.length === 0 || members.includes(undefined)) throw new RoomError("no-reader");
      return /** @type {Member[]} */ (members);
    }))).flat();
    return [...new Map(found.map((member) => [member.fp, member])).values()];
  }

  /** @param {string[]} [readers] fingerprints, of whom some may have new cards @returns {Member[]} */
  stillHere(readers) {
    if (!readers) throw new RoomError("no-reader");
    return this.ledger.active().filter(({ fp }) => readers.some((reader) => this.ledger.speaksFor(fp, reader)));
  }

  /** Signs that a text of one's own is gone, and the files that came with it. @param {string} id */
  async signGone(id) {
    await this.ensureWritable();
    const { puts, head, seq } = this.ledger;
    const came = (/** @type {import("./ledger.js").Put} */ put) => {
      const said = put.kind === NAMED ? this.ring.envelope(this.id, put.id)?.envelope : put;
      return said?.kind === FILE && said.about === id;
    };
    let tip = { seq, head };
    const entries = [];
    for (const { id: one, rev } of [...puts.values()].filter((put) => !put.deleted && (put.id === id || came(put)))) {
      const entry = await nextEntry(tip, "del", { id: one, rev }, this.ring.signer());
      tip = { seq: entry.seq, head: await entryHash(entry) };
      entries.push(entry);
    }
    return entries;
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
    await this.renewKey();
    if (!this.ring.has(this.id, this.ledger.epoch)) throw new RoomError("no-key");
  }

  /** Whoever comes after somebody who left by themselves makes a key that they do not have. A key that got into other
   * hands unseen opens no more than a year of what is written. */
  async renewKey() {
    await this.again(async () => {
      const { epoch, epochs } = this.ledger;
      const old = Date.now() - (epochs.get(epoch)?.at ?? 0) > YEAR;
      if (old || !(await this.ledger.writable())) await this.change([]);
    });
  }

  /** Signs something after which all are here as before: that some see the same words, that two know each other's, that
   * a new card is whose it says, who has the chair, that the room ends, that they take a copy of it or open it on
   * another device.
   * @param {"check" | "pair" | "device" | "vouch" | "chair" | "call" | "end" | "export"} kind @param {object} data */
  async say(kind, data) {
    await this.ensureWritable();
    await this.again(async () => {
      const entry = await nextEntry(this.ledger, kind, data, this.ring.signer());
      await ask(`/rooms/${this.id}/entries`, { entries: [entry], grants: [], records: [] });
    });
    await this.refresh();
  }

  /** Lets people in or out: the entries, a new key and a copy of it for everybody, all or nothing.
   * @param {{kind: "add" | "history" | "remove" | "leave" | "rekey", data: object}[]} steps */
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

  heal() {
    return heal(this);
  }

  /** Ends it, as most of the others have agreed. Nothing can be read of it afterwards, this act included. */
  async dissolve() {
    await this.ensureWritable();
    await this.again(async () => {
      const entry = await nextEntry(this.ledger, "dissolve", {}, this.ring.signer());
      await ask(`/rooms/${this.id}/entries`, { entries: [entry], grants: [], records: [] });
    });
    await this.ring.drop((id) => id === this.id);
  }

  /** Gives keys to their members, as many at once as the server takes. @param {GrantFile[]} grants */
  async hand(grants) {
    for (let from = 0; from < grants.length; from += AT_ONCE) {
      await ask(`/rooms/${this.id}/entries`, { entries: [], grants: grants.slice(from, from + AT_ONCE), records: [] });
    }
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
  await openedHere(room);
  await send({ room: first.room, entries: [first.entry, rotate], grants });
  await ring.add(first.room, 1, secret);
  await ring.tell({ [group]: { room: first.room, seq: ledger.seq, head: ledger.head, at: Date.now() } });
  return first.room;
}
