// @ts-check
// Text that opens itself where its reader has the key. Opened words are set as text only, never as markup.

import { RoomError, unb64u } from "./bytes.js";
import { changes } from "./keyring.js";
import { look, mustStandHere } from "./place.js";
import { namesOf, openRoom } from "./room.js";
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
    about: dataset.about ?? "",
    author: dataset.author ?? "",
  };
}

/** Several elements show parts of one record: open it once. @type {Map<string, Promise<any>>} */
const opened = new Map();

/** @param {HTMLElement} element @returns {Promise<import("./room.js").Opened>} */
function openedOf(element) {
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

/** A text that is of this kind and about this, or it does not belong here. @param {HTMLElement} element
 * @param {{kind?: string, about?: string}} place */
export async function openedFor(element, { kind, about }) {
  const text = await openedOf(element);
  if (text.kind !== kind || text.about !== about) throw new RoomError("elsewhere");
  return text;
}

changes.addEventListener("locked", () => opened.clear());

/** Why a text is not shown. Everything else is one and the same to whoever reads: it does not open. */
export const SAYABLE = new Set(["locked", "no-key", "network", "signed-out", "gone", "elsewhere", "unopened", "old-key", "contents-before", "dissolved"]);

/** For whom a text was sealed, as its envelope says and the ledger calls them. @param {import("./room.js").Room} room
 * @param {string[]} readers fingerprints */
function readersLine(room, readers) {
  const line = document.createElement("small");
  line.dataset.readers = "";
  const members = readers.flatMap((fp) => room.ledger.members.get(fp) ?? []);
  line.textContent = `${textOf("read-by")} ${namesOf(room, members)}`;
  return line;
}

export class SealedText extends HTMLElement {
  static observedAttributes = ["data-sealed", "data-rev", "data-place-kind", "data-place-about"];

  constructor() {
    super();
    this.show = this.show.bind(this);
    this.asked = 0;
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
  }

  attributeChangedCallback() {
    if (this.isConnected) this.show();
  }

  /** The keys of texts for few are opened with the identity, which only a touch or ten words bring: the lock in the
   * corner asks for one as long as a text waits. @param {string} state */
  turn(state) {
    const before = this.dataset.state;
    this.dataset.state = state;
    if ((before === "unopened") !== (state === "unopened")) this.dispatchEvent(new Event("waiting", { bubbles: true }));
  }

  /** Of the parts of its text that stand on this page. */
  isFirst() {
    return document.querySelector(`sealed-text[data-id="${CSS.escape(this.dataset.id ?? "")}"]`) === this;
  }

  show() {
    this.opening = this.say();
  }

  async say() {
    // What opens too late, when the rooms were closed or another text stands here, is not shown.
    const asked = ++this.asked;
    try {
      const { placeKind: kind, placeAbout: about } = this.dataset;
      const text = await openedFor(this, { kind, about });
      const room = await openRoom(this.dataset.room ?? "");
      if (asked !== this.asked) return;
      mustStandHere(this, room, text);
      this.turn("open");
      this.textContent = String(text.body[this.dataset.part ?? "text"] ?? "");
      if (text.readers && this.isFirst()) this.prepend(readersLine(room, text.readers));
      look();
    } catch (failure) {
      const code = codeOf(failure);
      if (ALARMING.has(code)) return alarm(code);
      if (asked !== this.asked) return;
      this.turn(code);
      this.textContent = textOf(SAYABLE.has(code) ? code : "does-not-open");
    }
  }
}
