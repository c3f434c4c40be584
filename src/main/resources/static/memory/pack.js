// @ts-check
// What is taken out of a room: a page to read and the same for programs, in the order of the ledger, each text with its
// author and day as the ledger has them.

import { utf8 } from "../room/bytes.js";
import { clock, day } from "../room/compare.js";

/** @typedef {import("../room/room.js").Room} Room */
/** @typedef {import("../room/ledger.js").Put} Put */
/** @typedef {import("./read.js").Known} Known */
/** What a page knows of the texts it takes. @typedef {{name: string, labels: Record<string, import("./places.js").Place>}} Shown */
/** @typedef {{known: Known[], missing: Put[]}} Texts */
/** A file in the archive. @typedef {{name: string, bytes: Uint8Array}} Packed */

/** @param {Room} room @param {string} fp */
const nameOf = ({ ledger }, fp) => ledger.members.get(fp)?.name ?? "?";

/** @param {Room} room @param {Known[]} known */
const inOrder = ({ ledger }, known) => known
  .flatMap((text) => {
    const put = ledger.puts.get(text.id);
    return put ? [{ text, put }] : [];
  })
  .sort((one, other) => one.put.seq - other.put.seq);

/** @param {Room} room @param {Shown} shown @param {Texts} texts */
export function asJson(room, { name }, { known, missing }) {
  const { ledger } = room;
  return JSON.stringify({
    v: 1,
    room: room.id,
    group: ledger.group,
    name,
    made: new Date().toISOString(),
    by: nameOf(room, room.ring.fp),
    members: [...ledger.members.values()].map((member) => ({
      name: member.name, person: member.card.user, active: member.active, chair: member.chair, since: new Date(member.since).toISOString(),
    })),
    texts: inOrder(room, known).map(({ text, put }) => ({
      id: text.id, kind: text.kind, about: text.about, rev: put.rev, author: nameOf(room, put.author),
      at: new Date(put.at).toISOString(), words: text.words, ...(text.path && { path: text.path }),
    })),
    missing: missing.map((put) => ({ id: put.id, author: nameOf(room, put.author), at: new Date(put.at).toISOString() })),
  }, undefined, 2);
}

/** A line of somebody's words cannot become a heading or a list of the page. @param {string} words */
const quoted = (words) => words.split(/\r?\n/).map((line) => `> ${line.replace(/[\\`*_{}[\]<>#+|~]/g, "\\$&")}`).join("\n");

/** @param {Room} room @param {Shown} shown @param {Texts} texts */
export function asMarkdown(room, { name, labels }, { known, missing }) {
  const heads = new Map(known.map(({ id, words }) => [id, Object.values(words)[0]?.split("\n")[0] ?? ""]));
  const parts = [`# ${name}`, `${nameOf(room, room.ring.fp)} · ${day(Date.now())}, ${clock(Date.now())}`];
  for (const { text, put } of inOrder(room, known)) {
    const label = (labels[text.kind] ?? labels[""]).label;
    parts.push(`## ${label} · ${nameOf(room, put.author)} · ${new Date(put.at).toISOString().slice(0, 10)}, ${clock(put.at)}`);
    const about = text.about === text.id ? undefined : heads.get(text.about);
    if (about) parts.push(`*${quoted(about).slice(2)}*`);
    const words = Object.entries(text.words);
    for (const [part, said] of words) parts.push(words.length > 1 ? `**${part}**\n\n${quoted(said)}` : quoted(said));
    if (text.path) parts.push(`\`${text.path}\``);
  }
  for (const put of missing) parts.push(`## ? · ${nameOf(room, put.author)} · ${new Date(put.at).toISOString().slice(0, 10)}`);
  return `${parts.join("\n\n")}\n`;
}

const BLOCK = 512;

/** Bytes that are gathered before they become a piece. */
const PIECE = 4 << 20;

/** One archive of the oldest and plainest kind, which every system opens (POSIX ustar), made piece by piece: no more of it
 * than one file is held at a time. @param {AsyncIterable<Packed>} files */
async function* pieces(files) {
  for await (const { name, bytes } of files) {
    yield header(name, bytes.length);
    if (bytes.length > 0) yield bytes;
    const rest = (BLOCK - (bytes.length % BLOCK)) % BLOCK;
    if (rest > 0) yield new Uint8Array(rest);
  }
  yield new Uint8Array(2 * BLOCK);
}

/** @param {AsyncIterable<Packed>} files @returns {ReadableStream<Uint8Array>} */
export function tar(files) {
  const made = pieces(files);
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await made.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  }, { highWaterMark: 0 });
}

/** Bytes of a name in such an archive. */
const NAME = 100;

/** Where the file of this number lies in the archive: its whole name stands in the pages beside it.
 * @param {number} number @param {string} name that any disk takes */
export function pathFor(number, name) {
  const ending = /\.[\w]{1,10}$/.exec(name)?.[0] ?? "";
  const start = `files/${String(number).padStart(4, "0")}-`;
  const stem = [...name.slice(0, name.length - ending.length)];
  while (utf8(start + stem.join("") + ending).length > NAME) stem.pop();
  return start + stem.join("") + ending;
}

/** What comes out of a stream, in pieces that the browser may keep on its disk. @param {ReadableStream<Uint8Array>} stream
 * @param {string} type */
export async function blobOf(stream, type) {
  /** @type {Blob[]} */
  const parts = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  let some = [];
  let held = 0;
  const put = () => {
    parts.push(new Blob(some));
    some = [];
    held = 0;
  };
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    some.push(/** @type {Uint8Array<ArrayBuffer>} */ (next.value));
    held += next.value.length;
    if (held >= PIECE) put();
  }
  put();
  return new Blob(parts, { type });
}

/** @param {string} name @param {number} size */
function header(name, size) {
  const block = new Uint8Array(BLOCK);
  const put = (/** @type {number} */ at, /** @type {string} */ text) => block.set(utf8(text), at);
  const octal = (/** @type {number} */ value, /** @type {number} */ digits) => `${value.toString(8).padStart(digits, "0")}\0`;
  put(0, name);
  put(100, octal(0o600, 7));
  put(108, octal(0, 7));
  put(116, octal(0, 7));
  put(124, octal(size, 11));
  put(136, octal(Math.floor(Date.now() / 1000), 11));
  put(148, "        ");
  put(156, "0");
  put(257, "ustar\0" + "00");
  put(148, `${block.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, "0")}\0 `);
  return block;
}
