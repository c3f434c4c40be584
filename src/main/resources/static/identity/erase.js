// @ts-check
// Somebody takes themselves out for ever. Whoever merely sits at an open device cannot: the keys are opened anew by a lock,
// for this one signature.

import { lock } from "../room/keyring.js";
import { ask } from "../room/server.js";
import { secretsByPasskey, secretsByWords, signedNow } from "../room/unlock.js";
import { KeysAct } from "./keys-act.js";

/** @typedef {import("../room/identity.js").Secrets} Secrets */

class EraseOneself extends KeysAct {
  connectedCallback() {
    this.on("[data-open-passkey]", "click", () => this.erase(secretsByPasskey));
    this.on("[data-open-words]", "submit", () => {
      const typed = /** @type {HTMLInputElement} */ (this.querySelector("#words"));
      return this.erase(() => secretsByWords(typed.value));
    });
  }

  /** @param {() => Promise<Secrets>} opening */
  async erase(opening) {
    const sure = /** @type {HTMLInputElement} */ (this.querySelector("[data-sure]"));
    if (!sure.reportValidity()) return;
    const secrets = await opening();
    await ask("/keys/erase", { sig: await signedNow(secrets, this.dataset.person ?? "", "erase", "") });
    await lock().catch(() => undefined);
    location.replace("/sign-in/erased");
  }
}
customElements.define("erase-oneself", EraseOneself);
