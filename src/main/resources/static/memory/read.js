// @ts-check
// All the texts of a room that its reader may read. Which there are is the ledger's word; the server only hands them over,
// and what it keeps back is counted.

import { FILE } from "../room/file.js";
import { unb64u } from "../room/bytes.js";
import { NAMED } from "../room/entries.js";
import { ask } from "../room/server.js";

/** @typedef {import("../room/room.js").Room} Room */
/** @typedef {import("../room/ledger.js").Put} Put */
/** A text, opened: what it truly is, and its words by their parts; of a file, where it lies in a copy of the room.
 * @typedef {{id: string, rev: number, hash: string, kind: string, about: string, words: Record<string, string>,
 *   path?: string}} Known */

/** The secrets of personal links are no words of anybody's. */
const LINK = "invitation";

/** As many as the server takes at once, and so many times at the same time. */
const AT_ONCE = 64;
const LANES = 4;

/** What this person has a key for: not what was written before their time, nor what is for others alone.
 * @param {Room} room @returns {Put[]} */
export const readable = ({ id, ledger, ring }) => [...ledger.puts.values()].filter((put) => !put.deleted && put.kind !== LINK
  && (put.kind === NAMED ? ring.envelope(id, put.id)?.envelope !== undefined : ring.has(id, put.epoch)));

/** @param {Record<string, unknown>} body @returns {Record<string, string>} */
const wordsOf = (body) => Object.fromEntries(Object.entries(body ?? {})
  .flatMap(([part, words]) => (typeof words === "string" && words.trim() !== "" ? [[part, words]] : [])));

/** Opens these; what does not open, or was not given, is in `missing`.
 * @param {Room} room @param {Put[]} puts @param {(known: Known) => void} take @returns {Promise<Put[]>} */
export async function readAll(room, puts, take) {
  const missing = /** @type {Put[]} */ ([]);
  const batches = Array.from({ length: Math.ceil(puts.length / AT_ONCE) }, (_, n) => puts.slice(n * AT_ONCE, (n + 1) * AT_ONCE));
  const lane = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const { records } = await ask(`/rooms/${room.id}/records`, { ids: batch.map(({ id }) => id) });
      const given = new Map(records.map((/** @type {any} */ one) => [one.header?.id, one]));
      await Promise.all(batch.map(async (put) => {
        const opened = await openOne(room, given.get(put.id));
        if (opened) take({ id: put.id, rev: put.rev, hash: put.hash, ...opened });
        else missing.push(put);
      }));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return missing;
}

/** @param {Room} room @param {any} one */
async function openOne(room, one) {
  if (!one) return undefined;
  try {
    const { kind, about, body } = await room.openExactly(one.header, unb64u(one.ciphertext));
    return { kind, about, words: wordsOf(kind === FILE ? { name: body.name } : body) };
  } catch {
    return undefined;
  }
}
