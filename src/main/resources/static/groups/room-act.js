// @ts-check
// A part of the room's page where something is signed: drawn from the ledger whenever the room opens or closes, and done
// once however often it is pressed.

import { RoomPart } from "../room/room-part.js";
import { openRoom } from "../room/room.js";
import { codeOf, textOf } from "../room/texts.js";

export class RoomAct extends RoomPart {
  constructor() {
    super();
    this.busy = false;
  }

  /** @param {string} code @param {string[]} values */
  text(code, ...values) {
    const text = /** @type {HTMLTemplateElement} */ (this.querySelector(`template[data-text="${code}"]`)).content.textContent ?? "";
    return values.reduce((said, value, i) => said.replaceAll(`{${i}}`, value), text);
  }

  /** The ledger is there for those without keys as well. */
  empty() {
    return this.begin();
  }

  async begin() {
    try {
      await this.draw();
    } catch (failure) {
      this.say(textOf(codeOf(failure)));
    }
  }

  async draw() {}

  /** @param {(room: import("../room/room.js").Room) => Promise<void>} work @param {string} [after] where to go then */
  async act(work, after = "") {
    if (this.busy) return;
    this.busy = true;
    this.say(this.text("working"));
    try {
      await work(await openRoom(this.dataset.room ?? ""));
      if (after) location.assign(after);
      else location.reload();
    } catch (failure) {
      this.say(textOf(codeOf(failure)));
      // Only what failed may be pressed again: what is done is done until the page is another.
      this.busy = false;
    }
  }
}
