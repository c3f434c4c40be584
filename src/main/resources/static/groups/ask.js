// @ts-check
// Asking to be let in. The link names the group, its room and a secret, in the fragment that no server sees. The secret
// makes a tag over one's own card, which comes from the opened keys and from nowhere else: the tag then vouches for it.

import { fetchKept, keep } from "../room/keep.js";
import { changes, current, keepsNothing } from "../room/keyring.js";
import { readFragment, tag } from "../room/invitation.js";
import { ask } from "../room/server.js";
import { alarm, codeOf } from "../room/texts.js";

/** What the link said, kept until the person has asked. @param {string} group */
const nameOf = (group) => `asking ${group}`;

const group = /^\/groups\/([0-9a-f-]{36})/.exec(location.pathname)?.[1] ?? "";

const found = readFragment(location.hash);
if (found) {
  localStorage.setItem(nameOf(group), JSON.stringify(found));
  history.replaceState(null, "", location.pathname + location.search);
}

class AskIn extends HTMLElement {
  connectedCallback() {
    this.check = this.check.bind(this);
    this.querySelector("[data-ask]")?.addEventListener("click", () => void this.ask());
    changes.addEventListener("open", this.check);
    changes.addEventListener("locked", this.check);
    void this.check();
  }

  disconnectedCallback() {
    changes.removeEventListener("open", this.check);
    changes.removeEventListener("locked", this.check);
  }

  get room() {
    return this.dataset.room ?? "";
  }

  /** @returns {import("../room/invitation.js").Invitation | null} */
  get invitation() {
    return JSON.parse(localStorage.getItem(nameOf(group)) ?? "null");
  }

  /** A link for another room than the server names, or another room than this person has known: stop, and say so. */
  async check() {
    this.button.disabled = true;
    const ring = await current();
    const { invitation } = this;
    const known = keepsNothing() ? undefined : await fetchKept("groups", group).catch(() => undefined);
    const named = [known, ring?.stand(group)?.room].filter(Boolean);
    if (invitation) named.push(invitation.room);
    if (named.some((room) => room !== this.room) || (invitation && invitation.group !== group)) {
      alarm("another-room");
    } else if (!ring) {
      this.say("closed");
    } else {
      this.say(invitation ? "checked" : "unchecked");
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
    this.button.disabled = true;
    try {
      const ring = await current();
      if (!ring) return this.say("closed");
      const { invitation, room } = this;
      if (invitation) {
        // From now on this group has this room, here and on every other device of this person.
        if (!keepsNothing()) await keep("groups", group, room);
        await ring.tell({ [group]: { room, seq: 0, head: room, at: Date.now() } });
      }
      const { card } = ring;
      await ask(`/rooms/${room}/requests`, { card, tag: invitation ? await tag(invitation.k, card) : "" });
      localStorage.removeItem(nameOf(group));
      location.reload();
    } catch (failure) {
      this.say(codeOf(failure) === "network" ? "network" : "refused");
      this.button.disabled = false;
    }
  }
}
customElements.define("ask-in", AskIn);
