// @ts-check
// While the server cannot answer: looks every few seconds whether it can again. A page that was only to be read comes by
// itself; what was sent goes when its writer says so.

const AGAIN = 3000;

const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-outage]"));

for (let back = false; place && !back;) {
  await new Promise((done) => setTimeout(done, AGAIN));
  back = await fetch("/readyz", { cache: "no-store" }).then((answer) => answer.ok, () => false);
}
if (place?.dataset.outage === "reads") location.reload();
else if (place) place.textContent = place.dataset.back ?? "";
