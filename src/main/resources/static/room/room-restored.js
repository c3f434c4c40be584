// @ts-check
// What members can do where their room does not reach as far as one of them remembers it: see what is missing, speak to
// each other, and sign that the room stands as it does. After that, what each of them has lost is said to them.

import { clock, day, list } from "./compare.js";
import { fetchKept, forget } from "./keep.js";
import { current } from "./keyring.js";
import { nextEntry } from "./ledger.js";
import { readLedger } from "./ledger-read.js";
import { GoneBackwards, missingIn, pendingOf, verdictOf } from "./restored.js";
import { openRoom } from "./room.js";
import { headingOf } from "./room-contents.js";
import { RoomPart } from "./room-part.js";
import { Behind, ask } from "./server.js";
import { alarm, textOf } from "./texts.js";
import { roomWords } from "./words.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("./ledger.js").Put} Put */

/** Milliseconds between two looks at who has signed. */
const LOOK = 5_000;

/** Whoever is overtaken tries again, as often as a group has members. */
const TRIES = 30;

/** @param {string} code @param {string[]} names */
const sentence = (code, ...names) => names.reduce((text, name, i) => text.replaceAll(`{${i}}`, name), textOf(code));

/** @param {string} text */
const item = (text) => Object.assign(document.createElement("li"), { textContent: text });

/** @param {Ledger} ledger */
const reached = ({ change }) => (change ? `${day(change.at)}, ${clock(change.at)}` : "?");

/** How many of each author's. @param {Ledger} ledger @param {Put[]} puts @param {string} code */
function counted(ledger, puts, code) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { author } of puts) counts.set(author, (counts.get(author) ?? 0) + 1);
  return [...counts].map(([fp, count]) => sentence(code, ledger.members.get(fp)?.name ?? "?", String(count)));
}

/** All that would be otherwise: people first. @param {Ledger} known @param {Ledger} now */
function differences(known, now) {
  const again = now.active().filter(({ fp }) => !known.members.get(fp)?.active);
  const out = known.active().filter(({ fp }) => !now.members.get(fp)?.active);
  const [before, after] = [now.chair(), known.chair()];
  const back = [...known.puts.values()].filter(({ id, deleted }) => deleted && now.puts.get(id)?.deleted === false);
  return [
    ...again.map(({ name }) => sentence("restored-again", name)),
    ...out.map(({ name }) => sentence("restored-out", name)),
    ...(before.fp === after.fp ? [] : [sentence("restored-chair", after.name, before.name)]),
    ...counted(known, missingIn(known, now), "restored-missing"),
    ...counted(now, back, "restored-back"),
  ];
}

export class RoomRestored extends RoomPart {
  constructor() {
    super();
    /** The entry whose words are shown. */
    this.shown = "";
  }

  connectedCallback() {
    this.part("accept").onclick = () => void this.accept();
    this.part("noted").onclick = () => void this.noted();
    this.part("compared").onchange = () => this.allow();
    this.timer = setInterval(() => document.hidden || void this.begin(), LOOK);
    super.connectedCallback();
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    super.disconnectedCallback();
  }

  empty() {
    this.hidden = true;
    this.part("differences").replaceChildren();
    this.part("lost-list").replaceChildren();
  }

  /** @returns {Promise<{known?: Ledger, now: Ledger}>} */
  async ledgers() {
    try {
      return { now: await readLedger(this.dataset.room ?? "") };
    } catch (failure) {
      if (failure instanceof GoneBackwards) return failure;
      throw failure;
    }
  }

  async begin() {
    if (!(await current())) return this.empty();
    try {
      const { known, now } = await this.ledgers();
      if (known) alarm("gone-backwards");
      // Enough have signed meanwhile.
      else if (document.querySelector("main > [data-alarm=gone-backwards]")) return location.reload();
      const asks = await this.ask(now, known);
      const lost = !known && (await this.tell(now));
      this.hidden = !asks && !lost;
    } catch (failure) {
      this.fail(failure);
    }
  }

  /** What is to be decided, and by whom. @param {Ledger} now @param {Ledger} [known] what this device remembers, where
   * that is more */
  async ask(now, known) {
    const ring = await current();
    const verdict = known ? verdictOf(known, now) : pendingOf(now);
    this.part("asks").hidden = !verdict;
    if (!verdict || !ring) return false;
    const { here, voices, needed } = verdict;
    const names = list(voices.map(({ name }) => name));
    this.part("what").textContent = known ? sentence("restored-what", reached(known), reached(now)) : sentence("restored-others", names);
    this.part("differences").replaceChildren(...(known ? differences(known, now) : []).map(item));
    if (this.shown !== now.last.head) {
      // Two looks at once must not take each other for news.
      if (this.shown) {
        this.say(textOf("words-new"));
        /** @type {HTMLInputElement} */ (this.part("compared")).checked = false;
      }
      this.shown = now.last.head;
      const words = await roomWords(now.room, now.last.head);
      this.part("list").replaceChildren(...words.map(item));
    }
    const signed = voices.length > 0 ? sentence("restored-signed", names) : textOf("restored-signed-none");
    this.part("voices").textContent = `${signed} ${sentence("restored-needed", String(needed), list(here.map(({ name }) => name)))}`;
    const may = now.members.get(ring.fp)?.active === true && here.some(({ fp }) => fp === ring.fp);
    this.part("sign").hidden = !may || voices.some(({ fp }) => fp === ring.fp);
    this.allow();
    return true;
  }

  allow() {
    const compared = /** @type {HTMLInputElement} */ (this.part("compared"));
    /** @type {HTMLButtonElement} */ (this.part("accept")).disabled = !compared.checked;
  }

  /** What is signed is what was shown and read. */
  async accept() {
    try {
      for (let attempt = 1; ; attempt++) {
        const ring = await current();
        const { now } = await this.ledgers();
        if (!ring || now.last.head !== this.shown) break;
        const entry = await nextEntry(now, "accept", now.last, ring.signer());
        try {
          await ask(`/rooms/${now.room}/entries`, { entries: [entry], grants: [], records: [] });
          this.say(textOf("restored-done"));
          break;
        } catch (failure) {
          if (!(failure instanceof Behind) || attempt === TRIES) throw failure;
        }
      }
      await this.begin();
    } catch (failure) {
      this.fail(failure);
    }
  }

  /** What this person wrote and what is no more. Its words are on no server. @param {Ledger} now */
  async tell(now) {
    const ring = await current();
    /** @type {Put[]} */
    const lost = (await fetchKept("lost", now.room).catch(() => undefined)) ?? [];
    const mine = lost.filter(({ author }) => ring && now.speaksFor(ring.fp, author));
    this.part("lost").hidden = mine.length === 0;
    if (mine.length === 0) return false;
    const room = await openRoom(now.room);
    this.part("lost-list").replaceChildren(...(await Promise.all(mine.map(async ({ at, about, id }) => {
      const heading = now.puts.has(about) && about !== id ? await headingOf(room, about) : undefined;
      return `${day(at)}, ${clock(at)}${heading ? ` · ${textOf("contents-about").replace("{0}", heading)}` : ""}`;
    }))).map(item));
    return true;
  }

  async noted() {
    await forget("lost", this.dataset.room ?? "").catch(() => undefined);
    await this.begin();
  }
}
