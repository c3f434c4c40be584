// @ts-check
// The chair of a room: handed over by whoever has it, or, where they are lost, taken by whom most of the others call.

import { list } from "../room/compare.js";
import { current } from "../room/keyring.js";
import { WEEK } from "../room/members.js";
import { readLedger } from "../room/ledger-read.js";
import { RoomAct } from "./room-act.js";
import { when } from "./when.js";

/** @typedef {import("../room/ledger.js").Ledger} Ledger */
/** @typedef {import("../room/members.js").Member} Member */

class RoomChair extends RoomAct {
  connectedCallback() {
    for (const [name, kind] of /** @type {const} */ ([["hand-over", "chair"], ["call", "call"]])) {
      this.part(name).addEventListener("submit", (event) => {
        event.preventDefault();
        const fp = /** @type {HTMLSelectElement} */ (this.part(name).querySelector("select")).value;
        if (fp) void this.act((room) => room.say(kind, { fp }));
      });
    }
    // A new key is a word of the chair's like any other, and nobody has to read it.
    this.part("here").addEventListener("click", () => void this.act((room) => room.again(() => room.change([]))));
    super.connectedCallback();
  }

  async draw() {
    const ledger = await readLedger(this.dataset.room ?? "");
    const ring = await current();
    const me = ring ? ledger.members.get(ring.fp) : undefined;
    const mine = me?.chair === true;
    this.part("who").textContent = mine ? this.text("mine") : this.text("theirs", ledger.chair().name);
    const others = ledger.active().filter(({ chair }) => !chair);
    for (const [name, shown] of /** @type {const} */ ([["chairs", mine], ["follows", me?.active === true && !mine]])) {
      this.part(name).hidden = !shown || others.length === 0;
    }
    for (const select of this.querySelectorAll("select")) this.choose(select, others, me);
    this.part("calls").replaceChildren(...[...ledger.calls].map(([fp, called]) => this.line(ledger, fp, called)));
    this.part("here").hidden = !mine || ledger.calls.size === 0;
  }

  /** @param {HTMLSelectElement} select @param {Member[]} others @param {Member | undefined} me */
  choose(select, others, me) {
    const chosen = select.value;
    select.replaceChildren(...others.map(({ fp, name }) => {
      const option = document.createElement("option");
      option.value = fp;
      option.textContent = fp === me?.fp ? this.text("me", name) : name;
      return option;
    }));
    if (others.some(({ fp }) => fp === chosen)) select.value = chosen;
  }

  /** @param {Ledger} ledger @param {string} fp @param {import("../room/members.js").Agreed} called */
  line(ledger, fp, called) {
    const name = (/** @type {string} */ one) => ledger.members.get(one)?.name ?? "?";
    const voices = ledger.voices(called);
    const needs = ledger.needs(ledger.chair());
    const line = document.createElement("p");
    line.className = "notice warm";
    line.textContent = this.text(voices.length >= needs ? "called-enough" : "called", list(voices.map(name)), name(fp),
      String(needs), when(this, called.since + WEEK), ledger.chair().name);
    return line;
  }
}
customElements.define("room-chair", RoomChair);
