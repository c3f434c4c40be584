// @ts-check
// Words that were typed and that nobody has yet. They stay in the page; where the rooms are closed, sealed.

import { changes, current } from "./keyring.js";
import { openDraft, sealDraft } from "./seal.js";

/** What was typed and not yet sent, by what it was typed for: swapped pages bring it back. @type {Map<string, string>} */
export const unsent = new Map();

/** Half-written words while the rooms are closed, sealed under their writer's own key.
 * @type {Map<string, {person: string, id: string, sealed: Promise<Uint8Array>}>} */
const held = new Map();

changes.addEventListener("locked", (event) => {
  const { person, drafts } = /** @type {import("./keyring.js").Locked} */ (event);
  for (const [name, value] of unsent) {
    if (!drafts || value === "") continue;
    const id = crypto.randomUUID();
    held.set(name, { person, id, sealed: sealDraft(drafts, { v: 1, person, kind: "held", id }, { value }) });
  }
  unsent.clear();
});

/** @param {string} name @returns {Promise<string | undefined>} */
export async function takeHeld(name) {
  const found = held.get(name);
  const ring = found && (await current());
  if (!found || !ring || ring.person !== found.person) return undefined;
  const header = { v: /** @type {1} */ (1), person: found.person, kind: "held", id: found.id };
  const { value } = await openDraft(ring.drafts, header, await found.sealed);
  // Where the rooms were closed again meanwhile, they stay where they are.
  if ((await current()) !== ring) return undefined;
  held.delete(name);
  return value;
}
