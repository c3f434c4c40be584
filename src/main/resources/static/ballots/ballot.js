// @ts-check
// A ballot in the page: the paper is sealed here before it is sent, and when the box is closed every page opens it and
// counts by itself. What the server says of the result is shown only where it is the same.

import { b64u, concat, hash, unb64u } from "../room/bytes.js";
import { current } from "../room/keyring.js";
import { openPaper, openWord, receiptOf, sealPaper, sealWord } from "../room/paper.js";
import { RoomPart } from "../room/room-part.js";
import { openRoom } from "../room/room.js";
import { ask } from "../room/server.js";
import { secretsByPasskey, secretsByWords } from "../room/unlock.js";
import { passes } from "./rules.js";

/** @typedef {import("../room/paper.js").Paper} Paper */
/** @typedef {import("../room/room.js").Room} Room */

const DAY = 24 * 60 * 60_000;

const list = (/** @type {string[]} */ names) => new Intl.ListFormat(document.documentElement.lang || "en").format(names);

class BallotPaper extends RoomPart {
  constructor() {
    super();
    this.busy = false;
    /** Papers with a reason for whoever reads. @type {Paper[]} */
    this.told = [];
  }

  connectedCallback() {
    const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    form.addEventListener("change", () => this.askForReason());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.vote(form);
    });
    this.part("passkey").addEventListener("click", () => void this.read(secretsByPasskey));
    const words = /** @type {HTMLFormElement} */ (this.part("words"));
    words.addEventListener("submit", (event) => {
      event.preventDefault();
      const typed = /** @type {HTMLInputElement} */ (words.querySelector("input")).value;
      words.reset();
      void this.read(() => secretsByWords(typed));
    });
    super.connectedCallback();
  }

  /** @param {string} code @param {(string | number)[]} values */
  text(code, ...values) {
    const text = /** @type {HTMLTemplateElement} */ (this.querySelector(`template[data-text="${code}"]`)).content.textContent ?? "";
    return values.reduce((/** @type {string} */ said, value, i) => said.replaceAll(`{${i}}`, String(value)), text);
  }

  get asked() {
    const { room = "", ballot = "", epoch = "0", subjectKind: kind = "", subject = "", rule = "", last = "" } = this.dataset;
    return { room, ballot, epoch: Number(epoch), kind, subject, rule, last };
  }

  empty() {
    for (const name of ["vote", "mine", "result"]) this.part(name).hidden = true;
    this.part("papers").replaceChildren();
    this.say(this.text("locked"));
  }

  async begin() {
    const ring = await current();
    if (!ring) return;
    try {
      const room = await openRoom(this.asked.room);
      this.part("receipt").textContent = await receiptOf(ring.drafts, this.asked.ballot);
      this.say("");
      await this.show(room);
    } catch (failure) {
      this.fail(failure);
    }
  }

  /** @param {Room} room */
  async show(room) {
    const { stage } = this.dataset;
    this.part("vote").hidden = stage !== "vote";
    this.part("mine").hidden = stage !== "voted";
    if (stage === "count") await this.count(room);
  }

  get reason() {
    return /** @type {HTMLTextAreaElement | null} */ (this.querySelector("textarea"));
  }

  get choice() {
    return /** @type {HTMLInputElement | null} */ (this.querySelector("input[name=choice]:checked"))?.value;
  }

  askForReason() {
    const field = this.reason?.closest("div");
    if (field) field.hidden = this.choice !== "no";
    if (this.reason) this.reason.required = this.choice === "no";
  }

  /** @param {HTMLFormElement} form */
  async vote(form) {
    if (this.busy) return;
    this.busy = true;
    this.say(this.text("working"));
    try {
      const asked = this.asked;
      const room = await openRoom(asked.room);
      const choice = /** @type {Paper["choice"]} */ (this.choice);
      const reason = this.reason?.value.trim() ?? "";
      if (choice === "no" && this.reason && !reason) {
        this.say(this.text("reason-missing"));
        return;
      }
      if (!this.isOurKey(room)) {
        this.say(this.text("former"));
        return;
      }
      const { votes } = await room.ring.epoch(asked.room, asked.epoch);
      const paper = { choice, receipt: await receiptOf(room.ring.drafts, asked.ballot), ...(choice === "no" && reason ? await this.because(room, reason) : {}) };
      const { paper: said } = await ask(`${this.dataset.address}/paper`, { paper: b64u(await sealPaper(votes, asked, paper)) });
      form.reset();
      if (this.reason) this.reason.value = "";
      this.dataset.stage = said === "closed" ? "closed" : "voted";
      await this.show(room);
      this.say(this.text(said));
    } catch (failure) {
      this.fail(failure);
    } finally {
      this.busy = false;
    }
  }

  /** Who reads why somebody objects is the rule's word. @param {Room} room @param {string} reason */
  async because({ ledger }, reason) {
    const { ballot, rule } = this.asked;
    if (rule === "consent") return { reason };
    const { fp, card } = ledger.chair();
    return { word: await sealWord(ballot, reason, card), to: fp };
  }

  /** Papers are sealed under the key that the room had when the ballot opened: an older one, which somebody may hold who
   * left before, is none for this ballot. Clocks of signers may differ by a day. @param {Room} room */
  isOurKey({ ledger }) {
    const { epoch } = this.asked;
    const later = ledger.epochs.get(epoch + 1);
    return ledger.epochs.has(epoch) && !(later && later.at < Date.parse(this.dataset.opened ?? "") - DAY);
  }

  /** @param {Room} room */
  async count(room) {
    const asked = this.asked;
    /** @type {{papers: string[], voted: string[], voters: string[]}} */
    const box = await ask(`${this.dataset.address}/box`);
    const { votes } = await room.ring.epoch(asked.room, asked.epoch);
    const mine = await receiptOf(room.ring.drafts, asked.ballot);
    const doubts = [];
    /** @type {Map<string, Paper>} */
    const papers = new Map();
    for (const sealed of box.papers) {
      const paper = await openPaper(votes, asked, unb64u(sealed)).catch(() => undefined);
      if (!paper || !["yes", "no", "aside"].includes(paper.choice)) doubts.push(this.text("unreadable"));
      else if (papers.has(paper.receipt)) doubts.push(this.text("twice-inside", paper.receipt));
      else papers.set(paper.receipt, paper);
    }
    const tally = { yes: 0, no: 0, aside: 0 };
    for (const { choice } of papers.values()) tally[choice]++;
    const member = (/** @type {string} */ person) => [...room.ledger.members.values()].filter(({ card }) => card.user === person).at(-1);
    const nameOf = (/** @type {string} */ person) => member(person)?.name ?? "?";
    if (box.papers.length !== box.voted.length) doubts.push(this.text("number", box.papers.length, box.voted.length));
    const strangers = [...new Set([...box.voters, ...box.voted])].filter((person) => !member(person));
    if (strangers.length > 0 || box.voted.some((person) => !box.voters.includes(person))) doubts.push(this.text("stranger"));
    const voted = box.voted.includes(room.ring.person);
    if (voted && !papers.has(mine)) doubts.push(this.text("missing", mine));
    if (!voted && papers.has(mine)) doubts.push(this.text("not-mine", mine));
    const passed = passes(asked.rule, tally, box.voters.length);
    const recorded = this.dataset.state;
    if ((recorded === "passed" && !passed) || (recorded === "failed" && passed)) doubts.push(this.text("differs"));
    this.part("outcome").textContent = `${this.text(passed ? "passed" : "failed")} ${this.text("counts", tally.yes, tally.no, tally.aside, box.voters.length)}`;
    this.part("doubts").replaceChildren(...doubts.map((said) => Object.assign(document.createElement("p"), { className: "notice bad", textContent: said })));
    this.part("papers").replaceChildren(...[...papers.values()].sort((one, other) => (one.receipt < other.receipt ? -1 : 1))
      .map((paper) => this.line(paper, paper.receipt === mine)));
    this.told = [...papers.values()].filter(({ word, to }) => word && to && room.ledger.speaksFor(room.ring.fp, to));
    this.part("told").hidden = this.told.length === 0;
    const digest = await hash("room/v1/box", concat(...box.papers.map((sealed) => unb64u(sealed))));
    this.part("who").textContent = this.text("who", list(box.voted.map(nameOf)));
    const silent = box.voters.filter((person) => !box.voted.includes(person)).map(nameOf);
    this.part("silent").textContent = silent.length > 0 ? this.text("silent", list(silent)) : "";
    const unlisted = room.ledger.active().filter(({ card }) => !box.voters.includes(card.user)).map(({ name }) => name);
    this.part("unlisted").textContent = unlisted.length > 0 ? this.text("unlisted", list(unlisted)) : "";
    this.part("box").textContent = digest.slice(0, 12);
    this.part("result").hidden = false;
    // Where something is wrong, nothing follows from this page's count.
    if (doubts.length === 0) await ask(`${this.dataset.address}/count`, { digest, ...tally });
  }

  /** Reasons for whoever had the chair open with their own keys, which no page holds longer than that.
   * @param {() => Promise<import("../room/identity.js").Secrets>} touch */
  async read(touch) {
    if (this.busy) return;
    this.busy = true;
    try {
      const { age } = await touch();
      for (const { receipt, word = "" } of this.told) {
        const reason = await openWord(this.asked.ballot, word, age);
        const line = /** @type {HTMLElement} */ (this.querySelector(`[data-paper="${receipt}"]`));
        line.append(Object.assign(document.createElement("p"), { className: "said", textContent: reason, translate: false }));
      }
      this.part("told").hidden = true;
      this.say("");
    } catch (failure) {
      this.fail(failure);
    } finally {
      this.busy = false;
    }
  }

  /** @param {Paper} paper @param {boolean} mine */
  line({ receipt, choice, reason }, mine) {
    const line = document.createElement("li");
    line.dataset.paper = receipt;
    const name = Object.assign(document.createElement("strong"), { className: "receipt", textContent: receipt, translate: false });
    line.append(name, ` ${this.text(`choice.${choice}`)}`);
    if (mine) line.append(" ", Object.assign(document.createElement("span"), { className: "tag", textContent: this.text("yours") }));
    if (typeof reason === "string" && reason) line.append(Object.assign(document.createElement("p"), { className: "said", textContent: reason, translate: false }));
    return line;
  }
}
customElements.define("ballot-paper", BallotPaper);
