// @ts-check
// Asking to be let in. The link's secret is in the fragment: it makes the tag that proves the card came over that link,
// and is then gone from the address. The tag is no secret: the server gets it anyway.

import { readFragment, tag } from "../room/invitation.js";
import { ask } from "../room/server.js";

/** What the link proved, kept until the person asks. @param {string} group */
const nameOf = (group) => `asking ${group}`;

/** Makes the tag at once, so that the secret need not travel from page to page. @param {string} group */
async function takeFragment(group) {
  const found = readFragment(location.hash);
  if (!found) return;
  const { card } = await ask("/keys/me");
  localStorage.setItem(nameOf(group), JSON.stringify({ room: found.room, tag: await tag(found.k, card) }));
  history.replaceState(null, "", location.pathname + location.search);
}

const group = /^\/groups\/([0-9a-f-]{36})/.exec(location.pathname)?.[1] ?? "";
const taken = takeFragment(group).catch(() => undefined);

class AskIn extends HTMLElement {
  connectedCallback() {
    this.querySelector("[data-ask]")?.addEventListener("click", () => void this.ask());
    void taken.then(() => this.check());
  }

  /** @returns {{room: string, tag: string} | null} */
  get proof() {
    return JSON.parse(localStorage.getItem(nameOf(group)) ?? "null");
  }

  /** A link that names another room than the server does: stop, and say so. */
  check() {
    const proof = this.proof;
    if (proof && proof.room !== this.dataset.room) {
      this.say("other-room");
    } else {
      this.say(proof ? "checked" : "unchecked");
      this.button.disabled = false;
    }
  }

  get button() {
    return /** @type {HTMLButtonElement} */ (this.querySelector("[data-ask]"));
  }

  /** @param {string} code */
  say(code) {
    const status = this.querySelector("[data-status]");
    const text = /** @type {HTMLTemplateElement | null} */ (this.querySelector(`template[data-text="${code}"]`));
    if (status) status.textContent = text?.content.textContent ?? "";
  }

  async ask() {
    await taken;
    this.button.disabled = true;
    try {
      const { card } = await ask("/keys/me");
      await ask(`/rooms/${this.dataset.room}/requests`, { card, tag: this.proof?.tag ?? "" });
      localStorage.removeItem(nameOf(group));
      location.reload();
    } catch (failure) {
      this.say(/** @type {{code?: string}} */ (failure).code === "network" ? "network" : "refused");
      this.button.disabled = false;
    }
  }
}
customElements.define("ask-in", AskIn);
