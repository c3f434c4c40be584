// @ts-check
// People left out or added one by one. A press that comes while the one before it is being answered takes its place, so
// every press is kept in the form until an answer has brought the list that it made.

const singles = /** @type {HTMLElement} */ (document.querySelector("#singles"));

// Before htmx hears of the press and reads the form.
document.addEventListener(
  "click",
  (event) => {
    const pressed = /** @type {Element} */ (event.target).closest("button");
    if (!(pressed instanceof HTMLButtonElement) || !singles.contains(pressed)) return;
    if (pressed.name !== "leave" && pressed.name !== "take") return;
    const press = document.createElement("input");
    press.type = "hidden";
    press.name = "pressed";
    press.value = `${pressed.name} ${pressed.value}`;
    singles.append(press);
  },
  { capture: true },
);
