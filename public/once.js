// A form that changes something is sent once: while it is under way, a second press sends nothing. Whoever comes back to the
// page, or stays on it because the answer was a file, may send anew.

const AGAIN_AFTER_MS = 10_000;

addEventListener("submit", (event) => {
  const form = event.target;
  // What an island or a live part sends by itself is theirs to hold.
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.ariaBusy === "true") {
    event.preventDefault();
    return;
  }
  form.ariaBusy = "true";
  setTimeout(() => { form.ariaBusy = null; }, AGAIN_AFTER_MS);
});

addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[aria-busy]")) form.ariaBusy = null;
});
