// @ts-check
// All that a room holds, in the order of its ledger: a list that the server neither makes nor shortens, against which
// any page of its own can be held.

import { clock, day } from "./compare.js";
import { FILE } from "./file.js";
import { changes } from "./keyring.js";
import { NAMED } from "./entries.js";
import { openRoom } from "./room.js";
import { ALARMING, alarm, codeOf, textOf } from "./texts.js";

/** @typedef {import("./room.js").Room} Room */
/** @typedef {import("./ledger.js").Put} Put */

/** The secrets of personal links are no words of anybody's. */
const LINK = "invitation";

const AT_ONCE = 20;

/** @param {string} tag @param {string} text @param {string} [style] */
function made(tag, text, style = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = style;
  return element;
}

/** Its parts in the order in which they were written. @param {any} body @returns {string[]} */
const wordsOf = (body) => Object.values(body ?? {}).filter((part) => typeof part === "string" && part.trim() !== "");

export class RoomContents extends HTMLElement {
  constructor() {
    super();
    this.empty = this.empty.bind(this);
    /** The entry of the oldest text that is shown. */
    this.from = Infinity;
  }

  connectedCallback() {
    this.button.onclick = () => void this.more();
    changes.addEventListener("locked", this.empty);
  }

  disconnectedCallback() {
    changes.removeEventListener("locked", this.empty);
  }

  get button() {
    return /** @type {HTMLButtonElement} */ (this.querySelector("[data-more]"));
  }

  get list() {
    return /** @type {HTMLElement} */ (this.querySelector("[data-list]"));
  }

  empty() {
    this.from = Infinity;
    this.list.replaceChildren();
    this.button.hidden = false;
  }

  async more() {
    this.button.disabled = true;
    try {
      const room = await openRoom(this.dataset.room ?? "");
      if (this.from === Infinity) await room.refresh();
      const older = [...room.ledger.puts.values()]
        .filter(({ seq, deleted, kind }) => seq < this.from && !deleted && kind !== LINK)
        .sort((one, other) => other.seq - one.seq);
      const next = older.slice(0, AT_ONCE);
      this.from = next.at(-1)?.seq ?? this.from;
      const rows = await Promise.all(next.map((put) => this.row(room, put)));
      this.list.append(...rows);
      this.button.hidden = older.length <= AT_ONCE;
      this.say(this.list.childElementCount === 0 ? textOf("contents-none") : "");
    } catch (failure) {
      const code = codeOf(failure);
      if (ALARMING.has(code)) alarm(code);
      else this.say(textOf(code));
    } finally {
      this.button.disabled = false;
    }
  }

  /** @param {string} text */
  say(text) {
    const line = this.querySelector("[data-status]");
    if (line) line.textContent = text;
  }

  /** @param {Room} room @param {Put} put */
  async row(room, put) {
    const row = made("li", "", "card");
    row.dataset.put = put.id;
    const author = room.ledger.members.get(put.author)?.name ?? "?";
    row.append(made("h3", `${author} · ${day(put.at)}, ${clock(put.at)}`));
    try {
      const { body, about, kind } = await room.openLatest(put.id);
      const heading = about === put.id || !room.ledger.puts.has(about) ? undefined : await headingOf(room, about);
      if (heading) row.append(made("p", textOf("contents-about").replace("{0}", heading), "quiet"));
      // Of a file its name is for people; the rest of its record is for pages.
      row.append(...(kind === FILE ? [String(body.name)] : wordsOf(body)).map((words) => made("p", words, "said")));
    } catch (failure) {
      const reason = whyNot(room, put, codeOf(failure));
      row.append(made("p", textOf(reason), reason === "contents-missing" ? "wrong" : "quiet"));
    }
    return row;
  }
}

/** The first words of what it is about. @param {Room} room @param {string} id */
export const headingOf = (room, id) => room.openLatest(id).then(({ body }) => wordsOf(body)[0], () => undefined);

/** Whoever came later has no key for what was written before; what is for few, the others are not given.
 * @param {Room} room @param {Put} put @param {string} code */
export function whyNot(room, { kind, epoch }, code) {
  if (code === "no-key" && epoch < room.ledger.epoch) return "contents-before";
  if (code !== "refused") return ["contents-before", "unopened", "old-key", "network", "locked", "signed-out"].includes(code) ? code : "does-not-open";
  return kind === NAMED ? "contents-named" : "contents-missing";
}
