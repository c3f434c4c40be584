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

// What somebody has opened stays open when the page is drawn again around it: they may be about to write there. And what
// an element says of itself is its own: the server knows nothing of what has been opened here.
// @ts-ignore htmx is a classic script
htmx.registerExtension("keep-open", {
  /** @param {Element} element @param {{ attrName: string, newValue: string | null }} change */
  htmx_before_morph_attr: (element, change) =>
    change.newValue !== null ||
    !(change.attrName === "data-state" || (change.attrName === "open" && element.localName === "details")),
});

// What was typed before this page listened, or what the browser has put back into it, is heard now.
addEventListener("pageshow", (event) => {
  if (event.persisted) return;
  for (const form of document.querySelectorAll("form[hx-trigger]")) {
    const changed = [.../** @type {HTMLFormElement} */ (form).elements].find(
      (field) => field instanceof HTMLInputElement && field.type !== "hidden" && field.value !== field.defaultValue,
    );
    changed?.dispatchEvent(new Event("input", { bubbles: true }));
  }
});

// An error page does not take the place of what somebody is writing. Sealed forms say for themselves what went wrong.
document.addEventListener("htmx:response:error", (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  if (ctx.response.status >= 500 && !ctx.sourceElement.closest("form[data-room]")) say(document.body.dataset.notStored ?? "");
});

// Nor is a press without a line lost in silence: nothing came back, so it is not known to be done.
document.addEventListener("htmx:error", (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  if (ctx?.request?.method === "POST" && !ctx.response && !ctx.sourceElement.closest("form[data-room]")) {
    say(document.body.dataset.notReached ?? "");
  }
});

document.addEventListener("htmx:after:request", (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  const region = document.querySelector("[data-say]");
  if (ctx.response?.status < 500 && region?.textContent === document.body.dataset.notReached) say("");
});

document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.dataset.sent === "yes") event.preventDefault();
  else if (!form.hasAttribute("hx-post") && form.method === "post") {
    form.dataset.sent = "yes";
    addEventListener("pageshow", () => delete form.dataset.sent, { once: true });
  }
});

/** Takes off this device what could be taken up again. The pinned ledgers stay: they notice a room that has gone
 * backwards. The ended session's key opens nothing any more; what it sealed need not lie about, nor what a link to be let
 * in has left. That nothing is to be kept here stays true. */
async function forgetHere() {
  for (const name of Object.keys(localStorage)) if (name.startsWith("asking ")) localStorage.removeItem(name);
  for (const name of Object.keys(sessionStorage)) if (name !== "not-mine") sessionStorage.removeItem(name);
  const { forget, forgetAll } = await import("../room/keep.js");
  await Promise.all([forget("session", "keys"), forgetAll("index")]);
}

// Signing out takes the keys off this device before the server hears of it, and closes the rooms in every other window.
// The page that follows would cut it short, so it waits; for a device that does not get on with it not for long.
document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!form.hasAttribute("data-forget-keys") || event.defaultPrevented) return;
  event.preventDefault();
  new BroadcastChannel("peerage-lock").postMessage("lock");
  const late = new Promise((resolve) => setTimeout(resolve, 3_000));
  void Promise.race([forgetHere().catch(() => undefined), late]).then(() => form.submit());
});

// On paper nothing is folded away, but for what one would write into.
document.addEventListener("click", (event) => {
  if (/** @type {Element} */ (event.target).closest("[data-paper]")) print();
});
/** @type {HTMLDetailsElement[]} */
let unfolded = [];
addEventListener("beforeprint", () => {
  unfolded = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("main details:not([open]):not(:has(form))")]);
  for (const details of unfolded) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of unfolded.splice(0)) details.open = false;
});
