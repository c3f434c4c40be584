// @ts-check
// Sentences for people come from the server's message files, in one block per page.

/** @type {Record<string, string> | null} */
let texts = null;

/** @param {string} code */
export function textOf(code) {
  texts ??= JSON.parse(document.getElementById("room-texts")?.textContent ?? "{}");
  return texts?.[code] ?? texts?.["refused"] ?? "";
}

/** @param {unknown} failure */
export function codeOf(failure) {
  return /** @type {{code?: string}} */ (failure)?.code ?? "refused";
}

/** Codes after which nobody may write: the room is not what it was. */
export const ALARMING = new Set(["gone-backwards", "false-ledger"]);
