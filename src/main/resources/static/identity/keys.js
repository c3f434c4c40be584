// @ts-check
// One's own keys: opened by a lock, they may get another lock. Every change is signed with them, so that a session
// alone changes nothing.

import { RoomError, b64u } from "../room/bytes.js";
import { changes, hold } from "../room/keyring.js";
import { lockWithWords } from "../room/locks.js";
import { ask } from "../room/server.js";
import { beFoundByWords, forgetPasskey, secretsByPasskey, secretsByWords, signedNow } from "../room/unlock.js";
import { newWords } from "../room/words.js";
import { KeysAct } from "./keys-act.js";
import { addPasskey } from "./passkey.js";
import { showWords } from "./ten-words.js";

/** @typedef {import("../room/identity.js").Secrets} Secrets */

class OwnKeys extends KeysAct {
  connectedCallback() {
    /** @type {Secrets | null} */
    this.secrets = null;
    this.device.value = navigator.platform || "";
    this.on("[data-open-passkey]", "click", () => this.open(secretsByPasskey()));
    this.on("[data-open-words]", "submit", () => {
      const typed = /** @type {HTMLInputElement} */ (this.querySelector("#words"));
      return this.open(secretsByWords(typed.value).then((secrets) => {
        typed.value = "";
        return secrets;
      }));
    });
    this.on("[data-add]", "submit", () => this.addPasskey());
    this.on("[data-new-words]", "click", () => this.offerWords());
    this.on("[data-leave-words]", "click", () => this.leaveWords());
    this.on("[data-step=words]", "submit", () => this.keepWords());
    this.on("[data-take-back]", "click", () => this.takeBack());
    for (const button of this.querySelectorAll("[data-remove]")) {
      button.addEventListener("click", () => void this.attempt(() => this.remove(button)));
    }
    changes.addEventListener("locked", () => {
      this.secrets = null;
      this.leaveWords();
      this.show();
    });
  }

  get unnamed() {
    return "broken-off";
  }

  get device() {
    return /** @type {HTMLInputElement} */ (this.querySelector("#device"));
  }

  get wordsForm() {
    return /** @type {HTMLFormElement} */ (this.querySelector("[data-step=words]"));
  }

  show() {
    for (const part of this.querySelectorAll("[data-when]")) {
      /** @type {HTMLElement} */ (part).hidden = part.getAttribute("data-when") !== (this.secrets ? "open" : "closed");
    }
  }

  /** @param {Promise<Secrets>} opening */
  async open(opening) {
    const secrets = await opening;
    await hold(secrets);
    // What hands keys to another device is for whoever has opened theirs.
    if (!customElements.get("link-device")) (await import("./link-device.js")).linkAnother();
    this.secrets = secrets;
    this.show();
    /** @type {HTMLElement | null} */ (this.querySelector("#open"))?.focus();
  }

  opened() {
    if (!this.secrets) throw new RoomError("closed");
    return this.secrets;
  }

  get person() {
    return this.dataset.person ?? "";
  }

  /** @param {string} act @param {string} about */
  sign(act, about) {
    return signedNow(this.opened(), this.person, act, about);
  }

  async addPasskey() {
    const others = [...this.querySelectorAll("[data-credential]")].map((one) => one.getAttribute("data-credential") ?? "");
    await addPasskey(this.opened(), this.person, this.device.value, others);
    location.reload();
  }

  offerWords() {
    this.opened();
    this.words = newWords();
    this.right = showWords(this.wordsForm, this.words);
  }

  leaveWords() {
    this.words = undefined;
    this.wordsForm.hidden = true;
    this.wordsForm.querySelector("[data-words]")?.replaceChildren();
  }

  async keepWords() {
    if (!this.words || !this.right?.()) throw new RoomError("check");
    const file = b64u(await lockWithWords(this.opened(), this.words));
    await ask("/keys/words", { file, sig: await this.sign("words", file) });
    await beFoundByWords(this.opened(), this.words, this.person).catch(() => undefined);
    location.reload();
  }

  /** Somebody has made new keys in this person's name, and these are not lost. */
  async takeBack() {
    await ask("/keys/new/take-back", { sig: await this.sign("take-back", "") });
    location.reload();
  }

  /** @param {Element} button */
  async remove(button) {
    const credential = button.closest("[data-credential]")?.getAttribute("data-credential") ?? "";
    await ask("/keys/passkeys/remove", { credential, sig: await this.sign("remove", credential) });
    forgetPasskey(credential);
    location.reload();
  }
}
customElements.define("own-keys", OwnKeys);
