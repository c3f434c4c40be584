// @ts-check
// On the device that is open: shows a code, says which words the new device should show, and hands over the keys when
// their owner has compared them.

import { RoomError, b64u } from "../room/bytes.js";
import { newCode, numberOfCode, sealToDevice, spell, vouchedFor } from "../room/linking.js";
import { changes } from "../room/keyring.js";
import { pictureOf } from "../room/picture.js";
import { ask } from "../room/server.js";
import { deviceWords } from "../room/words.js";
import { showStep } from "./keys-act.js";
import { listWords } from "./ten-words.js";

/** Milliseconds between two looks at whether the new device has come. */
const A_LOOK = 1_500;

class LinkDevice extends HTMLElement {
  connectedCallback() {
    this.on("begin", () => this.begin());
    this.on("same", () => this.handOver());
    this.on("differ", () => this.stop("differ"));
    this.on("stop", () => this.stop(""));
    changes.addEventListener("locked", () => void this.stop(""));
  }

  disconnectedCallback() {
    clearTimeout(this.waiting);
  }

  /** The element around this one holds the opened keys. @returns {any} */
  get keys() {
    return this.closest("own-keys");
  }

  /** @param {string} act @param {() => unknown} run */
  on(act, run) {
    this.querySelector(`[data-link="${act}"]`)?.addEventListener("click", () => void this.keys.attempt(() => {
      this.say("");
      return run();
    }));
  }

  /** @param {string} code */
  say(code) {
    const line = this.querySelector("[data-link-status]");
    const text = /** @type {HTMLTemplateElement | null} */ (this.querySelector(`template[data-link-code="${code}"]`));
    if (line) line.textContent = text?.content.textContent ?? "";
  }

  async begin() {
    const code = newCode();
    const number = await numberOfCode(code);
    await ask("/keys/devices", { number, sig: await this.keys.sign("device", number) });
    this.code = code;
    this.number = number;
    const address = `${location.origin}/sign-in/device`;
    const picture = await pictureOf(`${address}#${spell(code)}`, this.dataset.picture ?? "");
    this.querySelector("[data-link-picture]")?.replaceChildren(picture);
    this.put("[data-link-address]", address);
    this.put("[data-link-text]", spell(code));
    showStep(this, "data-link-step", "code");
    this.lookAgain();
  }

  /** @param {string} selector @param {string} text */
  put(selector, text) {
    const place = this.querySelector(selector);
    if (place) place.textContent = text;
  }

  lookAgain() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.look(), A_LOOK);
  }

  async look() {
    const { code, number } = this;
    if (!code || !number) return;
    try {
      const came = await ask(`/keys/devices/${number}`);
      if (this.number !== number) return;
      if (came.done) return await this.stop("done");
      if (came.recipient && !this.recipient) {
        this.recipient = await vouchedFor(code, came.recipient, came.tag);
        listWords(this.querySelector("[data-link-words]"), await deviceWords(code, this.recipient));
        showStep(this, "data-link-step", "compare");
      }
      this.lookAgain();
    } catch (failure) {
      const { code: wrong } = /** @type {any} */ (failure);
      if (wrong === "network") this.lookAgain();
      else await this.stop(wrong === "another-device" ? "another-device" : "over");
    }
  }

  async handOver() {
    if (!this.code || !this.recipient) throw new RoomError("closed");
    const file = b64u(await sealToDevice(this.keys.opened(), this.code, this.recipient));
    await ask(`/keys/devices/${this.number}/keys`, { file, sig: await this.keys.sign("device-keys", file) });
    this.say("handed");
  }

  /** @param {string} why */
  async stop(why) {
    clearTimeout(this.waiting);
    const { number } = this;
    this.code = this.number = this.recipient = undefined;
    this.querySelector("[data-link-picture]")?.replaceChildren();
    this.querySelector("[data-link-words]")?.replaceChildren();
    this.put("[data-link-text]", "");
    showStep(this, "data-link-step", "begin");
    this.say(why);
    if (number && why !== "done") await ask(`/keys/devices/forget`, {}).catch(() => undefined);
  }
}

export const linkAnother = () => customElements.define("link-device", LinkDevice);
