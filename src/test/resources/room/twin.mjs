// The browser's half of the two-language tests: each function takes and gives plain JSON, bytes in base64url.

import { Decrypter } from "/vendor/age-0.3.1.min.mjs";
import { RoomError, b64u, random, unb64u, uuidBytes } from "/room/bytes.js";
import { COBBLESTONE_128, COBBLESTONE_256, open, seal } from "/room/cobblestone.js";
import { checkEnvelope, envelopeHash, openEnvelope, openFor, sealFor, textHash } from "/room/envelope.js";
import { deriveKeys, draftsSecret, hmacKey, keyCheck, openGrant, ownRoomsSecret, sealGrant } from "/room/epochs.js";
import { openFile, padded, partHash, partsHash, partsOf, pictureType, sealPart } from "/room/file.js";
import { fingerprint, matches, newIdentity, signingKey, verifyCard } from "/room/identity.js";
import { tag, verifyTag } from "/room/invitation.js";
import { canonical } from "/room/jcs.js";
import { Ledger, genesis, nextEntry } from "/room/ledger.js";
import { lockWithPrf, lockWithWords, newPrfNonce, openWithPrf, openWithWords, prfInputs, prfNonce } from "/room/locks.js";
import { firstOwnRooms } from "/room/own-rooms.js";
import { checkRenewal, openRenewal, sealRenewal } from "/room/renewal.js";
import { forkOf, isAccepted, pendingOf, verdictOf } from "/room/restored.js";
import { ciphertextHash, openDraft, openOwnRooms, openRecord, sealDraft, sealRecord } from "/room/seal.js";
import { cardWords, newWords, pairWords, readWords, roomWords } from "/room/words.js";
import { wordlist } from "/vendor/words-en-2.4.0.min.mjs";

const records = async ({ secret, room }) => (await deriveKeys(unb64u(secret), room)).records;
const drafts = async ({ age, header }) => hmacKey(await draftsSecret(age, uuidBytes(header.person)));
const signer = async ({ fp, secrets }) => ({ fp, key: await signingKey(secrets) });

const agreed = ({ since, by }) => ({ since, by: [...by].sort() });

const state = async (ledger) => ({
  seq: ledger.seq,
  head: ledger.head,
  epoch: ledger.epoch,
  kcv: ledger.kcv,
  group: ledger.group,
  checks: Object.fromEntries(ledger.acts.filter(({ kind }) => kind === "check")
    .map(({ by, upTo, with: others }) => [by, { seq: upTo, with: others }])),
  writable: await ledger.writable(),
  members: [...ledger.members.values()].map(({ fp, chair, active, how, name, stays, before, reads }) =>
    ({ fp, chair, active, how, name, stays, ...(before && { before }), ...(reads.length && { reads }) })).sort((a, b) => (a.fp < b.fp ? -1 : 1)),
  ...(ledger.vouches.size && { vouches: Object.fromEntries([...ledger.vouches].map(([next, { fp, since, here, by }]) =>
    [next, { fp, since, here, by: [...by].sort() }])) }),
  ...(ledger.calls.size && { calls: Object.fromEntries([...ledger.calls].map(([fp, called]) => [fp, agreed(called)])) }),
  ...(ledger.acts.some(({ kind }) => kind === "accept") && { accepted: ledger.acts.filter(({ kind }) => kind === "accept")
    .map(({ seq, by, at }) => ({ seq, by, at })) }),
  ...(ledger.ends && { ends: agreed(ledger.ends) }),
  ...(ledger.dissolved && { dissolved: true }),
  puts: [...ledger.puts.values()].map(({ at: _, ...put }) => put).sort((a, b) => (a.id < b.id ? -1 : 1)),
});

const inflate = async (bytes) =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer());

const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const acts = {
  newIdentity: ({ user }) => newIdentity(user),
  verifyCard: ({ card }) => verifyCard(card),
  fingerprint: ({ card }) => fingerprint(card),
  matches: ({ secrets, card }) => matches(secrets, card),
  canonical: ({ json }) => canonical(JSON.parse(json)),
  decode: ({ b64 }) => hex(unb64u(b64)),
  spelled: ({ b64 }) => b64u(unb64u(b64)),
  /** As browsers do that cannot spell bytes by themselves. */
  spelledWithoutHelp: ({ b64 }) => {
    const { fromBase64 } = Uint8Array;
    try {
      delete Uint8Array.fromBase64;
      return b64u(unb64u(b64));
    } finally {
      Uint8Array.fromBase64 = fromBase64;
    }
  },

  genesis: async (a) => genesis(
    { group: a.group, card: a.card, name: a.name, policy: { history: "from-today", joins: "chair" }, nonce: b64u(random(32)) },
    await signer(a)),
  nextEntry: async (a) => nextEntry(a, a.kind, a.data, await signer(a), a.at),
  replay: async ({ room, entries }) => state(await Ledger.replay(room, entries)),
  /** Tries each entry; a refused one leaves the ledger as it was. */
  judge: async ({ room, entries }) => {
    const ledger = new Ledger(room);
    const verdicts = [];
    for (const entry of entries) {
      verdicts.push(await ledger.append(entry).then(() => "taken", (failure) => codeOf(failure)));
    }
    return { verdicts, state: await state(ledger) };
  },
  restored: async ({ room, remembered, now }) => {
    const [known, found] = [await Ledger.replay(room, remembered), await Ledger.replay(room, now)];
    const verdict = verdictOf(known, found);
    return {
      fork: forkOf(known, found),
      here: verdict.here.map(({ fp }) => fp).sort(),
      voices: verdict.voices.map(({ fp }) => fp).sort(),
      accepted: isAccepted(verdict),
      pending: Boolean(pendingOf(found)),
    };
  },
  timeReplay: async ({ room, entries }) => {
    await Ledger.replay(room, entries);
    const began = performance.now();
    await Ledger.replay(room, entries);
    return performance.now() - began;
  },

  keyCheck: ({ secret }) => keyCheck(unb64u(secret)),
  sealGrant: async (a) => b64u(await sealGrant({ ...a, secret: unb64u(a.secret) }, a.card, await signer(a))),
  openGrant: async ({ file, age, me, room, entries }) => {
    const opened = await openGrant(unb64u(file), age, me, await Ledger.replay(room, entries));
    return { epoch: opened.epoch, secret: b64u(opened.secret) };
  },
  epochKeysStayInside: async ({ secret, room }) => {
    const keys = await deriveKeys(unb64u(secret), room);
    return Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, key.extractable]));
  },

  sealRecord: async (a) => b64u(await sealRecord(await records(a), a.header, a.body)),
  openRecord: async (a) => openRecord(await records(a), a.header, unb64u(a.sealed)),
  sealFor: async (a) => {
    const ledger = await Ledger.replay(a.room, a.entries);
    const readers = a.readers.map((fp) => ledger.members.get(fp));
    const { sealed, file, ...made } = await sealFor(a.header, a.body, readers, { group: ledger.group, head: ledger.head }, await signer(a));
    return { ...made, sealed: b64u(sealed), file: b64u(file) };
  },
  openFor: async ({ file, age, me, room, entries, header, sealed }) => {
    const ledger = await Ledger.replay(room, entries);
    const put = ledger.puts.get(header.id);
    if ((await textHash(unb64u(sealed), await envelopeHash(unb64u(file)))) !== put.hash) throw new RoomError("does-not-open");
    const envelope = await openEnvelope(unb64u(file), age);
    await checkEnvelope(envelope, put, ledger, me);
    return { envelope, body: await openFor(envelope, header, unb64u(sealed)) };
  },
  sealRenewal: async (a) => {
    const ledger = await Ledger.replay(a.room, a.entries);
    const said = await openEnvelope(unb64u(a.file), a.age);
    const what = { said, envelope: await envelopeHash(unb64u(a.file)), head: ledger.head };
    return b64u(await sealRenewal(what, ledger.members.get(a.to), await signer(a)));
  },
  openRenewed: async ({ file, again, age, me, room, entries, header, sealed }) => {
    const ledger = await Ledger.replay(room, entries);
    const put = ledger.puts.get(header.id);
    const original = await envelopeHash(unb64u(file));
    if ((await textHash(unb64u(sealed), original)) !== put.hash) throw new RoomError("does-not-open");
    const renewal = await openRenewal(unb64u(again), age);
    await checkRenewal(renewal, original, put, ledger, me);
    return openFor(renewal.said, header, unb64u(sealed));
  },
  checkEnvelope: async ({ envelope, put, me, room, entries }) => checkEnvelope(envelope, put, await Ledger.replay(room, entries), me),
  /** A file of these bytes, repeated to its size. */
  sealFile: async ({ room, id, key, name, type, bytes }) => {
    const whole = unb64u(bytes);
    const parts = [];
    for (let part = 0; part < partsOf(whole.length); part++) {
      parts.push(await sealPart(await hmacKey(unb64u(key)), room, id, whole.length, part, whole.subarray(part << 20, (part + 1) << 20)));
    }
    const hash = await partsHash(await Promise.all(parts.map(partHash)));
    return { body: { name, type, size: String(whole.length), key, hash }, parts: parts.map(b64u) };
  },
  openFile: async ({ room, id, body, parts }) => b64u(await openFile(room, id, body, async (part) => {
    if (!parts[part]) throw new RoomError("file-missing");
    return unb64u(parts[part]);
  })),
  padded: ({ lengths }) => lengths.map(padded),
  pictureType: ({ bytes }) => pictureType(unb64u(bytes)) ?? "none",
  ciphertextHash: ({ sealed }) => ciphertextHash(unb64u(sealed)),
  sealDraft: async (a) => b64u(await sealDraft(await drafts(a), a.header, a.body)),
  firstOwnRooms: ({ secrets, card }) => firstOwnRooms(secrets, card),
  openOwnRooms: async ({ age, header, sealed }) =>
    openOwnRooms(await hmacKey(await ownRoomsSecret(age, uuidBytes(header.person))), header, unb64u(sealed)),
  openDraft: async (a) => openDraft(await drafts(a), a.header, unb64u(a.sealed)),

  wordlist: () => wordlist,
  cardWords: ({ fp }) => cardWords(fp),
  pairWords: ({ mine, theirs }) => pairWords(mine, theirs),
  roomWords: ({ room, head }) => roomWords(room, head),
  newWords: () => newWords(),
  readWords: ({ typed }) => readWords(typed),
  lockWithWords: async ({ secrets, words }) => b64u(await lockWithWords(secrets, words)),
  openWithWords: ({ file, words }) => openWithWords(unb64u(file), words),
  lockWithPrf: async ({ secrets, first, second }) =>
    b64u(await lockWithPrf(secrets, newPrfNonce(), { first: unb64u(first).buffer, second: [...unb64u(second)] })),
  openWithPrf: ({ file, first, second }) => openWithPrf(unb64u(file), { first: unb64u(first), second: unb64u(second) }),
  prfNonce: ({ file }) => b64u(prfNonce(unb64u(file))),
  prfInputs: ({ nonce }) => {
    const { first, second } = prfInputs(unb64u(nonce));
    return { first: b64u(first), second: b64u(second) };
  },

  tag: ({ k, card }) => tag(k, card),
  verifyTag: ({ k, card, claimed }) => verifyTag(k, card, claimed),

  cobblestone: async ({ bits, key: bytes, context, compressed }) => {
    const suite = { 128: COBBLESTONE_128, 256: COBBLESTONE_256 }[bits];
    const [key, sealed] = [await hmacKey(unb64u(bytes)), await inflate(unb64u(compressed))];
    const opened = await open(key, unb64u(context), sealed, suite);
    const again = await seal(key, unb64u(context), opened, sealed.slice(0, 24), suite);
    const sealedAlike = again.length === sealed.length && again.every((byte, i) => byte === sealed[i]);
    return { length: opened.length, sha512: hex(await crypto.subtle.digest("SHA-512", opened)), sealedAlike };
  },
  age: async ({ file, compressed, identity, passphrase }) => {
    const age = new Decrypter();
    try {
      if (identity) age.addIdentity(identity);
      if (passphrase) age.addPassphrase(passphrase);
      const opened = await age.decrypt(compressed ? await inflate(unb64u(file)) : unb64u(file));
      return hex(await crypto.subtle.digest("SHA-256", opened));
    } catch (failure) {
      throw new RoomError("does-not-open", failure);
    }
  },
};

const codeOf = (failure) => (failure instanceof RoomError ? failure.code : `${failure}`);

/** @param {string} name @param {string} argument */
export async function run(name, argument) {
  try {
    return JSON.stringify({ gives: (await acts[name](JSON.parse(argument))) ?? null });
  } catch (failure) {
    return JSON.stringify({ refuses: codeOf(failure) });
  }
}
