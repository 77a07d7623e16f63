// Wakes the islands of a page: loads the glue and the WebAssembly whose addresses stand on this script's own
// element, then hands each island its element, outermost first. Only pages with islands load it.
const { glue, wasm } = document.querySelector("script[data-glue]").dataset;
const app = await import(glue);
await app.default({ module_or_path: wasm });
app.hydrate();

// What an island was given as children is the server's; it is told when the walk comes to it.
const children = [];

async function wake(element) {
  const isChildren = element.localName === "leptos-children";
  if (element.localName === "leptos-island") {
    children.at(-1)?.();
    await app[element.dataset.component]?.(element);
  }
  if (isChildren) children.push(element.$$on_hydrate);
  for (const child of element.children) await wake(child);
  if (isChildren) children.pop();
}

await wake(document.body);
document.documentElement.dataset.live = "";
