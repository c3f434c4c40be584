// @ts-check
// New keys for somebody who has lost every way in. The eight words of the new card come from the keys themselves, never
// from the server: whoever hears them vouches for these keys and for no others.

import { RoomError, b64u, unb64u } from "../room/bytes.js";
import { fingerprint, newIdentity, ownFingerprint } from "../room/identity.js";
import { lockWithWords, openWithWords } from "../room/locks.js";
import { firstOwnRooms } from "../room/own-rooms.js";
import { ask } from "../room/server.js";
import { cardWords, newWords, readWords } from "../room/words.js";
import { KeysAct } from "./keys-act.js";
import { listWords, showWords } from "./ten-words.js";

class NewKeys extends KeysAct {
  connectedCallback() {
    this.on("[data-begin]", "click", () => this.begin());
    this.on("[data-step=words]", "submit", () => this.make());
    this.on("[data-open]", "submit", () => this.open());
  }

  /** @param {string} step @returns {HTMLElement} */
  step(step) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-step="${step}"]`));
  }

  begin() {
    this.words = newWords();
    this.step("before").hidden = true;
    this.right = showWords(/** @type {HTMLFormElement} */ (this.step("words")), this.words);
  }

  async make() {
    if (!this.words || !this.right?.()) throw new RoomError("check");
    const { card, secrets } = await newIdentity(this.dataset.person ?? "");
    const file = b64u(await lockWithWords(secrets, this.words));
    await ask("/keys/new", { card, file, rooms: await firstOwnRooms(secrets, card) });
    await this.show(await fingerprint(card));
  }

  async open() {
    const field = /** @type {HTMLInputElement} */ (this.querySelector("#new-words"));
    const words = readWords(field.value);
    const { card, file } = await ask("/keys/new/waiting");
    const secrets = await openWithWords(unb64u(file), words).catch((failure) => {
      throw failure.code === "does-not-open" ? new RoomError("not-the-words", failure) : failure;
    });
    const fp = await ownFingerprint(secrets, card);
    field.value = "";
    await this.show(fp);
  }

  /** @param {string} fp */
  async show(fp) {
    const words = await cardWords(fp);
    for (const step of ["before", "words"]) this.step(step).hidden = true;
    this.step("words").querySelector("[data-words]")?.replaceChildren();
    const card = this.step("card");
    listWords(card.querySelector("[data-card-words]"), words);
    card.hidden = false;
    /** @type {HTMLElement | null} */ (card.querySelector("h2"))?.focus();
  }
}
customElements.define("new-keys", NewKeys);
