// @ts-check
// C2SP chunked encryption: a context is bound into the keys and the output commits to them.
// The key is an HMAC-SHA-512 CryptoKey, so that it need not be readable. A room has one suite, Cobblestone-256;
// the other is here because the public vectors know both.

import { RoomError, concat, random, utf8 } from "./bytes.js";

const CHUNK = 16_384;
const TAG = 16;
const NONCE = 12;
const COMMITMENT = 32;

/** @typedef {{ info: Uint8Array, key: number }} Suite what it is bound to, and how long its key is in bytes */
/** @param {string} aead @param {number} key @returns {Suite} */
const suiteOf = (aead, key) => ({ info: utf8(`c2sp.org/chunked-encryption@v1+${aead}\0`), key });

export const COBBLESTONE_128 = suiteOf("AEAD_AES_128_GCM", 16);
export const COBBLESTONE_256 = suiteOf("AEAD_AES_256_GCM", 32);

/** Is this a key of the suite's length for HMAC-SHA-512? @param {CryptoKey} key @param {Suite} suite */
const fits = (key, suite) => /** @type {HmacKeyAlgorithm} */ (key.algorithm).length === 8 * suite.key;

/** HKDF-Expand to AES key, base nonce and commitment, which two rounds are enough for.
 * @param {Suite} suite @param {CryptoKey} key @param {Uint8Array} salt @param {Uint8Array} context */
async function derive(suite, key, salt, context) {
  const info = concat(suite.info, salt, context);
  const first = new Uint8Array(await crypto.subtle.sign("HMAC", key, concat(info, Uint8Array.of(1))));
  const second = new Uint8Array(await crypto.subtle.sign("HMAC", key, concat(first, info, Uint8Array.of(2))));
  const all = concat(first, second);
  return {
    aes: await crypto.subtle.importKey("raw", all.slice(0, suite.key), "AES-GCM", false, ["encrypt", "decrypt"]),
    nonce: all.slice(suite.key, suite.key + NONCE),
    commitment: all.slice(suite.key + NONCE, suite.key + NONCE + COMMITMENT),
  };
}

/** @param {Uint8Array} base @param {number} chunk */
function nonceOf(base, chunk) {
  const nonce = base.slice();
  for (let i = 0, rest = chunk; i < 5; i++, rest = Math.floor(rest / 256)) nonce[11 - i] ^= rest % 256;
  return nonce;
}

/** @param {CryptoKey} key @param {Uint8Array} context @param {Uint8Array} plain
 * @param {Uint8Array} [salt] only for vectors @param {Suite} [suite] only for vectors */
export async function seal(key, context, plain, salt = random(24), suite = COBBLESTONE_256) {
  if (!fits(key, suite)) throw new RoomError("malformed");
  const { aes, nonce, commitment } = await derive(suite, key, salt, context);
  const parts = [salt, commitment];
  // The last chunk is always shorter than a whole one, and may be empty.
  for (let chunk = 0; chunk * CHUNK <= plain.length; chunk++) {
    const piece = plain.slice(chunk * CHUNK, (chunk + 1) * CHUNK);
    parts.push(new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonceOf(nonce, chunk) }, aes, piece)));
  }
  return concat(...parts);
}

/** @param {CryptoKey} key @param {Uint8Array} context @param {Uint8Array} sealed @param {Suite} [suite] only for vectors */
export async function open(key, context, sealed, suite = COBBLESTONE_256) {
  if (!fits(key, suite) || sealed.length < 56 + TAG) throw new RoomError("does-not-open");
  const { aes, nonce, commitment } = await derive(suite, key, sealed.slice(0, 24), context);
  const found = sealed.slice(24, 56);
  let difference = 0;
  for (let i = 0; i < COMMITMENT; i++) difference |= found[i] ^ commitment[i];
  if (difference !== 0) throw new RoomError("does-not-open");
  const body = sealed.subarray(56);
  const parts = [];
  try {
    for (let chunk = 0; ; chunk++) {
      const piece = body.slice(chunk * (CHUNK + TAG), (chunk + 1) * (CHUNK + TAG));
      const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonceOf(nonce, chunk) }, aes, piece);
      parts.push(new Uint8Array(plain));
      if (plain.byteLength < CHUNK) {
        if ((chunk + 1) * (CHUNK + TAG) < body.length) throw new RoomError("does-not-open");
        return concat(...parts);
      }
    }
  } catch (failure) {
    throw new RoomError("does-not-open", failure);
  }
}
