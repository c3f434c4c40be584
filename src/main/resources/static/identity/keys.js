// @ts-check
// One's own keys: opened by a lock, they may get another lock. Every change is signed with them, so that a session
// alone changes nothing.

import { RoomError, b64u } from "../room/bytes.js";
import { sign, signingKey } from "../room/identity.js";
import { changes, hold, keepsNothing } from "../room/keyring.js";
import { lockWithPrf, lockWithWords } from "../room/locks.js";
import { ask } from "../room/server.js";
import { forgetPasskey, remember, secretsByPasskey, secretsByWords } from "../room/unlock.js";
import { newWords } from "../room/words.js";
import { makePasskey } from "./passkey.js";
import { showWords } from "./ten-words.js";

/** @typedef {import("../room/identity.js").Secrets} Secrets */

class OwnKeys extends HTMLElement {
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

  get device() {
    return /** @type {HTMLInputElement} */ (this.querySelector("#device"));
  }

  get wordsForm() {
    return /** @type {HTMLFormElement} */ (this.querySelector("[data-step=words]"));
  }

  /** @param {string} selector @param {string} kind @param {() => unknown} act */
  on(selector, kind, act) {
    this.querySelector(selector)?.addEventListener(kind, (event) => {
      event.preventDefault();
      void this.attempt(act);
    });
  }

  /** One thing at a time, and what went wrong in words. @param {() => unknown} act */
  async attempt(act) {
    if (this.busy) return;
    this.busy = true;
    this.say("");
    try {
      await act();
    } catch (failure) {
      const { code, cause } = /** @type {any} */ (failure);
      this.say(code === "refused" && cause?.reason ? cause.reason : code ?? "broken-off");
    } finally {
      this.busy = false;
    }
  }

  /** @param {string} code */
  say(code) {
    const text = (/** @type {string} */ name) =>
      /** @type {HTMLTemplateElement | null} */ (this.querySelector(`template[data-code="${CSS.escape(name)}"]`))?.content.textContent;
    const line = this.querySelector("[data-wrong]");
    if (line) line.textContent = code && (text(code) ?? text("refused") ?? "");
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
    this.secrets = secrets;
    this.show();
    /** @type {HTMLElement | null} */ (this.querySelector("#open"))?.focus();
  }

  opened() {
    if (!this.secrets) throw new RoomError("closed");
    return this.secrets;
  }

  /** @param {string} act @param {string} challenge @param {string} about */
  async sign(act, challenge, about) {
    const content = { v: 1, person: this.dataset.person ?? "", challenge, act, about };
    return sign(await signingKey(this.opened()), "person/v1/keys", content);
  }

  async addPasskey() {
    const secrets = this.opened();
    const others = [...this.querySelectorAll("[data-credential]")].map((one) => one.getAttribute("data-credential") ?? "");
    const options = await ask("/keys/passkeys/options", {});
    const made = await makePasskey(options, others).catch((failure) => {
      throw new RoomError("broken-off", failure);
    });
    if (!made.prf) throw new RoomError("no-prf");
    const lock = await lockWithPrf(secrets, made.nonce, made.prf);
    const file = b64u(lock);
    const sig = await this.sign("passkey", options.challenge, file);
    await ask("/keys/passkeys", { passkey: made.json, device: this.device.value, file, sig });
    if (!keepsNothing()) remember(made.credential, lock);
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
    const { challenge } = await ask("/keys/challenge", {});
    await ask("/keys/words", { file, sig: await this.sign("words", challenge, file) });
    location.reload();
  }

  /** Somebody has made new keys in this person's name, and these are not lost. */
  async takeBack() {
    this.opened();
    const { challenge } = await ask("/keys/challenge", {});
    await ask("/keys/new/take-back", { sig: await this.sign("take-back", challenge, "") });
    location.reload();
  }

  /** @param {Element} button */
  async remove(button) {
    const credential = button.closest("[data-credential]")?.getAttribute("data-credential") ?? "";
    this.opened();
    const { challenge } = await ask("/keys/challenge", {});
    await ask("/keys/passkeys/remove", { credential, sig: await this.sign("remove", challenge, credential) });
    forgetPasskey(credential);
    location.reload();
  }
}
customElements.define("own-keys", OwnKeys);
