// @ts-check
// A page that came without encryption gets from the browser neither passkeys nor the means to seal and open.

/** Says so where it stands, and lets nobody begin what cannot end. */
export function needsHttps() {
  const sentence = /** @type {HTMLElement | null} */ (document.querySelector("[data-needs-https]"));
  if (isSecureContext || !sentence) return;
  sentence.hidden = false;
  for (const button of document.querySelectorAll("main button")) /** @type {HTMLButtonElement} */ (button).disabled = true;
}
