// @ts-check
// A text to be pasted elsewhere, copied by a button.

class PasteText extends HTMLElement {
  connectedCallback() {
    const text = /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
    const status = this.querySelector("[data-status]");
    const copied = /** @type {HTMLTemplateElement | null} */ (this.querySelector("template[data-text=copied]"));
    this.querySelector("[data-copy]")?.addEventListener("click", async () => {
      text.select();
      try {
        await navigator.clipboard.writeText(text.value);
      } catch {
        document.execCommand("copy");
      }
      if (status) status.textContent = copied?.content.textContent ?? "";
    });
  }
}
customElements.define("paste-text", PasteText);
