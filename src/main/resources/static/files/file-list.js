// @ts-check
// All files of a group that are for whoever looks, in the order of the room's ledger: the server neither makes this list
// nor shortens it.

import { clock, day } from "../room/compare.js";
import { FILE } from "../room/file.js";
import { NAMED } from "../room/entries.js";
import { headingOf, whyNot } from "../room/room-contents.js";
import { RoomPart } from "../room/room-part.js";
import { openRoom } from "../room/room.js";
import { ALARMING, codeOf, textOf } from "../room/texts.js";
import { showFile } from "./opened-file.js";

/** @typedef {import("../room/room.js").Room} Room */
/** @typedef {import("../room/ledger.js").Put} Put */

const AT_ONCE = 20;

/** Is it a file, as far as this person can know? @param {Room} room @returns {(put: Put) => boolean} */
const isFile = (room) => ({ id, kind, deleted }) => !deleted
  && (kind === FILE || (kind === NAMED && room.ring.envelope(room.id, id)?.envelope?.kind === FILE));

export class FileList extends RoomPart {
  constructor() {
    super();
    this.from = Infinity;
    this.round = 0;
    /** @type {(() => void)[]} */
    this.shown = [];
  }

  connectedCallback() {
    this.part("more").onclick = () => void this.more();
    super.connectedCallback();
  }

  empty() {
    this.round++;
    this.from = Infinity;
    for (const away of this.shown.splice(0)) away();
    this.part("list").replaceChildren();
    for (const name of ["older", "empty"]) this.part(name).hidden = true;
    this.say(textOf("locked"));
  }

  begin() {
    this.empty();
    void this.more();
  }

  async more() {
    const { round } = this;
    try {
      const room = await openRoom(this.dataset.room ?? "");
      if (this.from === Infinity) await room.refresh();
      const older = [...room.ledger.puts.values()].filter(isFile(room)).filter(({ seq }) => seq < this.from)
        .sort((one, other) => other.seq - one.seq);
      const next = older.slice(0, AT_ONCE);
      const rows = await Promise.all(next.map((put) => this.row(room, put)));
      if (round !== this.round) return;
      this.from = next.at(-1)?.seq ?? this.from;
      this.part("list").append(...rows);
      this.part("older").hidden = older.length <= AT_ONCE;
      this.part("empty").hidden = this.part("list").childElementCount > 0;
      this.say("");
    } catch (failure) {
      if (round === this.round || ALARMING.has(codeOf(failure))) this.fail(failure);
    }
  }

  /** @param {Room} room @param {Put} put */
  async row(room, put) {
    const row = document.createElement("li");
    row.className = "card";
    row.dataset.put = put.id;
    const file = document.createElement("div");
    const by = document.createElement("p");
    by.className = "quiet";
    by.textContent = `${room.ledger.members.get(put.author)?.name ?? "?"} · ${day(put.at)}, ${clock(put.at)}`;
    try {
      const { body, about, kind } = await room.openLatest(put.id);
      if (kind !== FILE) throw new Error(kind);
      this.shown.push(showFile(file, { room: room.id, id: put.id, body, address: this.dataset.files ?? "" }));
      const heading = await headingOf(room, about);
      if (heading) by.textContent += ` · ${textOf("file-with").replace("{0}", [...heading].slice(0, 80).join(""))}`;
    } catch (failure) {
      const reason = whyNot(room, put, codeOf(failure));
      file.textContent = textOf(reason === "does-not-open" ? "file-broken" : reason);
      file.className = reason === "contents-missing" ? "wrong" : "quiet";
    }
    row.append(file, by);
    return row;
  }
}
