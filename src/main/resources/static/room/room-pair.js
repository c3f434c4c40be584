// @ts-check
// The words of two members' cards: each reads their own, and the other hears whether their page says the same. What all
// compare at a meeting says who is in the room; this says who one other person is, wherever the two may speak.

import { day, keepCompared, list } from "./compare.js";
import { notPaired, pairing } from "./log.js";
import { RoomPart } from "./room-part.js";
import { closeRoom, openRoom } from "./room.js";
import { alarm, textOf } from "./texts.js";
import { pairWords } from "./words.js";

/** @typedef {import("./room.js").Room} Room */

export class RoomPair extends RoomPart {
  constructor() {
    super();
    /** Whose words are shown: what is signed is this card, whatever the list says meanwhile. */
    this.shown = "";
  }

  connectedCallback() {
    this.whom.onchange = () => void this.begin();
    this.part("same").onclick = () => void this.act((room, fp) => this.agree(room, fp));
    this.part("differ").onclick = () => void this.act((room, fp) => this.doubt(room, fp));
    document.addEventListener("compared", this.begin);
    super.connectedCallback();
  }

  disconnectedCallback() {
    document.removeEventListener("compared", this.begin);
    super.disconnectedCallback();
  }

  /** @returns {HTMLSelectElement} */
  get whom() {
    return this.part("with");
  }

  empty() {
    this.shown = "";
    this.part("open").hidden = true;
    this.part("sealed").hidden = false;
    this.whom.replaceChildren(...[...this.whom.children].slice(0, 1));
    for (const part of ["mine", "theirs"]) this.part(part).replaceChildren();
  }

  async begin() {
    try {
      const room = await openRoom(this.dataset.room ?? "");
      const others = room.me?.active ? room.ledger.active().filter(({ fp }) => fp !== room.ring.fp) : [];
      this.hidden = others.length === 0;
      this.part("sealed").hidden = true;
      this.part("open").hidden = false;
      const open = others.length === 0 ? [] : notPaired(room.ledger, room.ring.fp).map(({ name }) => name);
      this.part("not").textContent = open.length === 0 ? "" : textOf("pair-not").replace("{0}", list(open));
      this.choose(others);
      await this.show(room, this.whom.value);
    } catch (failure) {
      if (/** @type {{code?: string}} */ (failure).code === "locked") this.empty();
      else this.fail(failure);
    }
  }

  /** @param {import("./members.js").Member[]} others */
  choose(others) {
    const known = [...this.whom.options].slice(1).map(({ value }) => value);
    if (others.map(({ fp }) => fp).join() === known.join()) return;
    const { value } = this.whom;
    this.whom.replaceChildren(this.whom.children[0], ...others.map(({ fp, name }) => new Option(name, fp)));
    // Whoever has another card by now is chosen anew.
    this.whom.value = others.some(({ fp }) => fp === value) ? value : "";
  }

  /** One's own words come from one's own opened keys, the other's from the checked ledger.
   * @param {Room} room @param {string} fp */
  async show({ ring, ledger }, fp) {
    const { mine, theirs } = fp ? await pairWords(ring.fp, fp) : { mine: [], theirs: [] };
    // Another was chosen meanwhile.
    if (this.whom.value !== fp) return;
    this.shown = fp;
    this.part("words").hidden = !fp;
    for (const [part, words] of /** @type {const} */ ([["mine", mine], ["theirs", theirs]])) {
      this.part(part).replaceChildren(...words.map((word) => Object.assign(document.createElement("li"), { textContent: word })));
    }
    const name = ledger.members.get(fp)?.name ?? "";
    this.part("whose").textContent = textOf("pair-theirs").replace("{0}", name);
    const said = (/** @type {string} */ code, /** @type {string} */ by, /** @type {string} */ other) => {
      const act = fp && pairing(ledger, by, other);
      return act ? textOf(code).replace("{0}", name).replace("{1}", day(act.at)) : "";
    };
    this.part("signed").textContent = [said("pair-you", ring.fp, fp), said("pair-they", fp, ring.fp)].filter(Boolean).join(" ");
  }

  /** @param {(room: Room, fp: string) => Promise<void>} work */
  async act(work) {
    const fp = this.shown;
    try {
      if (fp) await work(await openRoom(this.dataset.room ?? ""), fp);
    } catch (failure) {
      this.fail(failure);
    }
  }

  /** @param {Room} room @param {string} fp */
  async agree(room, fp) {
    await room.say("pair", { fp });
    this.say(textOf("pair-now").replace("{0}", room.ledger.members.get(fp)?.name ?? "?"));
    document.dispatchEvent(new Event("compared"));
  }

  /** Somebody who came back with new keys has other words, and a page that was open does not know it yet: that is looked
   * for before anybody is stopped. @param {Room} room @param {string} fp */
  async doubt(room, fp) {
    await room.refresh();
    if (!room.ledger.members.get(fp)?.active) {
      await this.begin();
      this.say(textOf("pair-again"));
      return;
    }
    const { seq, head } = room.ledger.last;
    await keepCompared(room.id, { seq, head, at: Date.now(), differ: true });
    closeRoom(room.id);
    alarm("pair-differs");
  }
}
