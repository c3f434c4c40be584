// @ts-check
// Follows a live meeting. The stream says "the meeting is at n" and nothing else; the page then asks for what it has
// missed. The end of the clock comes from the server, so neither a wrong clock nor a late arrival shows another time.
// Whoever is typing is left alone: the page says that the group has moved on and waits.

import { listen } from "../live/stream.js";

const live = /** @type {HTMLElement} */ (document.querySelector("[data-live]"));
const floor = /** @type {HTMLElement} */ (document.getElementById("floor"));
const stage = /** @type {HTMLElement} */ (document.getElementById("stage"));
const voice = /** @type {HTMLElement} */ (live.querySelector("[data-announce]"));
const broken = /** @type {HTMLElement} */ (live.querySelector("[data-broken]"));
const moved = /** @type {HTMLElement} */ (live.querySelector("[data-moved]"));
const texts = live.dataset;

const WARNINGS = [[300, texts.textFive], [60, texts.textOne], [0, texts.textOver]];

/** What this page shows of the meeting, and what it has been told. */
let heard = 0;
let typing = false;
let browsing = false;

/** The server's clock: its time at arrival, and what this device's steady clock has counted since. */
let server = { at: 0, since: 0, wall: 0 };
/** Warnings already spoken for the present clock. */
let spoken = { ends: 0, after: Number.POSITIVE_INFINITY };

const state = () => /** @type {HTMLElement | null} */ (floor.querySelector("[data-floor]"));
const number = (/** @type {string | undefined} */ text) => Number(text ?? 0);
const now = () => server.at + performance.now() - server.since;

/** One polite region speaks for the whole page, and only when something has happened. @param {string} text */
function say(text) {
  voice.textContent = text;
}

/** Asks for the floor again, and for whatever the stage shows of this item. */
function look() {
  document.body.dispatchEvent(new CustomEvent("meeting", { detail: { n: heard } }));
}

// --- the clock

function secondsLeft() {
  const shown = state()?.dataset;
  if (!shown) return 0;
  return (shown.paused === "true" ? number(shown.left) : number(shown.ends) - now()) / 1000;
}

/** How long what a guest of the stage counts down to still takes. @param {HTMLElement} clock */
function count(clock) {
  const seconds = (number(clock.dataset.endsAt) - now()) / 1000;
  const whole = seconds < 0 ? Math.floor(-seconds) : Math.ceil(seconds);
  const time = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  const text = seconds < 0 ? `+${time} ${clock.dataset.textOver ?? ""}` : time;
  if (clock.textContent !== text) clock.textContent = text;
}

function tick() {
  for (const clock of stage.querySelectorAll("[data-countdown]")) count(/** @type {HTMLElement} */ (clock));
  const shown = state()?.dataset;
  const clock = floor.querySelector("[data-clock]");
  if (!shown || !clock) return;
  const seconds = secondsLeft();
  const over = seconds < 0;
  // Up to the next whole second while it counts down, so that 0:00 and "over" come together.
  const whole = over ? Math.floor(-seconds) : Math.ceil(seconds);
  put(clock, "[data-time]", `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`);
  put(clock, "[data-sign]", over ? "+" : "");
  if (shown.paused !== "true") {
    set(clock, "data-state", over ? "over" : "running");
    put(clock, "[data-word]", (over ? texts.textOverTime : texts.textLeft) ?? "");
    warn(seconds, number(shown.ends));
  }
  const allotted = number(shown.allotted) / 1000;
  const share = over || allotted <= 0 ? 100 : Math.min(100, (whole / allotted) * 100);
  set(clock.querySelector("[data-hand]"), "stroke-dasharray", over ? "3 3" : `${share.toFixed(2)} 100`);
}

/** A meeting lasts for hours on a phone: what stays as it is, from one second to the next,
 * is not drawn again.
 * @param {Element | null} element @param {string} name @param {string} value */
function set(element, name, value) {
  if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** @param {Element} clock @param {string} part @param {string} text */
function put(clock, part, text) {
  const element = clock.querySelector(part);
  if (element && element.textContent !== text) element.textContent = text;
}

/** Speaks at five minutes, one minute and the end; never at what had passed before the page looked.
 * @param {number} seconds @param {number} ends */
function warn(seconds, ends) {
  if (spoken.ends !== ends) spoken = { ends, after: seconds };
  for (const [at, text] of WARNINGS) {
    if (seconds <= Number(at) && spoken.after > Number(at)) say(String(text));
  }
  spoken.after = Math.min(spoken.after, seconds);
}

// --- the floor

let before = { item: "", speaker: "", phase: "" };

/** Reads what has just arrived. */
function arrived() {
  const shown = state()?.dataset;
  if (!shown) return;
  server = { at: number(shown.now), since: performance.now(), wall: Date.now() };
  heard = Math.max(heard, number(shown.n));
  const after = { item: shown.item ?? "", speaker: shown.speaker ?? "", phase: shown.phase ?? "" };
  if (before.item && after.phase !== before.phase && after.phase === "OVER") say(texts.textEnded ?? "");
  else if (before.item && after.item !== before.item) say(`${texts.textStep} ${shown.step}`);
  else if (after.speaker && after.speaker !== before.speaker) say(`${texts.textSpeaker} ${after.speaker}`);
  before = after;
  follow();
  tick();
}

// --- what was refused

/** What is said in each place for a refusal, and how things stood. @type {Map<Element, {text: string, stood: string}>} */
const refusals = new Map();

/** What acts depend on: how far the meeting and its item are, and what is still missing there. */
function stands() {
  const shown = state()?.dataset;
  const parts = Array.from(stage.querySelectorAll("[data-stands]"), (part) => part.getAttribute("data-stands"));
  return [shown?.phase, shown?.version, stage.dataset.item, ...parts].join("|");
}

/** A refusal is brought into view, and goes when it no longer holds. */
function refused() {
  for (const place of live.querySelectorAll("[data-keep][role=alert]")) {
    const before = refusals.get(place);
    const text = place.textContent ?? "";
    if (!place.firstElementChild) refusals.delete(place);
    else if (before?.text !== text) {
      refusals.set(place, { text, stood: stands() });
      place.scrollIntoView({ block: "nearest" });
    } else if (before.stood !== stands()) {
      place.replaceChildren();
      refusals.delete(place);
    }
  }
}

// --- follow, browse, rejoin

/** The stage goes where the group goes, unless this member looks at something else or is typing. */
function follow() {
  const shown = state()?.dataset;
  const item = shown?.item ?? "";
  if (!shown || !item || shown.phase !== "LIVE") {
    moved.hidden = true;
    return;
  }
  const here = stage.dataset.item === item;
  if (here) browsing = false;
  if (!here && !typing && !browsing) go(item);
  moved.hidden = here || (!typing && !browsing);
  put(moved, "[data-moved-step]", shown.step ?? "");
}

/** Where the group is: how far the meeting, its item and the step of that. */
function where() {
  const step = stage.querySelector("[aria-current=step]");
  const steps = step?.parentElement ? Array.from(step.parentElement.children).indexOf(step) : -1;
  const item = /** @type {HTMLElement | null} */ (stage.querySelector("[data-stage]"))?.dataset.stage;
  return [state()?.dataset.phase, item, steps].join("|");
}

let stood = where();

/** What the group is on now stands at the head of the page: whoever has read on below sees it, unless they look at
 * something else or are typing. */
function shows() {
  const stands = where();
  if (stands === stood) return;
  stood = stands;
  if (!browsing && !typing) scrollTo(0, 0);
}

/** @param {string} item */
function go(item) {
  stage.dataset.item = item;
  typing = false;
  // @ts-ignore htmx is a classic script
  void htmx.ajax("GET", `${texts.address}/items/${item}`, { source: stage, target: "#stage", swap: "innerHTML" });
}

live.addEventListener("click", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const link = /** @type {HTMLElement | null} */ (target.closest("[data-browse]"));
  if (link) {
    // Leaving an unfinished word is the member's own choice, but they are asked once.
    if (typing && !confirm(texts.textLeave)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    stage.dataset.item = link.dataset.browse ?? "";
    typing = false;
    browsing = stage.dataset.item !== state()?.dataset.item;
    follow();
    stage.scrollIntoView({ block: "nearest" });
  }
  if (target.closest("[data-rejoin]")) {
    browsing = false;
    go(state()?.dataset.item ?? "");
    follow();
    stage.scrollIntoView({ block: "nearest" });
  }
}, { capture: true });

stage.addEventListener("input", () => {
  typing = true;
});

/** News never tears down what somebody has open: the request is dropped, and made again when they are done. */
document.addEventListener("htmx:before:request", (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  if (typing && ctx.sourceEvent?.type === "meeting" && stage.contains(ctx.sourceElement)) event.preventDefault();
});

/** What was typed has been stored: show what the others did meanwhile. */
document.addEventListener("htmx:after:request", (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  const status = ctx.response?.status ?? 0;
  if (ctx.request.method === "POST" && stage.contains(ctx.sourceElement) && status >= 200 && status < 300 && status !== 204) {
    typing = false;
    queueMicrotask(look);
  }
});

/** A page that says "not found" or "sign in" is no part of a meeting: what is shown stays, and the page says why. */
document.addEventListener("htmx:before:swap", (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  const status = ctx.response?.status ?? 0;
  // Two answers for the stage may cross: the one for an item that it has left comes too late.
  const item = ctx.target === stage ? /data-stage="([^"]+)"/.exec(ctx.text)?.[1] : undefined;
  if (item && item !== stage.dataset.item) event.preventDefault();
  // Nor does an older floor, drawn before an act and delivered after it, replace a newer one.
  const n = ctx.target === floor ? /data-n="(\d+)"/.exec(ctx.text)?.[1] : undefined;
  if (n && Number(n) < number(state()?.dataset.n)) event.preventDefault();
  if (status < 400 || status === 409 || status === 422) return;
  event.preventDefault();
  if (ctx.target === floor) topic.lose();
});

document.addEventListener("htmx:after:swap", () => {
  arrived();
  shows();
  refused();
});

// --- the stream

arrived();

const topic = listen({
  events: `${texts.address}/events`,
  page: `${texts.address}/live`,
  heard: () => heard,
  news: (n) => {
    heard = n;
    look();
  },
  answered: look,
  lost: (is) => {
    broken.hidden = !is;
  },
});

// A device that slept has a steady clock that stood still: ask the server for the time.
setInterval(() => {
  if (Math.abs(Date.now() - server.wall - (performance.now() - server.since)) > 2000) {
    server = { ...server, wall: Date.now() - (performance.now() - server.since) };
    look();
  }
  tick();
}, 250);

// What was announced, or asked for, and could not be fetched is fetched when it can be.
setInterval(() => {
  const shown = /** @type {HTMLElement | null} */ (stage.querySelector("[data-stage]"))?.dataset;
  const wanted = stage.dataset.item;
  if (wanted && wanted !== shown?.stage && wanted === state()?.dataset.item && !typing) go(wanted);
  // While an item was on its way the one before it heard the news.
  else if (heard > number(state()?.dataset.n) || (shown && !typing && heard > number(shown.n))) look();
}, 1000);
addEventListener("online", look);

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) look();
});
