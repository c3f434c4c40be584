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
  "words-differ"]);

/** One red page, and no way around it but to find the room's words equal. @param {string} code */
export function alarm(code) {
  const main = document.querySelector("main");
  if (!main || main.querySelector("[data-alarm]")) return;
  const box = document.createElement("div");
  box.className = "notice bad";
  box.dataset.alarm = code;
  box.setAttribute("role", "alert");
  box.textContent = textOf(code);
  const words = code === "words-differ" ? main.querySelector("room-words") : null;
  main.replaceChildren(box, ...(words ? [words] : []));
}
