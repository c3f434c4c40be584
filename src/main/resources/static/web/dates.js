// @ts-check
// Days and clock times as the pages of the server say them: one style, in the language of the texts, by the clock that
// the reader is used to.

const root = document.documentElement;

const locale = () => root.dataset.locale || root.lang || "en";

/** Making one takes a hundred times as long as writing a date with it, and a list has many dates of one form.
 * @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {Intl.DateTimeFormatOptions} how */
function format(how) {
  const key = locale() + JSON.stringify(how);
  let found = formats.get(key);
  if (!found) formats.set(key, found = new Intl.DateTimeFormat(locale(), how));
  return found;
}

/** Of its parts in one order wherever English is read; as the language writes it elsewhere. */
const english = () => locale().startsWith("en");

/** "Tue 4 March 2031", „Di., 4. März 2031“. @param {number | Date} at @param {{zone?: string, weekday?: boolean, year?: boolean}} how */
export function day(at, { zone: timeZone, weekday = true, year = true } = {}) {
  if (!english()) {
    return format({
      weekday: weekday ? "short" : undefined, day: "numeric", month: "long", year: year ? "numeric" : undefined, timeZone,
    }).format(at);
  }
  const part = (/** @type {Intl.DateTimeFormatOptions} */ one) => format({ ...one, timeZone }).format(at);
  return [
    weekday ? part({ weekday: "short" }) : "",
    part({ day: "numeric" }),
    part({ month: "long" }),
    year ? part({ year: "numeric" }) : "",
  ].filter((word) => word).join(" ");
}

/** @param {number | Date} at @param {string} [timeZone] */
export const clock = (at, timeZone) => format({ timeStyle: "short", timeZone }).format(at);
