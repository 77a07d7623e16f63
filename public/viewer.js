// Keys and dragging for the viewer of papers. Its links do everything: a key follows the link that names it by
// `aria-keyshortcuts`, and a picture larger than its pane is moved by hand. The keys count while something in the viewer has
// the focus, so that they are in nobody's way elsewhere.

/** What is typed somewhere, or held together with another key, is no key of ours. */
function pressed(event) {
  const { key, target } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || target.closest("input, select, textarea")) return;
  // On many keyboards the plus is typed with shift on the key of the equals sign.
  const name = key === "+" || key === "=" ? "plus" : key.toLowerCase();
  const named = (link) => link.getAttribute("aria-keyshortcuts").toLowerCase().split(" ").includes(name);
  const link = [...event.currentTarget.querySelectorAll("[aria-keyshortcuts]")].find(named);
  if (!link) return;
  event.preventDefault();
  link.click();
}

/** Moves what lies under the pointer while a mouse's first button is down; fingers move it by themselves. */
function moved({ buttons, pointerType, target, movementX, movementY }) {
  if (buttons === 1 && pointerType === "mouse") target.closest(".viewer")?.scrollBy(-movementX, -movementY);
}

for (const viewer of document.querySelectorAll("[data-viewer]")) {
  viewer.addEventListener("keydown", pressed);
  viewer.addEventListener("pointermove", moved);
  // A picture would be picked up by itself.
  viewer.addEventListener("dragstart", (event) => event.preventDefault());
  viewer.dataset.viewer = "awake";
}
