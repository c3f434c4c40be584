// @ts-check
// Signing in and opening the rooms, on a known device with one touch.

import { keepNothing } from "../room/keyring.js";
import { signIn } from "../room/unlock.js";
import { ALARMING } from "../room/texts.js";

const CLOSED = new Set(["no-prf", "bad-lock", "does-not-open", ...ALARMING]);

const form = /** @type {HTMLFormElement} */ (document.getElementById("sign-in"));
form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const line = form.querySelector("[data-wrong]");
  const say = (/** @type {string | undefined} */ text) => {
    if (line) line.textContent = text ?? "";
  };
  say("");
  keepNothing(/** @type {HTMLInputElement} */ (form.querySelector("[data-not-mine]")).checked);
  try {
    await signIn();
    location.assign((form.dataset.next ?? "/") + location.hash);
  } catch (failure) {
    const code = /** @type {any} */ (failure).code;
    // Signed in, but the rooms did not open: the room's own page asks again, and says why.
    if (CLOSED.has(code)) location.assign((form.dataset.next ?? "/") + location.hash);
    else say(code === "network" ? form.dataset.textNetwork : form.dataset.textWrong);
  }
});
