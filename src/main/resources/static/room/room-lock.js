// @ts-check
// The lock in the corner of the page.

import { changeText, comparedOf, day } from "./compare.js";
import { changes, current, lock, wrongKeysOf } from "./keyring.js";
import { openRoom } from "./room.js";
import { look } from "./place.js";
import { ALARMING, alarm, codeOf, textOf } from "./texts.js";
import { unlockWithPasskey, unlockWithWords } from "./unlock.js";

/** Says whether this device has the room open, opens it, and closes it. */
export class RoomLock extends HTMLElement {
  constructor() {
    super();
    this.show = this.show.bind(this);
    this.asked = 0;
  }

  connectedCallback() {
    changes.addEventListener("open", this.show);
    document.addEventListener("waiting", this.show);
    document.addEventListener("compared", this.show);
    changes.addEventListener("locked", this.show);
    this.querySelector("[data-open]")?.addEventListener("click", () => this.attempt(unlockWithPasskey));
    this.querySelector("[data-close]")?.addEventListener("click", () => void lock());
    this.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      const input = /** @type {HTMLInputElement} */ (this.querySelector("[data-words]"));
      void this.attempt(async () => {
        await unlockWithWords(input.value);
        input.value = "";
      });
    });
    void this.show();
  }

  disconnectedCallback() {
    changes.removeEventListener("open", this.show);
    document.removeEventListener("waiting", this.show);
    document.removeEventListener("compared", this.show);
    changes.removeEventListener("locked", this.show);
  }

  async show() {
    // Several looks may be under way; what the last one finds is said.
    const asked = ++this.asked;
    let state = "open";
    try {
      if (!(await current())) state = "locked";
      else if (this.dataset.room) {
        const room = await openRoom(this.dataset.room);
        await this.sayCompared(room);
        this.sayNewCards(room);
        look();
        if (!room.me?.active) state = room.ledger.replaced(room.ring.fp) ? "replaced" : "outside";
        else if (!room.ring.has(room.id, room.ledger.epoch)) state = (await wrongKeysOf(room.id)) ?? "no-key";
      }
      if (state === "open" && document.querySelector("sealed-text[data-state=unopened]")) state = "unopened";
    } catch (failure) {
      state = codeOf(failure);
      if (ALARMING.has(state)) return alarm(state);
    }
    if (asked !== this.asked) return;
    this.dataset.state = state;
    const open = ["open", "outside", "replaced"].includes(state);
    for (const part of this.querySelectorAll("[data-when]")) {
      /** @type {HTMLElement} */ (part).hidden = part.getAttribute("data-when") !== (open ? "open" : "closed");
    }
    const line = this.querySelector("[data-state-text]");
    if (line) line.textContent = textOf(`lock-${state}`);
  }

  /** A device that has compared nothing yet knows only what the server has shown it. @param {import("./room.js").Room} room */
  async sayCompared({ id, me, ledger }) {
    const line = /** @type {HTMLElement | null} */ (this.querySelector("[data-compared]"));
    if (!line) return;
    const { change } = ledger;
    const silent = !me?.active || !change || ledger.active().length < 2 || Boolean(await comparedOf(id));
    line.hidden = silent;
    line.replaceChildren();
    if (silent) return;
    const link = document.createElement("a");
    link.href = `/groups/${ledger.group}/room#room-words`;
    link.textContent = textOf("compare");
    line.append(`${textOf("not-compared")} ${day(change.at)}, ${changeText(change)}. `, link);
  }

  /** All see it, as soon as one member vouches for a new card. @param {import("./room.js").Room} room */
  sayNewCards({ me, ring, ledger }) {
    const line = /** @type {HTMLElement | null} */ (this.querySelector("[data-new-cards]"));
    if (!line) return;
    const lost = me?.active ? [...new Set([...ledger.vouches.values()].map(({ fp }) => fp))] : [];
    line.hidden = lost.length === 0;
    line.replaceChildren(...lost.flatMap((fp) => {
      const mine = fp === ring.fp;
      const link = document.createElement("a");
      link.href = mine ? "/keys" : `/groups/${ledger.group}/room`;
      link.textContent = textOf(mine ? "new-card-stop" : "new-card-look");
      const said = textOf(mine ? "new-card-mine" : "new-card").replaceAll("{0}", ledger.members.get(fp)?.name ?? "?");
      return [`${said} `, link, " "];
    }));
  }

  /** @param {() => Promise<unknown>} act */
  async attempt(act) {
    const wrong = this.querySelector("[data-wrong]");
    if (wrong) wrong.textContent = "";
    try {
      await act();
      await this.show();
    } catch (failure) {
      if (ALARMING.has(codeOf(failure))) alarm(codeOf(failure));
      else if (wrong) wrong.textContent = textOf(codeOf(failure));
    }
  }
}
