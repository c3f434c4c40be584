// @ts-check
// A file that came with a text: its record opens like one, and stands below the text it came with.

import { FILE } from "../room/file.js";
import { changes } from "../room/keyring.js";
import { look, mustStandHere } from "../room/place.js";
import { openRoom } from "../room/room.js";
import { SAYABLE, openedFor } from "../room/sealed-text.js";
import { ALARMING, alarm, codeOf, textOf } from "../room/texts.js";
import { showFile } from "./opened-file.js";

export class SealedFile extends HTMLElement {
  static observedAttributes = ["data-sealed", "data-place-about"];

  constructor() {
    super();
    this.show = this.show.bind(this);
    this.asked = 0;
    this.away = () => undefined;
    /** Until it says something. */
    this.opening = Promise.resolve();
  }

  connectedCallback() {
    changes.addEventListener("open", this.show);
    changes.addEventListener("locked", this.show);
    this.show();
  }

  disconnectedCallback() {
    changes.removeEventListener("open", this.show);
    changes.removeEventListener("locked", this.show);
    this.asked++;
    this.away();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.show();
  }

  show() {
    this.opening = this.say();
  }

  async say() {
    const asked = ++this.asked;
    this.away();
    try {
      const { id = "", files = "", room: of = "", placeAbout: about } = this.dataset;
      const text = await openedFor(this, { kind: FILE, about });
      const room = await openRoom(of);
      if (asked !== this.asked) return;
      mustStandHere(this, room, text);
      this.away = showFile(this, { room: of, id, body: text.body, address: files });
      this.dataset.state = "open";
      look();
    } catch (failure) {
      const code = codeOf(failure);
      if (ALARMING.has(code)) return alarm(code);
      if (asked !== this.asked) return;
      this.dataset.state = code;
      this.textContent = textOf(SAYABLE.has(code) ? code : "file-broken");
    }
  }
}
