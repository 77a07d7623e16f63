// Wakes the islands of a page and its other live parts: loads the glue and the WebAssembly whose addresses stand on this
// script's own elements, then hands each island its element, outermost first. Only pages with live parts load it.

// What an island was given as children is the server's; it is told when the walk comes to it.
const children = [];

async function wake(app, element) {
  const isChildren = element.localName === "leptos-children";
  if (element.localName === "leptos-island") {
    children.at(-1)?.();
    await app[element.dataset.component]?.(element);
  }
  if (isChildren) children.push(element.$$on_hydrate);
  for (const child of element.children) await wake(app, child);
  if (isChildren) children.pop();
}

for (const { dataset } of document.querySelectorAll("script[data-glue]")) {
  const app = await import(dataset.glue);
  await app.default({ module_or_path: dataset.wasm });
  app.hydrate();
  await wake(app, document.body);
}
document.documentElement.dataset.live = "";
