// @ts-check
// Drafts on the server, sealed for their writer alone. Another window that has written since is not overwritten.

import { b64u, unb64u } from "./bytes.js";
import { ciphertextHash } from "./seal.js";
import { ask } from "./server.js";
import { codeOf } from "./texts.js";

/** The drafts as this page last read or wrote them: path to hash, "" where there was none. @type {Map<string, string>} */
const knownDrafts = new Map();

/** What this page has sent and has no answer to. @type {Map<string, Set<string>>} */
const unanswered = new Map();

/** Fields of one form share a draft, so their savings stand in a row. @type {Map<string, Promise<unknown>>} */
const savings = new Map();

/** @param {string} path @returns {Promise<Uint8Array | undefined>} */
export async function fetchDraft(path) {
  const { sealed } = (await ask(path)) ?? {};
  const bytes = sealed ? unb64u(sealed) : undefined;
  const hash = bytes ? await ciphertextHash(bytes) : "";
  const mine = unanswered.get(path)?.has(hash);
  if (mine || !knownDrafts.has(path)) knownDrafts.set(path, hash);
  return bytes;
}

/** @param {string} path @param {Uint8Array} sealed */
async function putDraft(path, sealed) {
  const hash = await ciphertextHash(sealed);
  const sent = unanswered.get(path) ?? new Set();
  unanswered.set(path, sent.add(hash));
  const put = () => ask(path, { sealed: b64u(sealed), after: knownDrafts.get(path) ?? "" }, "PUT");
  try {
    await put();
  } catch (failure) {
    if (codeOf(failure) !== "draft-elsewhere") throw failure;
    // An answer that got lost: what stands there may be this page's own.
    const before = knownDrafts.get(path);
    await fetchDraft(path);
    if (knownDrafts.get(path) === before) throw failure;
    await put();
  }
  unanswered.delete(path);
  knownDrafts.set(path, hash);
}

/** What was written there has been sent. @param {string} path */
export async function forgetDraft(path) {
  await savings.get(path);
  await ask(path, {}, "DELETE");
  knownDrafts.set(path, "");
}

/** Writes once what was begun before is written. @param {string} path @param {() => Promise<Uint8Array>} seal
 * @returns {Promise<void>} */
export function saveDraft(path, seal) {
  const saving = (savings.get(path) ?? Promise.resolve()).then(async () => putDraft(path, await seal()));
  savings.set(path, saving.catch(() => {}));
  return saving;
}
