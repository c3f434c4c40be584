// @ts-check
// Texts for named readers: sealed with a key of their own, which travels in an envelope that only those readers open.
// What such a text is, what it is about and who reads it stand in the envelope and nowhere else.

import { Decrypter, Encrypter } from "../vendor/age-0.3.1.min.mjs";
import { RoomError, b64u, concat, hash, random, unb64u } from "./bytes.js";
import { hmacKey } from "./epochs.js";
import { UUID, sign, verifies } from "./identity.js";
import { KIND, NAMED } from "./entries.js";
import { ciphertextHash, openNamed, sealNamed } from "./seal.js";

/** @typedef {import("./identity.js").Card} Card */
/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("./ledger.js").Put} Put */
/** @typedef {import("./seal.js").RecordHeader} RecordHeader */
/** @typedef {{v: 1, room: string, id: string, rev: number, kind: string, about: string, readers: string[], key: string,
 *   by: string, head: string, sig: string}} Envelope */

/** A confidence is for few; more are the room. */
export const MOST_READERS = 4;

const FIELDS = "about,by,head,id,key,kind,readers,rev,room,sig,v";

/** @param {Uint8Array} file */
export const envelopeHash = (file) => hash("room/v1/envelope-file", file);

/** What a `put` entry names of a text for named readers: the words and the envelope, so that neither is exchanged.
 * @param {Uint8Array} sealed @param {string} envelope the hash of its envelope */
export const textHash = async (sealed, envelope) =>
  hash("room/v1/text", concat(unb64u(await ciphertextHash(sealed)), unb64u(envelope)));

/** @param {Omit<Envelope, "v" | "readers" | "by" | "sig">} what @param {{fp: string, card: Card}[]} readers
 * @param {{fp: string, key: CryptoKey}} author @returns {Promise<{file: Uint8Array, envelope: Envelope}>} */
export async function sealEnvelope({ room, id, rev, kind, about, key, head }, readers, author) {
  const unsigned = {
    v: /** @type {1} */ (1), room, id, rev, kind, about, readers: readers.map(({ fp }) => fp).sort(), key, by: author.fp, head,
  };
  const envelope = { ...unsigned, sig: await sign(author.key, "room/v1/envelope", unsigned) };
  if (!shaped(envelope)) throw new RoomError("no-reader");
  const age = new Encrypter();
  for (const { card } of readers) age.addRecipient(card.age);
  return { file: await age.encrypt(JSON.stringify(envelope)), envelope };
}

/** Seals words for these readers alone. `header` says what the text truly is; what comes back shows none of it.
 * @param {RecordHeader} header @param {object} body @param {{fp: string, card: Card}[]} readers
 * @param {{group: string, head: string}} at @param {{fp: string, key: CryptoKey}} author */
export async function sealFor(header, body, readers, { group, head }, author) {
  const key = random(32);
  const sealed = await sealNamed(await hmacKey(key), header, body);
  const { room, id, rev, kind, about } = header;
  const { file, envelope } = await sealEnvelope({ room, id, rev, kind, about, key: b64u(key), head }, readers, author);
  return { header: { ...header, kind: NAMED, about: group }, sealed, file, envelope, hash: await textHash(sealed, await envelopeHash(file)) };
}

/** Opens the envelope itself. What it says is not believed yet. @param {Uint8Array} file @param {string} ageSecret
 * @returns {Promise<Envelope>} */
export async function openEnvelope(file, ageSecret) {
  try {
    const age = new Decrypter();
    age.addIdentity(ageSecret);
    return JSON.parse(await age.decrypt(file, "text"));
  } catch (failure) {
    throw new RoomError("does-not-open", failure);
  }
}

/** @param {Envelope} envelope */
const shaped = (envelope) => envelope !== null && typeof envelope === "object" && envelope.v === 1
  && Object.keys(envelope).sort().join() === FIELDS
  && typeof envelope.kind === "string" && KIND.test(envelope.kind) && envelope.kind !== NAMED
  && typeof envelope.about === "string" && UUID.test(envelope.about)
  && Array.isArray(envelope.readers) && envelope.readers.length >= 1 && envelope.readers.length <= MOST_READERS
  && envelope.readers.every((fp, i) => typeof fp === "string" && (i === 0 || envelope.readers[i - 1] < fp));

/** Checks that the envelope is the author's word on exactly this text, and for me among its readers.
 * @param {Envelope} envelope @param {Put} put @param {Ledger} ledger @param {string} me */
export async function checkEnvelope(envelope, put, ledger, me) {
  await checkWord(envelope, put, ledger);
  if (!envelope.readers.includes(me)) throw new RoomError("bad-envelope");
}

/** Checks that this is what the author said of exactly this text, when author and readers were in the room.
 * @param {Envelope} envelope @param {Put} put @param {Ledger} ledger */
export async function checkWord(envelope, put, ledger) {
  const author = ledger.members.get(put.author);
  const { sig, ...unsigned } = envelope ?? {};
  const holds = shaped(envelope) && author && put.kind === NAMED
    && envelope.room === ledger.room && envelope.id === put.id && envelope.rev === put.rev && envelope.by === put.author
    && envelope.head === ledger.heads[put.seq - 1]
    && envelope.readers.every((fp) => ledger.wasHere(fp, put.seq))
    && (await verifies(author.card.ed25519, "room/v1/envelope", unsigned, sig).catch(() => false));
  if (!holds) throw new RoomError("bad-envelope");
}

/** Opens the words with the key from a checked envelope. @param {Envelope} envelope @param {RecordHeader} header as it
 * stands in the row @param {Uint8Array} sealed */
export async function openFor(envelope, header, sealed) {
  const { kind, about } = envelope;
  return openNamed(await hmacKey(unb64u(envelope.key, 32)), { ...header, kind, about }, sealed);
}
