// @ts-check
// The page follows the chain of what was done in one's name, or in a network, itself, from the first entry to the last, and compares it with
// the last mark that this device has seen. It believes what it has computed and what it remembers, never that the server
// says the list is whole.

import { ask } from "../room/server.js";
import { keepsNothing } from "../room/keyring.js";

const TAG = new TextEncoder().encode("peerage trail 1");
const BEGINNING = "00".repeat(32);
const PORTION = 1000;

/** @typedef {{chain: string, number: number, id: string, person: string, network: string, about: string, at: number,
 *   kind: string, mark: string}} Entry */
/** @typedef {{number: number, mark: string}} Seen */

/** @param {string} hex */
const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** @param {string} id */
const idBytes = (id) => bytesOf(id ? id.replaceAll("-", "") : "00".repeat(16));

/** @param {number} value */
function longBytes(value) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigInt64(0, BigInt(value));
  return bytes;
}

/** The mark that an entry has to have. @param {string} before @param {Entry} entry */
export async function markOf(before, entry) {
  const whole = new Blob([TAG, bytesOf(before), idBytes(entry.chain), longBytes(entry.number), idBytes(entry.id),
    idBytes(entry.person), idBytes(entry.network), idBytes(entry.about), longBytes(entry.at),
    new TextEncoder().encode(entry.kind)]);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await whole.arrayBuffer()));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

class OwnTrail extends HTMLElement {
  connectedCallback() {
    this.querySelector("[data-go-on]")?.addEventListener("click", () => {
      if (this.end) this.remember(this.end);
      location.reload();
    });
    void this.follow();
  }

  get name() {
    return `trail ${this.dataset.chain}`;
  }

  /** @returns {Seen | null} */
  get seen() {
    return keepsNothing() ? null : JSON.parse(localStorage.getItem(this.name) ?? "null");
  }

  /** @param {Seen} end */
  remember(end) {
    if (!keepsNothing()) localStorage.setItem(this.name, JSON.stringify(end));
  }

  async follow() {
    const { seen } = this;
    const shown = new Map(Array.from(this.querySelectorAll("[data-entry]"),
      (line) => [line.getAttribute("data-entry") ?? "", line.getAttribute("data-kind") ?? ""]));
    let number = 0;
    let mark = BEGINNING;
    let kept = seen === null;
    let told = this.dataset.number === "0";
    try {
      for (let more = true; more;) {
        /** @type {Entry[]} */
        const portion = await ask(`${this.dataset.entries}?after=${number}`);
        for (const entry of portion) {
          const due = await markOf(mark, entry);
          if (entry.chain !== this.dataset.chain || entry.number !== number + 1 || entry.mark !== due) {
            this.say("wrong");
            return;
          }
          number += 1;
          mark = due;
          kept ||= seen !== null && seen.number === number && seen.mark === mark;
          told ||= this.dataset.number === `${number}` && this.dataset.mark === mark;
          if (shown.get(entry.id) === entry.kind) shown.delete(entry.id);
        }
        more = portion.length === PORTION;
      }
    } catch {
      this.say("away");
      return;
    }
    this.end = { number, mark };
    if (!told || shown.size > 0) {
      this.say("wrong");
    } else if (!kept) {
      this.gone(/** @type {Seen} */ (seen));
    } else {
      this.say(seen === null ? "same" : "kept");
      if (number > 0) this.remember(this.end);
    }
  }

  /** @param {Seen} seen */
  gone(seen) {
    this.say("gone");
    const part = /** @type {HTMLElement | null} */ (this.querySelector("[data-gone]"));
    if (!part) return;
    part.hidden = false;
    const code = part.querySelector("code");
    if (code) code.textContent = `${seen.number}: ${seen.mark.slice(0, 16).toUpperCase().match(/.{4}/g)?.join("-")}`;
  }

  /** @param {"same" | "kept" | "wrong" | "gone" | "away"} what */
  say(what) {
    const said = /** @type {HTMLElement | null} */ (this.querySelector("[data-said]"));
    const text = /** @type {HTMLTemplateElement | null} */ (this.querySelector(`template[data-text=${what}]`));
    if (!said) return;
    said.className = what === "wrong" || what === "gone" ? "notice bad" : "quiet";
    said.dataset.said = what;
    said.textContent = text?.content.textContent ?? "";
  }
}
customElements.define("own-trail", OwnTrail);
