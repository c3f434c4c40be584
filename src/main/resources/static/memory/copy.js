// @ts-check
// A copy of the whole room, sealed into one age file in the page. The room is told first: whoever cannot be told of gets
// no copy. It is manners and no control, since whoever may read may copy.

import { Encrypter } from "../vendor/age-0.3.1.min.mjs";
import { fetchFile, nameFor } from "../files/transfer.js";
import { RoomError, utf8 } from "../room/bytes.js";
import { clock, day } from "../room/compare.js";
import { FILE } from "../room/file.js";
import { RoomPart } from "../room/room-part.js";
import { openRoom } from "../room/room.js";
import { ask } from "../room/server.js";
import { codeOf, textOf } from "../room/texts.js";
import { newWords } from "../room/words.js";
import { asJson, asMarkdown, blobOf, pathFor, tar } from "./pack.js";
import { placeOf, placesOf } from "./places.js";
import { readAll, readable } from "./read.js";

/** Ten generated words carry 110 bits: the stretching is for form. */
const WORK_FACTOR = 15;

export class RoomCopy extends RoomPart {
  constructor() {
    super();
    this.address = "";
  }

  connectedCallback() {
    this.addEventListener("change", () => {
      this.part("key").hidden = this.how() !== "key";
    });
    this.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.make();
    });
    super.connectedCallback();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.letGo();
  }

  how() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input[name=how]:checked")).value;
  }

  letGo() {
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = "";
    this.part("made").hidden = true;
    this.part("list").replaceChildren();
  }

  /** Closed rooms leave no copy and no words on the page. */
  empty() {
    this.letGo();
    this.part("log").replaceChildren();
    this.say(textOf("locked"));
  }

  async begin() {
    try {
      const room = await openRoom(this.dataset.room ?? "");
      await room.refresh();
      this.say("");
      this.log(room);
    } catch (failure) {
      this.fail(failure);
    }
  }

  /** @param {import("../room/room.js").Room} room */
  log({ ledger }) {
    const copies = ledger.acts.filter(({ kind }) => kind === "export").toReversed();
    const lines = copies.map(({ by, at }) => textOf("export-by")
      .replace("{0}", ledger.members.get(by)?.name ?? "?").replace("{1}", `${day(at)}, ${clock(at)}`));
    this.part("log").replaceChildren(...(lines.length > 0 ? lines : [textOf("export-none")])
      .map((line) => Object.assign(document.createElement("li"), { textContent: line })));
  }

  async make() {
    const button = /** @type {HTMLButtonElement} */ (this.part("make"));
    button.disabled = true;
    this.letGo();
    try {
      const words = this.how() === "words" ? newWords() : undefined;
      const age = words ? withWords(words) : withKey(/** @type {HTMLInputElement} */ (this.querySelector("#recipient")).value.trim());
      const room = await openRoom(this.dataset.room ?? "");
      await room.refresh();
      await room.say("export", {});
      this.log(room);
      await this.give(room, age, words);
    } catch (failure) {
      this.fail(failure);
    } finally {
      button.disabled = false;
    }
  }

  /** @param {import("../room/room.js").Room} room @param {Encrypter} age @param {string[]} [words] */
  async give(room, age, words) {
    const all = readable(room);
    this.say(textOf("export-making").replace("{0}", String(all.length)));
    /** @type {import("./read.js").Known[]} */
    const known = [];
    const texts = { known, missing: await readAll(room, all, (one) => known.push(one)) };
    const shown = { name: this.dataset.name ?? "", labels: placesOf(this) };
    const sealed = await age.encrypt(tar(this.contents(room, shown, texts)));
    this.address = URL.createObjectURL(await blobOf(sealed, "application/octet-stream"));
    const save = /** @type {HTMLAnchorElement} */ (this.part("save"));
    save.href = this.address;
    save.download = `room-${new Date().toISOString().slice(0, 10)}.age`;
    this.part("shown").hidden = !words;
    this.part("list").replaceChildren(...(words ?? []).map((word) => Object.assign(document.createElement("li"), { textContent: word })));
    this.part("made").hidden = false;
    const files = known.filter(({ path }) => path).length;
    this.say(textOf("export-ready").replace("{0}", String(known.filter(({ kind }) => kind !== FILE).length)).replace("{1}", String(files)));
    this.part("missing").hidden = texts.missing.length === 0;
    this.part("missing").textContent = textOf("export-missing").replace("{0}", String(texts.missing.length));
  }

  /** The files one after the other, then what tells of them. @param {import("../room/room.js").Room} room
   * @param {import("./pack.js").Shown} shown @param {import("./pack.js").Texts} texts
   * @returns {AsyncGenerator<import("./pack.js").Packed>} */
  async* contents(room, shown, { known, missing }) {
    const files = known.filter(({ kind }) => kind === FILE);
    for (const [at, file] of files.entries()) {
      this.say(textOf("export-file").replace("{0}", String(at + 1)).replace("{1}", String(files.length)));
      const bytes = await this.bytesOf(room, shown, file);
      if (bytes) {
        file.path = pathFor(at + 1, nameFor(file.words.name ?? ""));
        yield { name: file.path, bytes };
      } else {
        const put = room.ledger.puts.get(file.id);
        if (put) missing.push(put);
      }
    }
    const facts = await ask(`${location.pathname}/facts`);
    const { entries } = await ask(`/rooms/${room.id}/ledger`);
    const pages = {
      "room.md": asMarkdown(room, shown, { known, missing }),
      "room.json": asJson(room, shown, { known, missing }),
      "group.json": JSON.stringify(facts, undefined, 2),
      "ledger.json": JSON.stringify(entries),
    };
    for (const [name, content] of Object.entries(pages)) yield { name, bytes: utf8(content) };
  }

  /** All of a file, or nothing where the server no longer has it or has something else in its place.
   * @param {import("../room/room.js").Room} room @param {import("./pack.js").Shown} shown @param {import("./read.js").Known} file */
  async bytesOf(room, { labels }, file) {
    try {
      const { body } = await room.openLatest(file.id);
      return await fetchFile(room.id, file.id, body, placeOf(labels, room, file).address, () => undefined);
    } catch (failure) {
      if (["file-missing", "file-broken", "does-not-open"].includes(codeOf(failure))) return undefined;
      throw failure;
    }
  }
}

/** @param {string[]} words */
function withWords(words) {
  const age = new Encrypter();
  age.setScryptWorkFactor(WORK_FACTOR);
  age.setPassphrase(words.join(" "));
  return age;
}

/** @param {string} recipient */
function withKey(recipient) {
  const age = new Encrypter();
  try {
    age.addRecipient(recipient);
  } catch (failure) {
    throw new RoomError("export-wrong-key", failure);
  }
  return age;
}

customElements.define("room-copy", RoomCopy);
