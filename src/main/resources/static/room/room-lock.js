// @ts-check
// The lock in the corner of the page.

import { comparedOf, day, list } from "./compare.js";
import { fetchKept } from "./keep.js";
import { changes, current, lock, wrongKeysOf } from "./keyring.js";
import { readsOf } from "./history.js";
import { lastComparison, notPaired, said } from "./log.js";
import { openRoom } from "./room.js";
import { lookNow } from "./place.js";
import { ALARMING, alarm, codeOf, textOf } from "./texts.js";
import { opensByWords, unlockWithPasskey, unlockWithWords } from "./unlock.js";

/** More than these are counted and not named: the line stands on every page. */
const MOST_NAMED = 3;

/** Milliseconds for which the page is kept back, so that what opens is shown in one step and nothing moves under a finger. */
const PATIENCE = 2_000;

/** Where there is room the line is read at once; at a telephone it would stand above every page. */
const WIDE = "(min-width: 48rem)";

/** @param {string} first @param {string} rest @param {boolean} open */
function folded(first, rest, open) {
  const [details, summary, text] = ["details", "summary", "p"].map((tag) => document.createElement(tag));
  summary.textContent = first;
  text.textContent = rest;
  details.append(summary, text);
  /** @type {HTMLDetailsElement} */ (details).open = open;
  return details;
}

/** Until all elements of the page stand in it. */
const whole = new Promise((done) => {
  if (document.readyState === "complete") return done(undefined);
  for (const event of ["DOMContentLoaded", "load"]) addEventListener(event, done, { once: true });
});

/** Until what opens by itself on this page has opened. */
async function opened() {
  await whole;
  await Promise.all([...document.querySelectorAll("main *")].map((one) => /** @type {any} */ (one).opening));
}

const patience = () => new Promise((done) => setTimeout(done, PATIENCE));

/** Whoever had keys of a room is not new in it, even where it was brought back from a backup. @param {import("./room.js").Room} room */
const hadKeys = async ({ id, ring }) => ring.hasAny(id) || Boolean(await fetchKept("lost", id).catch(() => undefined));

/** Says whether this device has the room open, opens it, and closes it. */
export class RoomLock extends HTMLElement {
  constructor() {
    super();
    this.show = this.show.bind(this);
    this.asked = 0;
  }

  connectedCallback() {
    changes.addEventListener("open", this.show);
    document.addEventListener("waiting", this.show);
    document.addEventListener("compared", this.show);
    changes.addEventListener("locked", this.show);
    this.querySelector("[data-open]")?.addEventListener("click", () => this.attempt(unlockWithPasskey));
    this.querySelector("[data-close]")?.addEventListener("click", () => void lock());
    this.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      const input = /** @type {HTMLInputElement} */ (this.querySelector("[data-words]"));
      void this.attempt(async () => {
        await unlockWithWords(input.value);
        input.value = "";
      });
    });
    if (opensByWords()) this.askForWords();
    void this.show();
  }

  /** First, where this person has opened by them; a passkey is asked for all the same where they press that. */
  askForWords() {
    /** @type {HTMLDetailsElement | null} */ (this.querySelector("details:has(form)"))?.setAttribute("open", "");
    this.querySelector("[data-open]")?.classList.add("second");
    this.querySelector("form button")?.classList.remove("second");
  }

  disconnectedCallback() {
    changes.removeEventListener("open", this.show);
    document.removeEventListener("waiting", this.show);
    document.removeEventListener("compared", this.show);
    changes.removeEventListener("locked", this.show);
  }

  async show() {
    // Several looks may be under way; what the last one finds is said.
    const asked = ++this.asked;
    let state = "open";
    let words = "";
    /** @type {import("./room.js").Room | undefined} */
    let room;
    try {
      if (!(await current())) state = "locked";
      else if (this.dataset.room) {
        room = await openRoom(this.dataset.room);
        await this.sayCompared(room);
        this.sayNewCards(room);
        this.sayCalls(room);
        if (!room.me?.active) state = room.ledger.replaced(room.ring.fp) ? "replaced" : "outside";
        else if (!room.ring.has(room.id, room.ledger.epoch)) {
          state = (await wrongKeysOf(room.id)) ?? ((await hadKeys(room)) ? "no-key" : "welcome");
          if (state === "welcome") words = this.welcome(room);
        }
      }
      await Promise.race([opened(), patience()]);
      if (room) lookNow(room);
      if (state === "open" && document.querySelector("sealed-text[data-state=unopened]")) state = "unopened";
    } catch (failure) {
      state = codeOf(failure);
      if (ALARMING.has(state)) return alarm(state);
    }
    if (asked !== this.asked) return;
    this.dataset.state = state;
    const open = ["open", "outside", "replaced"].includes(state);
    for (const part of this.querySelectorAll("[data-when]")) {
      /** @type {HTMLElement} */ (part).hidden = part.getAttribute("data-when") !== (open ? "open" : "closed");
    }
    const line = this.querySelector("[data-state-text]");
    // Where no room is made yet, or none that one is in, only one's keys can be open.
    const keys = this.dataset.keys !== undefined && (state === "open" || state === "locked") ? "keys-" : "";
    if (line) line.textContent = words || textOf(`lock-${keys}${state}`);
  }

  /** The first that a new member reads here: who they are to the others, and what they may read.
   * @param {import("./room.js").Room} room */
  welcome({ me, ledger }) {
    if (!me) return "";
    const { code, times } = readsOf(ledger, me);
    const said = textOf("lock-welcome").replace("{0}", me.name).replace("{1}", ledger.chair().name).replace("{2}", day(me.since));
    return `${said} ${textOf(`you-read-${code}`).replace("{0}", times)} ${textOf("lock-welcome-open")}`;
  }

  /** A device that has compared nothing yet knows only what the server has shown it. @param {import("./room.js").Room} room */
  async sayCompared({ id, me, ring, ledger }) {
    const line = /** @type {HTMLElement | null} */ (this.querySelector("[data-compared]"));
    if (!line) return;
    const { change } = ledger;
    const silent = !me?.active || !change || ledger.active().length < 2 || Boolean(await comparedOf(id));
    const open = line.querySelector("details")?.open ?? matchMedia(WIDE).matches;
    line.hidden = silent;
    if (silent) return line.replaceChildren();
    const link = document.createElement("a");
    link.href = `/groups/${ledger.group}/room#room-words`;
    link.textContent = textOf("compare");
    const before = lastComparison(ledger, ring.fp);
    const names = before?.with?.map((fp) => ledger.members.get(fp)?.name ?? "?") ?? [];
    const few = (/** @type {string[]} */ all) =>
      all.length > MOST_NAMED ? textOf("compared-others").replace("{0}", String(all.length)) : list(all);
    const whom = few(names);
    const known = before ? textOf("compared-elsewhere").replace("{0}", day(before.at)).replace("{1}", whom) : "";
    const unheard = notPaired(ledger, ring.fp).map(({ name }) => name);
    const heard = unheard.length === 0 ? "" : textOf("pair-open").replace("{0}", few(unheard));
    const what = [known, heard, textOf("last-known"), `${day(change.at)}, ${said(ledger, change)}.`].filter(Boolean).join(" ");
    line.replaceChildren(folded(`${textOf("not-compared")} `, `${what} `, open), link);
  }

  /** All see it, as soon as one member vouches for a new card. @param {import("./room.js").Room} room */
  sayNewCards({ me, ring, ledger }) {
    const line = /** @type {HTMLElement | null} */ (this.querySelector("[data-new-cards]"));
    if (!line) return;
    const lost = me?.active ? [...new Set([...ledger.vouches.values()].map(({ fp }) => fp))] : [];
    line.hidden = lost.length === 0;
    line.replaceChildren(...lost.flatMap((fp) => {
      const mine = fp === ring.fp;
      const link = document.createElement("a");
      link.href = mine ? "/keys" : `/groups/${ledger.group}/room`;
      link.textContent = textOf(mine ? "new-card-stop" : "new-card-look");
      const said = textOf(mine ? "new-card-mine" : "new-card").replaceAll("{0}", ledger.members.get(fp)?.name ?? "?");
      return [`${said} `, link, " "];
    }));
  }

  /** All see it, the chair first of all: whatever the chair signs ends it. @param {import("./room.js").Room} room */
  sayCalls({ me, ledger }) {
    const line = /** @type {HTMLElement | null} */ (this.querySelector("[data-calls]"));
    if (!line) return;
    const calls = me?.active ? [...ledger.calls].filter(([, called]) => ledger.voices(called).length > 0) : [];
    line.hidden = calls.length === 0;
    line.replaceChildren(...calls.flatMap(([fp, called]) => {
      const link = document.createElement("a");
      link.href = `/groups/${ledger.group}/room#chair`;
      link.textContent = textOf("calls-look");
      const said = textOf(me?.chair ? "calls-mine" : "calls")
        .replace("{0}", list(ledger.voices(called).map((one) => ledger.members.get(one)?.name ?? "?")))
        .replace("{1}", ledger.members.get(fp)?.name ?? "?");
      return [`${said} `, link, " "];
    }));
  }

  /** @param {() => Promise<unknown>} act */
  async attempt(act) {
    const wrong = this.querySelector("[data-wrong]");
    if (wrong) wrong.textContent = "";
    try {
      await act();
      await this.show();
    } catch (failure) {
      if (ALARMING.has(codeOf(failure))) return alarm(codeOf(failure));
      if (wrong) wrong.textContent = textOf(codeOf(failure));
      if (codeOf(failure) === "no-prf") this.askForWords();
    }
  }
}
