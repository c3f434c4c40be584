// @ts-check
// An address shown once, copied by a button.

class CopyOnce extends HTMLElement {
  connectedCallback() {
    const field = /** @type {HTMLInputElement} */ (this.querySelector("input"));
    const status = this.querySelector("[data-status]");
    const copied = /** @type {HTMLTemplateElement | null} */ (this.querySelector("template[data-text=copied]"));
    this.querySelector("[data-copy]")?.addEventListener("click", async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        document.execCommand("copy");
      }
      if (status) status.textContent = copied?.content.textContent ?? "";
    });
    field.focus();
    field.select();
  }
}
customElements.define("copy-once", CopyOnce);
