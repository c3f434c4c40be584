// @ts-check
// The field that attaches files to a text. They go at once, sealed, and count for nothing until the text comes for them.

import { changes } from "../room/keyring.js";
import { MOST_BYTES } from "../room/file.js";
import { codeOf, textOf } from "../room/texts.js";
import { Sending, nameFor, sizeText } from "./transfer.js";

/** The server's limit for one text. */
const MOST = 10;

/** What is attached and not yet said, by what it was chosen for: pages that are drawn anew bring it back.
 * @type {Map<string, Sending[]>} */
const attached = new Map();

export class SealedFiles extends HTMLElement {
  constructor() {
    super();
    /** Taken along by the words that are being sent. @type {Sending[]} */
    this.going = [];
    this.draw = this.draw.bind(this);
    this.empty = this.empty.bind(this);
  }

  connectedCallback() {
    if (!this.list) this.build();
    changes.addEventListener("open", this.draw);
    changes.addEventListener("locked", this.empty);
    this.draw();
  }

  disconnectedCallback() {
    changes.removeEventListener("open", this.draw);
    changes.removeEventListener("locked", this.empty);
  }

  get name() {
    return `${this.dataset.files} ${this.dataset.purpose}`;
  }

  /** @returns {Sending[]} */
  get all() {
    return attached.get(this.name) ?? [];
  }

  build() {
    const label = document.createElement("label");
    const input = document.createElement("input");
    const hint = document.createElement("p");
    label.textContent = this.dataset.label ?? "";
    hint.textContent = this.dataset.hint ?? "";
    hint.className = "hint";
    input.type = "file";
    input.multiple = true;
    input.id = `files-${crypto.randomUUID()}`;
    hint.id = `${input.id}-hint`;
    label.htmlFor = input.id;
    label.className = "button second";
    input.className = "visually-hidden";
    input.setAttribute("aria-describedby", hint.id);
    input.addEventListener("change", () => {
      this.take([...(input.files ?? [])]);
      input.value = "";
    });
    this.list = document.createElement("ul");
    this.list.className = "plain-list files";
    this.wrong = document.createElement("p");
    this.wrong.className = "wrong";
    this.wrong.setAttribute("role", "alert");
    this.classList.add("field");
    this.append(hint, input, label, this.wrong, this.list);
  }

  /** @param {File[]} files */
  take(files) {
    const fits = files.filter(({ size }) => size <= MOST_BYTES);
    const taken = fits.slice(0, MOST - this.all.length);
    const { room = "", files: address = "" } = this.dataset;
    attached.set(this.name, [...this.all, ...taken.map((file) => new Sending(file, room, address))]);
    const said = files.filter((file) => !fits.includes(file)).map(({ name }) => textOf("file-too-large").replace("{0}", nameFor(name)));
    if (taken.length < fits.length) said.push(textOf("file-too-many"));
    if (this.wrong) this.wrong.textContent = said.join(" ");
    this.draw();
  }

  empty() {
    this.list?.replaceChildren();
  }

  draw() {
    this.list?.replaceChildren(...this.all.map((one) => this.row(one)));
  }

  /** @param {Sending} one */
  row(one) {
    const row = document.createElement("li");
    const state = document.createElement("small");
    const name = nameFor(one.file.name);
    state.setAttribute("role", "status");
    const bar = document.createElement("progress");
    bar.max = one.of;
    bar.setAttribute("aria-label", name);
    const out = document.createElement("button");
    out.type = "button";
    out.className = "plain";
    out.textContent = textOf("file-leave-out");
    out.setAttribute("aria-label", `${textOf("file-leave-out")}: ${name}`);
    out.addEventListener("click", () => {
      one.stop();
      attached.set(this.name, this.all.filter((other) => other !== one));
      this.draw();
    });
    const tell = () => {
      bar.value = one.sent;
      bar.hidden = one.state !== "going" && one.state !== "waiting";
      state.textContent = one.state === "going" ? "" : one.state === "failed" ? textOf(codeOf(one.failure)).replace("{0}", name)
        : textOf(`file-${one.state}`);
      state.classList.toggle("wrong", one.state === "failed");
      row.dataset.state = one.state;
    };
    one.addEventListener("moved", tell);
    tell();
    row.append(`${name} · ${sizeText(one.file.size)} `, state, " ", out, bar);
    return row;
  }

  /** What goes with the words, once all of it is there. A file that cannot come holds them back: whoever writes decides. */
  async carried() {
    this.going = this.all;
    return Promise.all(this.going.map(({ done }) => done));
  }

  /** What was attached while the words were on their way goes with the next. */
  sent() {
    const left = this.all.filter((one) => !this.going.includes(one));
    this.going = [];
    if (left.length > 0) attached.set(this.name, left);
    else attached.delete(this.name);
    if (this.wrong) this.wrong.textContent = "";
    this.draw();
  }
}
