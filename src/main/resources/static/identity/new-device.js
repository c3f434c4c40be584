// @ts-check
// On the device that is to be linked: makes a key of its own, shows its words, and takes the keys that the other device
// hands over for it.

import { unb64u } from "../room/bytes.js";
import { hold, keepNothing } from "../room/keyring.js";
import { deviceTag, newDeviceKey, numberOfCode, openOnDevice, readCode } from "../room/linking.js";
import { ask } from "../room/server.js";
import { signed } from "../room/unlock.js";
import { deviceWords } from "../room/words.js";
import { needsHttps } from "./https.js";
import { KeysAct, showStep } from "./keys-act.js";
import { addPasskey } from "./passkey.js";
import { listWords } from "./ten-words.js";

/** Milliseconds between two looks at whether the keys have come. */
const A_LOOK = 1_500;

class NewDevice extends KeysAct {
  connectedCallback() {
    const typed = /** @type {HTMLInputElement} */ (this.querySelector("#code"));
    typed.value = decodeURIComponent(location.hash.slice(1));
    // The code must not stay in the address, where a history keeps it.
    history.replaceState(null, "", location.pathname);
    this.on("[data-new-step=code]", "submit", () => {
      keepNothing(/** @type {HTMLInputElement} */ (this.querySelector("[data-not-mine]")).checked);
      return this.begin(typed.value);
    });
    this.on("[data-make-passkey]", "click", () => this.makePasskey());
    this.querySelector("[data-go-on]")?.addEventListener("click", () => location.assign("/"));
  }

  /** @param {string} typed */
  async begin(typed) {
    const code = readCode(typed);
    const number = await numberOfCode(code);
    const device = await newDeviceKey();
    await ask("/sign-in/device", { number, recipient: device.recipient, tag: await deviceTag(code, device.recipient) });
    listWords(this.querySelector("[data-device-words]"), await deviceWords(code, device.recipient));
    showStep(this, "data-new-step", "words");
    try {
      await this.take(code, number, device);
    } catch (failure) {
      showStep(this, "data-new-step", "code");
      throw failure;
    }
  }

  /** @param {Uint8Array<ArrayBuffer>} code @param {string} number @param {import("../room/linking.js").DeviceKey} device */
  async take(code, number, device) {
    let found = {};
    while (!found.file) {
      await new Promise((resolve) => setTimeout(resolve, A_LOOK));
      found = await ask("/sign-in/device/keys", { number }).catch((failure) => {
        if (failure.code !== "network") throw failure;
        return {};
      });
    }
    const { person, card, challenge, file } = /** @type {any} */ (found);
    this.secrets = await openOnDevice(unb64u(file), code, device, card);
    this.person = card.user;
    await ask("/sign-in/device/proof", { number, sig: await signed(this.secrets, person, challenge, "device-sign-in", number) });
    await hold(this.secrets);
    showStep(this, "data-new-step", "open");
  }

  async makePasskey() {
    if (!this.secrets || !this.person) return;
    const locks = await ask("/keys/locks");
    const others = locks.map((/** @type {any} */ lock) => lock.credential).filter(Boolean);
    await addPasskey(this.secrets, this.person, navigator.platform || "Passkey", others);
    location.assign("/");
  }
}
needsHttps();
customElements.define("new-device", NewDevice);
