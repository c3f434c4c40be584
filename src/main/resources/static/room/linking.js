// @ts-check
// Handing one's keys to another device of one's own. A code of 128 bits goes from screen to screen and never to the
// server: by it the new device vouches for the key that it has made, and the old one for what it hands over. The words
// that both show tell whether somebody else has read the code.

import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from "../vendor/age-0.3.1.min.mjs";
import { RoomError, b64u, labelled, random, text, unb64u, utf8 } from "./bytes.js";
import { ownFingerprint } from "./identity.js";

/** @typedef {import("./identity.js").Secrets} Secrets */
/** @typedef {{age: string, recipient: string}} DeviceKey */

/** No letter is taken for a digit or for another letter. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const BYTES = 16;
const LENGTH = 26;

export const newCode = () => random(BYTES);

/** In groups of four, for somebody who types. @param {Uint8Array} code */
export function spell(code) {
  const bits = [...code].map((byte) => byte.toString(2).padStart(8, "0")).join("").padEnd(LENGTH * 5, "0");
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[parseInt(five, 2)]).join("");
  return (letters.match(/.{1,4}/g) ?? []).join("-");
}

/** @param {string} typed with any spacing, an O for a zero, an I or L for a one @returns {Uint8Array<ArrayBuffer>} */
export function readCode(typed) {
  const letters = typed.toLowerCase().replaceAll("o", "0").replace(/[il]/g, "1").replace(/[\s-]/g, "");
  const numbers = [...letters].map((letter) => ALPHABET.indexOf(letter));
  const bits = numbers.map((n) => n.toString(2).padStart(5, "0")).join("");
  if (letters.length !== LENGTH || numbers.includes(-1) || !bits.endsWith("00")) throw new RoomError("not-the-code");
  return Uint8Array.from({ length: BYTES }, (_, i) => parseInt(bits.slice(8 * i, 8 * i + 8), 2));
}

/** @param {Uint8Array<ArrayBuffer>} code @param {"sign" | "verify"} use */
const keyOf = (code, use) => crypto.subtle.importKey("raw", code, { name: "HMAC", hash: "SHA-256" }, false, [use]);

/** By this the two devices find each other at the server. It tells nothing of the code. @param {Uint8Array<ArrayBuffer>} code */
export async function numberOfCode(code) {
  const made = await crypto.subtle.sign("HMAC", await keyOf(code, "sign"), labelled("person/v1/device-number", new Uint8Array()));
  return b64u(new Uint8Array(made).slice(0, 16));
}

/** @returns {Promise<DeviceKey>} */
export async function newDeviceKey() {
  const age = await generateHybridIdentity();
  return { age, recipient: await identityToRecipient(age) };
}

/** @param {string} recipient */
const said = (recipient) => labelled("person/v1/device", utf8(recipient));

/** @param {Uint8Array<ArrayBuffer>} code @param {string} recipient */
export const deviceTag = async (code, recipient) =>
  b64u(new Uint8Array(await crypto.subtle.sign("HMAC", await keyOf(code, "sign"), said(recipient))));

/** A key that whoever has the code has not vouched for is not the new device's. @param {Uint8Array<ArrayBuffer>} code
 * @param {unknown} recipient @param {unknown} tag @returns {Promise<string>} the recipient */
export async function vouchedFor(code, recipient, tag) {
  const right = typeof recipient === "string" && typeof tag === "string"
    && await keyOf(code, "verify").then((key) => crypto.subtle.verify("HMAC", key, unb64u(tag, 32), said(recipient))).catch(() => false);
  if (!right) throw new RoomError("another-device");
  return /** @type {string} */ (recipient);
}

/** @param {Secrets} secrets @param {Uint8Array} code @param {string} recipient @returns {Promise<Uint8Array>} */
export function sealToDevice(secrets, code, recipient) {
  const age = new Encrypter();
  age.addRecipient(recipient);
  return age.encrypt(JSON.stringify({ v: 1, code: b64u(code), to: recipient, secrets }));
}

/** Anybody can seal something for a device: what does not hold its code comes from nobody who has seen it.
 * @param {Uint8Array} file @param {Uint8Array} code @param {DeviceKey} device
 * @param {import("./identity.js").Card} card that the keys must fit @returns {Promise<Secrets>} */
export async function openOnDevice(file, code, device, card) {
  const age = new Decrypter();
  age.addIdentity(device.age);
  const opened = await age.decrypt(file).then((bytes) => JSON.parse(text(bytes))).catch(() => null);
  if (opened?.v !== 1 || opened.code !== b64u(code) || opened.to !== device.recipient) throw new RoomError("another-device");
  await ownFingerprint(opened.secrets, card);
  return opened.secrets;
}
