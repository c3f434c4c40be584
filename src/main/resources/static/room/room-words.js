// @ts-check
// The eight words of a room, to be read aloud where its members meet.

import { changeText, clock, comparedOf, day, keepCompared } from "./compare.js";
import { changes, current } from "./keyring.js";
import { Room, closeRoom, readLedger } from "./room.js";
import { ALARMING, alarm, codeOf, textOf } from "./texts.js";
import { roomWords } from "./words.js";

/** Milliseconds between two looks at whether somebody has written: everybody must have the newest words. */
const LOOK = 5_000;

export class RoomWords extends HTMLElement {
  constructor() {
    super();
    this.look = this.look.bind(this);
    /** The entry whose words are shown. */
    this.shown = { seq: -1, head: "" };
    /** Somebody has said that they differ, and looks once more. */
    this.doubted = false;
  }

  connectedCallback() {
    this.part("same").onclick = () => void this.agree();
    this.part("differ").onclick = () => void this.doubt();
    changes.addEventListener("open", this.look);
    changes.addEventListener("locked", this.look);
    document.body.addEventListener("meeting", this.look);
    this.timer = setInterval(() => document.hidden || void this.look(), LOOK);
    void this.look();
  }

  disconnectedCallback() {
    changes.removeEventListener("open", this.look);
    changes.removeEventListener("locked", this.look);
    document.body.removeEventListener("meeting", this.look);
    clearInterval(this.timer);
  }

  /** @param {string} name */
  part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-${name}]`));
  }

  /** @param {string} text */
  say(text) {
    if (this.part("status").textContent !== text) this.part("status").textContent = text;
  }

  /** The room as it is now, whether its words differ or not: this is the page that compares them. */
  async room() {
    const id = this.dataset.room ?? "";
    const ring = await current();
    return ring ? new Room(id, ring, await readLedger(id)) : undefined;
  }

  async look() {
    try {
      const room = await this.room();
      this.part("open").hidden = !room;
      this.part("sealed").hidden = Boolean(room);
      if (room) await this.show(room);
      else this.part("list").replaceChildren();
    } catch (failure) {
      const code = codeOf(failure);
      if (ALARMING.has(code)) alarm(code);
      else this.say(textOf(code));
    }
  }

  /** @param {Room} room */
  async show({ id, ledger }) {
    const { last, change } = ledger;
    if (last.head !== this.shown.head || !this.part("list").childElementCount) {
      const words = await roomWords(id, last.head);
      if (this.shown.head && this.shown.head !== last.head) this.say(textOf("words-new"));
      this.shown = last;
      this.part("list").replaceChildren(...words.map((word) => {
        const item = document.createElement("li");
        item.textContent = word;
        return item;
      }));
    }
    if (change) this.part("change").textContent = `${textOf("last-change")} ${day(change.at)}, ${clock(change.at)}: ${changeText(change)}`;
    const names = ledger.active().filter(({ fp }) => ledger.checks.get(fp)?.seq === last.seq).map(({ name }) => name);
    const list = new Intl.ListFormat(document.documentElement.lang || "en").format(names);
    this.part("by").textContent = names.length === 0 ? "" : textOf("compared-by").replace("{0}", list);
  }

  /** @param {(room: Room) => Promise<void>} work */
  async act(work) {
    try {
      const room = await this.room();
      if (room) await work(room);
    } catch (failure) {
      const code = codeOf(failure);
      if (ALARMING.has(code)) alarm(code);
      else this.say(textOf(code));
    }
  }

  /** What is signed is what was shown and read, whatever was written since. */
  agree() {
    const { seq, head } = this.shown;
    return this.act(async (room) => {
      await keepCompared(room.id, { seq, head, at: Date.now() });
      closeRoom(room.id);
      await room.say("check", { seq, head });
      this.settle(false);
      this.say(textOf("compared-now"));
      document.dispatchEvent(new Event("compared"));
      // Whoever was stopped goes on where they were.
      if (document.querySelector("main > [data-alarm=words-differ]")) location.reload();
      else await this.look();
    });
  }

  /** A page that lagged behind is no lie: the newest words are read once more before anybody is stopped. */
  doubt() {
    const { seq, head } = this.shown;
    return this.act(async (room) => {
      if (!this.doubted) {
        await this.look();
        this.settle(true);
        this.say(textOf("words-again"));
        return;
      }
      await keepCompared(room.id, { seq, head, at: Date.now(), differ: true });
      closeRoom(room.id);
      this.settle(false);
      alarm("words-differ");
    });
  }

  /** @param {boolean} doubted */
  settle(doubted) {
    this.doubted = doubted;
    this.part("differ").textContent = textOf(doubted ? "words-still-differ" : "words-they-differ");
  }
}
