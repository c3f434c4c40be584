// @ts-check
// A file whose record has opened: its name, which is how it is downloaded, its size, and the picture where it is one.

import { fileOf, pictureType } from "../room/file.js";
import { ALARMING, alarm, codeOf, textOf } from "../room/texts.js";
import { fetchFile, nameFor, save, sizeText } from "./transfer.js";

/** Pictures up to this many bytes are shown without being asked for. */
const SMALL = 2_000_000;

/** @param {string} tag @param {string} [text] @param {string} [style] */
function made(tag, text = "", style = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = style;
  return element;
}

/** Draws it into an element. What comes back takes the picture away again: nothing opened outlasts the lock.
 * @param {HTMLElement} here @param {{room: string, id: string, body: any, address: string}} what @returns {() => void} */
export function showFile(here, { room, id, body, address }) {
  const file = fileOf(body);
  const name = nameFor(file.name);
  /** @type {string | undefined} */
  let url;
  let gone = false;
  const status = made("small");
  status.setAttribute("role", "status");
  status.dataset.status = "";

  /** @param {(bytes: Uint8Array<ArrayBuffer>) => void} use */
  const fetched = async (use) => {
    try {
      const bytes = await fetchFile(room, id, body, address, (part, of) => {
        status.textContent = of === 1 ? "" : textOf("file-opening").replace("{0}", String(Math.floor((100 * part) / of)));
      });
      if (gone) return;
      status.textContent = "";
      status.classList.remove("wrong");
      use(bytes);
    } catch (failure) {
      const code = codeOf(failure);
      if (ALARMING.has(code)) return alarm(code);
      status.classList.add("wrong");
      status.textContent = textOf(code);
    }
  };

  /** @param {Uint8Array<ArrayBuffer>} bytes */
  const picture = (bytes) => {
    const type = pictureType(bytes);
    if (!type || url) return;
    const image = document.createElement("img");
    url = URL.createObjectURL(new Blob([bytes], { type }));
    image.src = url;
    image.alt = name;
    image.addEventListener("error", () => image.remove());
    here.append(image);
    show?.remove();
  };

  /** @param {string} text @param {(bytes: Uint8Array<ArrayBuffer>) => void} use @param {string} style */
  const button = (text, use, style) => {
    const one = /** @type {HTMLButtonElement} */ (made("button", text, style));
    one.type = "button";
    one.addEventListener("click", async () => {
      one.disabled = true;
      await fetched(use);
      one.disabled = false;
    });
    return one;
  };

  const get = button(name, (bytes) => save(bytes, name), "plain file-name");
  get.setAttribute("aria-label", textOf("file-get").replace("{0}", name));
  const line = made("p");
  line.append(get, " ", made("small", sizeText(file.bytes), "quiet"), " ");
  const isPicture = file.type.startsWith("image/");
  const show = isPicture && file.bytes > SMALL ? button(textOf("file-show"), picture, "second") : undefined;
  if (show) line.append(show, " ");
  line.append(status);
  here.replaceChildren(line);
  if (isPicture && !show) void fetched(picture);
  return () => {
    gone = true;
    if (url) URL.revokeObjectURL(url);
    here.replaceChildren();
  };
}
