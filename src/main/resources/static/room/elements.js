// @ts-check
// The room on the page: text that opens itself, a field that is sealed before it is sent, and the lock in the corner.
// Opened words are set as text only, never as markup.

import { RoomError, b64u, random, unb64u } from "./bytes.js";
import { changes, current, lock, unlockWithPasskey, unlockWithWords } from "./keyring.js";
import { openRoom } from "./room.js";
import { openDraft, sealDraft } from "./seal.js";
import { ask } from "./server.js";
import { ALARMING, codeOf, textOf } from "./texts.js";

/** @param {HTMLElement} element @returns {import("./seal.js").RecordHeader} */
function headerOf({ dataset }) {
  return {
    v: 1,
    room: dataset.room ?? "",
    kind: dataset.kind ?? "",
    id: dataset.id ?? "",
    rev: Number(dataset.rev),
    epoch: Number(dataset.epoch),
    author: dataset.author ?? "",
  };
}

/** Several elements show parts of one record: open it once. @type {Map<string, Promise<any>>} */
const opened = new Map();

/** @param {HTMLElement} element */
function bodyOf(element) {
  const header = headerOf(element);
  const name = `${header.room} ${header.id} ${header.rev} ${element.dataset.sealed?.slice(0, 40)}`;
  let body = opened.get(name);
  if (!body) {
    body = openRoom(header.room).then((room) => room.open(header, unb64u(element.dataset.sealed ?? "")));
    opened.set(name, body);
    body.catch(() => opened.delete(name));
  }
  return body;
}

changes.addEventListener("locked", () => opened.clear());

/** One red page, three sentences, no way around it. @param {string} code */
function alarm(code) {
  const main = document.querySelector("main");
  if (!main || main.querySelector("[data-alarm]")) return;
  const box = document.createElement("div");
  box.className = "notice bad";
  box.dataset.alarm = code;
  box.setAttribute("role", "alert");
  box.textContent = textOf(code);
  main.replaceChildren(box);
}

class SealedText extends HTMLElement {
  static observedAttributes = ["data-sealed", "data-rev"];

  constructor() {
    super();
    this.show = this.show.bind(this);
  }

  connectedCallback() {
    changes.addEventListener("open", this.show);
    changes.addEventListener("locked", this.show);
    void this.show();
  }

  disconnectedCallback() {
    changes.removeEventListener("open", this.show);
    changes.removeEventListener("locked", this.show);
  }

  attributeChangedCallback() {
    if (this.isConnected) void this.show();
  }

  async show() {
    const sealed = this.dataset.sealed;
    try {
      const body = await bodyOf(this);
      if (sealed !== this.dataset.sealed) return;
      this.dataset.state = "open";
      this.textContent = String(body[this.dataset.part ?? "text"] ?? "");
    } catch (failure) {
      const code = codeOf(failure);
      if (ALARMING.has(code)) return alarm(code);
      this.dataset.state = code;
      this.textContent = textOf(code === "locked" || code === "no-key" || code === "network" ? code : "does-not-open");
    }
  }
}

/** A labelled field whose words leave the page only sealed. It has no name, so no form can carry it by itself. */
class SealedField extends HTMLElement {
  connectedCallback() {
    if (this.control) return;
    const id = `sealed-${b64u(random(6))}`;
    const label = document.createElement("label");
    label.htmlFor = id;
    label.textContent = this.dataset.label ?? "";
    const control = document.createElement(this.dataset.rows === "1" ? "input" : "textarea");
    control.id = id;
    if (control instanceof HTMLTextAreaElement) control.rows = Number(this.dataset.rows ?? 4);
    for (const [name, value] of [["autocomplete", "off"], ["spellcheck", "false"], ["translate", "no"],
      ["autocapitalize", "off"], ["data-gramm", "false"], ["maxlength", this.dataset.most ?? "20000"]]) {
      control.setAttribute(name, value);
    }
    control.required = this.hasAttribute("data-required");
    this.append(label);
    if (this.dataset.hint) {
      const hint = document.createElement("p");
      hint.className = "hint";
      hint.id = `${id}-hint`;
      hint.textContent = this.dataset.hint;
      control.setAttribute("aria-describedby", hint.id);
      this.append(hint);
    }
    this.append(control);
    this.control = control;
    this.classList.add("field");
    this.fill = this.fill.bind(this);
    changes.addEventListener("open", this.fill);
    changes.addEventListener("locked", () => {
      control.value = "";
      this.filled = false;
    });
    control.addEventListener("input", () => {
      this.typed = true;
      this.later();
    });
    void this.fill();
  }

  get part() {
    return this.dataset.part ?? "text";
  }

  get value() {
    return this.control?.value ?? "";
  }

  clear() {
    if (this.control) this.control.value = "";
    this.typed = false;
  }

  /** A draft wins over what was shared before: it is what the person wrote last. */
  async fill() {
    if (this.filled || this.typed || !this.control) return;
    const draft = await this.readDraft().catch(() => undefined);
    const shared = draft === undefined && this.dataset.sealed ? await bodyOf(this).catch(() => undefined) : undefined;
    const value = draft?.[this.part] ?? shared?.[this.part];
    if (value !== undefined && !this.typed) {
      this.control.value = value;
      this.filled = true;
    }
  }

  draftPath() {
    const { room, draftKind, draftId } = this.dataset;
    return draftKind ? `/rooms/${room}/drafts/${draftKind}/${draftId}` : undefined;
  }

  /** Fields of one form share a draft. */
  siblings() {
    const { draftKind, draftId } = this.dataset;
    const root = this.closest("form") ?? document;
    return /** @type {SealedField[]} */ ([...root.querySelectorAll("sealed-field")])
      .filter((field) => field.dataset.draftKind === draftKind && field.dataset.draftId === draftId);
  }

  /** @param {string} person */
  draftHeader(person) {
    return { v: /** @type {1} */ (1), person, kind: this.dataset.draftKind ?? "", id: this.dataset.draftId ?? "" };
  }

  async readDraft() {
    const path = this.draftPath();
    const ring = path && (await current());
    if (!path || !ring) return undefined;
    const { sealed } = (await ask(path)) ?? {};
    return sealed && openDraft(ring.drafts, this.draftHeader(ring.person), unb64u(sealed));
  }

  later() {
    if (!this.draftPath()) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.saveDraft(), 800);
  }

  async saveDraft() {
    const path = this.draftPath();
    if (!path) return;
    const state = this.stateLine();
    try {
      const ring = await current();
      if (!ring) throw new RoomError("locked");
      const body = Object.fromEntries(this.siblings().map((field) => [field.part, field.value]));
      await ask(path, { sealed: b64u(await sealDraft(ring.drafts, this.draftHeader(ring.person), body)) }, "PUT");
      state.textContent = textOf("draft-saved");
    } catch (failure) {
      state.textContent = textOf(codeOf(failure) === "locked" ? "draft-locked" : "draft-unsaved");
    }
  }

  stateLine() {
    let line = this.querySelector("[data-draft-state]");
    if (!line) {
      line = document.createElement("small");
      line.setAttribute("data-draft-state", "");
      line.setAttribute("role", "status");
      this.append(line);
    }
    return line;
  }
}

/** Says whether this device has the room open, opens it, and closes it. */
class RoomLock extends HTMLElement {
  constructor() {
    super();
    this.show = this.show.bind(this);
  }

  connectedCallback() {
    changes.addEventListener("open", this.show);
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
    void this.show();
  }

  disconnectedCallback() {
    changes.removeEventListener("open", this.show);
    changes.removeEventListener("locked", this.show);
  }

  async show() {
    let state = "open";
    try {
      if (!(await current())) state = "locked";
      else if (this.dataset.room) {
        const room = await openRoom(this.dataset.room);
        if (!room.me?.active) state = "outside";
        else if (!room.ring.has(room.id, room.ledger.epoch)) state = "no-key";
      }
    } catch (failure) {
      state = codeOf(failure);
      if (ALARMING.has(state)) return alarm(state);
    }
    this.dataset.state = state;
    const open = state === "open" || state === "outside";
    for (const part of this.querySelectorAll("[data-when]")) {
      /** @type {HTMLElement} */ (part).hidden = part.getAttribute("data-when") !== (open ? "open" : "closed");
    }
    const line = this.querySelector("[data-state-text]");
    if (line) line.textContent = textOf(`lock-${state}`);
  }

  /** @param {() => Promise<unknown>} act */
  async attempt(act) {
    const wrong = this.querySelector("[data-wrong]");
    if (wrong) wrong.textContent = "";
    try {
      await act();
      await this.show();
    } catch (failure) {
      if (ALARMING.has(codeOf(failure))) alarm(codeOf(failure));
      else if (wrong) wrong.textContent = textOf(codeOf(failure));
    }
  }
}

customElements.define("sealed-text", SealedText);
customElements.define("sealed-field", SealedField);
customElements.define("room-lock", RoomLock);
