// @ts-check
// How a ballot is decided: the same as in BallotRule.java, because each page counts by itself.

/** @param {string} rule @param {{yes: number, no: number}} tally @param {number} voters on the list */
export function passes(rule, { yes, no }, voters) {
  switch (rule) {
    case "unanimous": return voters > 0 && yes >= voters;
    case "two-thirds": return voters > 0 && yes >= Math.floor((2 * voters + 2) / 3);
    case "majority": return voters > 0 && yes >= Math.floor(voters / 2) + 1;
    case "one-objection":
    case "consent": return no === 0;
    default: return false;
  }
}
