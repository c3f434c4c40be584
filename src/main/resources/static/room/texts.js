// @ts-check
// Sentences for people come from the server's message files, in one block per page.

/** @type {Record<string, string> | null} */
let texts = null;

function all() {
  texts ??= JSON.parse(document.getElementById("room-texts")?.textContent ?? "{}");
  return texts ?? {};
}

/** @param {string} code */
export const textOf = (code) => all()[code] ?? all()["refused"] ?? "";

/** What to call a failure. Where the server refused, its own word for it, if there is a sentence for that.
 * @param {unknown} failure */
export function codeOf(failure) {
  const { code, cause } = /** @type {{code?: string, cause?: any}} */ (failure) ?? {};
  if (code === "refused" && typeof cause?.reason === "string" && all()[cause.reason]) return cause.reason;
  return code ?? "refused";
}

/** Codes after which nobody may write: the room is not what it was. */
export const ALARMING = new Set(["gone-backwards", "false-ledger", "another-room", "no-own-rooms", "old-own-rooms",
  "words-differ", "pair-differs"]);

/** What stays on a page that has stopped: where people find out together what has happened. @type {Record<string, string>} */
const STAYS = { "words-differ": "room-words", "pair-differs": "room-words", "gone-backwards": "room-restored" };

/** One red page, and no way around it but that people speak to each other. @param {string} code */
export function alarm(code) {
  const main = document.querySelector("main");
  if (!main || main.querySelector("[data-alarm]")) return;
  const box = document.createElement("div");
  box.className = "notice bad";
  box.dataset.alarm = code;
  box.setAttribute("role", "alert");
  box.textContent = textOf(code);
  const stays = STAYS[code] ? main.querySelector(STAYS[code]) : null;
  // Where one is still says the heading, if it is the page's own and nobody's words.
  const heading = main.querySelector("h1:not(:has(sealed-text))");
  main.replaceChildren(...(heading ? [heading] : []), box, ...(stays ? [stays] : []));
}
