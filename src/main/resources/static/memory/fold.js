// @ts-check
// Words as they are compared: without case and accents, so that whoever types them need not know how they were written.

/** Scripts that put no spaces between words: what is looked for there may begin anywhere. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;

/** Letters that no accent was added to, and which people type without their stroke. */
const PLAIN = new Map([["ß", "ss"], ["æ", "ae"], ["œ", "oe"], ["ø", "o"], ["ł", "l"], ["đ", "d"], ["ı", "i"], ["ς", "σ"]]);
const STROKED = new RegExp(`[${[...PLAIN.keys()].join("")}]`, "gu");

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Has neither accents nor strokes. */
const ASCII = /^[\0-\x7f]*$/;

/** @param {string} text */
const bare = (text) => ASCII.test(text) ? text.toLowerCase() : text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase()
  .replace(STROKED, (letter) => PLAIN.get(letter) ?? letter);

/** A space before each word, and nothing else between them. @param {string} text */
export const fold = (text) => ` ${bare(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`;

/** What has to be found, each somewhere in a text. @param {string} query */
export const termsOf = (query) => fold(query).split(" ").filter((term) => term !== "");

/** What a folded text holds if one of its words begins with the term. @param {string} term */
export const beginning = (term) => UNSPACED.test(term) ? term : ` ${term}`;

/** Where the words that begin with one of the terms stand in a text as it was written.
 * @param {string} text @param {string[]} terms @returns {{from: number, to: number}[]} */
export const places = (text, terms) => [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
  const folded = bare(word);
  const found = terms.some((term) => (UNSPACED.test(term) ? folded.includes(term) : folded.startsWith(term)));
  return found ? [{ from: index, to: index + word.length }] : [];
});
