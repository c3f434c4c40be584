// @ts-check
// A labelled field whose words leave the page only sealed.

import { RoomError, b64u, random } from "./bytes.js";
import { fetchDraft, saveDraft } from "./drafts.js";
import { changes, current } from "./keyring.js";
import { openDraft, sealDraft } from "./seal.js";
import { namesOf, openRoom, rolesOf } from "./room.js";
import { openedFor } from "./sealed-text.js";
import { codeOf, textOf } from "./texts.js";
import { takeHeld, unsent } from "./unsent.js";

/** It has no name, so no form can carry it by itself. */
export class SealedField extends HTMLElement {
  static observedAttributes = ["data-sealed", "data-label", "data-part", "data-draft-kind", "data-draft-id"];

  constructor() {
    super();
    this.fill = this.fill.bind(this);
    this.empty = this.empty.bind(this);
    /** How often the rooms were closed above it: what was asked for before that comes too late. */
    this.emptied = 0;
    /** How often it was asked who reads it: an earlier answer may come later. */
    this.asked = 0;
    /** Until it has what it begins with, and says who reads it. */
    this.opening = Promise.resolve();
  }

  connectedCallback() {
    /** @type {"text" | "field" | undefined} */
    this.turning = undefined;
    if (!this.control) this.build();
    changes.addEventListener("open", this.fill);
    changes.addEventListener("locked", this.empty);
    this.fill();
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
      this.fill();
    });
  }

  build() {
    const id = `sealed-${b64u(random(6))}`;
    const label = document.createElement("label");
    label.htmlFor = id;
    label.textContent = this.dataset.label ?? "";
    const { choices } = this.dataset;
    const control = document.createElement(choices ? "select" : this.dataset.rows === "1" ? "input" : "textarea");
    if (choices) control.append(...["", ...choices.split(choices.includes("|") ? "|" : " ")].map((choice) => new Option(choice, choice)));
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
    // Who reads it may be chosen beside it.
    this.holder?.addEventListener("change", () => void this.sayReaders());
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

  /** What says of which text this field is a part. */
  get holder() {
    return /** @type {HTMLElement | null} */ (this.closest("[data-record]"));
  }

  /** What the words are for, the same in a page that replaces this one. */
  get name() {
    const form = this.closest("form");
    return [form?.getAttribute("hx-post") ?? form?.action, this.holder?.dataset.kind, this.draftPath(), this.part].join(" ");
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
    this.emptied++;
    clearTimeout(this.timer);
    if (this.control) this.control.value = "";
    this.filled = false;
    this.typed = false;
  }

  fill() {
    this.opening = Promise.all([this.sayReaders(), this.begin()]).then(() => undefined);
  }

  /** What was typed and not sent wins over a draft, and a draft over what was shared before: latest first. */
  async begin() {
    if (this.filled || this.typed || !this.control) return;
    const { emptied } = this;
    const typed = unsent.get(this.name) ?? (await takeHeld(this.name).catch(() => undefined));
    if (typed !== undefined) {
      if (this.typed) return;
      this.offer(typed);
      this.control.value = typed;
      this.typed = true;
      unsent.set(this.name, typed);
      this.later();
      return;
    }
    const draft = await this.readDraft().catch(() => undefined);
    const shared = draft === undefined && this.dataset.sealed ? await this.readShared().catch(() => undefined) : undefined;
    const value = draft?.[this.part] ?? shared?.[this.dataset.fromPart ?? this.part];
    if (value === undefined || this.typed || emptied !== this.emptied) return;
    this.offer(value);
    this.control.value = value;
    this.filled = true;
    if (draft?.[this.part]) this.stateLine().textContent = textOf("draft-restored");
  }

  /** What was chosen before is a choice, also where it was said in another language or another set of words. @param {string} value */
  offer(value) {
    const { control } = this;
    if (!(control instanceof HTMLSelectElement) || [...control.options].some((option) => option.value === value)) return;
    control.append(new Option(value, value));
  }

  /** What was shared before, where it is what this form rewrites, or what it begins with. */
  async readShared() {
    const { fromKind, fromAbout } = this.dataset;
    return (await openedFor(this, fromKind ? { kind: fromKind, about: fromAbout } : this.holder?.dataset ?? {})).body;
  }

  /** Who will read it, by name, as the verified ledger knows those whom the form names, or its writer has chosen in it.
   * Said once for each text, and not of a choice that was changed meanwhile. */
  async sayReaders() {
    if ([...(this.holder?.querySelectorAll("sealed-field") ?? [])].at(-1) !== this) return;
    const asked = ++this.asked;
    const roles = rolesOf(this.holder);
    const said = roles ? await this.readersOf(roles) : "";
    if (asked !== this.asked || !said && !this.querySelector("[data-readers-line]")) return;
    this.lineFor("data-readers-line").textContent = said;
  }

  /** @param {{role: string, person?: string}[]} roles */
  async readersOf(roles) {
    try {
      const room = await openRoom(this.dataset.room ?? "");
      return `${textOf("read-by")} ${namesOf(room, await room.readers(roles))}`;
    } catch (failure) {
      return textOf(codeOf(failure) === "no-reader" ? "no-reader-here" : "read-by-unknown");
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
    const sealed = await fetchDraft(path);
    return sealed ? openDraft(ring.drafts, this.draftHeader(ring.person), sealed) : undefined;
  }

  later() {
    if (!this.draftPath()) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.saveDraft(), 800);
  }

  async saveDraft() {
    const path = this.draftPath();
    if (!path) return;
    const state = this.stateLine();
    try {
      await saveDraft(path, async () => {
        const ring = await current();
        if (!ring) throw new RoomError("locked");
        const body = Object.fromEntries(this.siblings().map((field) => [field.part, field.value]));
        return sealDraft(ring.drafts, this.draftHeader(ring.person), body);
      });
      state.textContent = textOf("draft-saved");
    } catch (failure) {
      const code = codeOf(failure);
      state.textContent = textOf(code === "locked" ? "draft-locked" : code === "draft-elsewhere" ? code : "draft-unsaved");
    }
  }

  stateLine() {
    return this.lineFor("data-draft-state");
  }

  /** @param {string} name of the attribute that marks the line */
  lineFor(name) {
    let line = this.querySelector(`[${name}]`);
    if (!line) {
      line = document.createElement("small");
      line.setAttribute(name, "");
      line.setAttribute("role", "status");
      this.append(line);
    }
    return line;
  }
}
