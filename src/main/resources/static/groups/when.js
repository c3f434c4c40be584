// @ts-check
// Days and times in the group's zone, which stands on the element that says them.

import { clock, day } from "../web/dates.js";

/** @param {HTMLElement} element @param {number} at */
export function when({ dataset: { zone } }, at) {
  return `${day(at, { zone })}, ${clock(at, zone)} ${(zone ?? "").replaceAll("_", " ")}`;
}
