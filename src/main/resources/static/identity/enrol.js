// @ts-check
// Enrolment: passkey, keys and ten words are made here; what is sent opens nothing.

import { b64u } from "../room/bytes.js";
import { newIdentity } from "../room/identity.js";
import { hold, keepNothing } from "../room/keyring.js";
import { lockWithPrf, lockWithWords } from "../room/locks.js";
import { firstOwnRooms } from "../room/own-rooms.js";
import { ask } from "../room/server.js";
import { beFoundByWords, noteHere, openedBy, remember } from "../room/unlock.js";
import { newWords } from "../room/words.js";
import { needsHttps } from "./https.js";
import { makePasskey } from "./passkey.js";
import { showWords } from "./ten-words.js";

// The invitation's secret rides in the fragment and must survive every step.
for (const form of document.querySelectorAll("form[data-keep-fragment]")) {
  form.addEventListener("submit", () => {
    /** @type {HTMLFormElement} */ (form).action += location.hash;
  });
}
for (const link of document.querySelectorAll("a[data-keep-fragment]")) {
  /** @type {HTMLAnchorElement} */ (link).hash = location.hash;
}

needsHttps();
const root = /** @type {HTMLElement | null} */ (document.getElementById("enrol"));
if (root) begin(root);

/** @param {HTMLElement} root */
function begin(root) {
  const token = root.dataset.token ?? "";
  const person = root.dataset.person ?? "";
  const first = /** @type {HTMLFormElement} */ (root.querySelector("[data-step=name]"));
  const second = /** @type {HTMLFormElement} */ (root.querySelector("[data-step=words]"));
  const name = /** @type {HTMLInputElement} */ (first.querySelector("[name=name]"));
  const words = newWords();
  let right = () => false;
  /** @type {{json: object, credential: string, nonce: Uint8Array, prf: any} | null} */
  let passkey = null;

  /** @param {HTMLFormElement} form @param {string} text */
  const wrong = (form, text) => {
    const line = form.querySelector("[data-wrong]");
    if (line) line.textContent = text;
  };

  first.addEventListener("submit", async (event) => {
    event.preventDefault();
    wrong(first, "");
    try {
      passkey = await makePasskey(await ask(`/join/${token}/options`, { name: name.value }));
      goOn();
    } catch (failure) {
      wrong(first, (/** @type {any} */ (failure).code === "network" ? root.dataset.textNetwork : root.dataset.textNoPasskey) ?? "");
    }
  });
  first.querySelector("[data-without-passkey]")?.addEventListener("click", () => {
    if (first.reportValidity()) goOn();
  });

  function goOn() {
    first.hidden = true;
    // A passkey without PRF signs in and opens nothing.
    /** @type {HTMLElement} */ (second.querySelector("[data-one-lock]")).hidden = Boolean(passkey?.prf);
    right = showWords(second, words);
  }

  second.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!right()) return wrong(second, root.dataset.textWords ?? "");
    keepNothing(/** @type {HTMLInputElement} */ (second.querySelector("[data-not-mine]")).checked);
    const button = /** @type {HTMLButtonElement} */ (second.querySelector(".actions:last-of-type button"));
    button.disabled = true;
    wrong(second, root.dataset.textWorking ?? "");
    try {
      await finish();
    } catch (failure) {
      button.disabled = false;
      const { code, cause } = /** @type {any} */ (failure);
      const reason = document.querySelector(`template[data-reason="${CSS.escape(cause?.reason ?? "")}"]`);
      const text = code === "network" ? root.dataset.textNetwork : root.dataset.textAgain;
      wrong(second, /** @type {HTMLTemplateElement | null} */ (reason)?.content.textContent ?? text ?? "");
    }
  });

  async function finish() {
    const { card, secrets } = await newIdentity(person);
    const wordsLock = await lockWithWords(secrets, words);
    const locks = [{ kind: "words", file: b64u(wordsLock) }];
    let passkeyLock = null;
    if (passkey?.prf) {
      passkeyLock = await lockWithPrf(secrets, passkey.nonce, passkey.prf);
      locks.push({ kind: "passkey", file: b64u(passkeyLock) });
    }
    const { next } = await ask(`/join/${token}`, {
      name: name.value,
      card,
      locks,
      rooms: await firstOwnRooms(secrets, card),
      passkey: passkey?.json ?? null,
      device: navigator.platform || "Passkey",
    });
    if (passkey && passkeyLock) remember(passkey.credential, passkeyLock);
    openedBy(passkeyLock ? "passkey" : "words");
    await hold(secrets);
    noteHere(person, locks.length);
    await beFoundByWords(secrets, words, person).catch(() => undefined);
    location.assign(next + location.hash);
  }
}
