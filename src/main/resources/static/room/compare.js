// @ts-check
// Whether a room's words were compared on this device. Only what people say to each other shows that a server tells two
// of them different stories, or one of them nothing new.

import { clock, day as dayOf } from "../web/dates.js";
import { fetchKept, keep } from "./keep.js";
import { keepsNothing } from "./keyring.js";
import { textOf } from "./texts.js";

/** Where a room stood when its words were last compared here; `differ` until they are found equal.
 * @typedef {{seq: number, head: string, at: number, differ?: boolean}} Compared */

/** Where nothing is kept, it holds as long as the page. @type {Map<string, Compared>} */
const here = new Map();

/** @param {string} room @returns {Promise<Compared | undefined>} */
export const comparedOf = async (room) =>
  here.get(room) ?? (keepsNothing() ? undefined : fetchKept("compared", room).catch(() => undefined));

/** @param {string} room @param {Compared} compared */
export async function keepCompared(room, compared) {
  here.set(room, compared);
  if (!keepsNothing()) await keep("compared", room, compared).catch(() => undefined);
}

const language = () => document.documentElement.lang || "en";

/** Day and month, and the year where it is another. @param {number} at */
export const day = (at) =>
  dayOf(at, { weekday: false, year: new Date(at).getFullYear() !== new Date().getFullYear() });

export { clock };

/** "Theo, Jon and Eva". @param {string[]} names */
export const list = (names) => new Intl.ListFormat(language()).format(names);
