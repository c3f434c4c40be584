// @ts-check
// The end of a room: most of the others agree, whoever has the chair says so once more by typing the group's name, and
// nothing in it opens any more.

import { list } from "../room/compare.js";
import { current } from "../room/keyring.js";
import { WEEK } from "../room/members.js";
import { readLedger } from "../room/ledger-read.js";
import { RoomAct } from "./room-act.js";
import { when } from "./when.js";

/** @typedef {import("../room/ledger.js").Ledger} Ledger */

class RoomEnd extends RoomAct {
  connectedCallback() {
    this.part("agree").addEventListener("click", () => void this.act((room) => room.say("end", { agrees: true })));
    this.part("against").addEventListener("click", () => void this.act((room) => room.say("end", { agrees: false })));
    this.part("dissolve").addEventListener("submit", (event) => {
      event.preventDefault();
      const typed = /** @type {HTMLInputElement} */ (this.part("dissolve").querySelector("input")).value.trim();
      if (typed === this.dataset.group) void this.act((room) => room.dissolve(), "/");
      else this.say(this.text("not-the-name"));
    });
    super.connectedCallback();
  }

  async draw() {
    const ledger = await readLedger(this.dataset.room ?? "");
    const ring = await current();
    const me = ring ? ledger.members.get(ring.fp) : undefined;
    const agreed = me ? ledger.voices(ledger.ends).includes(me.fp) : false;
    this.part("open").hidden = me?.active !== true;
    this.part("agree").hidden = agreed || me?.chair === true;
    this.part("against").hidden = !agreed;
    this.part("dissolve").hidden = me?.chair !== true || ledger.hindersEnd(Date.now()) !== undefined;
    this.part("who").textContent = this.who(ledger);
  }

  /** @param {Ledger} ledger */
  who(ledger) {
    const by = ledger.voices(ledger.ends);
    const needs = String(ledger.needs(ledger.chair()));
    const names = list(by.map((fp) => ledger.members.get(fp)?.name ?? "?"));
    const hindrance = ledger.hindersEnd(Date.now());
    if (by.length === 0) return this.text("nobody", needs);
    if (hindrance === "not-agreed") return this.text("some", names, needs);
    return hindrance
      ? this.text("wait", names, when(this, (ledger.ends?.since ?? 0) + WEEK), ledger.chair().name)
      : this.text("ready", names, ledger.chair().name);
  }
}
customElements.define("room-end", RoomEnd);
