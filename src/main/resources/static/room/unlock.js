// @ts-check
// How a person's keys are opened: with a passkey in one touch, or with ten words; and signing in, which on a known device
// is the same touch. What was opened is held by the keyring.

import { RoomError, b64u, random, unb64u } from "./bytes.js";
import { noteLocks } from "./found.js";
import { hold, keepsNothing } from "./keyring.js";
import { ownFingerprint, sign, signingKey } from "./identity.js";
import { openWithPrf, openWithWords, openers, prfInputs, prfNonce } from "./locks.js";
import { ask } from "./server.js";
import { numberOf, readWords } from "./words.js";

/** @typedef {import("./identity.js").Secrets} Secrets */
/** @typedef {{id: string, kind: string, credential: string, file: string}} Lock */

/** By what this device has opened the keys last, which it asks for first the next time. */
const WAY = "opened by";

/** @param {"passkey" | "words"} way */
export function openedBy(way) {
  if (!keepsNothing()) localStorage.setItem(WAY, way);
}

export const opensByWords = () => localStorage.getItem(WAY) === "words";

/** @typedef {{secrets: Secrets, locks: Lock[]}} Found what a lock has opened, and all the files that came with it */

/** Holds what was opened, and keeps in mind how many things would have. @param {Found} found */
async function holdFound({ secrets, locks }) {
  const ring = await hold(secrets);
  noteHere(ring.person, openers(locks).length);
  return ring;
}

/** @param {string} person @param {number} locks */
export function noteHere(person, locks) {
  if (!keepsNothing()) noteLocks(person, locks);
}

/** @param {Lock[]} locks */
const passkeysOf = (locks) => locks.filter(({ kind }) => kind === "passkey");

/** The options that make one touch evaluate the PRF of every passkey lock. @param {Lock[]} locks */
function prfOptions(locks) {
  return {
    allowCredentials: locks.map(({ credential }) => ({ type: /** @type {const} */ ("public-key"), id: unb64u(credential) })),
    extensions: {
      prf: {
        evalByCredential: Object.fromEntries(
          locks.map(({ credential, file }) => [credential, prfInputs(prfNonce(unb64u(file)))]),
        ),
      },
    },
  };
}

/** @param {PublicKeyCredential} assertion @param {Lock[]} locks @returns {Promise<Secrets>} */
async function openWith(assertion, locks) {
  const used = locks.find((candidate) => candidate.credential === b64u(new Uint8Array(assertion.rawId)));
  const results = /** @type {any} */ (assertion.getClientExtensionResults()).prf?.results;
  if (!used || !results) throw new RoomError("no-prf");
  // A passkey gives one answer to one question: a file that it does not open is not the file that was made for it.
  const secrets = await openWithPrf(unb64u(used.file), results).catch((failure) => {
    throw failure.code === "does-not-open" ? new RoomError("bad-lock", failure) : failure;
  });
  openedBy("passkey");
  await opened(used);
  return secrets;
}

/** Its owner sees on the page of their keys when a lock was last used. @param {Lock} lock */
const opened = (lock) => ask(`/keys/locks/${lock.id}/opened`, {}).catch(() => undefined);

/** Opens the rooms with one touch. */
export async function unlockWithPasskey() {
  /** @type {Lock[]} */
  let locks = [];
  const secrets = await secretsByPasskey(async () => (locks = await ownLocks()));
  return holdFound({ secrets, locks });
}

/** What the server keeps of this person's locks. @returns {Promise<Lock[]>} */
export const ownLocks = () => ask("/keys/locks");

/** The identity itself, for the page that changes its locks. @param {() => Promise<Lock[]>} [all] @returns {Promise<Secrets>} */
export async function secretsByPasskey(all = ownLocks) {
  const locks = passkeysOf(await all());
  if (locks.length === 0) throw new RoomError("no-prf");
  const publicKey = { challenge: random(32), userVerification: /** @type {const} */ ("required"), ...prfOptions(locks) };
  const assertion = await navigator.credentials.get({ publicKey }).catch((failure) => {
    throw new RoomError("broken-off", failure);
  });
  return openWith(/** @type {PublicKeyCredential} */ (assertion), locks);
}

/** @param {string} typed */
export async function unlockWithWords(typed) {
  /** @type {Lock[]} */
  let locks = [];
  const secrets = await secretsByWords(typed, async () => (locks = await ownLocks()));
  const ring = await holdFound({ secrets, locks });
  await beFoundByWords(secrets, readWords(typed), ring.person).catch(() => undefined);
  return ring;
}

/** What a person's own keys say to the server. @param {Secrets} secrets @param {string} person @param {string} challenge
 * @param {string} act @param {string} about */
export const signed = async (secrets, person, challenge, act, about) =>
  sign(await signingKey(secrets), "person/v1/keys", { v: 1, person, challenge, act, about });

/** The same, answering a question that the server has just put. @param {Secrets} secrets @param {string} person
 * @param {string} act @param {string} about */
export async function signedNow(secrets, person, act, about) {
  const { challenge } = await ask("/keys/challenge", {});
  return signed(secrets, person, challenge, act, about);
}

/** From now on these words sign in. @param {Secrets} secrets @param {string[]} words @param {string} person */
export async function beFoundByWords(secrets, words, person) {
  const number = await numberOf(words);
  await ask("/keys/words/number", { number, sig: await signedNow(secrets, person, "number", number) });
}

/** Signs in with ten words and opens the rooms. The server gives what a number made from the words finds; whoever opens it
 * and signs with what is inside has the words. @param {string} typed */
export async function signInWithWords(typed) {
  const words = readWords(typed);
  const number = await numberOf(words);
  const { person, file, card, challenge } = await ask("/sign-in/words", { number });
  const secrets = await openWithWords(unb64u(file), words);
  await ownFingerprint(secrets, card);
  if (card.user !== person) throw new RoomError("not-your-key");
  openedBy("words");
  await ask("/sign-in/words/proof", { number, sig: await signed(secrets, person, challenge, "sign-in", number) });
  await hold(secrets);
}

/** @param {string} typed @param {() => Promise<Lock[]>} [all] @returns {Promise<Secrets>} */
export async function secretsByWords(typed, all = ownLocks) {
  const words = readWords(typed);
  const locks = (await all()).filter((/** @type {Lock} */ one) => one.kind === "words");
  for (const lock of locks) {
    const secrets = await openWithWords(unb64u(lock.file), words).catch((failure) => {
      if (failure.code === "bad-lock") throw failure;
      return null;
    });
    if (secrets) {
      openedBy("words");
      await opened(lock);
      return secrets;
    }
  }
  throw new RoomError("not-the-words");
}

/** Which passkey this device used last, so that signing in and opening are one touch. */
const KNOWN = "passkey";

/** @param {string} credential @param {Uint8Array} file */
export function remember(credential, file) {
  if (!keepsNothing()) localStorage.setItem(KNOWN, JSON.stringify({ credential, nonce: b64u(prfNonce(file)) }));
}

/** The passkey is gone from the account. @param {string} credential */
export function forgetPasskey(credential) {
  if (JSON.parse(localStorage.getItem(KNOWN) ?? "null")?.credential === credential) localStorage.removeItem(KNOWN);
}

/** Signs in; on a known device the same touch opens the rooms. The PRF result never leaves the page, which is why the
 * body is built by hand: `credential.toJSON()` contains it. @returns {Promise<"open" | "closed">} */
export async function signIn() {
  const options = await ask("/sign-in/options", {});
  const known = JSON.parse(localStorage.getItem(KNOWN) ?? "null");
  /** @type {any} */
  const publicKey = {
    challenge: unb64u(options.challenge),
    rpId: options.rpId,
    timeout: options.timeout,
    userVerification: "required",
    ...(known && {
      allowCredentials: [{ type: "public-key", id: unb64u(known.credential) }],
      extensions: { prf: { evalByCredential: { [known.credential]: prfInputs(unb64u(known.nonce)) } } },
    }),
  };
  const got = await navigator.credentials.get({ publicKey }).catch((failure) => {
    if (known) localStorage.removeItem(KNOWN);
    throw new RoomError("broken-off", failure);
  });
  const assertion = /** @type {PublicKeyCredential} */ (got);
  const response = /** @type {AuthenticatorAssertionResponse} */ (assertion.response);
  const bytes = (/** @type {ArrayBuffer | null} */ part) => (part ? b64u(new Uint8Array(part)) : undefined);
  await ask("/sign-in/passkey", {
    id: assertion.id,
    rawId: b64u(new Uint8Array(assertion.rawId)),
    type: assertion.type,
    authenticatorAttachment: assertion.authenticatorAttachment ?? undefined,
    clientExtensionResults: {},
    response: {
      authenticatorData: bytes(response.authenticatorData),
      clientDataJSON: bytes(response.clientDataJSON),
      signature: bytes(response.signature),
      userHandle: bytes(response.userHandle),
    },
  });
  const locks = await ownLocks();
  const mine = passkeysOf(locks).find(({ credential }) => credential === assertion.id);
  if (!mine) return "closed";
  remember(mine.credential, unb64u(mine.file));
  if (/** @type {any} */ (assertion.getClientExtensionResults()).prf?.results) {
    await holdFound({ secrets: await openWith(assertion, passkeysOf(locks)), locks });
  } else await unlockWithPasskey();
  return "open";
}
