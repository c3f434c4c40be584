// @ts-check
// A person's identity: an age key that room keys are wrapped to, and an Ed25519 key that signs. Made in the browser.

import { generateHybridIdentity, identityToRecipient } from "../vendor/age-0.3.1.min.mjs";
import { RoomError, b64u, hash, labelled, unb64u } from "./bytes.js";
import { jcs } from "./jcs.js";

/** The two secret keys, as they lie inside a lock. @typedef {{v: 1, age: string, ed25519: string}} Secrets */
/** @typedef {{v: 1, user: string, age: string, ed25519: string, created: number, sig: string}} Card */

const LABEL = "room/v1/card";

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @param {string} user the person's id @returns {Promise<{card: Card, secrets: Secrets}>} */
export async function newIdentity(user) {
  const age = await generateHybridIdentity();
  const pair = /** @type {CryptoKeyPair} */ (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]));
  const unsigned = {
    v: /** @type {1} */ (1),
    user,
    age: await identityToRecipient(age),
    ed25519: b64u(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey))),
    created: Math.floor(Date.now() / 1000),
  };
  return {
    card: { ...unsigned, sig: await sign(pair.privateKey, LABEL, unsigned) },
    secrets: { v: 1, age, ed25519: b64u(new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey))) },
  };
}

/** The signing key, no longer readable. @param {Secrets} secrets */
export const signingKey = (secrets) =>
  crypto.subtle.importKey("pkcs8", unb64u(secrets.ed25519), "Ed25519", false, ["sign"]);

/** @param {CryptoKey} key @param {string} label @param {object} content */
export async function sign(key, label, content) {
  return b64u(new Uint8Array(await crypto.subtle.sign("Ed25519", key, labelled(label, jcs(content)))));
}

/** Keys that checked something before: a ledger is hundreds of signatures by a dozen people. @type {Map<string, CryptoKey>} */
const known = new Map();
const MANY = 256;

/** @param {string} ed25519 @param {string} label @param {object} content @param {string} signature */
export const verifies = async (ed25519, label, content, signature) =>
  verifiesBytes(ed25519, unb64u(signature, 64), labelled(label, jcs(content)));

/** @param {string} ed25519 @param {Uint8Array<ArrayBuffer>} signature @param {Uint8Array<ArrayBuffer>} signed */
export async function verifiesBytes(ed25519, signature, signed) {
  let key = known.get(ed25519);
  if (!key) {
    key = await crypto.subtle.importKey("raw", unb64u(ed25519, 32), "Ed25519", false, ["verify"]);
    if (known.size === MANY) known.clear();
    known.set(ed25519, key);
  }
  return crypto.subtle.verify("Ed25519", key, signature, signed);
}

/** @param {Card} card */
function unsignedOf({ v, user, age, ed25519, created }) {
  return { v, user, age, ed25519, created };
}

/** @param {Card} card @returns {Promise<string>} */
export const fingerprint = (card) => hash(LABEL, jcs(unsignedOf(card)));

/** Checks the shape and the card's own signature, and gives its fingerprint. @param {Card} card */
export async function verifyCard(card) {
  const shaped = card?.v === 1
    && Object.keys(card).sort().join() === "age,created,ed25519,sig,user,v"
    && typeof card.user === "string"
    && UUID.test(card.user)
    && typeof card.age === "string"
    && /^age1pq1[a-z0-9]{1800,2100}$/.test(card.age)
    && Number.isSafeInteger(card.created);
  if (!shaped || !(await verifies(card.ed25519, LABEL, unsignedOf(card), card.sig).catch(() => false))) {
    throw new RoomError("bad-card");
  }
  return fingerprint(card);
}

/** The fingerprint of one's own card, which these very keys have signed: whoever hands it over can change nothing in it.
 * @param {Secrets} secrets @param {Card} card */
export async function ownFingerprint(secrets, card) {
  const fp = await verifyCard(card).catch(() => "");
  if (fp === "" || !(await matches(secrets, card))) throw new RoomError("not-your-key");
  return fp;
}

/** Do these secrets belong to this card? @param {Secrets} secrets @param {Card} card */
export async function matches(secrets, card) {
  const key = await signingKey(secrets);
  return (await identityToRecipient(secrets.age)) === card.age
    && verifies(card.ed25519, "room/v1/probe", { user: card.user }, await sign(key, "room/v1/probe", { user: card.user }));
}
