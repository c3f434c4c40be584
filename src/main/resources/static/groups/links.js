// @ts-check
// A personal link just made: copied by a button. Where the room is open, the page adds a secret that the server never
// sees, and keeps it sealed in the room, so that whoever comes by the link can be told from anybody else.

import { fragment, newInvitation } from "../room/invitation.js";
import { changes } from "../room/keyring.js";
import { openRoom } from "../room/room.js";
import { ask } from "../room/server.js";

/** Several links of one page are completed one after the other: each is an entry of the room. */
let turns = Promise.resolve();

class PersonalLink extends HTMLElement {
  connectedCallback() {
    this.querySelector("[data-copy]")?.addEventListener("click", () => void this.copy(this.field));
    this.querySelector("[data-copy-text]")?.addEventListener("click", () => void this.copy(this.message ?? this.field));
    this.querySelector("[data-anyway]")?.addEventListener("click", () => this.finish("", "unchecked"));
    this.seal = this.seal.bind(this);
    if (this.dataset.room) {
      changes.addEventListener("open", this.seal);
      void this.seal();
    } else {
      this.write();
    }
    if (document.querySelector("personal-link") === this) this.field.focus();
  }

  disconnectedCallback() {
    changes.removeEventListener("open", this.seal);
  }

  get field() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  get message() {
    return /** @type {HTMLTextAreaElement | null} */ (this.querySelector("[data-message]"));
  }

  /** The link as it is now, in the text that goes with it. */
  write() {
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (this.querySelectorAll("[data-copy], [data-copy-text]"))) {
      button.disabled = false;
    }
    if (!this.message) return;
    const { text = "", subject = "", address = "" } = this.message.dataset;
    this.message.value = text.replace("\ue000", () => this.field.value);
    const mail = /** @type {HTMLAnchorElement | null} */ (this.querySelector("[data-mail]"));
    if (mail && address) {
      mail.href = `mailto:${encodeURIComponent(address)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(this.message.value)}`;
      mail.hidden = false;
    }
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
    /** @type {HTMLButtonElement} */ (this.querySelector("[data-anyway]")).hidden = true;
    this.write();
    this.say(code);
    if (document.activeElement === this.field) this.field.select();
  }

  async seal() {
    if (this.field.value || this.sealing) return;
    this.sealing = true;
    this.say("sealing");
    turns = turns.then(() => this.complete());
    await turns;
  }

  async complete() {
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

  /** @param {HTMLInputElement | HTMLTextAreaElement} from */
  async copy(from) {
    from.select();
    try {
      await navigator.clipboard.writeText(from.value);
    } catch {
      document.execCommand("copy");
    }
    this.say("copied");
  }
}
customElements.define("personal-link", PersonalLink);
