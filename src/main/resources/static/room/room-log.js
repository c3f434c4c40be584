// @ts-check
// The log of a room for its members: who came and went, compared the words, took a copy, opened the room on another
// device. Made from what was signed, so that nobody can leave out or invent a line.

import { clock, day } from "./compare.js";
import { said } from "./log.js";
import { openRoom } from "./room.js";
import { RoomPart } from "./room-part.js";

const AT_ONCE = 12;

export class RoomLog extends RoomPart {
  constructor() {
    super();
    this.shown = AT_ONCE;
  }

  connectedCallback() {
    this.part("more").onclick = () => {
      this.shown += AT_ONCE;
      void this.begin();
    };
    document.addEventListener("compared", this.begin);
    super.connectedCallback();
  }

  disconnectedCallback() {
    document.removeEventListener("compared", this.begin);
    super.disconnectedCallback();
  }

  empty() {
    this.shown = AT_ONCE;
    this.part("list").replaceChildren();
    this.part("more").hidden = true;
  }

  async begin() {
    try {
      const room = await openRoom(this.dataset.room ?? "");
      await room.refresh();
      const acts = room.ledger.acts.toReversed();
      this.part("list").replaceChildren(...acts.slice(0, this.shown).map((act) => Object.assign(document.createElement("li"),
        { textContent: `${day(act.at)}, ${clock(act.at)}: ${said(room.ledger, act)}` })));
      this.part("more").hidden = acts.length <= this.shown;
      this.say("");
    } catch (failure) {
      this.fail(failure);
    }
  }
}
