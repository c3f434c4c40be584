// @ts-check
// All that a member has written in a room, and what was written for them alone: to read, and to take along.

import { NAMED } from "../room/entries.js";
import { RoomPart } from "../room/room-part.js";
import { openRoom } from "../room/room.js";
import { textOf } from "../room/texts.js";
import { entry, made } from "./entry.js";
import { asJson, asMarkdown } from "./pack.js";
import { placesOf } from "./places.js";
import { readAll, readable } from "./read.js";

export class RoomOwn extends RoomPart {
  constructor() {
    super();
    /** Addresses of what can be saved, to be let go of. @type {string[]} */
    this.given = [];
    this.turn = 0;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.letGo();
  }

  letGo() {
    for (const address of this.given.splice(0)) URL.revokeObjectURL(address);
  }

  empty() {
    this.turn++;
    this.letGo();
    this.part("results").replaceChildren();
    this.part("files").hidden = true;
    this.say(textOf("locked"));
  }

  async begin() {
    const turn = ++this.turn;
    try {
      const room = await openRoom(this.dataset.room ?? "");
      await room.refresh();
      // A later turn has the word: this one must not say that it reads when nothing will come of it.
      if (turn !== this.turn) return;
      this.say(textOf("search-reading"));
      const own = readable(room).filter(({ author, kind }) => kind === NAMED || room.ledger.speaksFor(room.ring.fp, author));
      /** @type {import("./read.js").Known[]} */
      const known = [];
      const missing = await readAll(room, own, (one) => known.push(one));
      if (turn === this.turn) this.show(room, { known, missing });
    } catch (failure) {
      if (turn === this.turn) this.fail(failure);
    }
  }

  /** @param {import("../room/room.js").Room} room @param {import("./pack.js").Texts} texts */
  show(room, texts) {
    const labels = placesOf(this);
    const shown = { name: this.dataset.name ?? "", labels };
    this.letGo();
    this.give(this.part("markdown"), "mine.md", asMarkdown(room, shown, texts), "text/markdown");
    this.give(this.part("json"), "mine.json", asJson(room, shown, texts), "application/json");
    const rows = texts.known.flatMap((known) => {
      const put = room.ledger.puts.get(known.id);
      return put ? [{ known, put }] : [];
    }).sort((one, other) => other.put.seq - one.put.seq);
    this.part("results").replaceChildren(...rows.map(({ known, put }) => {
      const row = entry(labels, room, known, put);
      row.append(...Object.values(known.words).map((words) => made("p", words, "said")));
      return row;
    }));
    this.part("files").hidden = rows.length === 0;
    this.say(textOf(rows.length === 0 ? "own-none" : "own-ready").replace("{0}", String(rows.length)));
    this.part("missing").hidden = texts.missing.length === 0;
    this.part("missing").textContent = textOf("export-missing").replace("{0}", String(texts.missing.length));
  }

  /** @param {HTMLAnchorElement} link @param {string} name @param {string} content @param {string} type */
  give(link, name, content, type) {
    const address = URL.createObjectURL(new Blob([content], { type }));
    this.given.push(address);
    link.href = address;
    link.download = name;
  }
}

customElements.define("room-own", RoomOwn);
