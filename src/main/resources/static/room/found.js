// @ts-check
// What this device found when it last opened somebody's keys: whether one thing alone did. The server's word for it would
// be no more than that.

const nameOf = (/** @type {string} */ person) => `one lock ${person}`;

/** @param {string} person @param {number} locks how many things open their keys, each by itself */
export function noteLocks(person, locks) {
  if (locks === 1) localStorage.setItem(nameOf(person), "yes");
  else localStorage.removeItem(nameOf(person));
}

/** @param {string} person */
export const foundOneLock = (person) => localStorage.getItem(nameOf(person)) === "yes";
