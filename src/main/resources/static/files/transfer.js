// @ts-check
// The way of a file's parts to the server and back. A part goes again until it is there: the line may be gone for a while,
// and the server may have been started anew.

import { RoomError, b64u, random } from "../room/bytes.js";
import { hmacKey } from "../room/epochs.js";
import { FILE, MOST_BYTES, PART, openFile, partHash, partsHash, partsOf, pictureType, sealPart } from "../room/file.js";

/** Milliseconds until what did not arrive is sent again, unless the line is back before. */
const AGAIN = 2000;

/** Parts that are on their way at once: while one waits for the disk at the other end, the next is sealed. */
const LANES = 3;

/** Whether it is worth sending again. @param {Response | undefined} answer */
const unreached = (answer) => !answer || answer.status >= 500 || answer.status === 429;

/** @param {AbortSignal} signal @returns {Promise<void>} */
const aWhile = (signal) => new Promise((done) => {
  const go = () => {
    clearTimeout(timer);
    removeEventListener("online", go);
    done();
  };
  const timer = setTimeout(go, AGAIN);
  addEventListener("online", go);
  signal.addEventListener("abort", go, { once: true });
});

/** @param {Response} answer @returns {Promise<RoomError>} */
async function refusal(answer) {
  if (answer.status === 401) return new RoomError("signed-out");
  const json = answer.headers.get("Content-Type")?.includes("json");
  return new RoomError("refused", { status: answer.status, reason: json ? (await answer.json()).reason : undefined });
}

/** A file that somebody attaches: it is on its way from the moment it is chosen. */
export class Sending extends EventTarget {
  /** @param {File} file @param {string} room @param {string} address where a group's files are */
  constructor(file, room, address) {
    super();
    this.file = file;
    this.room = room;
    this.address = address;
    this.secret = random(32);
    this.sent = 0;
    this.of = partsOf(file.size);
    /** @type {"going" | "waiting" | "there" | "failed"} */
    this.state = "going";
    /** @type {unknown} */
    this.failure = undefined;
    this.abort = new AbortController();
    this.done = this.run();
    this.done.catch(() => undefined);
  }

  /** @param {Sending["state"]} state */
  turn(state) {
    this.state = state;
    this.dispatchEvent(new Event("moved"));
  }

  /** Nobody waits for it any more. */
  stop() {
    this.abort.abort();
  }

  /** What its record says of it, once all of it is there. @returns {Promise<{kind: string, id: string, body: object}>} */
  async run() {
    try {
      if (this.file.size > MOST_BYTES) throw new RoomError("file-too-large");
      const key = await hmacKey(this.secret);
      const begun = await this.send("POST", this.address, new URLSearchParams({ parts: String(this.of) }));
      const { id } = await begun.json();
      /** @type {string[]} */
      const hashes = [];
      let type = this.file.type || "application/octet-stream";
      let next = 0;
      const lane = async () => {
        for (let part = next++; part < this.of; part = next++) {
          const bytes = await this.read(part);
          if (part === 0) type = pictureType(bytes) ?? type;
          const sealed = await sealPart(key, this.room, id, this.file.size, part, bytes);
          hashes[part] = await partHash(sealed);
          await this.send("PUT", `${this.address}/${id}/${part}`, sealed);
          this.sent++;
          this.turn("going");
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
      this.turn("there");
      const body = {
        name: nameFor(this.file.name), type: type.slice(0, 100), size: String(this.file.size), key: b64u(this.secret),
        hash: await partsHash(hashes),
      };
      return { kind: FILE, id, body };
    } catch (failure) {
      this.failure ??= failure;
      this.turn("failed");
      this.stop();
      throw failure;
    }
  }

  /** Somebody may move or change a file while it is read. @param {number} part */
  async read(part) {
    const piece = this.file.slice(part * PART, (part + 1) * PART);
    return new Uint8Array(await piece.arrayBuffer().catch((failure) => {
      throw new RoomError("file-unreadable", failure);
    }));
  }

  /** @param {string} method @param {string} path @param {BodyInit} body @returns {Promise<Response>} */
  async send(method, path, body) {
    for (;;) {
      const { signal } = this.abort;
      const answer = await fetch(path, { method, body, signal, headers: { Accept: "application/json" } }).catch(() => undefined);
      if (signal.aborted) throw new RoomError("file-left-out");
      if (answer?.ok) return answer;
      if (answer && !unreached(answer)) throw await refusal(answer);
      this.turn("waiting");
      await aWhile(signal);
    }
  }
}

/** All of a file, opened, or a named refusal and nothing. @param {string} room @param {string} id @param {any} body
 * @param {string} address where a group's files are @param {(part: number, of: number) => void} moved */
export const fetchFile = (room, id, body, address, moved) => openFile(room, id, body, async (part, of) => {
  moved(part, of);
  let answer;
  try {
    answer = await fetch(`${address}/${id}/${part}`);
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
  } catch (failure) {
    throw new RoomError("network", failure);
  }
  throw answer.status === 404 ? new RoomError("file-missing") : await refusal(answer);
});

/** What a file may be called here and on any disk: nothing that hides its ending or leads to another folder.
 * @param {string} name */
export const nameFor = (name) =>
  [...name.replace(/[\p{C}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, "").replace(/[\\/:*?"<>|]/g, "_").trim()].slice(0, 150).join("")
    .replace(/^\.+/, "_") || "file";

/** @param {number} bytes */
export function sizeText(bytes) {
  const [unit, by] = bytes < 1_000_000 ? ["kilobyte", 1000] : ["megabyte", 1_000_000];
  return new Intl.NumberFormat(document.documentElement.lang || "en", {
    style: "unit", unit: String(unit), unitDisplay: "short", maximumFractionDigits: unit === "megabyte" ? 1 : 0,
  }).format(unit === "kilobyte" ? Math.ceil(bytes / 1000) : bytes / Number(by));
}

/** Onto the reader's disk, never into a page: whatever it says it is, the browser is told bytes.
 * @param {Uint8Array<ArrayBuffer>} bytes @param {string} name */
export function save(bytes, name) {
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = nameFor(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
