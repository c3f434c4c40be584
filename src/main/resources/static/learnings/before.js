// @ts-check
// What others here have learned before, shown while somebody writes an issue with words like theirs. All of it happens
// in the page: what is typed is compared with what has opened, and goes nowhere.

import { changes } from "../room/keyring.js";
import { termsOf } from "../memory/fold.js";

/** Shown at once. */
const MOST = 3;

/** Shorter words say nothing of what a text is about. */
const LETTERS = 4;

/** Words that stand in every text. */
const COMMON = new Set(("about after again against because been before between could does doing down each even every from "
  + "have having here into just like made make many more most much must need never only other over people same should "
  + "some still such take tell than that their them then there these they thing things this those through time under "
  + "until very want well were what when where which while whom with without would year years your "
  + "aber alle allem allen aller alles also andere anderen auch beim bevor damit dann dass dazu dein deine dem denn "
  + "deren dich diese diesem diesen dieser dieses doch dort durch eine einem einen einer eines etwas euch gegen haben "
  + "habe hatte hier ihnen ihre ihrem ihren ihrer immer jahr jahre jede jedem jeden jeder kann kein keine keinem keinen "
  + "konnen mehr mein meine meinem meinen meiner menschen mich muss nach nicht nichts noch oder ohne schon sehr sein "
  + "seine seinem seinen seiner seit sich sind sollen soll uber unser unsere unter viel vom vor wann warum weil wenn "
  + "werden wird wieder wissen wollen will wurde zeit zwischen").split(" "));

/** @param {string} text */
const wordsOf = (text) => [...new Set(termsOf(text).filter((word) => word.length >= LETTERS && !COMMON.has(word)))];

/** What words of one stem end in, in the languages that are spoken here. */
const ENDING = /(?:ings?|ungs?|ungen|ers?|ern|ed|en|em|es|e|s)$/;

/** @param {string} word */
const stem = (word) => {
  const short = word.replace(ENDING, "");
  return short.length < LETTERS - 1 ? word : short;
};

/** Of one stem: "hire" and "hiring", "Nachfolge" and "Nachfolger", "partner" and "partnership".
 * @param {string} one @param {string} other */
function related(one, other) {
  if (stem(one) === stem(other)) return true;
  const longer = Math.max(one.length, other.length);
  let same = 0;
  while (same < longer && one[same] === other[same]) same++;
  return same > LETTERS && same >= longer * 0.6;
}

/** How many of the words that somebody writes are in a text. @param {string[]} typed @param {string} text */
function suits(typed, text) {
  const words = wordsOf(text);
  return typed.filter((one) => words.some((other) => related(one, other))).length;
}

class LearnedBefore extends HTMLElement {
  constructor() {
    super();
    this.look = this.look.bind(this);
  }

  connectedCallback() {
    document.addEventListener("input", this.look);
    document.addEventListener("htmx:after:swap", this.look);
    changes.addEventListener("locked", this.look);
    this.look();
  }

  disconnectedCallback() {
    document.removeEventListener("input", this.look);
    document.removeEventListener("htmx:after:swap", this.look);
    changes.removeEventListener("locked", this.look);
  }

  look() {
    const fields = /** @type {any[]} */ ([...document.querySelectorAll("form[data-kind=issue] sealed-field")]);
    const typed = wordsOf(fields.map(({ value }) => value ?? "").join(" "));
    const cards = /** @type {HTMLElement[]} */ ([...this.querySelectorAll(":scope > ul > li")]);
    const found = cards.map((card) => {
      const text = card.querySelector("sealed-text");
      const open = text?.getAttribute("data-state") === "open";
      return { card, points: open ? suits(typed, text.textContent ?? "") : 0 };
    }).filter(({ points }) => points > 0).sort((one, other) => other.points - one.points).slice(0, MOST);
    const shown = new Set(found.map(({ card }) => card));
    for (const card of cards) card.hidden = !shown.has(card);
    this.hidden = shown.size === 0;
  }
}

customElements.define("learned-before", LearnedBefore);
