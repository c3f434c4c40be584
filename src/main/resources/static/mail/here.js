// @ts-check
// Where somebody is, as their device knows it: proposed where they have not said.

const field = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-here]"));
if (field && !field.value) field.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
