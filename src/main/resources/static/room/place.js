// @ts-check
// Where a text stands, who wrote it, and whether one is missing: as the ledger and the address of the page have it. A
// server that swaps texts together with what it says about their places is met here.

import { day } from "./compare.js";
import { RoomError } from "./bytes.js";
import { NAMED, nameFor } from "./entries.js";
import { openRoom } from "./room.js";
import { textOf } from "./texts.js";

/** @typedef {import("./room.js").Room} Room */

/** Milliseconds by which clocks differ, and within which a new text is on its way to a page that follows. */
const SLACK = 60_000;

/** When the server last drew something here. */
let drawn = Date.now();

const meetingOfPage = () => /^\/meetings\/([0-9a-f-]{36})/.exec(location.pathname)?.[1];

/** @param {ParentNode} around @returns {HTMLElement[]} */
const textsIn = (around) => [...around.querySelectorAll("sealed-text, sealed-file")].map((one) => /** @type {HTMLElement} */ (one));

/** The nearest text that is about nothing but itself, going up and then back: what a reader takes for the heading.
 * @param {HTMLElement} element */
function headingOf(element) {
  for (let around = element.parentElement; around; around = around.parentElement) {
    const heads = textsIn(around).filter(({ dataset }) => dataset.id === dataset.placeAbout && dataset.id !== element.dataset.id);
    const before = heads.filter((head) => head.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (heads.length > 0) return before.at(-1) ?? heads[0];
  }
  return undefined;
}

/** What is about another text stands below that text, and what was told to a meeting on a page of that meeting.
 * @param {HTMLElement} element @param {Room} room @param {{kind: string, about: string}} text */
export function mustStandHere(element, { ledger }, { kind, about }) {
  const elsewhere = about !== element.dataset.id && ledger.puts.has(about) && headingOf(element)?.dataset.id !== about;
  if (elsewhere || (kind === "update" && (meetingOfPage() ?? about) !== about)) throw new RoomError("elsewhere");
}

/** Whoever is named over a card wrote the first text in it: the name is the one that was signed when they came in.
 * @param {Room} room */
function nameAuthors({ id, ledger }) {
  for (const slot of /** @type {Iterable<HTMLElement>} */ (document.querySelectorAll("[data-said-by], [data-written]"))) {
    /** @type {Element | null} */
    let card = slot;
    // The words beside another's name say nothing of whoever has none here.
    while (card && textsIn(card).length === 0) card = card.matches("li, [data-whose]") ? null : card.parentElement;
    const first = card && textsIn(card)[0];
    const put = first?.dataset.room === id && first.dataset.state === "open" ? ledger.puts.get(first.dataset.id ?? "") : undefined;
    const author = put && ledger.members.get(put.author);
    if (!put || !author) continue;
    if (slot.hasAttribute("data-written")) slot.textContent = textOf("written").replace("{0}", day(put.at));
    else name(slot, author.name);
  }
}

/** @param {HTMLElement} slot @param {string} signed */
function name(slot, signed) {
  const lobby = slot.dataset.saidBy ?? "";
  if (nameFor(lobby) === signed || slot.dataset.signed === signed) return;
  const other = document.createElement("span");
  other.className = "quiet";
  other.textContent = ` (${textOf("other-name")} ${lobby})`;
  slot.textContent = (slot.textContent ?? "").replaceAll(lobby, signed);
  slot.append(other);
  slot.dataset.signed = signed;
}

/** All texts of a kind about one thing are on the page where one of them is, or where the page means to show them all.
 * @param {Room} room */
function sayWhatIsMissing({ id, ring, ledger }) {
  const shown = textsIn(document).filter(({ dataset }) => dataset.room === id);
  const here = new Set(shown.map(({ dataset }) => dataset.id));
  /** @type {Map<string, Element>} */
  const places = new Map();
  for (const element of shown) {
    const put = ledger.puts.get(element.dataset.id ?? "");
    // Where a page has gathered one member's texts, the others' are not missing.
    if (put && put.kind !== NAMED && !element.closest("[data-some]")) places.set(`${put.kind} ${put.about}`, element.closest("article, ul, ol") ?? element);
  }
  for (const mark of /** @type {Iterable<HTMLElement>} */ (document.querySelectorAll("[data-all]"))) {
    places.set(`${mark.dataset.all} ${mark.dataset.about ?? ring.fp}`, mark);
  }
  const missing = [...ledger.puts.values()].filter((put) => !put.deleted && !here.has(put.id) && put.at < drawn - SLACK);
  const said = new Set();
  for (const put of missing) {
    const place = places.get(`${put.kind} ${put.about}`) ?? (ledger.speaksFor(ring.fp, put.author) ? places.get(`${put.kind} ${ring.fp}`) : undefined);
    if (!place) continue;
    said.add(put.id);
    if (document.querySelector(`[data-left-out="${put.id}"]`)) continue;
    const line = document.createElement("p");
    line.className = "notice bad";
    line.setAttribute("role", "alert");
    line.dataset.leftOut = put.id;
    line.textContent = textOf("left-out").replace("{0}", ledger.members.get(put.author)?.name ?? "?").replace("{1}", day(put.at));
    place.before(line);
  }
  for (const line of /** @type {Iterable<HTMLElement>} */ (document.querySelectorAll("[data-left-out]"))) {
    if (!said.has(line.dataset.leftOut)) line.remove();
  }
}

let soon = 0;

/** Once the texts of a page have opened. */
export function look() {
  clearTimeout(soon);
  soon = setTimeout(async () => {
    const id = /** @type {HTMLElement | null} */ (document.querySelector("room-lock[data-room]"))?.dataset.room;
    const room = id ? await openRoom(id).catch(() => undefined) : undefined;
    if (room) lookNow(room);
  }, 200);
}

/** @param {Room} room */
export function lookNow(room) {
  if (!room.me?.active) return;
  nameAuthors(room);
  sayWhatIsMissing(room);
}

document.addEventListener("htmx:after:swap", () => {
  drawn = Date.now();
  look();
});
