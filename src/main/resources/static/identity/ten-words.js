// @ts-check
// Words on the page; and ten new ones, with the question for two of them.

/** Words in their order, each on a line. @param {Element | null} list @param {string[]} words */
export const listWords = (list, words) =>
  list?.replaceChildren(...words.map((word) => Object.assign(document.createElement("li"), { textContent: word })));

/** Shows the words in a form and chooses which two to ask for.
 * @param {HTMLFormElement} form @param {string[]} words @returns {() => boolean} whether the two typed are right */
export function showWords(form, words) {
  const asked = [...words.keys()].sort(() => Math.random() - 0.5).slice(0, 2).sort((a, b) => a - b);
  form.hidden = false;
  listWords(form.querySelector("[data-words]"), words);
  for (const part of form.querySelectorAll("[data-check-number]")) {
    part.textContent = String(asked[Number(part.getAttribute("data-check-number"))] + 1);
  }
  const print = /** @type {HTMLButtonElement | null} */ (form.querySelector("[data-print]"));
  if (print) print.onclick = () => window.print();
  const fields = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input[id^=check]")]);
  for (const field of fields) field.value = "";
  /** @type {HTMLElement | null} */ (form.querySelector("h2, h3"))?.focus();
  return () => fields.every((field, i) => field.value.trim().toLowerCase() === words[asked[i]]);
}
