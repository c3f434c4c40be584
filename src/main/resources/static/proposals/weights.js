// @ts-check
// Says a slider's weight in words while it moves, and lets the buttons for a mixture move the sliders where they stand.

const weights = /** @type {HTMLElement} */ (document.querySelector("#weights"));
const words = (weights.dataset.words ?? "").split("|");
const sliders = /** @type {HTMLInputElement[]} */ ([...weights.querySelectorAll("input[type=range]")]);

/** The same steps as in WeightPreset.level. @param {number} weight */
const level = (weight) => [0, 5, 15, 25].filter((bound) => weight > bound).length;

/** @param {HTMLInputElement} slider */
function tell(slider) {
  const word = words[level(Number(slider.value))] ?? "";
  slider.setAttribute("aria-valuetext", word);
  const output = slider.parentElement?.querySelector("output");
  if (output) output.textContent = word;
}

for (const slider of sliders) slider.addEventListener("input", () => tell(slider));

for (const button of /** @type {NodeListOf<HTMLElement>} */ (weights.querySelectorAll("[data-weights]"))) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const mixture = (button.dataset.weights ?? "").split(" ");
    sliders.forEach((slider, at) => {
      slider.value = mixture[at] ?? slider.value;
      tell(slider);
    });
  });
}
