// @ts-check
// After a meeting on paper there is no stream that says that something was written: what one has just stored oneself
// may let other things be written or closed, so the stage looks again.

document.addEventListener("htmx:after:request", (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  const status = ctx.response?.status ?? 0;
  if (ctx.request.method === "POST" && ctx.sourceElement.closest("#stage") && status >= 200 && status < 300 && status !== 204) {
    queueMicrotask(() => document.body.dispatchEvent(new Event("meeting")));
  }
});
