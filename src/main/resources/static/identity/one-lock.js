// @ts-check
// The line of whoever has one thing alone that opens their keys, as far as this device knows.

import { foundOneLock } from "../room/found.js";

for (const line of /** @type {Iterable<HTMLElement>} */ (document.querySelectorAll("[data-one-lock]"))) {
  line.hidden = !foundOneLock(line.dataset.oneLock ?? "");
}
