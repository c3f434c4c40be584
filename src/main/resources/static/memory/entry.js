// @ts-check
// A text of the room in a list: where it stands, who wrote it and when. Its words come below.

import { clock, day } from "../room/compare.js";
import { placeOf } from "./places.js";

/** @param {string} tag @param {string} text @param {string} [style] */
export function made(tag, text, style = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = style;
  return element;
}

/** @param {ReturnType<typeof import("./places.js").placesOf>} labels @param {import("../room/room.js").Room} room
 * @param {import("./read.js").Known} known @param {import("../room/ledger.js").Put} put */
export function entry(labels, room, known, put) {
  const row = made("li", "", "card");
  const place = placeOf(labels, room, known);
  const link = /** @type {HTMLAnchorElement} */ (made("a", place.label));
  link.href = place.address;
  const heading = made("h2", "", "small");
  heading.append(link);
  const author = room.ledger.members.get(put.author)?.name ?? "?";
  row.append(heading, made("p", `${author} · ${day(put.at)}, ${clock(put.at)}`, "quiet"));
  return row;
}
