// @ts-check
// Text that opens itself where its reader has the key. Opened words are set as text only, never as markup.

import { unb64u } from "./bytes.js";
import { changes } from "./keyring.js";
import { openRoom } from "./room.js";
import { ALARMING, alarm, codeOf, textOf } from "./texts.js";

/** @param {HTMLElement} element @returns {import("./seal.js").RecordHeader} */
function headerOf({ dataset }) {
  return {
    v: 1,
    room: dataset.room ?? "",
    kind: dataset.kind ?? "",
    id: dataset.id ?? "",
    rev: Number(dataset.rev),
    epoch: Number(dataset.epoch),
    author: dataset.author ?? "",
  };
}

/** Several elements show parts of one record: open it once. @type {Map<string, Promise<any>>} */
const opened = new Map();

/** @param {HTMLElement} element */
export function bodyOf(element) {
  const header = headerOf(element);
  // All that is checked is in the name: what was opened once says nothing about anything else.
  const name = JSON.stringify([header, element.dataset.sealed]);
  let body = opened.get(name);
  if (!body) {
    body = openRoom(header.room).then((room) => room.open(header, unb64u(element.dataset.sealed ?? "")));
    opened.set(name, body);
    body.catch(() => opened.delete(name));
  }
  return body;
}

changes.addEventListener("locked", () => opened.clear());

/** Why a text is not shown. Everything else is one and the same to whoever reads: it does not open. */
const SAYABLE = new Set(["locked", "no-key", "network", "signed-out", "gone"]);

export class SealedText extends HTMLElement {
  static observedAttributes = ["data-sealed", "data-rev"];

  constructor() {
    super();
    this.show = this.show.bind(this);
  }

  connectedCallback() {
    changes.addEventListener("open", this.show);
    changes.addEventListener("locked", this.show);
    void this.show();
  }

  disconnectedCallback() {
    changes.removeEventListener("open", this.show);
    changes.removeEventListener("locked", this.show);
  }

  attributeChangedCallback() {
    if (this.isConnected) void this.show();
  }

  async show() {
    const sealed = this.dataset.sealed;
    try {
      const body = await bodyOf(this);
      if (sealed !== this.dataset.sealed) return;
      this.dataset.state = "open";
      this.textContent = String(body[this.dataset.part ?? "text"] ?? "");
    } catch (failure) {
      const code = codeOf(failure);
      if (ALARMING.has(code)) return alarm(code);
      this.dataset.state = code;
      this.textContent = textOf(SAYABLE.has(code) ? code : "does-not-open");
    }
  }
}
