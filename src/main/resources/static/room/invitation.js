// @ts-check
// The secret in a personal link's fragment. The server never sees it, so it cannot swap the card of whoever comes.

import { b64u, labelled, random, unb64u } from "./bytes.js";
import { jcs } from "./jcs.js";

/** @typedef {import("./identity.js").Card} Card */

export const newInvitation = () => b64u(random(16));

/** @typedef {{group: string, room: string, k: string}} Invitation */

/** @param {Invitation} invitation */
export const fragment = ({ group, room, k }) => `#${group}.${room}.${k}`;

/** @param {string} hash of a location @returns {Invitation | null} */
export function readFragment(hash) {
  const found = /^#([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{22})$/.exec(hash);
  return found ? { group: found[1], room: found[2], k: found[3] } : null;
}

/** @param {string} k @param {Card} card @param {"sign" | "verify"} use */
async function keyAndMessage(k, card, use) {
  const key = await crypto.subtle.importKey("raw", unb64u(k, 16), { name: "HMAC", hash: "SHA-256" }, false, [use]);
  return /** @type {const} */ ([key, labelled("room/v1/join", jcs(card))]);
}

/** @param {string} k @param {Card} card */
export async function tag(k, card) {
  const [key, message] = await keyAndMessage(k, card, "sign");
  return b64u(new Uint8Array(await crypto.subtle.sign("HMAC", key, message)));
}

/** @param {string} k @param {Card} card @param {string} claimed */
export async function verifyTag(k, card, claimed) {
  const [key, message] = await keyAndMessage(k, card, "verify");
  return crypto.subtle.verify("HMAC", key, unb64u(claimed, 32), message);
}
