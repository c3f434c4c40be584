// @ts-check
// Making a passkey that opens keys: its PRF results stay in the page.

import { b64u, unb64u } from "../room/bytes.js";
import { newPrfNonce, prfInputs } from "../room/locks.js";

/** Makes a passkey and asks it for PRF results in the same prompt; where an authenticator gives them only afterwards,
 * with one more touch. @param {any} options as the server gives them @param {string[]} [others] credentials that must
 * not be made again on the same authenticator */
export async function makePasskey(options, others = []) {
  const nonce = newPrfNonce();
  const created = /** @type {PublicKeyCredential} */ (await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: unb64u(options.challenge),
      user: { ...options.user, id: unb64u(options.user.id) },
      excludeCredentials: others.map((id) => ({ type: "public-key", id: unb64u(id) })),
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
