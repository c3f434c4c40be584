// @ts-check
// Looking for words in a room. What is looked for does not leave the page.

import { RoomPart } from "../room/room-part.js";
import { openRoom } from "../room/room.js";
import { textOf } from "../room/texts.js";
import { entry, made } from "./entry.js";
import { places, termsOf } from "./fold.js";
import { RoomIndex } from "./index.js";
import { placesOf } from "./places.js";

/** Milliseconds between two looks for news. */
const AGAIN = 20_000;

/** Results that are drawn at once. */
const SHOWN = 40;

/** Characters around the first word that was found. */
const BEFORE = 60;
const AFTER = 220;

export class RoomSearch extends RoomPart {
  constructor() {
    super();
    /** @type {RoomIndex | undefined} */
    this.index = undefined;
    this.shown = SHOWN;
    this.timer = 0;
    this.places = placesOf(this);
  }

  connectedCallback() {
    this.input.addEventListener("input", () => {
      this.shown = SHOWN;
      this.draw();
    });
    this.input.addEventListener("focus", () => void this.look());
    this.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
    this.button.addEventListener("click", () => {
      this.shown += SHOWN;
      this.draw();
    });
    this.timer = window.setInterval(() => void this.look(), AGAIN);
    super.connectedCallback();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  get input() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  get button() {
    return this.part("more");
  }

  /** Closed rooms leave nothing on the page, what was looked for neither. */
  empty() {
    this.index = undefined;
    this.input.value = "";
    this.draw();
    this.say(textOf("locked"));
  }

  async begin() {
    try {
      const room = await openRoom(this.dataset.room ?? "");
      this.say(textOf("search-reading"));
      this.index = await RoomIndex.of(room);
      await this.look();
    } catch (failure) {
      this.fail(failure);
    }
  }

  /** Takes up what is new since. */
  async look() {
    const { index } = this;
    if (!index || document.hidden) return;
    try {
      await index.catchUp();
      if (this.index !== index) return;
      this.dataset.ready = String(index.known.size);
      this.draw();
    } catch (failure) {
      this.fail(failure);
    }
  }

  draw() {
    const query = this.input.value;
    const terms = termsOf(query);
    const found = this.index?.find(query) ?? [];
    this.part("results").replaceChildren(...found.slice(0, this.shown).map((one) => this.result(one, terms)));
    this.button.hidden = found.length <= this.shown;
    if (this.index && this.dataset.ready) this.sayHowMany(found.length, terms.length > 0);
    const missing = this.part("missing");
    const left = this.index?.missing.length ?? 0;
    missing.hidden = left === 0;
    missing.textContent = left === 0 ? "" : textOf("search-missing").replace("{0}", String(left));
  }

  /** @param {number} found @param {boolean} asked */
  sayHowMany(found, asked) {
    const all = this.index?.known.size ?? 0;
    this.say(textOf(!asked ? "search-ready" : found === 0 ? "search-none" : "search-found")
      .replace("{0}", String(asked ? found : all)));
  }

  /** @param {{known: import("./read.js").Known, put: import("../room/ledger.js").Put}} found @param {string[]} terms */
  result({ known, put }, terms) {
    const { room } = /** @type {RoomIndex} */ (this.index);
    const row = entry(this.places, room, known, put);
    row.dataset.id = known.id;
    for (const words of Object.values(known.words)) {
      const at = places(words, terms);
      if (at.length > 0) row.append(snippet(words, at));
    }
    return row;
  }
}

/** The words around the first that was found, with all that were found in them marked.
 * @param {string} words @param {{from: number, to: number}[]} found */
function snippet(words, found) {
  const line = made("p", "", "said");
  const from = found[0].from <= BEFORE ? 0 : words.lastIndexOf(" ", found[0].from - BEFORE) + 1;
  const end = words.length <= from + AFTER ? words.length : words.indexOf(" ", from + AFTER);
  const to = end < 0 ? words.length : end;
  let at = from;
  if (from > 0) line.append("… ");
  for (const place of found.filter((one) => one.from >= from && one.to <= to)) {
    line.append(words.slice(at, place.from), made("mark", words.slice(place.from, place.to)));
    at = place.to;
  }
  line.append(words.slice(at, to));
  if (to < words.length) line.append(" …");
  return line;
}

customElements.define("room-search", RoomSearch);
