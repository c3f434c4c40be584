// @ts-check
// A session that a link began shows the person's keys, and goes on to where they wanted to be.

import { unlockWithPasskey, unlockWithWords } from "../room/unlock.js";
import { KeysAct } from "./keys-act.js";

class KeysProof extends KeysAct {
  connectedCallback() {
    this.on("[data-open-passkey]", "click", () => this.open(unlockWithPasskey()));
    this.on("[data-open-words]", "submit", () => {
      const typed = /** @type {HTMLInputElement} */ (this.querySelector("#words"));
      return this.open(unlockWithWords(typed.value));
    });
  }

  /** @param {Promise<unknown>} unlocking */
  async open(unlocking) {
    await unlocking;
    location.assign(this.dataset.next ?? "/");
  }
}
customElements.define("keys-proof", KeysProof);
