// @ts-check
// Signing in and opening the rooms, on a known device with one touch.

import { keepNothing } from "../room/keyring.js";
import { opensByWords, signIn, signInWithWords } from "../room/unlock.js";
import { ALARMING } from "../room/texts.js";
import { needsHttps } from "./https.js";

needsHttps();

const CLOSED = new Set(["no-prf", "bad-lock", "does-not-open", ...ALARMING]);

const form = /** @type {HTMLFormElement} */ (document.getElementById("sign-in"));
form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const line = form.querySelector("[data-wrong]");
  const say = (/** @type {string | undefined} */ text) => {
    if (line) line.textContent = text ?? "";
  };
  say("");
  keepNothing(/** @type {HTMLInputElement} */ (document.querySelector("[data-not-mine]")).checked);
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

const words = /** @type {HTMLFormElement} */ (document.getElementById("sign-in-words"));

// What was used last on this device stands first; only the device knows.
if (words && opensByWords()) {
  const notMine = /** @type {HTMLElement} */ (form.querySelector("label:has([data-not-mine])"));
  words.querySelector(".actions")?.before(notMine);
  form.parentElement?.prepend(words);
  form.querySelector("button")?.classList.add("second");
  words.querySelector("button")?.classList.remove("second");
}
/** @type {HTMLElement} */ (form.parentElement).dataset.state = "ordered";

words?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const line = /** @type {HTMLElement} */ (words.querySelector("[data-wrong]"));
  const field = /** @type {HTMLInputElement} */ (words.querySelector("input"));
  const button = /** @type {HTMLButtonElement} */ (words.querySelector("button"));
  line.textContent = "";
  button.disabled = true;
  keepNothing(/** @type {HTMLInputElement} */ (document.querySelector("[data-not-mine]")).checked);
  try {
    await signInWithWords(field.value);
    field.value = "";
    location.assign((form.dataset.next ?? "/") + location.hash);
  } catch (failure) {
    const { code, cause } = /** @type {any} */ (failure);
    line.textContent = (code === "network" ? form.dataset.textNetwork
      : cause?.status === 429 ? words.dataset.textOften : words.dataset.textWrong) ?? "";
  } finally {
    button.disabled = false;
  }
});
