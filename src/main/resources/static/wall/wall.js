// @ts-check
// The wall: what the others say comes by itself, and what has opened before one's eyes counts as read.

import { listen } from "../live/stream.js";
import { changes } from "../room/keyring.js";
import { openRoom } from "../room/room.js";

const wall = /** @type {HTMLElement} */ (document.getElementById("wall"));
const broken = /** @type {HTMLElement} */ (document.querySelector("[data-broken]"));
const address = wall.dataset.wall ?? "";

const drawn = () => /** @type {HTMLElement} */ (wall.querySelector("[data-drawn]")).dataset;
const look = () => document.body.dispatchEvent(new Event("news"));

/** While one's own words are on their way the news of them does not draw a new form, into which they would come back. */
let sending = false;

document.addEventListener("htmx:before:request", (event) => {
  if (/** @type {CustomEvent} */ (event).detail.ctx.request.method === "POST") sending = true;
});
document.addEventListener("htmx:finally:request", (event) => {
  if (/** @type {CustomEvent} */ (event).detail.ctx.request.method === "POST") sending = false;
});
document.addEventListener("htmx:before:swap", (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  if (sending && ctx.target === wall && ctx.request.method === "GET") event.preventDefault();
});

/** Whoever asks some chooses whom: at least one, and no more than an envelope has readers for. */
const MOST_ASKED = 3;

function choose() {
  const field = /** @type {HTMLElement | null} */ (wall.querySelector("[data-asked]"));
  const boxes = /** @type {HTMLInputElement[]} */ ([...(field?.querySelectorAll("input") ?? [])]);
  const chosen = boxes.filter(({ checked }) => checked).length;
  for (const box of boxes) box.disabled = chosen >= MOST_ASKED && !box.checked;
  boxes[0]?.setCustomValidity(chosen === 0 ? field?.dataset.asked ?? "" : "");
}

wall.addEventListener("change", choose);
document.addEventListener("htmx:after:swap", choose);
choose();

/** The latest that the server has been told was read here. */
let told = "";

async function read() {
  const { room = "", unread = "" } = drawn();
  if (!unread || unread === told || document.hidden) return;
  try {
    await openRoom(room);
    told = unread;
    await fetch(`${address}/read`, { method: "POST", body: new URLSearchParams({ latest: unread }) });
  } catch {
    // Closed, or out of reach: it stays unread.
  }
}

/** The texts of the book that the server has been told were seen here. */
let seen = "";

async function readBook() {
  const texts = [...wall.querySelectorAll("[id^=book-] sealed-text")].map((one) => one.getAttribute("data-id")).join();
  if (!drawn().book || texts === seen || document.hidden) return;
  try {
    await openRoom(drawn().room ?? "");
    seen = texts;
    await fetch(`${address}/book/read`, { method: "POST" });
  } catch {
    // Closed, or out of reach: that it changed is still said.
  }
}

for (const reading of [read, readBook]) {
  changes.addEventListener("open", reading);
  document.addEventListener("visibilitychange", reading);
  document.addEventListener("htmx:after:swap", reading);
  void reading();
}

// Older threads are for reading back; only the latest move.
if (wall.dataset.latest === "true") {
  let heard = Number(drawn().n);
  listen({
    events: `${address}/events`,
    page: address,
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
  // What was announced while an older answer was on its way.
  setInterval(() => {
    if (heard > Number(drawn().n)) look();
  }, 1000);
}
