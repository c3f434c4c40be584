// @ts-check
// The key of a text for named readers, sealed again for one of them who has lost every lock and came back with a new
// card. Another reader does it. Inside lies the author's own signed word on the text: whoever renews hands it on and
// can change nothing in it.

import { Decrypter, Encrypter } from "../vendor/age-0.3.1.min.mjs";
import { RoomError } from "./bytes.js";
import { checkWord } from "./envelope.js";
import { sign, verifies } from "./identity.js";

/** @typedef {import("./identity.js").Card} Card */
/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("./ledger.js").Put} Put */
/** @typedef {import("./envelope.js").Envelope} Envelope */
/** `envelope` is the hash of the original's file, `said` what was in it, `head` the entry up to which whoever renews had
 * read. @typedef {{v: 1, room: string, id: string, rev: number, envelope: string, said: Envelope, to: string, by: string,
 *   head: string, sig: string}} Renewal */

const LABEL = "room/v1/renewal";
const FIELDS = "by,envelope,head,id,rev,room,said,sig,to,v";

/** @param {{said: Envelope, envelope: string, head: string}} what @param {{fp: string, card: Card}} reader
 * @param {{fp: string, key: CryptoKey}} renewer @returns {Promise<Uint8Array>} */
export async function sealRenewal({ said, envelope, head }, reader, renewer) {
  const { room, id, rev } = said;
  const unsigned = { v: 1, room, id, rev, envelope, said, to: reader.fp, by: renewer.fp, head };
  const age = new Encrypter();
  age.addRecipient(reader.card.age);
  return age.encrypt(JSON.stringify({ ...unsigned, sig: await sign(renewer.key, LABEL, unsigned) }));
}

/** Opens it. What it says is not believed yet. @param {Uint8Array} file @param {string} ageSecret
 * @returns {Promise<Renewal>} */
export async function openRenewal(file, ageSecret) {
  try {
    const age = new Decrypter();
    age.addIdentity(ageSecret);
    return JSON.parse(await age.decrypt(file, "text"));
  } catch (failure) {
    throw new RoomError("does-not-open", failure);
  }
}

/** Checks that this is the author's word on exactly this text, for a reader whose place my card has taken, handed on by
 * another of its readers while both of us were in the room. @param {Renewal} renewal @param {string} original the hash
 * of the envelope that the ledger names @param {Put} put @param {Ledger} ledger @param {string} me */
export async function checkRenewal(renewal, original, put, ledger, me) {
  const holds = renewal !== null && typeof renewal === "object" && renewal.v === 1
    && Object.keys(renewal).sort().join() === FIELDS
    && renewal.room === ledger.room && renewal.id === put.id && renewal.rev === put.rev
    && renewal.envelope === original && renewal.to === me;
  if (!holds) throw new RoomError("bad-envelope");
  await checkWord(renewal.said, put, ledger);
  const { sig, ...unsigned } = renewal;
  const { readers } = renewal.said;
  const at = ledger.heads.indexOf(renewal.head);
  const renewer = ledger.members.get(renewal.by);
  const allowed = renewer && at >= 0 && ledger.isIn(renewal.by, at) && ledger.isIn(me, at)
    && !readers.includes(me) && readers.some((fp) => ledger.speaksFor(me, fp))
    && readers.some((fp) => ledger.speaksFor(renewal.by, fp) && !ledger.speaksFor(me, fp))
    && (await verifies(renewer.card.ed25519, LABEL, unsigned, sig).catch(() => false));
  if (!allowed) throw new RoomError("bad-envelope");
}
