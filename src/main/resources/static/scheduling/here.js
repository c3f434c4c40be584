// @ts-check
// Says what a meeting's time is where the reader is, when that is another zone than the meeting's.

import { clock, day } from "../web/dates.js";

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

for (const line of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-here]"))) {
  const { here: instant = "", zone = "", words = "" } = line.dataset;
  const moment = new Date(instant);
  const there = (/** @type {string} */ at) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: at, dateStyle: "short", timeStyle: "short" }).format(moment);
  try {
    if (here === zone || there(here) === there(zone)) continue;
  } catch {
    continue; // A zone that this browser does not know: the meeting's own time stands alone.
  }
  const time = `${day(moment, { zone: here })}, ${clock(moment, here)}`;
  line.textContent = words.replace("{time}", time).replace("{zone}", here.replaceAll("_", " "));
  line.hidden = false;
}
