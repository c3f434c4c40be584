// @ts-check
// Forms whose words are sealed before they are sent: htmx asks, we seal, and try again when somebody was faster.

import { say } from "../web/page.js";
import { RoomError } from "./bytes.js";
import { forgetDraft } from "./drafts.js";
import { chosenOf, namesOf, openRoom, rolesOf } from "./room.js";
import { Behind } from "./server.js";
import { ALARMING, alarm, codeOf, textOf } from "./texts.js";

/** What a form wants sealed: one text per `data-record`, its parts from the fields below it.
 * @param {HTMLElement} form */
function textsOf(form) {
  const holders = [form, .../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-record]"))]
    .filter((holder) => holder.dataset.record);
  return holders.map((holder) => {
    const fields = /** @type {any[]} */ ([...holder.querySelectorAll("sealed-field")])
      .filter((field) => field.closest("[data-record]") === holder);
    const chosen = chosenOf(holder);
    return {
      optional: holder.hasAttribute("data-optional") && fields.every((field) => field.value.trim() === ""),
      kind: chosen.dataset.as ?? holder.dataset.kind ?? "",
      id: holder.dataset.record ?? "",
      about: holder.dataset.about ?? "",
      roles: rolesOf(holder),
      rev: Number(holder.dataset.rev ?? 0) + 1,
      body: Object.fromEntries(fields.map((field) => [field.part, field.value])),
    };
  }).filter((one) => !one.optional);
}

/** What goes with a form's words: files, once all of them are there. @param {HTMLElement} form */
async function carriedBy(form) {
  const all = await Promise.all([...form.querySelectorAll("[data-carries]")].map(async (one) => {
    const holder = /** @type {HTMLElement} */ (one.closest("[data-record]"));
    const carried = /** @type {{kind: string, id: string, body: object}[]} */ (await /** @type {any} */ (one).carried());
    return carried.map((text) => ({ ...text, about: holder.dataset.record ?? "", roles: rolesOf(holder), rev: 1 }));
  }));
  return all.flat();
}

/** @param {HTMLElement} form */
async function forgetDrafts(form) {
  const paths = new Set([...form.querySelectorAll("sealed-field")].map((field) => /** @type {any} */ (field).draftPath()));
  await Promise.all([...paths].filter(Boolean).map((path) => forgetDraft(path).catch(() => undefined)));
}

/** Whether htmx may put this answer into the page. A page that explains what was wrong with the form may come; an
 * error page in the place of what somebody is writing may not. @param {Response} response */
const showable = (response) =>
  response.ok || (response.status === 422 && response.headers.get("Content-Type")?.includes("html"));

/** @param {HTMLElement} form */
async function sent(form) {
  const name = fieldsOf(form)[0]?.name;
  waiting.delete(name);
  if (late.delete(name)) say(textOf("network-back"));
  for (const field of /** @type {Iterable<any>} */ (form.querySelectorAll("sealed-field"))) {
    if (form.hasAttribute("data-clear")) field.clear();
    else field.sent();
  }
  for (const one of /** @type {Iterable<any>} */ (form.querySelectorAll("[data-carries]"))) one.sent();
  await forgetDrafts(form);
}

/** Says for whose keys alone it was sealed. @param {import("./room.js").Room} room
 * @param {{roles?: {role: string, person?: string}[]}[]} texts */
async function sayReaders(room, texts) {
  const readers = (await Promise.all(texts.map(({ roles }) => (roles ? room.readers(roles) : [])))).flat();
  if (readers.length > 0) say(textOf("only-readers").replace("{0}", namesOf(room, [...new Set(readers)])));
}

/** @param {unknown} failure */
function explain(failure) {
  const code = codeOf(failure);
  if (ALARMING.has(code)) return alarm(code);
  say(textOf(code));
  if (code !== "locked" && code !== "no-key") return;
  const lock = /** @type {any} */ (document.querySelector("room-lock"));
  void lock?.show();
  lock?.querySelector("[data-open]")?.focus();
}

/** Milliseconds between two looks at whether the server is there again. */
const AGAIN = 2000;

/** Words that go by themselves when the line is back, by what their first field is for. @type {Map<string, object>} */
const waiting = new Map();

/** Of which of them it was said that they wait. @type {Set<string>} */
const late = new Set();

/** @param {HTMLElement} form @returns {any[]} */
const fieldsOf = (form) => [...form.querySelectorAll("sealed-field")];

/** Keeps trying until the server is there, and sends what still stands in the form. A page that was drawn meanwhile may
 * have given it another form, and an answer that got lost may have been a yes: the ledger knows.
 * @param {HTMLElement} form */
async function goWhenBack(form) {
  const { room: of = "", record = "" } = form.dataset;
  const name = fieldsOf(form)[0]?.name;
  const mine = {};
  waiting.set(name, mine);
  late.add(name);
  say(textOf("network-later"));
  for (;;) {
    await new Promise((done) => setTimeout(done, AGAIN));
    if (waiting.get(name) !== mine) return;
    const room = await openRoom(of).then((opened) => opened.refresh().then(() => opened)).catch((failure) => failure);
    if (codeOf(room) === "network") continue;
    waiting.delete(name);
    const now = fieldsOf(document.body).find((field) => field.name === name && field.value !== "")?.closest("form");
    if (!now) return;
    if (room.ledger?.puts.has(record)) await sent(now);
    else now.requestSubmit();
    return;
  }
}

/** Forms whose words are on their way: a second press sends nothing again. @type {WeakSet<Element>} */
const underWay = new WeakSet();

document.addEventListener("htmx:finally:request", (event) => {
  const form = /** @type {CustomEvent} */ (event).detail.ctx.sourceElement.closest("form[data-room]");
  if (form) underWay.delete(form);
});

document.addEventListener("htmx:config:request", (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  const form = ctx.sourceElement.closest("form[data-room]");
  if (!form || ctx.request.method === "GET") return;
  if (underWay.has(form)) return event.preventDefault();
  ctx.fetch = async (/** @type {string} */ path, /** @type {RequestInit} */ request) => {
    underWay.add(form);
    try {
      const room = await openRoom(form.dataset.room);
      const texts = [...textsOf(form), ...await carriedBy(form)];
      const response = await room.again(async () => {
        const body = new URLSearchParams(/** @type {URLSearchParams} */ (request.body));
        if (texts.length > 0) body.set("sealed", JSON.stringify(await room.seal(
          await Promise.all(texts.map(async ({ roles, ...one }) => ({ ...one, readers: roles && await room.readers(roles) }))))));
        if (form.dataset.takesBack) body.set("taken", JSON.stringify(await room.signGone(form.dataset.takesBack)));
        const answer = await fetch(path, { ...request, body }).catch((failure) => {
          throw new RoomError("network", failure);
        });
        // The ledger has moved on, or the database let somebody else go first: nothing was kept of this, either way.
        if (answer.status === 409) throw new Behind(undefined);
        if (answer.status === 503) throw new RoomError("network");
        if (answer.status === 401) throw new RoomError("signed-out");
        if (!showable(answer)) {
          const json = answer.headers.get("Content-Type")?.includes("json");
          throw new RoomError("refused", json ? await answer.json() : { status: answer.status });
        }
        return answer;
      });
      if (response.ok) {
        await sent(form);
        await sayReaders(room, texts).catch(() => undefined);
      }
      return response;
    } catch (failure) {
      if (form.hasAttribute("data-goes-when-back") && codeOf(failure) === "network") void goWhenBack(form).catch(explain);
      else explain(failure);
      // What was typed stays: an empty answer is not swapped in.
      return new Response(null, { status: 204 });
    }
  };
});

/** Something new for a place where somebody is still writing waits until they are done.
 * @param {HTMLElement} field @param {any} ctx */
function hold(field, ctx) {
  const form = field.closest("form") ?? field;
  if (form.previousElementSibling?.hasAttribute("data-moved-on")) return;
  const line = document.createElement("p");
  line.className = "notice warm";
  line.setAttribute("role", "status");
  line.setAttribute("data-moved-on", "");
  const show = document.createElement("button");
  show.type = "button";
  show.className = "second";
  show.textContent = textOf("moved-on-show");
  show.addEventListener("click", () => {
    released.add(form);
    line.remove();
    const { target, type } = ctx.sourceEvent ?? {};
    (target?.isConnected ? target : document.body).dispatchEvent(new Event(type ?? "meeting", { bubbles: true }));
  });
  line.append(`${textOf("moved-on")} `, show);
  form.before(line);
}

/** Forms that their writer has let go of. @type {WeakSet<Element>} */
const released = new WeakSet();

document.addEventListener("htmx:before:swap", (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  const target = ctx.target;
  if (!(target instanceof Element) || ctx.swap === "none") return;
  const writing = /** @type {any[]} */ ([...target.querySelectorAll("sealed-field")]).find((field) => {
    const form = field.closest("form") ?? field;
    return field.dirty && !form.contains(ctx.sourceElement) && !released.has(form);
  });
  // A new page that has the same form keeps the words by itself, and the caret where the form is morphed in place.
  if (!writing || String(ctx.swap).toLowerCase().includes("morph") && keepsForm(ctx.text, writing)) return;
  event.preventDefault();
  hold(writing, ctx);
});

/** @param {string} text @param {HTMLElement} field */
function keepsForm(text, field) {
  const action = field.closest("form")?.getAttribute("hx-post");
  return Boolean(action) && text.includes(`hx-post="${action}"`);
}
