// @ts-check
// A part of a page where something is done about one's keys: one thing at a time, and what went wrong in words.

export class KeysAct extends HTMLElement {
  constructor() {
    super();
    this.busy = false;
  }

  /** What is said of a failure that has no name. */
  get unnamed() {
    return "refused";
  }

  /** @param {string} selector @param {string} kind @param {() => unknown} act */
  on(selector, kind, act) {
    this.querySelector(selector)?.addEventListener(kind, (event) => {
      event.preventDefault();
      void this.attempt(act);
    });
  }

  /** @param {() => unknown} act */
  async attempt(act) {
    if (this.busy) return;
    this.busy = true;
    this.say("");
    try {
      await act();
    } catch (failure) {
      const { code, cause } = /** @type {any} */ (failure);
      const word = cause?.status === 429 ? "often" : cause?.reason;
      this.say(code === "refused" && word ? word : code ?? this.unnamed);
    } finally {
      this.busy = false;
    }
  }

  /** @param {string} code */
  say(code) {
    const text = (/** @type {string} */ name) => /** @type {HTMLTemplateElement | null} */ (
      this.querySelector(`template[data-code="${CSS.escape(name)}"]`))?.content.textContent;
    const line = this.querySelector("[data-wrong]");
    if (line) line.textContent = code && (text(code) ?? text("refused") ?? "");
  }
}

/** One of several steps, and its heading is read first. @param {HTMLElement} root @param {string} name of the attribute
 * that says which step a part is @param {string} step */
export function showStep(root, name, step) {
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(`[${name}]`))) {
    part.hidden = part.getAttribute(name) !== step;
  }
  /** @type {HTMLElement | null} */ (root.querySelector(`[${name}="${step}"] :is(h2, h3)`))?.focus();
}
