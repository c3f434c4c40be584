// @ts-check
// A test of fit that somebody takes alone: reckoned here, sent nowhere, gone with the page.

class FitTest extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", () => this.reckon());
    this.reckon();
  }

  reckon() {
    const questions = [...this.querySelectorAll("[data-question]")];
    const answers = questions.map((question) => {
      const checked = /** @type {HTMLInputElement | null} */ (question.querySelector("input:checked"));
      const otherwise = /** @type {HTMLElement | null} */ (question.querySelector("[data-otherwise]"));
      const answer = checked?.value ?? "";
      if (otherwise) otherwise.hidden = answer !== "no";
      return answer;
    });
    const result = answers.includes("")
      ? "open"
      : answers.includes("no")
        ? "against"
        : answers.includes("unsure")
          ? "talk"
          : "fits";
    for (const said of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-result]"))) {
      said.hidden = said.dataset.result !== result;
    }
  }
}
customElements.define("fit-test", FitTest);
