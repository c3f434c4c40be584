// @ts-check
// Forms whose words are sealed before they are sent: htmx asks, we seal, and try again when somebody was faster.

import { say } from "../web/page.js";
import { openRoom } from "./room.js";
import { Behind, ask } from "./server.js";
import { ALARMING, codeOf, textOf } from "./texts.js";

/** What a form wants sealed: one text per `data-record`, its parts from the fields below it.
 * @param {HTMLElement} form */
function textsOf(form) {
  const holders = [form, .../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-record]"))]
    .filter((holder) => holder.dataset.record);
  return holders.map((holder) => {
    const fields = /** @type {any[]} */ ([...holder.querySelectorAll("sealed-field")])
      .filter((field) => field.closest("[data-record]") === holder);
    return {
      optional: holder.hasAttribute("data-optional") && fields.every((field) => field.value.trim() === ""),
      kind: holder.dataset.kind ?? "",
      id: holder.dataset.record ?? "",
      rev: Number(holder.dataset.rev ?? 0) + 1,
      body: Object.fromEntries(fields.map((field) => [field.part, field.value])),
    };
  }).filter((one) => !one.optional);
}

/** @param {HTMLElement} form */
async function forgetDrafts(form) {
  const paths = new Set([...form.querySelectorAll("sealed-field")].map((field) => /** @type {any} */ (field).draftPath()));
  await Promise.all([...paths].filter(Boolean).map((path) => ask(path, {}, "DELETE").catch(() => undefined)));
}

document.addEventListener("htmx:config:request", (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  const form = ctx.sourceElement.closest("form[data-room]");
  if (!form || ctx.request.method === "GET") return;
  ctx.fetch = async (/** @type {string} */ path, /** @type {RequestInit} */ request) => {
    try {
      const room = await openRoom(form.dataset.room);
      const texts = textsOf(form);
      return await room.again(async () => {
        const body = new URLSearchParams(/** @type {URLSearchParams} */ (request.body));
        if (texts.length > 0) body.set("sealed", JSON.stringify(await room.seal(texts)));
        const response = await fetch(path, { ...request, body });
        // The ledger moved on: a JSON head. Any other conflict is the page's to explain.
        if (response.status === 409 && response.headers.get("Content-Type")?.includes("json")) {
          throw new Behind(await response.json());
        }
        if (response.ok) {
          void forgetDrafts(form);
          if (form.hasAttribute("data-clear")) form.querySelectorAll("sealed-field").forEach((/** @type {any} */ field) => field.clear());
        }
        return response;
      });
    } catch (failure) {
      const code = failure instanceof TypeError ? "network" : codeOf(failure);
      say(textOf(ALARMING.has(code) ? code : code === "refused" ? "refused" : code));
      return new Response(null, { status: 204 });
    }
  };
});
