// @ts-check
// Making a passkey that opens keys: its PRF results stay in the page.

import { RoomError, b64u, unb64u } from "../room/bytes.js";
import { keepsNothing } from "../room/keyring.js";
import { lockWithPrf, newPrfNonce, prfInputs } from "../room/locks.js";
import { ask } from "../room/server.js";
import { remember, signed } from "../room/unlock.js";

/** One more passkey for keys that are open, with a lock of its own. @param {import("../room/identity.js").Secrets} secrets
 * @param {string} person @param {string} device @param {string[]} others credentials that this person has already */
export async function addPasskey(secrets, person, device, others) {
  const options = await ask("/keys/passkeys/options", {});
  const made = await makePasskey(options, others).catch((failure) => {
    throw new RoomError("broken-off", failure);
  });
  if (!made.prf) throw new RoomError("no-prf");
  const lock = await lockWithPrf(secrets, made.nonce, made.prf);
  const file = b64u(lock);
  const sig = await signed(secrets, person, options.challenge, "passkey", file);
  await ask("/keys/passkeys", { passkey: made.json, device, file, sig });
  if (!keepsNothing()) remember(made.credential, lock);
}

/** Makes a passkey and asks it for PRF results in the same prompt; where an authenticator gives them only afterwards,
 * with one more touch. @param {any} options as the server gives them @param {string[]} [others] credentials that must
 * not be made again on the same authenticator */
export async function makePasskey(options, others = []) {
  const nonce = newPrfNonce();
  const asked = {
    ...options,
    challenge: unb64u(options.challenge),
    user: { ...options.user, id: unb64u(options.user.id) },
    excludeCredentials: others.map((id) => ({ type: "public-key", id: unb64u(id) })),
    extensions: { prf: { eval: prfInputs(nonce) } },
  };
  const created = /** @type {PublicKeyCredential} */ (await create(asked));
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

// What a person or the page has decided, and no second try would change.
const DECIDED = new Set(["NotAllowedError", "AbortError", "InvalidStateError", "SecurityError"]);

/** Some authenticators, older Windows Hello among them, refuse everything when PRF is asked for. Such a passkey still
 * signs in; it opens no room, and the ten words do. @param {any} asked */
const create = (asked) =>
  navigator.credentials.create({ publicKey: asked }).catch((failure) => {
    if (DECIDED.has(failure.name)) throw failure;
    const { extensions: _, ...plain } = asked;
    return navigator.credentials.create({ publicKey: plain });
  });

/** @param {string} credential @param {Uint8Array} nonce */
async function evaluate(credential, nonce) {
  const assertion = /** @type {PublicKeyCredential | null} */ (await navigator.credentials.get({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      userVerification: "required",
      allowCredentials: [{ type: "public-key", id: unb64u(credential) }],
      extensions: { prf: { evalByCredential: { [credential]: prfInputs(nonce) } } },
    },
  }).catch((failure) => {
    if (DECIDED.has(failure.name)) throw failure;
    return null;
  }));
  return /** @type {any} */ (assertion?.getClientExtensionResults())?.prf?.results;
}
