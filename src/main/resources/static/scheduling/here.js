// @ts-check
// Says what a meeting's time is where the reader is, when that is another zone than the meeting's.

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

for (const line of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-here]"))) {
  const { here: instant = "", zone = "", words = "" } = line.dataset;
  const moment = new Date(instant);
  const clock = (/** @type {string} */ at) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: at, dateStyle: "short", timeStyle: "short" }).format(moment);
  try {
    if (here === zone || clock(here) === clock(zone)) continue;
  } catch {
    continue; // A zone that this browser does not know: the meeting's own time stands alone.
  }
  const time = new Intl.DateTimeFormat(document.documentElement.lang, {
    timeZone: here, weekday: "short", day: "numeric", month: "long", hour: "numeric", minute: "2-digit",
  }).format(moment);
  line.textContent = words.replace("{time}", time).replace("{zone}", here.replaceAll("_", " "));
  line.hidden = false;
}
