// @ts-check
// An access token is made with the keys: they sign what it may read and for how long, so that a session alone makes none.
// It is shown by this page once and goes with it.

import { RoomError } from "../room/bytes.js";
import { hold } from "../room/keyring.js";
import { ask } from "../room/server.js";
import { secretsByPasskey, secretsByWords, signedNow } from "../room/unlock.js";
import { KeysAct } from "../identity/keys-act.js";

class OwnTokens extends KeysAct {
  connectedCallback() {
    /** @type {import("../room/identity.js").Secrets | null} */
    this.secrets = null;
    this.on("[data-open-passkey]", "click", () => this.open(secretsByPasskey()));
    this.on("[data-open-words]", "submit", () => {
      const typed = /** @type {HTMLInputElement} */ (this.querySelector("#words"));
      return this.open(secretsByWords(typed.value).then((secrets) => {
        typed.value = "";
        return secrets;
      }));
    });
    this.on("[data-make]", "submit", () => this.make());
  }

  get unnamed() {
    return "broken-off";
  }

  /** @param {string} step */
  show(step) {
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-when]"))) {
      part.hidden = part.dataset.when !== step;
    }
  }

  /** @param {Promise<import("../room/identity.js").Secrets>} opening */
  async open(opening) {
    this.secrets = await opening;
    await hold(this.secrets);
    this.show("open");
    /** @type {HTMLElement | null} */ (this.querySelector("#token-name"))?.focus();
  }

  async make() {
    if (!this.secrets) throw new RoomError("closed");
    const name = this.value("#token-name").trim();
    const scopes = [.../** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("[name=scope]:checked"))]
      .map((box) => box.value);
    const days = Number(this.value("#token-days"));
    const sig = await signedNow(this.secrets, this.dataset.person ?? "", "token", `${name}\n${scopes.join(" ")}\n${days}`);
    const { token } = await ask("/tokens", { name, scopes, days, sig });
    this.secrets = null;
    const place = /** @type {HTMLInputElement} */ (this.querySelector("#token"));
    place.value = token;
    this.show("made");
    place.focus();
    place.select();
  }

  /** @param {string} selector */
  value(selector) {
    return /** @type {HTMLInputElement | HTMLSelectElement} */ (this.querySelector(selector)).value;
  }
}
customElements.define("own-tokens", OwnTokens);
