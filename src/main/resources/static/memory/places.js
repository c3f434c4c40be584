// @ts-check
// Where a text of a room stands, as the modules say of their kinds, and what it is called there.

/** @typedef {import("../room/room.js").Room} Room */
/** Filled in: `{group}`, `{id}`, `{about}`, `{person}` who wrote it, `{until}` when it was last added to.
 * @typedef {{label: string, address: string}} Place */

/** Within which clocks differ. */
const SLACK = 60_000;

/** @param {HTMLElement} element @returns {Record<string, Place>} */
export const placesOf = (element) => JSON.parse(element.dataset.places ?? "{}");

/** When each thing was last written about, as far as a ledger goes: asked for every text that is drawn.
 * @type {WeakMap<object, {seq: number, last: Map<string, number>}>} */
const known = new WeakMap();

/** @param {import("../room/ledger.js").Ledger} ledger @param {string} about */
function lastOf(ledger, about) {
  let found = known.get(ledger);
  if (found?.seq !== ledger.seq) {
    const last = new Map();
    for (const put of ledger.puts.values()) last.set(put.about, Math.max(last.get(put.about) ?? 0, put.at));
    found = { seq: ledger.seq, last };
    known.set(ledger, found);
  }
  return found.last.get(about) ?? 0;
}

/** @param {Record<string, Place>} places @param {Room} room @param {import("./read.js").Known} known @returns {Place} */
export function placeOf(places, { ledger }, { id, kind, about }) {
  const { label, address } = places[kind] ?? places[""];
  const put = ledger.puts.get(id);
  const filled = address.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(
    name === "group" ? ledger.group
      : name === "id" ? id
        : name === "about" ? about
          : name === "person" ? ledger.members.get(put?.author ?? "")?.card.user ?? ""
            : new Date(lastOf(ledger, about) + SLACK).toISOString(),
  ));
  return { label, address: filled };
}
