// @ts-check
// A part of a page that is drawn when the room opens and empties itself when the rooms close.

import { changes } from "./keyring.js";
import { ALARMING, alarm, codeOf, textOf } from "./texts.js";

export class RoomPart extends HTMLElement {
  constructor() {
    super();
    this.begin = this.begin.bind(this);
    this.empty = this.empty.bind(this);
  }

  connectedCallback() {
    changes.addEventListener("open", this.begin);
    changes.addEventListener("locked", this.empty);
    void this.begin();
  }

  disconnectedCallback() {
    changes.removeEventListener("open", this.begin);
    changes.removeEventListener("locked", this.empty);
  }

  /** @returns {void | Promise<void>} */
  begin() {}

  /** @returns {void | Promise<void>} */
  empty() {}

  /** @template {HTMLElement} T @param {string} name @returns {T} */
  part(name) {
    return /** @type {T} */ (this.querySelector(`[data-${name}]`));
  }

  /** What was said already is not said again to those who listen. @param {string} text */
  say(text) {
    const line = this.part("status");
    if (line.textContent !== text) line.textContent = text;
  }

  /** @param {unknown} failure */
  fail(failure) {
    const code = codeOf(failure);
    if (ALARMING.has(code)) alarm(code);
    else this.say(textOf(code));
  }
}
