// @ts-check
// The keys of whoever is signed in, while their rooms are open on this device. The identity's secrets are held only
// while grants are opened; what stays are the keys of rooms and the right to sign.

import { RoomError, b64u, random, text, unb64u, utf8, uuidBytes } from "./bytes.js";
import { envelopeHash, openEnvelope } from "./envelope.js";
import { deriveKeys, draftsSecret, hmacKey, openGrant, ownRoomsSecret } from "./epochs.js";
import { ownFingerprint, sign, signingKey } from "./identity.js";
import { change, fetchKept, forget, forgetAll, keep } from "./keep.js";
import { keepOwnRooms, readOwnRooms } from "./own-rooms.js";
import { openRenewal } from "./renewal.js";
import { ask } from "./server.js";

/** @typedef {import("./identity.js").Secrets} Secrets */
/** @typedef {import("./identity.js").Card} Card */
/** An envelope of a text for this person, opened, with the hash of its file; none where it was not sealed for them, unless
 * another reader has renewed it. What it says is checked with the ledger whenever the text is opened. `renewed` are the
 * cards for which it was.
 * @typedef {{envelope?: import("./envelope.js").Envelope, hash: string, renewal?: import("./renewal.js").Renewal,
 *   renewed?: string[]}} Held */
/** `own` makes "My rooms", and `stands` is what it said. @typedef {{person: string, card: Card, fp: string,
 *   ed25519: string, drafts: string, own: string, stands: import("./own-rooms.js").Stands,
 *   rooms: Record<string, Record<string, string>>, texts: Record<string, Record<string, Held>>}} Kept */
/** @typedef {{records: CryptoKey, files: CryptoKey, names: CryptoKey, votes: CryptoKey}} EpochKeys */

const IDLE = 30 * 60_000;
const MEETING = 8 * 60 * 60_000;

/** Fires `open` and `locked`. */
export const changes = new EventTarget();

class Ring {
  /** @param {Kept} kept @param {CryptoKey} signing @param {CryptoKey} drafts @param {CryptoKey} own */
  constructor(kept, signing, drafts, own) {
    this.kept = kept;
    this.person = kept.person;
    this.card = kept.card;
    this.fp = kept.fp;
    this.signing = signing;
    this.drafts = drafts;
    this.own = own;
    /** @type {Map<string, Promise<EpochKeys>>} */
    this.keys = new Map();
  }

  /** @param {Kept} kept */
  static async of(kept) {
    const signing = await crypto.subtle.importKey("pkcs8", unb64u(kept.ed25519), "Ed25519", false, ["sign"]);
    return new Ring(kept, signing, await hmacKey(unb64u(kept.drafts, 32)), await hmacKey(unb64u(kept.own, 32)));
  }

  signer() {
    return { fp: this.fp, key: this.signing };
  }

  owner() {
    return { card: this.card, key: this.own, signing: this.signing };
  }

  /** What this person's devices know of a group's room. @param {string} group */
  stand(group) {
    return this.kept.stands[group];
  }

  /** Tells the person's other devices how far rooms have come. @param {import("./own-rooms.js").Stands} seen
   * @param {string[]} [back] groups of which what was told before is no more: their room was brought back */
  async tell(seen, back) {
    this.kept.stands = await keepOwnRooms(this.owner(), seen, back);
    await store(this.kept);
  }

  /** @param {string} room @param {number} epoch */
  has(room, epoch) {
    return this.kept.rooms[room]?.[epoch] !== undefined;
  }

  /** @param {string} room */
  hasAny(room) {
    return Object.keys(this.kept.rooms[room] ?? {}).length > 0;
  }

  /** @param {string} room @param {number} epoch @returns {Promise<EpochKeys>} */
  epoch(room, epoch) {
    const secret = this.kept.rooms[room]?.[epoch];
    // Whoever has a later key and not this one was let in after it.
    const later = Object.keys(this.kept.rooms[room] ?? {}).some((one) => Number(one) > epoch);
    if (secret === undefined) throw new RoomError(later ? "contents-before" : "no-key");
    const name = `${room} ${epoch}`;
    const known = this.keys.get(name) ?? deriveKeys(unb64u(secret, 32), room);
    this.keys.set(name, known);
    return known;
  }

  /** The secret itself, for wrapping it to a member who lacks it. @param {string} room @param {number} epoch */
  secret(room, epoch) {
    return unb64u(this.kept.rooms[room][epoch], 32);
  }

  /** @param {string} room @param {string} id of the text */
  envelope(room, id) {
    return this.kept.texts[room]?.[id];
  }

  /** All that is held of a room's texts for few, by their ids. @param {string} room */
  envelopes(room) {
    return Object.entries(this.kept.texts[room] ?? {});
  }

  /** @param {string} room @param {string} id of the text @param {Held} held */
  async addEnvelope(room, id, held) {
    (this.kept.texts[room] ??= {})[id] = held;
    await store(this.kept);
  }

  /** Lets go of the keys of rooms that this person is in no longer. @param {(room: string) => boolean} gone */
  async drop(gone) {
    for (const kept of [this.kept.rooms, this.kept.texts]) {
      for (const room of Object.keys(kept).filter(gone)) delete kept[room];
    }
    await store(this.kept);
  }

  /** Lets go of what came after the moment as of which a room was brought back. @param {string} room
   * @param {(epoch: number) => boolean} key @param {(id: string) => boolean} envelope */
  async keepOnly(room, key, envelope) {
    for (const epoch of Object.keys(this.kept.rooms[room] ?? {})) {
      if (key(Number(epoch))) continue;
      delete this.kept.rooms[room][epoch];
      this.keys.delete(`${room} ${epoch}`);
    }
    for (const [id] of this.envelopes(room)) if (!envelope(id)) delete this.kept.texts[room][id];
    await store(this.kept);
  }

  /** @param {string} room @param {number} epoch @param {Uint8Array} secret */
  async add(room, epoch, secret) {
    (this.kept.rooms[room] ??= {})[epoch] = b64u(secret);
    await store(this.kept);
  }
}

/** @type {Ring | null} */
let ring = null;
/** @type {Promise<Ring | null> | null} */
let resuming = null;
let memoryOnly = sessionStorage.getItem("not-mine") === "yes";

/** "This is not my computer": nothing is kept beyond the page. @param {boolean} yes */
export function keepNothing(yes) {
  memoryOnly = yes;
  sessionStorage.setItem("not-mine", yes ? "yes" : "no");
}

export const keepsNothing = () => memoryOnly;

const idleAllowed = () => (document.querySelector("[data-floor][data-phase=LIVE]") ? MEETING : IDLE);

/** The open ring, resumed after a page load where that is possible. @returns {Promise<Ring | null>} */
export async function current() {
  if (ring) return ring;
  resuming ??= resume().finally(() => {
    resuming = null;
  });
  return resuming;
}

/** @returns {Promise<Ring | null>} */
async function resume() {
  const blob = memoryOnly ? undefined : await fetchKept("session", "keys").catch(() => undefined);
  if (!blob) return null;
  if (Date.now() > blob.until) {
    await forget("session", "keys").catch(() => undefined);
    return null;
  }
  try {
    const key = await sessionKey("decrypt");
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: blob.iv }, key, blob.sealed);
    ring = await Ring.of(JSON.parse(text(plain)));
    await touch();
    changes.dispatchEvent(new Event("open"));
    return ring;
  } catch (failure) {
    // Another session's keys, or none any more: they are of no use to anybody.
    if (!(failure instanceof RoomError) || isOver(failure)) await forget("session", "keys");
    return null;
  }
}

/** @param {"encrypt" | "decrypt"} use */
async function sessionKey(use) {
  const { key } = await ask("/keys/resume");
  return crypto.subtle.importKey("raw", unb64u(key, 32), "AES-GCM", false, [use]);
}

/** @param {Kept} kept */
async function store(kept) {
  if (memoryOnly) return;
  const iv = random(12);
  const key = await sessionKey("encrypt");
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, utf8(JSON.stringify(kept)));
  await keep("session", "keys", { iv, sealed, until: Date.now() + idleAllowed() });
}

/** Somebody is here: the half hour begins again. */
async function touch() {
  if (memoryOnly) return;
  await change("session", "keys", (blob) => blob && { ...blob, until: Date.now() + idleAllowed() }).catch(() => undefined);
}

let lastActive = Date.now();
let lastTouched = Date.now();
for (const kind of ["pointerdown", "keydown"]) {
  addEventListener(kind, () => {
    lastActive = Date.now();
    if (!ring || lastActive - lastTouched < 60_000) return;
    lastTouched = lastActive;
    void touch();
  }, { passive: true });
}
setInterval(() => void lockWhenIdle(), 30_000);

/** Milliseconds between two looks at whether the session still is. */
const HEARTBEAT = 20_000;
setInterval(() => void lockWhenSignedOut(), HEARTBEAT);
addEventListener("visibilitychange", () => void lockWhenSignedOut());

/** Whether an answer says that the session is over. A server that is not reached, or that is only just starting, has
 * ended nothing. @param {any} failure */
const isOver = (failure) => failure.code === "signed-out" || (failure.code === "refused" && [403, 404].includes(failure.cause?.status));

/** A session that was ended elsewhere closes the rooms here. */
async function lockWhenSignedOut() {
  if (!ring) return;
  const over = await ask("/keys/resume", undefined, "HEAD").then(() => false, isOver);
  if (over) await lock();
}

/** Whoever is busy in another window of this browser is here. */
async function lockWhenIdle() {
  if (!ring || Date.now() - lastActive <= idleAllowed()) return;
  const blob = memoryOnly ? undefined : await fetchKept("session", "keys").catch(() => undefined);
  if (blob && blob.until > Date.now()) lastActive = blob.until - idleAllowed();
  else await lock();
}

/** All windows of this browser close together. */
const windows = new BroadcastChannel("peerage-lock");
windows.addEventListener("message", () => void lock(false));

/** Takes up an opened identity: opens every grant there is for it, then lets the identity go.
 * @param {Secrets} secrets @returns {Promise<Ring>} */
export async function hold(secrets) {
  const { card, proved } = await ask("/keys/me");
  const fp = await ownFingerprint(secrets, card);
  if (!proved) await prove(secrets, card.user);
  const before = await current();
  if (before && before.person !== card.user) await lock();
  const person = uuidBytes(card.user);
  const held = await Ring.of({
    person: card.user,
    card,
    fp,
    ed25519: secrets.ed25519,
    drafts: b64u(await draftsSecret(secrets.age, person)),
    own: b64u(await ownRoomsSecret(secrets.age, person)),
    stands: {},
    rooms: ring?.kept.rooms ?? {},
    texts: ring?.kept.texts ?? {},
  });
  held.kept.stands = (await readOwnRooms(held.owner())).stands;
  ring = held;
  const { readLedger } = await import("./ledger-read.js");
  /** @type {import("./own-rooms.js").Stands} */
  const seen = {};
  /** @type {string[]} */
  const mine = (await ask("/rooms")).rooms;
  await ring.drop((room) => !mine.includes(room));
  /** @type {string[]} */
  const back = [];
  for (const room of mine) {
    const ledger = await takeGrants(ring, room, secrets, readLedger);
    const told = ledger && ring.stand(ledger.group);
    // It was taken up all the same: its members have accepted it as it is.
    if (told && ledger.heads[told.seq] !== told.head) back.push(ledger.group);
    if (ledger?.members.get(fp)?.active) seen[ledger.group] = { room, seq: ledger.seq, head: ledger.head, at: Date.now() };
  }
  await store(ring.kept);
  await ring.tell(seen, back);
  changes.dispatchEvent(new Event("open"));
  return ring;
}

/** Shows the server that these keys are here: a session that a link began reaches nothing before.
 * @param {Secrets} secrets @param {string} person */
async function prove(secrets, person) {
  const { challenge } = await ask("/keys/challenge", {});
  const content = { v: 1, person, challenge, act: "prove", about: "" };
  await ask("/keys/proof", { sig: await sign(await signingKey(secrets), "person/v1/keys", content) });
}

/** One room that is not what it should be must not keep the others closed; its own page says what is wrong, and says so
 * until the keys fit. @param {Ring} ring @param {string} room @param {Secrets} secrets
 * @param {(room: string) => Promise<import("./ledger.js").Ledger>} readLedger */
async function takeGrants(ring, room, secrets, readLedger) {
  try {
    const ledger = await readLedger(room);
    for (const { epoch, file } of (await ask(`/rooms/${room}/grants`)).mine) {
      if (ring.has(room, epoch)) continue;
      const opened = await openGrant(unb64u(file), secrets.age, ring.fp, ledger);
      if (opened.epoch !== epoch) throw new RoomError("bad-grant");
      (ring.kept.rooms[room] ??= {})[epoch] = b64u(opened.secret);
    }
    // A new key comes with everybody's copy of it: where one's own is missing, somebody holds it back.
    if (ledger.members.get(ring.fp)?.active && !ring.has(room, ledger.epoch)) throw new RoomError("bad-grant");
    await forget("wrong", room).catch(() => undefined);
    await takeEnvelopes(ring, room, secrets);
    return ledger;
  } catch (failure) {
    const code = failure instanceof RoomError ? failure.code : "bad-grant";
    if (code === "network" || code === "signed-out") throw failure;
    if (code !== "refused") await keep("wrong", room, code === "does-not-open" ? "bad-grant" : code).catch(() => undefined);
    return undefined;
  }
}

/** Why a room's keys did not open on this device, if they did not. @param {string} room
 * @returns {Promise<string | undefined>} */
export const wrongKeysOf = (room) => fetchKept("wrong", room).catch(() => undefined);

/** Opens what was written for this person alone. An envelope that does not open keeps only its own text closed.
 * @param {Ring} ring @param {string} room @param {Secrets} secrets */
async function takeEnvelopes(ring, room, secrets) {
  const texts = (ring.kept.texts[room] ??= {});
  for (const { id, envelope: file, renewal: again, renewed } of (await ask(`/rooms/${room}/envelopes`)).mine) {
    const bytes = unb64u(file);
    const hash = await envelopeHash(bytes);
    const known = texts[id]?.hash === hash && !texts[id].renewal ? texts[id].envelope : undefined;
    const envelope = known ?? await openEnvelope(bytes, secrets.age).catch(() => undefined);
    const renewal = envelope || !again ? undefined : await openRenewal(unb64u(again), secrets.age).catch(() => undefined);
    texts[id] = { hash, renewed, envelope: envelope ?? renewal?.said, renewal };
  }
}

/** Tells the page that its rooms are closed. Half-written words are not lost with them: whoever holds some may seal
 * them under the person's own drafts key, and open them when the same person opens the rooms again. */
export class Locked extends Event {
  /** @param {string} person @param {CryptoKey} [drafts] */
  constructor(person, drafts) {
    super("locked");
    this.person = person;
    this.drafts = drafts;
  }
}

/** Closes the rooms on this device, in its other windows too. @param {boolean} [everywhere] */
export async function lock(everywhere = true) {
  if (everywhere) windows.postMessage("lock");
  const { person, drafts } = ring ?? {};
  ring = null;
  const gone = Promise.all([forget("session", "keys"), forgetAll("index")]).catch(() => undefined);
  // Until they are gone, nobody may take them up again.
  resuming = gone.then(() => null).finally(() => {
    resuming = null;
  });
  changes.dispatchEvent(new Locked(person ?? "", drafts));
  await gone;
}
