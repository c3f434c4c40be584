// @ts-check
// A seat, a group or a change is looked at in a sheet beside the groups; with a mouse, a person can also be dragged onto
// a group or onto somebody there, which opens the same preview. Without this script the links lead to pages.

import { say } from "../web/page.js";

const sheet = /** @type {HTMLDialogElement} */ (document.getElementById("sheet"));
const lost = document.getElementById("sheet-lost")?.textContent ?? "";

/** @param {string} address */
async function open(address) {
  try {
    await htmx.ajax("GET", address, { target: "#sheet-content", swap: "innerHTML" });
  } catch {
    say(lost);
    return;
  }
  if (!sheet.open) sheet.showModal();
  sheet.scrollTop = 0;
  document.getElementById("sheet-title")?.focus();
}

document.addEventListener("click", (event) => {
  const clicked = /** @type {HTMLElement} */ (event.target);
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = /** @type {HTMLAnchorElement | null} */ (clicked.closest("a[data-sheet]"));
  if (link) {
    event.preventDefault();
    void open(link.href);
  } else if (clicked === sheet || (sheet.open && clicked.closest("a[data-close]"))) {
    // The backdrop belongs to the sheet itself.
    event.preventDefault();
    sheet.close();
  }
});

// Dragging is an extra where there is a mouse and room for it; every move can be made from the sheet.
const roomy = matchMedia("(min-width: 60rem) and (pointer: fine)");
/** @type {HTMLElement | null} */
let dragged = null;

/** @param {Element | null} seat */
const person = (seat) => new URL(/** @type {HTMLAnchorElement} */ (seat?.querySelector("a")).href).pathname.split("/").pop();

/** Where words are selected and dragged, the target is the text and no element. @param {EventTarget | null} target
 * @param {string} selector */
const around = (target, selector) => {
  const element = target instanceof Element ? target : /** @type {Node | null} */ (target)?.parentElement;
  return /** @type {HTMLElement | null} */ (element?.closest(selector) ?? null);
};

function clear() {
  for (const marked of document.querySelectorAll(".over")) marked.classList.remove("over");
}

/** What somebody dragged here would mean. @param {EventTarget | null} target */
function goal(target) {
  const group = around(target, "article.group:not(.formed)");
  if (!dragged || !group || group.contains(dragged)) return null;
  const seat = around(target, ".seats li");
  return { mark: seat ?? group, seat, group };
}

document.addEventListener("pointerover", (event) => {
  const seat = around(event.target, "article.group:not(.formed) .seats li");
  if (seat) seat.draggable = roomy.matches && !seat.querySelector(".pinned");
});

document.addEventListener("dragstart", (event) => {
  dragged = around(event.target, "article.group .seats li[draggable=true]");
  if (!dragged || !event.dataTransfer) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.querySelector("a")?.textContent ?? "");
  dragged.classList.add("dragged");
});

document.addEventListener("dragover", (event) => {
  const found = goal(event.target);
  clear();
  if (!found) return;
  event.preventDefault();
  found.mark.classList.add("over");
});

document.addEventListener("drop", (event) => {
  const found = goal(event.target);
  if (!found || !dragged) return;
  event.preventDefault();
  const base = /** @type {HTMLElement} */ (document.getElementById("groups")).dataset.base;
  const change = new URLSearchParams(location.search);
  change.set("who", person(dragged) ?? "");
  change.set("kind", found.seat ? "swap" : "move");
  if (found.seat) change.set("with", person(found.seat) ?? "");
  else change.set("to", found.group.id.slice(1));
  void open(`${base}/change?${change}`);
});

document.addEventListener("dragend", () => {
  clear();
  dragged?.classList.remove("dragged");
  dragged = null;
});
