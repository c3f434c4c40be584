// @ts-check
// The door of the room: the chair opens it, lets in and lets go; everybody sees who is inside and since when, as the
// signed ledger says and not as the server does.

import { unb64u } from "../room/bytes.js";
import { day, list } from "../room/compare.js";
import { verifyCard } from "../room/identity.js";
import { nameFor } from "../room/entries.js";
import { WAIT } from "../room/members.js";
import { readsOf, span, stretches } from "../room/history.js";
import { comparison, pairing } from "../room/log.js";
import { verifyTag } from "../room/invitation.js";
import { changes, current } from "../room/keyring.js";
import { readLedger } from "../room/ledger-read.js";
import { createRoom, openRoom } from "../room/room.js";
import { ask } from "../room/server.js";
import { codeOf, textOf } from "../room/texts.js";
import { cardWords } from "../room/words.js";
import { when } from "./when.js";

/** @typedef {import("../room/ledger.js").Ledger} Ledger */
/** @typedef {import("../room/members.js").Member} Member */
/** @typedef {import("../room/identity.js").Card} Card */

/** @param {HTMLElement} root @param {string} code */
function textIn(root, code) {
  const text = /** @type {HTMLTemplateElement | null} */ (root.querySelector(`template[data-text="${code}"]`));
  return text?.content.textContent ?? textOf(code);
}

/** @param {string} tag @param {string} text */
const made = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });

/** @param {HTMLElement} root @param {string} text */
function tell(root, text) {
  const status = root.querySelector("[data-status]");
  if (status) status.textContent = text;
}

class OpenRoom extends HTMLElement {
  connectedCallback() {
    const button = /** @type {HTMLButtonElement} */ (this.querySelector("[data-open]"));
    button.disabled = false;
    button.addEventListener("click", async () => {
      button.disabled = true;
      tell(this, textIn(this, "opening"));
      try {
        const history = this.dataset.history === "all" ? "all" : "from-today";
        const { group = "", name = "" } = this.dataset;
        await createRoom((opening) => ask(`/groups/${group}/room`, opening), { group, name, history });
        location.reload();
      } catch (failure) {
        if (/** @type {any} */ (failure)?.cause?.reason === "open-already") return location.reload();
        tell(this, textOf(codeOf(failure)));
        button.disabled = false;
      }
    });
  }
}
customElements.define("open-room", OpenRoom);

/** @typedef {{person: string, card: import("../room/identity.js").Card, tag: string}} Asking */

class RoomDoor extends HTMLElement {
  constructor() {
    super();
    this.busy = false;
  }

  connectedCallback() {
    this.show = this.show.bind(this);
    /** Who asks, under which name the chair sees them, and how their card was checked.
     * @type {Map<string, {asking: Asking, fp: string, name: string, how: "invite" | "unchecked"}>} */
    this.ready = new Map();
    this.addEventListener("click", (event) => {
      const pressed = /** @type {Element} */ (event.target);
      if (pressed.closest("[data-let-in]")) void this.letIn();
      // Heard here and not at the buttons: the list may be drawn anew at any time.
      const row = /** @type {HTMLElement | null} */ (pressed.closest("[data-inside]"));
      for (const kind of /** @type {const} */ (["remove", "leave"])) {
        if (row && pressed.closest(`[data-${kind}]`)) void this.end(row, kind);
      }
    });
    this.addEventListener("change", () => this.count());
    changes.addEventListener("open", this.show);
    document.addEventListener("compared", this.show);
    // Somebody came to the door or went: the list was drawn anew, without what the keys say of it.
    this.addEventListener("htmx:after:swap", this.show);
    void this.show();
  }

  disconnectedCallback() {
    changes.removeEventListener("open", this.show);
    document.removeEventListener("compared", this.show);
    this.removeEventListener("htmx:after:swap", this.show);
  }

  get room() {
    return this.dataset.room ?? "";
  }

  /** @param {string} selector @returns {HTMLElement[]} */
  rows(selector) {
    return [...this.querySelectorAll(selector)].map((row) => /** @type {HTMLElement} */ (row));
  }

  async show() {
    try {
      // Whoever opens the room first lets others back in; the list is of after that.
      if (await current()) await openRoom(this.room).catch(() => undefined);
      const ledger = await readLedger(this.room);
      const me = (await current())?.fp;
      for (const row of this.rows("[data-inside]")) this.showInside(row, ledger, me);
      this.showUnlisted(ledger);
      await this.showNewCards(ledger);
      if (this.querySelector("[data-let-in]")) await this.showAsking();
    } catch (failure) {
      tell(this, textOf(codeOf(failure)));
    }
  }

  /** @param {HTMLElement} row @param {Ledger} ledger @param {string} [me] */
  showInside(row, ledger, me) {
    const member = ledger.memberOf(row.dataset.inside ?? "");
    const line = row.querySelector("[data-line]");
    if (!line) return;
    if (!member) {
      line.textContent = textIn(this, "stranger");
      line.className = "wrong";
      return;
    }
    row.dataset.fp = member.fp;
    this.showName(row, member.name);
    const chair = /** @type {HTMLElement | null} */ (row.querySelector("[data-chair]"));
    if (chair) chair.hidden = !member.chair;
    const end = /** @type {HTMLButtonElement | null} */ (row.querySelector("[data-remove], [data-leave]"));
    if (end) end.disabled = false;
    for (const [part, shown] of /** @type {const} */ ([["chair-first", member.chair], ["may-leave", !member.chair]])) {
      const element = /** @type {HTMLElement | null} */ (row.querySelector(`[data-${part}]`));
      if (element) element.hidden = !shown;
    }
    line.textContent = `${textIn(this, member.how)} · ${when(this, member.since)}`;
    if (member.how !== "genesis" && member.how !== "rekey") {
      const { code, times } = readsOf(ledger, member);
      const said = textIn(this, row.querySelector("[data-leave]") ? `you-read-${code}` : `reads-${code}`);
      line.append(document.createElement("br"), said.replace("{0}", times));
    }
    if (me && me !== member.fp && ledger.members.get(me)?.active) {
      const mine = comparison(ledger, me, member.fp);
      const theirs = mine ? undefined : comparison(ledger, member.fp, me);
      const paired = pairing(ledger, me, member.fp);
      for (const [code, act] of /** @type {const} */ ([
        [mine ? "compared" : theirs ? "compared-them" : "not-compared", mine ?? theirs], ...(paired ? [["paired", paired]] : [])])) {
        const words = textIn(this, /** @type {string} */ (code)).replace("{0}", member.name);
        line.append(document.createElement("br"), words.replace("{1}", act ? day(/** @type {any} */ (act).at) : ""));
      }
    }
    const mark = /** @type {HTMLElement | null} */ (row.querySelector("[data-unchecked]"));
    if (mark) mark.hidden = member.how !== "unchecked";
  }

  /** People are called what whoever let them in has signed; what the lobby calls them stands beside it.
   * @param {HTMLElement} row @param {string} name */
  showName(row, name) {
    const lobby = row.dataset.name ?? "";
    if (nameFor(lobby) === name) return;
    for (const part of row.querySelectorAll("[data-name-line], summary, details p, details button, [data-new-card] :is(h4, p, span, button)")) {
      part.textContent = (part.textContent ?? "").replaceAll(lobby, name);
    }
    const other = /** @type {HTMLElement | null} */ (row.querySelector("[data-other-name]"));
    if (!other) return;
    other.textContent = `${textIn(this, "other-name")} ${lobby}`;
    other.hidden = false;
  }

  /** Whoever is inside and not on the server's list comes first, in red.
   * @param {Ledger} ledger */
  showUnlisted(ledger) {
    const list = this.querySelector("[data-people]");
    for (const old of this.rows("[data-unlisted]")) old.remove();
    const listed = new Set(this.rows("[data-inside]").map((row) => row.dataset.inside));
    for (const { card, name } of ledger.active().filter((member) => !listed.has(member.card.user))) {
      const row = document.createElement("li");
      row.className = "card notice bad";
      row.dataset.unlisted = card.user;
      const heading = document.createElement("h3");
      heading.textContent = name;
      const line = document.createElement("p");
      line.textContent = textIn(this, "unlisted");
      row.append(heading, line);
      list?.prepend(row);
    }
  }

  /** Whoever has lost every lock has made a new card. The server hands it over, and may hand over one of its own: the
   * words of the true one its owner reads from their own page. @param {Ledger} ledger */
  async showNewCards(ledger) {
    /** @type {{person: string, card: Card}[]} */
    const asking = await ask(`/rooms/${this.room}/new-cards`);
    await this.stopWhatWasTakenBack(ledger, asking.map(({ person }) => person));
    for (const row of this.rows("[data-inside]")) {
      const member = ledger.memberOf(row.dataset.inside ?? "");
      const part = /** @type {HTMLElement | null} */ (row.querySelector("[data-new-card]"));
      if (!member || !part) continue;
      const vouched = [...ledger.vouches.values()].find(({ fp }) => fp === member.fp);
      const card = asking.find(({ person }) => person === member.card.user)?.card ?? vouched?.card;
      part.hidden = !card;
      if (card && part.querySelector("[data-vouch]")) await this.showNewCard(part, ledger, member, card);
    }
  }

  /** Whoever has taken new keys back signs something with the old ones, which ends the others' vouching.
   * @param {Ledger} ledger @param {string[]} asking persons */
  async stopWhatWasTakenBack(ledger, asking) {
    const ring = await current();
    if (!ring || asking.includes(ring.person) || ![...ledger.vouches.values()].some(({ fp }) => fp === ring.fp)) return;
    const room = await openRoom(this.room);
    await room.again(() => room.change([]));
    document.dispatchEvent(new Event("waiting"));
  }

  /** @param {HTMLElement} part @param {Ledger} ledger @param {Member} member @param {Card} card */
  async showNewCard(part, ledger, member, card) {
    const next = await verifyCard(card).catch(() => "");
    const line = /** @type {HTMLElement} */ (part.querySelector("[data-vouched]"));
    const button = /** @type {HTMLButtonElement} */ (part.querySelector("[data-vouch]"));
    if (next === "" || card.user !== member.card.user || ledger.members.has(next)) {
      line.textContent = textIn(this, "card-false");
      line.className = "wrong";
      return;
    }
    const words = await cardWords(next);
    part.querySelector("[data-card-words]")?.replaceChildren(...words.map((word) => made("li", word)));
    const ring = await current();
    const vouched = ledger.vouches.get(next);
    const by = vouched ? ledger.voices(vouched) : [];
    const enough = vouched !== undefined && by.length >= ledger.needs(member);
    line.textContent = textIn(this, enough ? "card-enough" : vouched ? "card-some" : "card-none")
      .replace("{0}", list(by.map((fp) => ledger.members.get(fp)?.name ?? "?")))
      .replace("{1}", String(ledger.needs(member)))
      .replace("{2}", when(this, vouched?.here ? Date.now() : (vouched?.since ?? 0) + WAIT));
    const chairs = ring ? ledger.members.get(ring.fp)?.chair === true : false;
    const here = /** @type {HTMLElement} */ (part.querySelector("[data-here]"));
    here.hidden = !chairs || vouched?.here === true;
    button.disabled = !ring || (by.includes(ring.fp) && here.hidden);
    button.onclick = () => void this.act(async (room) => {
      const sits = /** @type {HTMLInputElement} */ (here.querySelector("input")).checked && !here.hidden;
      await room.say("vouch", { fp: member.fp, card, here: sits });
      // Where nothing more is to be waited for, the new card has its place at once.
      await room.heal();
    });
  }

  async showAsking() {
    /** @type {Asking[]} */
    const requests = await ask(`/rooms/${this.room}/requests`);
    const opened = (await current()) ? await openRoom(this.room) : null;
    if (!opened) tell(this, textIn(this, "locked"));
    const secrets = opened ? await this.secrets(opened) : [];
    if (opened) this.offerStretches(opened);
    for (const row of this.rows("[data-outside]")) {
      const asking = requests.find(({ person }) => person === row.dataset.outside);
      if (asking) await this.showOne(row, asking, opened ? secrets : null);
    }
    this.count();
  }

  /** The secrets of the links that were handed out, opened. @param {import("../room/room.js").Room} room */
  async secrets(room) {
    const bodies = await Promise.all(this.rows("[data-invitation]").map(({ dataset }) => room.open({
      v: 1, room: dataset.room ?? "", kind: dataset.kind ?? "", id: dataset.id ?? "", rev: Number(dataset.rev),
      epoch: Number(dataset.epoch), about: dataset.about ?? "", author: dataset.author ?? "",
    }, unb64u(dataset.sealed ?? "")).catch(() => null)));
    return /** @type {{k: string, seat: string}[]} */ (bodies.map((one) => one?.body).filter((body) => body?.k));
  }

  /** A tag that fits none of the seat's links is worse than none: somebody swapped the card.
   * @param {HTMLElement} row @param {Asking} asking @param {{k: string, seat: string}[] | null} secrets */
  async showOne(row, asking, secrets) {
    const line = row.querySelector("[data-line]");
    const choose = /** @type {HTMLElement | null} */ (row.querySelector("[data-choose]"));
    if (!line || !choose || secrets === null) return;
    const fp = await verifyCard(asking.card).catch(() => "");
    const own = secrets.filter(({ seat }) => seat === row.dataset.seat);
    const fits = await Promise.all(own.map(({ k }) => verifyTag(k, asking.card, asking.tag).catch(() => false)));
    const name = nameFor(row.dataset.name ?? "");
    const mine = fp !== "" && asking.card.user === row.dataset.outside;
    // Whom the chair has chosen or not stays so while the list is drawn again.
    const known = this.ready.get(asking.person)?.fp === fp;
    if (mine && asking.tag && fits.includes(true)) {
      line.textContent = textIn(this, "asks-checked");
      this.ready.set(asking.person, { asking, fp, name, how: "invite" });
    } else if (mine && !asking.tag) {
      line.textContent = textIn(this, "asks-unchecked");
      this.ready.set(asking.person, { asking, fp, name, how: "unchecked" });
    } else {
      line.textContent = textIn(this, "asks-other");
      line.className = "wrong";
      this.ready.delete(asking.person);
      return;
    }
    choose.hidden = false;
    if (known) return;
    /** @type {HTMLInputElement} */ (choose.querySelector("input")).checked = this.ready.get(asking.person)?.how === "invite";
  }

  /** Whom the chair has chosen stays chosen as well while a list that was drawn anew waits for what the keys say of it. */
  chosen() {
    return this.rows("[data-outside]")
      .filter((row) => /** @type {HTMLInputElement | null} */ (row.querySelector("[data-choose] input"))?.checked)
      .map((row) => this.ready.get(row.dataset.outside ?? ""))
      .filter((one) => one !== undefined);
  }

  count() {
    const button = /** @type {HTMLButtonElement | null} */ (this.querySelector("[data-let-in]"));
    if (button) button.disabled = this.chosen().length === 0;
    const place = /** @type {HTMLElement | null} */ (this.querySelector("[data-stretches]"));
    if (place) place.hidden = this.given !== "some";
    const giving = /** @type {HTMLElement | null} */ (this.querySelector("[data-giving]"));
    if (giving) giving.hidden = !this.querySelector("[data-choose]:not([hidden])");
  }

  /** The times of which whoever lets in has the keys. @param {import("../room/room.js").Room} room */
  offerStretches({ id, ring, ledger }) {
    const place = /** @type {HTMLElement | null} */ (this.querySelector("[data-stretches]"));
    if (!place) return;
    const found = stretches(ledger).filter(({ epoch }) => ring.has(id, epoch));
    const picked = this.picked();
    place.replaceChildren(...found.map((one) => {
      const label = made("label", "");
      label.className = "inline";
      const box = Object.assign(document.createElement("input"), { type: "checkbox", value: String(one.epoch), checked: picked.has(one.epoch) });
      label.append(box, " ", made("span", textIn(this, "stretch").replace("{0}", span(one)).replace("{1}", String(one.texts))));
      return label;
    }));
    if (found.length === 0) place.append(textIn(this, "no-stretch"));
    this.count();
  }

  get given() {
    return /** @type {HTMLInputElement | null} */ (this.querySelector("[data-history] input[type=radio]:checked"))?.value ?? "from";
  }

  picked() {
    const boxes = /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll("[data-stretches] input:checked")]);
    return new Set(boxes.map(({ value }) => Number(value)));
  }

  /** The keys of before that go to whoever is let in. @param {import("../room/room.js").Room} room @returns {number[]} */
  epochs({ id, ring, ledger }) {
    const held = [...ledger.epochs.keys()].filter((epoch) => ring.has(id, epoch));
    const picked = this.picked();
    return this.given === "all" ? held : this.given === "some" ? held.filter((epoch) => picked.has(epoch)) : [];
  }

  /** What was given is signed as well, so that all see it, and whoever opens the room next hands over what is missing. */
  async letIn() {
    const chosen = this.chosen();
    if (chosen.length === 0) return;
    await this.act(async (room) => {
      await room.again(async () => {
        const epochs = this.epochs(room);
        await room.change(chosen.flatMap(({ asking, fp, name, how }) => [
          { kind: /** @type {const} */ ("add"), data: { card: asking.card, name, how } },
          ...(epochs.length > 0 ? [{ kind: /** @type {const} */ ("history"), data: { fp, epochs } }] : []),
        ]));
      });
      await room.heal();
    });
  }

  /** @param {HTMLElement} row @param {"remove" | "leave"} kind */
  async end(row, kind) {
    // Whoever has left finds no room here any more.
    const after = kind === "leave" ? "/" : location.pathname;
    await this.act((room) => room.again(() => room.change([{ kind, data: { fp: row.dataset.fp } }])), after);
  }

  /** @param {(room: import("../room/room.js").Room) => Promise<void>} work @param {string} [after] */
  async act(work, after = location.pathname) {
    if (this.busy) return;
    this.busy = true;
    tell(this, textIn(this, "working"));
    try {
      await work(await openRoom(this.room));
      location.assign(after);
    } catch (failure) {
      tell(this, textOf(codeOf(failure)));
      this.busy = false;
    }
  }
}
customElements.define("room-door", RoomDoor);
