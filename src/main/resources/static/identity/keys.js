// @ts-check
// One's own keys: opened by a lock, they may get another lock. Every change is signed with them, so that a session
// alone changes nothing.

import { RoomError, b64u } from "../room/bytes.js";
import { changes, current, hold } from "../room/keyring.js";
import { lockWithWords, openers } from "../room/locks.js";
import { ask } from "../room/server.js";
import { beFoundByWords, forgetPasskey, noteHere, ownLocks, secretsByPasskey, secretsByWords, signedNow } from "../room/unlock.js";
import { cardWords, newWords } from "../room/words.js";
import { KeysAct } from "./keys-act.js";
import { listWords, showWords } from "./ten-words.js";

/** @typedef {import("../room/identity.js").Secrets} Secrets */

class OwnKeys extends KeysAct {
  connectedCallback() {
    /** @type {Secrets | null} */
    this.secrets = null;
    this.device.value = navigator.platform || "";
    this.on("[data-open-passkey]", "click", () => this.open(secretsByPasskey(this.locks)));
    this.on("[data-open-words]", "submit", () => {
      const typed = /** @type {HTMLInputElement} */ (this.querySelector("#words"));
      return this.open(secretsByWords(typed.value, this.locks).then((secrets) => {
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
    changes.addEventListener("open", () => void this.sayCard());
    changes.addEventListener("locked", () => {
      this.secrets = null;
      this.leaveWords();
      this.show();
      void this.sayCard();
    });
    void this.sayCard();
  }

  /** The files that came are what opens the keys, whatever the page was sent with. */
  locks = async () => {
    this.found = await ownLocks();
    return this.found;
  };

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

  /** How many things open these keys, and what it means where there is one alone. */
  sayLocks() {
    const found = openers(this.found ?? []);
    this.note(0);
    const one = found.length === 1;
    const said = !one ? "several" : found[0] === "words" ? "one.words" : "one.passkey";
    const text = /** @type {HTMLTemplateElement | null} */ (this.querySelector(`template[data-locks-text="${said}"]`));
    const line = this.querySelector("[data-locks-said]");
    if (line) line.textContent = text?.content.textContent?.replace("{0}", String(found.length)) ?? "";
    this.querySelector("[data-locks]")?.classList.toggle("notice", one);
    this.querySelector("[data-locks]")?.classList.toggle("warm", one);
    const next = /** @type {HTMLElement | null} */ (this.querySelector("[data-locks-next]"));
    if (next) next.hidden = !one;
  }

  /** By how many what opens these keys is more or fewer now. @param {number} more */
  note(more) {
    noteHere(this.person, openers(this.found ?? []).length + more);
  }

  /** @param {string} lock */
  had(lock) {
    return openers(this.found ?? []).includes(lock);
  }

  /** The words of one's own card come from the opened keys, which may be open from another page. */
  async sayCard() {
    const ring = await current();
    const words = ring ? await cardWords(ring.fp) : [];
    if ((await current()) !== ring) return;
    const list = /** @type {HTMLElement | null} */ (this.querySelector("[data-card-words]"));
    listWords(list, words);
    if (list) list.hidden = !ring;
    const closed = /** @type {HTMLElement | null} */ (this.querySelector("[data-card-closed]"));
    if (closed) closed.hidden = Boolean(ring);
  }

  /** @param {Promise<Secrets>} opening */
  async open(opening) {
    const secrets = await opening;
    await hold(secrets);
    // What hands keys to another device is for whoever has opened theirs.
    if (!customElements.get("link-device")) (await import("./link-device.js")).linkAnother();
    this.secrets = secrets;
    this.sayLocks();
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
    // Few who come here come to add one.
    const { addPasskey } = await import("./passkey.js");
    await addPasskey(this.opened(), this.person, this.device.value, others);
    this.note(1);
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
    this.note(this.had("words") ? 0 : 1);
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
    this.note(this.had(credential) ? -1 : 0);
    location.reload();
  }
}
customElements.define("own-keys", OwnKeys);
