// @ts-check
// Proposes the browser's own time zone where none was chosen yet.

for (const select of document.querySelectorAll("select[data-own-zone]")) {
  if (select instanceof HTMLSelectElement && select.value === "") {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if ([...select.options].some((option) => option.value === own)) select.value = own;
  }
}
