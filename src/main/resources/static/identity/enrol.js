// @ts-check
// Enrolment: passkey, keys and ten words are made here; what is sent opens nothing.

import { b64u, unb64u } from "../room/bytes.js";
import { newIdentity } from "../room/identity.js";
import { hold, keepNothing, remember } from "../room/keyring.js";
import { lockWithPrf, lockWithWords, newPrfNonce, prfInputs } from "../room/locks.js";
import { ask } from "../room/server.js";
import { newWords } from "../room/words.js";

// The invitation's secret rides in the fragment and must survive every step.
for (const form of document.querySelectorAll("form[data-keep-fragment]")) {
  form.addEventListener("submit", () => {
    /** @type {HTMLFormElement} */ (form).action += location.hash;
  });
}
for (const link of document.querySelectorAll("a[data-keep-fragment]")) {
  /** @type {HTMLAnchorElement} */ (link).hash = location.hash;
}

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
  const asked = [...words.keys()].sort(() => Math.random() - 0.5).slice(0, 2).sort((a, b) => a - b);
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
      passkey = await makePasskey(token, name.value);
      showWords();
    } catch (failure) {
      wrong(first, (/** @type {any} */ (failure).code === "network" ? root.dataset.textNetwork : root.dataset.textNoPasskey) ?? "");
    }
  });
  first.querySelector("[data-without-passkey]")?.addEventListener("click", () => {
    if (first.reportValidity()) showWords();
  });

  function showWords() {
    first.hidden = true;
    second.hidden = false;
    const list = second.querySelector("[data-words]");
    list?.replaceChildren(...words.map((word) => Object.assign(document.createElement("li"), { textContent: word })));
    for (const part of second.querySelectorAll("[data-check-number]")) {
      part.textContent = String(asked[Number(part.getAttribute("data-check-number"))] + 1);
    }
    second.querySelector("h2")?.focus();
  }

  second.querySelector("[data-print]")?.addEventListener("click", () => print());

  second.addEventListener("submit", async (event) => {
    event.preventDefault();
    const typed = [...second.querySelectorAll("input[id^=check]")].map((i) => /** @type {HTMLInputElement} */ (i).value.trim().toLowerCase());
    if (typed.some((word, i) => word !== words[asked[i]])) return wrong(second, root.dataset.textWords ?? "");
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
      passkey: passkey?.json ?? null,
      device: navigator.platform || "Passkey",
    });
    if (passkey && passkeyLock) remember(passkey.credential, passkeyLock);
    await hold(secrets);
    location.assign(next + location.hash);
  }
}

/** Makes a passkey and asks it for PRF results in the same prompt; where an authenticator gives them only afterwards,
 * with one more touch. @param {string} token @param {string} name */
async function makePasskey(token, name) {
  const options = await ask(`/join/${token}/options`, { name });
  const nonce = newPrfNonce();
  const created = /** @type {PublicKeyCredential} */ (await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: unb64u(options.challenge),
      user: { ...options.user, id: unb64u(options.user.id) },
      excludeCredentials: [],
      extensions: { prf: { eval: prfInputs(nonce) } },
    },
  }));
  const response = /** @type {AuthenticatorAttestationResponse} */ (created.response);
  const extensions = /** @type {any} */ (created.getClientExtensionResults());
  let prf = extensions.prf?.results;
  if (!prf && extensions.prf?.enabled) prf = await evaluate(created.id, nonce);
  return {
    nonce,
    prf,
    credential: created.id,
    // Built by hand: `toJSON()` of a credential carries the PRF results.
    json: {
      id: created.id,
      rawId: b64u(new Uint8Array(created.rawId)),
      type: created.type,
      authenticatorAttachment: created.authenticatorAttachment ?? undefined,
      clientExtensionResults: {},
      response: {
        attestationObject: b64u(new Uint8Array(response.attestationObject)),
        clientDataJSON: b64u(new Uint8Array(response.clientDataJSON)),
        transports: response.getTransports(),
      },
    },
  };
}

/** @param {string} credential @param {Uint8Array} nonce */
async function evaluate(credential, nonce) {
  const assertion = /** @type {PublicKeyCredential} */ (await navigator.credentials.get({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      userVerification: "required",
      allowCredentials: [{ type: "public-key", id: unb64u(credential) }],
      extensions: { prf: { evalByCredential: { [credential]: prfInputs(nonce) } } },
    },
  }));
  return /** @type {any} */ (assertion.getClientExtensionResults()).prf?.results;
}
