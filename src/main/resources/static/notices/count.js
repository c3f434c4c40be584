// @ts-check
// How many notices are new, in the head of every page, moved by the stream. One window of a browser listens for all of
// them: a browser has few connections for a server, and a meeting needs its own.

import { listen } from "../live/stream.js";

const link = /** @type {HTMLElement | null} */ (document.querySelector("[data-notices]"));
const others = new BroadcastChannel("peerage-notices");

/** @typedef {{n: number, unread: number}} Count */

/** @type {Count | undefined} */
let shown;
/** What the stream has said, which the count has to reach. */
let heard = 0;

/** @param {Count} count */
function show(count) {
  const before = shown;
  if (before && count.n < before.n) return;
  shown = count;
  heard = Math.max(heard, count.n);
  const badge = link?.querySelector("[data-count]");
  const many = link?.querySelector("[data-words]");
  if (badge) {
    badge.textContent = count.unread > 99 ? "99+" : String(count.unread);
    /** @type {HTMLElement} */ (badge).hidden = count.unread === 0;
  }
  if (many) /** @type {HTMLElement} */ (many).hidden = count.unread === 0;
  // Somebody who waits may have been let in between the page and this.
  if (before ? count.n > before.n : document.querySelector("[data-waits=true]")) {
    document.body.dispatchEvent(new Event("notices"));
  }
}

/** @returns {Promise<boolean>} */
async function look() {
  try {
    const answer = await fetch("/notices/count");
    if (!answer.ok) return false;
    const count = await answer.json();
    show(count);
    others.postMessage(count);
    return true;
  } catch {
    return false;
  }
}

function lead() {
  listen({
    events: "/notices/events",
    page: "/notices/count",
    heard: () => heard,
    news: (n) => {
      heard = n;
      void look();
    },
    answered: () => void look(),
    lost: () => undefined,
  });
  // What was announced while an older answer was on its way.
  setInterval(() => {
    if (shown && heard > shown.n) void look();
  }, 1000);
}

others.addEventListener("message", (event) => show(event.data));
void look();
if (navigator.locks) {
  void navigator.locks.request("peerage-notices", () => new Promise(() => lead()));
} else {
  lead();
}
