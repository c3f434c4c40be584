// @ts-check
// A session that a link began shows the person's keys, and goes on to where they wanted to be.

import { unlockWithPasskey, unlockWithWords } from "../room/unlock.js";

class KeysProof extends HTMLElement {
  connectedCallback() {
    this.querySelector("[data-open-passkey]")?.addEventListener("click", () => void this.open(unlockWithPasskey));
    this.querySelector("[data-open-words]")?.addEventListener("submit", (event) => {
      event.preventDefault();
      const typed = /** @type {HTMLInputElement} */ (this.querySelector("#words"));
      void this.open(() => unlockWithWords(typed.value));
    });
  }

  /** @param {() => Promise<unknown>} unlock */
  async open(unlock) {
    if (this.busy) return;
    this.busy = true;
    const line = this.querySelector("[data-wrong]");
    if (line) line.textContent = "";
    try {
      await unlock();
      location.assign(this.dataset.next ?? "/");
    } catch (failure) {
      const code = /** @type {any} */ (failure).code ?? "refused";
      const text = (/** @type {string} */ name) => /** @type {HTMLTemplateElement | null} */ (
        this.querySelector(`template[data-code="${CSS.escape(name)}"]`))?.content.textContent;
      if (line) line.textContent = text(code) ?? text("refused") ?? "";
    } finally {
      this.busy = false;
    }
  }
}
customElements.define("keys-proof", KeysProof);
