// @ts-check
// The eight words of a room, to be read aloud where its members meet.

import { clock, day, keepCompared, list } from "./compare.js";
import { changes, current } from "./keyring.js";
import { notCompared, said } from "./log.js";
import { pictureOf } from "./picture.js";
import { readLedger } from "./ledger-read.js";
import { Room, closeRoom } from "./room.js";
import { ALARMING, alarm, codeOf, textOf } from "./texts.js";
import { roomWords } from "./words.js";

/** What another page showed to this device's camera: all of what that page knows. The address is rid of it at once. */
let seen = "";

function take() {
  const [, found] = /^#seen=([A-Za-z0-9_-]{43})$/.exec(location.hash) ?? [];
  if (!found) return;
  seen = found;
  history.replaceState(history.state, "", location.pathname + location.search);
}

take();
addEventListener("hashchange", take);

/** Milliseconds between two looks at whether somebody has written: everybody must have the newest words. */
const LOOK = 5_000;

export class RoomWords extends HTMLElement {
  constructor() {
    super();
    this.look = this.look.bind(this);
    /** The entry whose words are shown. */
    this.shown = { seq: -1, head: "" };
    /** How much was done in the room when it was last looked at. */
    this.acts = -1;
    /** Somebody has said that they differ, and looks once more. */
    this.doubted = false;
    /** Which picture is drawn. */
    this.drawn = "";
  }

  connectedCallback() {
    this.part("same").onclick = () => void this.agree();
    this.part("differ").onclick = () => void this.doubt();
    this.part("with").onchange = () => this.nameIt();
    this.part("picture").ontoggle = this.look;
    changes.addEventListener("open", this.look);
    changes.addEventListener("locked", this.look);
    document.body.addEventListener("meeting", this.look);
    addEventListener("hashchange", this.look);
    this.timer = setInterval(() => document.hidden || void this.look(), LOOK);
    void this.look();
  }

  disconnectedCallback() {
    changes.removeEventListener("open", this.look);
    changes.removeEventListener("locked", this.look);
    document.body.removeEventListener("meeting", this.look);
    removeEventListener("hashchange", this.look);
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
      else {
        this.drawn = "";
        for (const part of ["list", "squares"]) this.part(part).replaceChildren();
      }
    } catch (failure) {
      const code = codeOf(failure);
      if (ALARMING.has(code)) alarm(code);
      else this.say(textOf(code));
    }
  }

  /** @param {Room} room */
  async show({ id, ring, me, ledger }) {
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
    if (change) this.part("change").textContent = `${textOf("last-change")} ${day(change.at)}, ${clock(change.at)}: ${said(ledger, change)}`;
    const signed = new Set(ledger.acts.filter(({ kind, upTo }) => kind === "check" && upTo === last.seq).map(({ by }) => by));
    const names = ledger.active().filter(({ fp }) => signed.has(fp)).map(({ name }) => name);
    this.part("by").textContent = names.length === 0 ? "" : textOf("compared-by").replace("{0}", list(names));
    const open = me?.active ? notCompared(ledger, ring.fp).map(({ name }) => name) : [];
    this.part("not").textContent = open.length === 0 ? "" : textOf("not-with").replace("{0}", list(open));
    await this.compare(ledger);
    // Others compare and come meanwhile; the rest of the page says so as well.
    if (this.acts >= 0 && ledger.acts.length > this.acts) document.dispatchEvent(new Event("compared"));
    this.acts = ledger.acts.length;
    this.showOthers(ledger.active().filter(({ fp }) => me?.active && fp !== ring.fp));
  }

  /** The picture holds all 256 bits of what the words are made of; a camera compares what nobody could read aloud.
   * @param {import("./ledger.js").Ledger} ledger */
  async compare({ group, last, heads }) {
    const code = last.head === seen ? "picture-same" : heads.includes(seen) ? "picture-older" : "picture-other";
    this.part("seen").hidden = !seen;
    if (seen && this.part("seen").textContent !== textOf(code)) this.part("seen").textContent = textOf(code);
    const address = `${location.origin}/groups/${group}/room#seen=${last.head}`;
    if (!(/** @type {HTMLDetailsElement} */ (this.part("picture")).open) || this.drawn === address) return;
    this.drawn = address;
    this.part("squares").replaceChildren(await pictureOf(address, textOf("picture-label")));
  }

  /** With whom one compares: all who are inside, but for those whom one takes out, until they come or go.
   * @param {import("./members.js").Member[]} others */
  showOthers(others) {
    const holder = this.part("with");
    const shown = this.boxes().map(({ value }) => value);
    if (others.map(({ fp }) => fp).join() !== shown.join()) {
      const out = new Set(this.boxes().filter(({ checked }) => !checked).map(({ value }) => value));
      holder.replaceChildren(holder.children[0], ...others.map(({ fp, name }) => {
        const box = Object.assign(document.createElement("input"), { type: "checkbox", value: fp, checked: !out.has(fp) });
        const label = Object.assign(document.createElement("label"), { className: "inline" });
        label.append(box, Object.assign(document.createElement("span"), { textContent: name }));
        return label;
      }));
    }
    holder.hidden = others.length < 2;
    this.nameIt();
  }

  /** @returns {HTMLInputElement[]} */
  boxes() {
    return [...this.part("with").querySelectorAll("input")];
  }

  nameIt() {
    const all = this.boxes().every(({ checked }) => checked);
    this.part("same").textContent = textOf(all ? "words-same" : "words-same-some");
    /** @type {HTMLButtonElement} */ (this.part("same")).disabled = !this.boxes().some(({ checked }) => checked);
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
    const others = this.boxes();
    const some = others.filter(({ checked }) => checked);
    return this.act(async (room) => {
      await keepCompared(room.id, { seq, head, at: Date.now() });
      closeRoom(room.id);
      await room.say("check", { seq, head, with: some.map(({ value }) => value).sort() });
      this.settle(false);
      this.say(textOf(some.length === others.length ? "compared-now" : "compared-now-some"));
      // Whoever was stopped goes on where they were.
      if (document.querySelector("main > :is([data-alarm=words-differ], [data-alarm=pair-differs])")) location.reload();
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
