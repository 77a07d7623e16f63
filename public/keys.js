// Keys of single letters, for whoever left them on. Whatever a key does, a link, a button or a form on the page does too
// and names it by `aria-keyshortcuts`. In the viewer of papers (`data-viewer`) its own keys count before all others, in a
// part of the page (`data-part`: a case in the queue, a paper, a section) those of the part. On pages with `data-keys`,
// J and K go from part to part, and a key that only another part has comes to that part: pressed again it counts there.
// A picture larger than its pane is moved by hand.

const SCOPES = "[data-viewer], [data-part]";
const TYPED = "input:not([type=checkbox], [type=radio]), select, textarea";
/** What the page says after something was accepted: then the next part that waits is come to. */
const ACCEPTED = ["item-accepted", "items-accepted"];

const parts = [...document.querySelectorAll("[data-part]")];
const goes = document.querySelector("[data-keys]") !== null;

const named = (scope, key) =>
  [...scope.querySelectorAll(`[aria-keyshortcuts~="${CSS.escape(key)}" i]`)].find(
    (one) => (one.closest(SCOPES) ?? document) === scope,
  );
const partOf = (element) => element?.closest("[data-part]");

/** Comes to a part: its first link or button has the focus, and it is seen from its beginning. */
function comeTo(part) {
  (part.querySelector("a[href], button") ?? part).focus({ preventScroll: true });
  part.scrollIntoView({ block: part.offsetHeight > innerHeight / 2 ? "start" : "nearest" });
}

/** The part that a key comes to from here. */
function next(key) {
  const here = parts.indexOf(partOf(document.activeElement));
  if (key === "j") return parts[here + 1];
  if (key === "k") return parts.at(here < 0 ? -1 : Math.max(here - 1, 0));
  return [...parts.slice(here + 1), ...parts].find((part) => named(part, key));
}

function press(element) {
  if (element.localName === "form") element.querySelector("input:not([type=hidden])").focus();
  else element.click();
}

/** What is typed somewhere, composed, or held together with another key, is no key of ours. */
function pressed(event) {
  const { key, target } = event;
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || target.closest(TYPED)) return;
  // On many keyboards the plus is typed with shift on the key of the equals sign.
  const name = key === "+" || key === "=" ? "plus" : key.toLowerCase();
  const scopes = [target.closest("[data-viewer]"), partOf(target), document];
  const element = scopes.map((scope) => scope && named(scope, name)).find(Boolean);
  const part = !element && goes && next(name);
  if (!element && !part) return;
  event.preventDefault();
  if (element) press(element);
  else comeTo(part);
}

/** Moves what lies under the pointer while a mouse's first button is down; fingers move it by themselves. */
function moved({ buttons, pointerType, target, movementX, movementY }) {
  if (buttons === 1 && pointerType === "mouse") target.closest(".viewer")?.scrollBy(-movementX, -movementY);
}

for (const viewer of document.querySelectorAll("[data-viewer]")) {
  viewer.addEventListener("pointermove", moved);
  // A picture would be picked up by itself.
  viewer.addEventListener("dragstart", (event) => event.preventDefault());
  viewer.dataset.viewer = "awake";
}

if (goes && ACCEPTED.includes(new URLSearchParams(location.search).get("said"))) {
  const here = parts.indexOf(partOf(document.getElementById(location.hash.slice(1))));
  const waits = parts.slice(Math.max(here, 0)).find((part) => named(part, "a"));
  if (waits) comeTo(waits);
}
document.addEventListener("keydown", pressed);
if (goes) document.querySelector("[data-keys]").dataset.keys = "awake";
