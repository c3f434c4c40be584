// @ts-check
// The room on the page: text that opens itself, a field that is sealed before it is sent, and the lock in the corner.
// Opened words are set as text only, never as markup.

import { RoomError, b64u, random, unb64u } from "./bytes.js";
import { changes, current, lock, unlockWithPasskey, unlockWithWords } from "./keyring.js";
import { openRoom } from "./room.js";
import { ciphertextHash, openDraft, sealDraft } from "./seal.js";
import { ask } from "./server.js";
import { ALARMING, alarm, codeOf, textOf } from "./texts.js";

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
  // All that is checked is in the name: what was opened once says nothing about anything else.
  const name = JSON.stringify([header, element.dataset.sealed]);
  let body = opened.get(name);
  if (!body) {
    body = openRoom(header.room).then((room) => room.open(header, unb64u(element.dataset.sealed ?? "")));
    opened.set(name, body);
    body.catch(() => opened.delete(name));
  }
  return body;
}

changes.addEventListener("locked", () => opened.clear());

/** Why a text is not shown. Everything else is one and the same to whoever reads: it does not open. */
const SAYABLE = new Set(["locked", "no-key", "network", "signed-out", "gone"]);

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
      this.textContent = textOf(SAYABLE.has(code) ? code : "does-not-open");
    }
  }
}

/** What was typed and not yet sent, by what it was typed for: swapped pages bring it back. @type {Map<string, string>} */
const unsent = new Map();

/** Half-written words while the rooms are closed, sealed under their writer's own key.
 * @type {Map<string, {person: string, id: string, sealed: Promise<Uint8Array>}>} */
const held = new Map();

changes.addEventListener("locked", (event) => {
  const { person, drafts } = /** @type {import("./keyring.js").Locked} */ (event);
  for (const [name, value] of unsent) {
    if (!drafts || value === "") continue;
    const id = crypto.randomUUID();
    held.set(name, { person, id, sealed: sealDraft(drafts, { v: 1, person, kind: "held", id }, { value }) });
  }
  unsent.clear();
});

/** @param {string} name @returns {Promise<string | undefined>} */
async function takeHeld(name) {
  const found = held.get(name);
  const ring = found && (await current());
  if (!found || !ring || ring.person !== found.person) return undefined;
  held.delete(name);
  const header = { v: /** @type {1} */ (1), person: found.person, kind: "held", id: found.id };
  return (await openDraft(ring.drafts, header, await found.sealed)).value;
}

/** The drafts as this page last read or wrote them: path to hash, "" where there was none. Another window that has
 * written since is not overwritten. @type {Map<string, string>} */
const knownDrafts = new Map();

/** What this page has sent and has no answer to. @type {Map<string, Set<string>>} */
const unanswered = new Map();

/** Fields of one form share a draft, so their savings stand in a row. @type {Map<string, Promise<unknown>>} */
const savings = new Map();

/** @param {string} path @returns {Promise<Uint8Array | undefined>} */
async function fetchDraft(path) {
  const { sealed } = (await ask(path)) ?? {};
  const bytes = sealed ? unb64u(sealed) : undefined;
  const hash = bytes ? await ciphertextHash(bytes) : "";
  const mine = unanswered.get(path)?.has(hash);
  if (mine || !knownDrafts.has(path)) knownDrafts.set(path, hash);
  return bytes;
}

/** @param {string} path @param {Uint8Array} sealed */
async function putDraft(path, sealed) {
  const hash = await ciphertextHash(sealed);
  const sent = unanswered.get(path) ?? new Set();
  unanswered.set(path, sent.add(hash));
  const put = () => ask(path, { sealed: b64u(sealed), after: knownDrafts.get(path) ?? "" }, "PUT");
  try {
    await put();
  } catch (failure) {
    if (codeOf(failure) !== "draft-elsewhere") throw failure;
    // An answer that got lost: what stands there may be this page's own.
    const before = knownDrafts.get(path);
    await fetchDraft(path);
    if (knownDrafts.get(path) === before) throw failure;
    await put();
  }
  unanswered.delete(path);
  knownDrafts.set(path, hash);
}

/** What was written there has been sent. @param {string} path */
export async function forgetDraft(path) {
  await savings.get(path);
  await ask(path, {}, "DELETE");
  knownDrafts.set(path, "");
}

/** A labelled field whose words leave the page only sealed. It has no name, so no form can carry it by itself. */
class SealedField extends HTMLElement {
  static observedAttributes = ["data-sealed", "data-label", "data-part", "data-draft-kind", "data-draft-id"];

  constructor() {
    super();
    this.fill = this.fill.bind(this);
    this.empty = this.empty.bind(this);
  }

  connectedCallback() {
    /** @type {"text" | "field" | undefined} */
    this.turning = undefined;
    if (!this.control) this.build();
    changes.addEventListener("open", this.fill);
    changes.addEventListener("locked", this.empty);
    void this.fill();
  }

  disconnectedCallback() {
    changes.removeEventListener("open", this.fill);
    changes.removeEventListener("locked", this.empty);
    clearTimeout(this.timer);
  }

  /** A page may turn one field into another in place. @param {string} name @param {string | null} old @param {string | null} now */
  attributeChangedCallback(name, old, now) {
    if (!this.control || old === now) return;
    const first = !this.turning;
    if (name !== "data-sealed") this.turning = "field";
    else this.turning ??= "text";
    if (!first) return;
    queueMicrotask(() => {
      if (this.turning === "field") {
        this.control = undefined;
        this.typed = false;
        this.replaceChildren();
        this.build();
      }
      this.turning = undefined;
      this.filled = false;
      void this.fill();
    });
  }

  build() {
    const id = `sealed-${b64u(random(6))}`;
    const label = document.createElement("label");
    label.htmlFor = id;
    label.textContent = this.dataset.label ?? "";
    const control = document.createElement(this.dataset.rows === "1" ? "input" : "textarea");
    control.id = id;
    if (control instanceof HTMLTextAreaElement) control.rows = Number(this.dataset.rows ?? 4);
    // Cloud spell-checkers, translators and writing assistants would carry the words away.
    for (const [name, value] of [["autocomplete", "off"], ["spellcheck", "false"], ["translate", "no"],
      ["autocapitalize", "off"], ["data-gramm", "false"], ["data-gramm_editor", "false"], ["data-lt-active", "false"],
      ["writingsuggestions", "false"], ["maxlength", this.dataset.most ?? "20000"]]) {
      control.setAttribute(name, value);
    }
    control.required = this.hasAttribute("data-required") && this.dataset.required !== "false";
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
    control.addEventListener("input", () => {
      this.typed = true;
      unsent.set(this.name, control.value);
      this.later();
    });
  }

  get part() {
    return this.dataset.part ?? "text";
  }

  get value() {
    return this.control?.value ?? "";
  }

  /** What the words are for, the same in a page that replaces this one. */
  get name() {
    const form = this.closest("form");
    const holder = /** @type {HTMLElement | null} */ (this.closest("[data-record]"));
    return [form?.getAttribute("hx-post") ?? form?.action, holder?.dataset.kind, this.draftPath(), this.part].join(" ");
  }

  /** Words are in it that nobody has yet. */
  get dirty() {
    return Boolean(this.typed) && unsent.has(this.name) && this.value !== "";
  }

  clear() {
    if (this.control) this.control.value = "";
    this.sent();
  }

  /** The words are with the others now. */
  sent() {
    unsent.delete(this.name);
    this.typed = false;
    clearTimeout(this.timer);
    const line = this.querySelector("[data-draft-state]");
    if (line) line.textContent = "";
  }

  /** The rooms were closed: nothing readable stays on the page. */
  empty() {
    clearTimeout(this.timer);
    if (this.control) this.control.value = "";
    this.filled = false;
    this.typed = false;
  }

  /** What was typed and not sent wins over a draft, and a draft over what was shared before: latest first. */
  async fill() {
    if (this.filled || this.typed || !this.control) return;
    const typed = unsent.get(this.name) ?? (await takeHeld(this.name).catch(() => undefined));
    if (typed !== undefined) {
      if (this.typed) return;
      this.control.value = typed;
      this.typed = true;
      unsent.set(this.name, typed);
      this.later();
      return;
    }
    const draft = await this.readDraft().catch(() => undefined);
    const shared = draft === undefined && this.dataset.sealed ? await bodyOf(this).catch(() => undefined) : undefined;
    const value = draft?.[this.part] ?? shared?.[this.part];
    if (value === undefined || this.typed) return;
    this.control.value = value;
    this.filled = true;
    if (draft?.[this.part]) this.stateLine().textContent = textOf("draft-restored");
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
    const sealed = await fetchDraft(path);
    return sealed ? openDraft(ring.drafts, this.draftHeader(ring.person), sealed) : undefined;
  }

  later() {
    if (!this.draftPath()) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.saveDraft(), 800);
  }

  saveDraft() {
    const path = this.draftPath();
    if (!path) return;
    const saving = (savings.get(path) ?? Promise.resolve()).then(() => this.savedTo(path));
    savings.set(path, saving);
  }

  /** @param {string} path */
  async savedTo(path) {
    const state = this.stateLine();
    try {
      const ring = await current();
      if (!ring) throw new RoomError("locked");
      const body = Object.fromEntries(this.siblings().map((field) => [field.part, field.value]));
      await putDraft(path, await sealDraft(ring.drafts, this.draftHeader(ring.person), body));
      state.textContent = textOf("draft-saved");
    } catch (failure) {
      const code = codeOf(failure);
      state.textContent = textOf(code === "locked" ? "draft-locked" : code === "draft-elsewhere" ? code : "draft-unsaved");
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
        else if (!room.ring.has(room.id, room.ledger.epoch)) state = room.ring.wrong.get(room.id) ?? "no-key";
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
