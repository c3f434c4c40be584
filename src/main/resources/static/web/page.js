// @ts-check
// What every page does: a polite word when a request fails, no second submit of the same form, and what is open stays so.

/** Shows a sentence in the page's live region. @param {string} text */
export function say(text) {
  let region = document.querySelector("[data-say]");
  if (!region) {
    region = document.createElement("p");
    region.setAttribute("data-say", "");
    region.setAttribute("role", "status");
    region.className = "say";
    document.body.append(region);
  }
  region.textContent = text;
}

// What somebody has opened stays open when the page is drawn again around it: they may be about to write there.
// @ts-ignore htmx is a classic script
htmx.registerExtension("keep-open", {
  /** @param {Element} element @param {{ attrName: string, newValue: string | null }} change */
  htmx_before_morph_attr: (element, change) =>
    change.attrName !== "open" || change.newValue !== null || element.localName !== "details",
});

document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.dataset.sent === "yes") event.preventDefault();
  else if (!form.hasAttribute("hx-post") && form.method === "post") {
    form.dataset.sent = "yes";
    addEventListener("pageshow", () => delete form.dataset.sent, { once: true });
  }
});

// Signing out takes the keys off this device before the server hears of it, and closes the rooms in every other window.
document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!form.hasAttribute("data-forget-keys")) return;
  new BroadcastChannel("peerage-lock").postMessage("lock");
  // The ended session's key opens nothing any more; what it sealed need not lie about. The pinned ledgers stay: they
  // notice a room that has gone backwards.
  void import("../room/keep.js").then(({ forget }) => forget("session", "keys"));
});
