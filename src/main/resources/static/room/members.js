// @ts-check
// Who is in a room, who vouches for whom, and what most of them agree on: what a ledger has come to, as far as it is
// about people.

import { RoomError, hash } from "./bytes.js";
import { verifyCard } from "./identity.js";
import { jcs } from "./jcs.js";

/** @typedef {import("./identity.js").Card} Card */
/** `stays`: after which entry they came, and with which they went. `before`: the card that this one took the place of.
 * `reads`: the keys from before their time that they were given.
 * @typedef {{fp: string, card: Card, name: string, chair: boolean, active: boolean, how: string, since: number,
 *   stays: {from: number, until?: number}[], before: string, reads: number[]}} Member */
/** Who vouches for the new card of the member `fp`, since when, and whether a chair sits beside them.
 * @typedef {{fp: string, card: Card, since: number, here: boolean, by: string[]}} Vouched */
/** What members agree on, since when. @typedef {{since: number, by: string[]}} Agreed */

/** Milliseconds between the first word for a new card and its taking the place of the old one: time for whoever is meant
 * to hear of it and to say no. */
export const WAIT = 24 * 60 * 60_000;

/** Milliseconds in which a chair who is called lost, and whoever does not want the room to end, may hear of it. */
export const WEEK = 7 * WAIT;

/** The hash of a set of members. @param {string[]} fingerprints */
export const membersHash = (fingerprints) => hash("room/v1/members", jcs([...fingerprints].sort()));

export class Members {
  constructor() {
    /** @type {Map<string, Member>} */
    this.members = new Map();
    /** New cards that members vouch for, by their fingerprints. @type {Map<string, Vouched>} */
    this.vouches = new Map();
    /** Whom members call to the chair, because whoever has it is lost. @type {Map<string, Agreed>} */
    this.calls = new Map();
    /** Who agrees that the room ends. @type {Agreed | undefined} */
    this.ends = undefined;
    /** The hash of who is here, until somebody comes or goes. */
    this.here = "";
  }

  active() {
    return [...this.members.values()].filter((member) => member.active);
  }

  async activeHash() {
    this.here ||= await membersHash(this.active().map((member) => member.fp));
    return this.here;
  }

  /** @param {Member} member */
  seat(member) {
    this.members.set(member.fp, member);
    this.here = "";
  }

  /** @param {Member} member @param {number} seq */
  end(member, seq) {
    this.seat(gone(member, seq));
    this.forgetVouchesFor(member.fp);
    this.calls.delete(member.fp);
  }

  /** Was this member in the room once the entry `seq` was written? @param {string} fp @param {number} seq */
  isIn(fp, seq) {
    return this.members.get(fp)?.stays.some(({ from, until }) => from <= seq && (until === undefined || seq < until)) === true;
  }

  /** Was this member in the room when the entry `seq` was written? @param {string} fp @param {number} seq */
  wasHere(fp, seq) {
    return this.members.get(fp)?.stays.some(({ from, until }) => from < seq && (until === undefined || seq < until)) === true;
  }

  /** Whether a card speaks for another: it is the same, or has taken its place. @param {string} by @param {string} fp */
  speaksFor(by, fp) {
    for (let one = by; one; one = this.members.get(one)?.before ?? "") if (one === fp) return true;
    return false;
  }

  /** Whether another card has the place of this one. @param {string} fp */
  replaced(fp) {
    return this.active().some((member) => member.fp !== fp && this.speaksFor(member.fp, fp));
  }

  /** How many have to vouch for the new card of a member: two of the others, or the only one. The chair does not change
   * hands against most of the group. @param {Member} member */
  needs({ chair }) {
    const others = this.active().length - 1;
    return Math.min(others, chair ? Math.max(2, Math.floor(others / 2) + 1) : 2);
  }

  /** Those who said so and still have a say. @param {{by: string[]} | undefined} said */
  voices(said) {
    return said?.by.filter((fp) => this.members.get(fp)?.active) ?? [];
  }

  chair() {
    return /** @type {Member} */ (this.active().find(({ chair }) => chair));
  }

  /** Why whom members call cannot yet take the chair, if they cannot. @param {string} fp @param {number} at */
  hindersCall(fp, at) {
    const called = this.calls.get(fp);
    if (!called || this.voices(called).length < this.needs(this.chair())) return "not-called";
    return at >= called.since + WEEK ? undefined : "too-soon";
  }

  /** Why the chair cannot yet end the room, if they cannot. Where nobody is against it, there is nobody to wait for.
   * @param {number} at */
  hindersEnd(at) {
    const agree = this.voices(this.ends).filter((fp) => !this.members.get(fp)?.chair).length;
    if (agree < this.needs(this.chair())) return "not-agreed";
    return agree === this.active().length - 1 || at >= (this.ends?.since ?? at) + WEEK ? undefined : "too-soon";
  }

  /** Why a new card cannot yet take the place of the old one, if it cannot. @param {string} next @param {number} at */
  hinders(next, at) {
    const vouched = this.vouches.get(next);
    const old = vouched && this.members.get(vouched.fp);
    if (!vouched || !old || this.voices(vouched).length < this.needs(old)) return "not-vouched";
    return vouched.here || at >= vouched.since + WAIT ? undefined : "too-soon";
  }

  /** @param {string} person */
  memberOf(person) {
    return this.active().find((member) => member.card.user === person);
  }

  /** @param {string} fp */
  forgetVouchesFor(fp) {
    for (const [next, vouched] of this.vouches) if (vouched.fp === fp) this.vouches.delete(next);
  }

  /** A card never seen here, for somebody else who is. @param {{fp: string, card: Card}} data @param {string} by */
  async successor({ fp, card }, by) {
    const next = await verifyCard(card);
    const old = this.members.get(fp);
    if (!old?.active || fp === by || card.user !== old.card.user || this.members.has(next)) throw new RoomError("not-allowed");
    return { next, old };
  }
}

/** @param {Member} member @param {number} seq @returns {Member} */
const gone = (member, seq) => ({
  ...member,
  active: false,
  chair: false,
  stays: [...member.stays.slice(0, -1), { from: member.stays[member.stays.length - 1].from, until: seq }],
});
