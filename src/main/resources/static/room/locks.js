// @ts-check
// How an identity is opened: one age file per lock. The work factor is constant, so nobody can choose a weak one.

import { Decrypter, Encrypter, Stanza, chacha20poly1305 } from "../vendor/age-0.3.1.min.mjs";
import { RoomError, concat, random, text, unb64u, utf8 } from "./bytes.js";

/** @typedef {import("./identity.js").Secrets} Secrets */

const WORK_FACTOR = 15;
const PRF = "age-encryption.org/fido2prf";

/** @param {Secrets} secrets @param {string[]} words @returns {Promise<Uint8Array>} */
export function lockWithWords(secrets, words) {
  const age = new Encrypter();
  age.setScryptWorkFactor(WORK_FACTOR);
  age.setPassphrase(words.join(" "));
  return age.encrypt(JSON.stringify(secrets));
}

/** @param {Uint8Array} file @param {string[]} words @returns {Promise<Secrets>} */
export function openWithWords(file, words) {
  mustBeForWords(file);
  const age = new Decrypter();
  age.addPassphrase(words.join(" "));
  return unlock(age, file);
}

/** @param {Uint8Array} file */
function mustBeForWords(file) {
  const stanza = firstStanza(file);
  if (stanza.length !== 3 || stanza[0] !== "scrypt" || stanza[2] !== String(WORK_FACTOR)) throw new RoomError("bad-lock");
}

/** What these files would open, each by itself: ten words, or which passkey. What is no lock of ours counts for nothing;
 * whether one opens one's own keys only opening it shows. @param {{kind: string, credential: string, file: string}[]} locks
 * @returns {string[]} */
export function openers(locks) {
  const found = locks.flatMap(({ kind, credential, file }) => {
    try {
      if (kind === "words") mustBeForWords(unb64u(file));
      else prfNonce(unb64u(file));
      return [kind === "words" ? kind : credential];
    } catch {
      return [];
    }
  });
  return [...new Set(found)];
}

/** A fresh nonce for a new passkey lock. Each file draws its own: it is wrapped with an all-zero AEAD nonce. */
export const newPrfNonce = () => random(16);

/** What the passkey must be asked to evaluate. @param {Uint8Array} nonce */
export const prfInputs = (nonce) => ({
  first: concat(utf8(PRF), Uint8Array.of(1), nonce),
  second: concat(utf8(PRF), Uint8Array.of(2), nonce),
});

/** The nonce of a passkey lock, from its header. @param {Uint8Array} file @returns {Uint8Array} */
export function prfNonce(file) {
  const stanza = firstStanza(file);
  if (stanza[0] !== PRF || stanza.length !== 2) throw new RoomError("bad-lock");
  return unb64u(stanza[1].replaceAll("+", "-").replaceAll("/", "_"), 16);
}

/** PRF results as a passkey gives them; some password managers give plain arrays.
 * @typedef {{first: BufferSource | number[], second?: BufferSource | number[]}} PrfResults */

/** @param {PrfResults} results */
async function prfKey(results) {
  const bytes = (/** @type {any} */ part) => {
    const found = part instanceof ArrayBuffer ? new Uint8Array(part) : Uint8Array.from(part ?? []);
    if (found.length !== 32) throw new RoomError("no-prf");
    return found;
  };
  const key = await crypto.subtle.importKey("raw", utf8(PRF), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, concat(bytes(results.first), bytes(results.second))));
}

/** @param {Secrets} secrets @param {Uint8Array} nonce @param {PrfResults} results @returns {Promise<Uint8Array>} */
export async function lockWithPrf(secrets, nonce, results) {
  const key = await prfKey(results);
  const age = new Encrypter();
  age.addRecipient({
    wrapFileKey: (/** @type {Uint8Array} */ fileKey) => [
      new Stanza(
        [PRF, btoa(String.fromCharCode(...nonce)).replaceAll("=", "")],
        chacha20poly1305(key, new Uint8Array(12)).encrypt(fileKey),
      ),
    ],
  });
  return age.encrypt(JSON.stringify(secrets));
}

/** @param {Uint8Array} file @param {PrfResults} results @returns {Promise<Secrets>} */
export async function openWithPrf(file, results) {
  const key = await prfKey(results);
  const age = new Decrypter();
  age.addIdentity({
    unwrapFileKey: (/** @type {Stanza[]} */ stanzas) => {
      const stanza = stanzas.find((s) => s.args[0] === PRF);
      if (!stanza || stanza.body.length !== 32) return null;
      try {
        return chacha20poly1305(key, new Uint8Array(12)).decrypt(stanza.body);
      } catch {
        return null;
      }
    },
  });
  return unlock(age, file);
}

/** The library reports a tampered file as a network failure; every failure to open is the same to us.
 * @param {Decrypter} age @param {Uint8Array} file @returns {Promise<Secrets>} */
async function unlock(age, file) {
  try {
    const secrets = JSON.parse(await age.decrypt(file, "text"));
    if (secrets.v !== 1 || typeof secrets.age !== "string" || typeof secrets.ed25519 !== "string") throw new Error();
    return secrets;
  } catch (failure) {
    throw new RoomError("does-not-open", failure);
  }
}

/** The words of the first stanza line: `-> scrypt <salt> <factor>`. @param {Uint8Array} file */
function firstStanza(file) {
  const lines = text(file.slice(0, file.indexOf(10, file.indexOf(10) + 1))).split("\n");
  if (lines[0] !== "age-encryption.org/v1" || !lines[1]?.startsWith("-> ")) throw new RoomError("bad-lock");
  return lines[1].slice(3).split(" ");
}
