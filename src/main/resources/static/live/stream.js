// @ts-check
// Follows a topic. The stream says "it is at n" and nothing else; the page then asks for what it has missed. Where there
// is no stream the page asks by itself, and where that fails too it is lost and hears of it.

const POLL_EVERY = 5000;
/** So many beats of the stream may be missed; and how long that is until the server has said how often it beats. */
const BEATS = 2.5;
const SILENCE = 40_000;

/** @typedef {object} Follower
 * @property {string} events where the stream is
 * @property {string} page what is asked for where there is none
 * @property {() => number} heard what the page has heard of
 * @property {(n: number) => void} news the topic is further than that
 * @property {() => void} answered the page has asked by itself, and the server is there
 * @property {(lost: boolean) => void} lost whether the server is out of reach
 */

/** @param {Follower} page @returns {{lose: () => void}} */
export function listen(page) {
  /** @type {EventSource | undefined} */
  let stream;
  let streaming = false;
  let polling = 0;
  /** The server has not answered since. */
  let lost = false;
  /** The stream's last sign of life, and how long it may take until the next: some beats of the server's. */
  let alive = 0;
  let patience = SILENCE;

  function connect() {
    stream?.close();
    streaming = false;
    alive = performance.now();
    stream = new EventSource(`${page.events}?after=${page.heard()}`);
    stream.addEventListener("open", () => {
      streaming = true;
      if (lost) void ask();
      else found();
    });
    stream.addEventListener("at", (event) => {
      const n = Number(/** @type {MessageEvent} */ (event).data);
      alive = performance.now();
      if (n > page.heard()) page.news(n);
    });
    stream.addEventListener("beat", (event) => {
      alive = performance.now();
      patience = Number(/** @type {MessageEvent} */ (event).data) * BEATS;
    });
    stream.addEventListener("error", () => {
      streaming = false;
      poll();
      // A refused stream does not come back by itself.
      if (stream?.readyState === EventSource.CLOSED) setTimeout(connect, POLL_EVERY);
    });
  }

  /** A connection can die without being closed: a phone on another network, a router that forgets. Then no error comes. */
  setInterval(() => {
    if (performance.now() - alive < patience) return;
    lose();
    connect();
    void ask();
  }, 1000);

  /** Without a stream the page asks by itself, and says so when that fails too. */
  function poll() {
    if (!polling) polling = window.setInterval(ask, POLL_EVERY);
  }

  /** Gives up in time for the next: the browser's other connections may be as dead as the stream's. */
  async function ask() {
    const late = new AbortController();
    const end = setTimeout(() => late.abort(), POLL_EVERY);
    try {
      const response = await fetch(page.page, {
        headers: { "HX-Request": "true", "X-Polling": "true" },
        signal: late.signal,
      });
      if (!response.ok) return lose();
      // A stream that waits on a dead connection gets the one that has just answered.
      if (lost && !streaming) connect();
      found();
      page.answered();
    } catch {
      lose();
    } finally {
      clearTimeout(end);
    }
  }

  function lose() {
    lost = true;
    page.lost(true);
    poll();
  }

  function found() {
    lost = false;
    page.lost(false);
    if (!streaming) return;
    clearInterval(polling);
    polling = 0;
  }

  addEventListener("pagehide", () => stream?.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) connect();
  });
  connect();
  return { lose };
}
