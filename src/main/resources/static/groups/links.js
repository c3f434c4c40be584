// @ts-check
// A personal link just made: copied by a button. Where the room is open, the page adds a secret that the server never
// sees, and keeps it sealed in the room, so that whoever comes by the link can be told from anybody else.

import { fragment, newInvitation } from "../room/invitation.js";
import { changes } from "../room/keyring.js";
import { openRoom } from "../room/room.js";
import { ask } from "../room/server.js";

class PersonalLink extends HTMLElement {
  connectedCallback() {
    this.querySelector("[data-copy]")?.addEventListener("click", () => void this.copy());
    this.querySelector("[data-anyway]")?.addEventListener("click", () => this.finish("", "unchecked"));
    this.seal = this.seal.bind(this);
    if (this.dataset.room) {
      changes.addEventListener("open", this.seal);
      void this.seal();
    } else {
      /** @type {HTMLButtonElement} */ (this.querySelector("[data-copy]")).disabled = false;
    }
    this.field.focus();
  }

  disconnectedCallback() {
    changes.removeEventListener("open", this.seal);
  }

  get field() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  /** @param {string} code */
  say(code) {
    const status = this.querySelector("[data-status]");
    const text = /** @type {HTMLTemplateElement | null} */ (this.querySelector(`template[data-text="${code}"]`));
    if (status) status.textContent = text?.content.textContent ?? "";
  }

  /** @param {string} hash @param {string} code */
  finish(hash, code) {
    this.field.value = (this.dataset.url ?? "") + hash;
    for (const [selector, off] of /** @type {const} */ ([["[data-copy]", false], ["[data-anyway]", true]])) {
      const button = /** @type {HTMLButtonElement} */ (this.querySelector(selector));
      if (off) button.hidden = true;
      else button.disabled = false;
    }
    this.say(code);
    this.field.select();
  }

  async seal() {
    if (this.field.value || this.sealing) return;
    this.sealing = true;
    this.say("sealing");
    try {
      const room = await openRoom(this.dataset.room ?? "");
      const k = newInvitation();
      const text = { kind: "invitation", id: this.dataset.link ?? "", about: this.dataset.seat ?? "", rev: 1,
        body: { k, seat: this.dataset.seat } };
      await room.again(async () => {
        const [put] = await room.seal([text]);
        const { header, ciphertext, entry } = put;
        await ask(`/rooms/${room.id}/entries`, { entries: [entry], grants: [], records: [{ header, ciphertext }] });
        await room.refresh();
      });
      changes.removeEventListener("open", this.seal);
      this.finish(fragment({ group: room.ledger.group, room: room.id, k }), "ready");
    } catch {
      this.say("locked");
      /** @type {HTMLElement} */ (this.querySelector("[data-anyway]")).hidden = false;
    } finally {
      this.sealing = false;
    }
  }

  async copy() {
    this.field.select();
    try {
      await navigator.clipboard.writeText(this.field.value);
    } catch {
      document.execCommand("copy");
    }
    this.say("copied");
  }
}
customElements.define("personal-link", PersonalLink);
