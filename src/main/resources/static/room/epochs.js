// @ts-check
// The room's key of an epoch: made by whoever rotates, wrapped to each member, checked by everybody against the ledger.

import { Decrypter, Encrypter } from "../vendor/age-0.3.1.min.mjs";
import { RoomError, b64u, hash, random, unb64u, utf8 } from "./bytes.js";
import { sign, verifies } from "./identity.js";

/** @typedef {import("./identity.js").Card} Card */
/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {{v: 1, room: string, epoch: number, secret: string, to: string, by: string, head: string, sig: string}} Grant */

export const newSecret = () => random(32);

/** @param {Uint8Array} secret */
export const keyCheck = (secret) => hash("room/v1/kcv", secret);

/** @param {{room: string, epoch: number, secret: Uint8Array, to: string, head: string}} what @param {Card} recipient
 * @param {{fp: string, key: CryptoKey}} granter @returns {Promise<Uint8Array>} */
export async function sealGrant({ room, epoch, secret, to, head }, recipient, granter) {
  const unsigned = { v: 1, room, epoch, secret: b64u(secret), to, by: granter.fp, head };
  const age = new Encrypter();
  age.addRecipient(recipient.age);
  return age.encrypt(JSON.stringify({ ...unsigned, sig: await sign(granter.key, "room/v1/grant", unsigned) }));
}

/** Opens a grant and checks that it is what the ledger says: this room, this epoch, this key, for me, by a member.
 * @param {Uint8Array} file @param {string} ageSecret @param {string} me fingerprint @param {Ledger} ledger */
export async function openGrant(file, ageSecret, me, ledger) {
  /** @type {Grant} */
  let grant;
  try {
    const age = new Decrypter();
    age.addIdentity(ageSecret);
    grant = JSON.parse(await age.decrypt(file, "text"));
  } catch (failure) {
    throw new RoomError("does-not-open", failure);
  }
  if (grant === null || typeof grant !== "object") throw new RoomError("bad-grant");
  const { sig, ...unsigned } = grant;
  const began = ledger.epochs.get(grant.epoch);
  const granter = ledger.members.get(grant.by);
  if (grant.v !== 1 || grant.room !== ledger.room || grant.to !== me || !began || grant.head !== began.head || !granter
      || !(await verifies(granter.card.ed25519, "room/v1/grant", unsigned, sig).catch(() => false))) {
    throw new RoomError("bad-grant");
  }
  const secret = unb64u(grant.secret, 32);
  if ((await keyCheck(secret)) !== began.kcv) throw new RoomError("bad-grant");
  return { epoch: grant.epoch, secret };
}

/** The keys of an epoch, no longer readable. @param {Uint8Array<ArrayBuffer>} secret @param {string} room */
export async function deriveKeys(secret, room) {
  const derive = async (/** @type {string} */ info) => hmacKey(await hkdf(secret, unb64u(room, 32), info));
  return {
    records: await derive("room/v1/records"),
    files: await derive("room/v1/files"),
    names: await derive("room/v1/names"),
    votes: await derive("room/v1/votes"),
  };
}

/** The secret of a person's private drafts: only their own identity makes it.
 * @param {string} ageSecret @param {Uint8Array<ArrayBuffer>} person the bytes of their id */
export const draftsSecret = (ageSecret, person) => hkdf(utf8(ageSecret), person, "person/v1/drafts");

/** The secret of what a person tells their own devices about their rooms.
 * @param {string} ageSecret @param {Uint8Array<ArrayBuffer>} person the bytes of their id */
export const ownRoomsSecret = (ageSecret, person) => hkdf(utf8(ageSecret), person, "person/v1/rooms");

/** @param {Uint8Array<ArrayBuffer>} bytes */
export const hmacKey = (bytes) =>
  crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-512" }, false, ["sign"]);

/** @param {Uint8Array<ArrayBuffer>} secret @param {Uint8Array<ArrayBuffer>} salt @param {string} info */
async function hkdf(secret, salt, info) {
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-512", salt, info: utf8(info) }, base, 256);
  return new Uint8Array(bits);
}
