// @ts-check
// C2SP chunked encryption, Cobblestone-256: a context is bound into the keys and the output commits to them.
// The key is an HMAC-SHA-512 CryptoKey, so that it need not be readable.

import { RoomError, concat, random, utf8 } from "./bytes.js";

const CHUNK = 16_384;
const TAG = 16;
const INFO = utf8("c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM");

/** Is this a key of 32 bytes for HMAC-SHA-512? @param {CryptoKey} key */
const fits = (key) => /** @type {HmacKeyAlgorithm} */ (key.algorithm).length === 256;

/** HKDF-Expand to 76 bytes: AES key, base nonce, commitment.
 * @param {CryptoKey} key @param {Uint8Array} salt @param {Uint8Array} context */
async function derive(key, salt, context) {
  const info = concat(INFO, new Uint8Array(1), salt, context);
  const first = new Uint8Array(await crypto.subtle.sign("HMAC", key, concat(info, Uint8Array.of(1))));
  const second = new Uint8Array(await crypto.subtle.sign("HMAC", key, concat(first, info, Uint8Array.of(2))));
  const all = concat(first, second);
  return {
    aes: await crypto.subtle.importKey("raw", all.slice(0, 32), "AES-GCM", false, ["encrypt", "decrypt"]),
    nonce: all.slice(32, 44),
    commitment: all.slice(44, 76),
  };
}

/** @param {Uint8Array} base @param {number} chunk */
function nonceOf(base, chunk) {
  const nonce = base.slice();
  for (let i = 0, rest = chunk; i < 5; i++, rest = Math.floor(rest / 256)) nonce[11 - i] ^= rest % 256;
  return nonce;
}

/** @param {CryptoKey} key @param {Uint8Array} context @param {Uint8Array} plain @param {Uint8Array} [salt] only for vectors */
export async function seal(key, context, plain, salt = random(24)) {
  if (!fits(key)) throw new RoomError("malformed");
  const { aes, nonce, commitment } = await derive(key, salt, context);
  const parts = [salt, commitment];
  // The last chunk is always shorter than a whole one, and may be empty.
  for (let chunk = 0; chunk * CHUNK <= plain.length; chunk++) {
    const piece = plain.slice(chunk * CHUNK, (chunk + 1) * CHUNK);
    parts.push(new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonceOf(nonce, chunk) }, aes, piece)));
  }
  return concat(...parts);
}

/** @param {CryptoKey} key @param {Uint8Array} context @param {Uint8Array} sealed */
export async function open(key, context, sealed) {
  if (!fits(key) || sealed.length < 56 + TAG) throw new RoomError("does-not-open");
  const { aes, nonce, commitment } = await derive(key, sealed.slice(0, 24), context);
  const found = sealed.slice(24, 56);
  let difference = 0;
  for (let i = 0; i < 32; i++) difference |= found[i] ^ commitment[i];
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
