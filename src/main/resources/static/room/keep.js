// @ts-check
// What this device keeps: verified ledgers, which room a group has, keys that did not fit, and the keys of an open
// session sealed under a key only the server's session holds, so that neither the disk nor the server alone opens them.

const NAME = "peerage";

/** `groups`: the room of each group. `wrong`: rooms whose keys did not fit, and why. `mine`: "My rooms" as last seen, with
 * its revision, by the key that signs it. `lost`: what is missing of a room since it was brought back from a backup. `compared`: where a room stood when its words were last compared on this device. `index`: the
 * words of a room, sealed, for searching; only while the rooms are open. `opened`: since when, by room and member. */
const STORES = /** @type {const} */ (["session", "ledgers", "groups", "wrong", "mine", "compared", "index", "opened", "lost"]);

/** @typedef {typeof STORES[number]} Store */

/** @returns {Promise<IDBDatabase>} */
function database() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 4);
    request.onupgradeneeded = () => STORES
      .filter((store) => !request.result.objectStoreNames.contains(store))
      .forEach((store) => request.result.createObjectStore(store));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @template T @param {Store} store @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} work @returns {Promise<T>} */
async function using(store, mode, work) {
  const db = await database();
  try {
    return await new Promise((resolve, reject) => {
      const request = work(db.transaction(store, mode).objectStore(store));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    db.close();
  }
}

/** @param {Store} store @param {string} key */
export const fetchKept = (store, key) => using(store, "readonly", (s) => s.get(key));

/** @param {Store} store @param {string} key @param {unknown} value */
export const keep = (store, key, value) => using(store, "readwrite", (s) => s.put(value, key));

/** @param {Store} store @param {string} key */
export const forget = (store, key) => using(store, "readwrite", (s) => s.delete(key));

/** @param {Store} store */
export const forgetAll = (store) => using(store, "readwrite", (s) => s.clear());

/** Looks and writes in one step, so that nothing newer of another window is overwritten; what `next` makes nothing of stays
 * as it is. @param {Store} store @param {string} key @param {(old: any) => unknown} next @returns {Promise<void>} */
export const change = (store, key, next) => using(store, "readwrite", (s) => {
  const found = s.get(key);
  found.addEventListener("success", () => {
    const made = next(found.result);
    if (made !== undefined) s.put(made, key);
  });
  return found;
});
