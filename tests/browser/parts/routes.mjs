// Which pages there are, read from the program's source: a page that nobody links to, or that is added without a way
// to it, is missed by name.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PAGES = fileURLToPath(new URL("../../../server/src/pages/", import.meta.url));

/** Addresses that answer with files, beside those of lists: `….csv`. */
const NO_PAGES = new Set([
  "/t/{slug}/brand-{sheet}",
  "/t/{slug}/console/fees/claims/export.json",
  "/t/{slug}/console/fees/claims/{claim}/file",
  "/t/{slug}/console/transfers/orders/{batch}",
  "/t/{slug}/documents/{id}/original",
  "/t/{slug}/documents/{id}/pages/{page}",
  "/t/{slug}/documents/{id}/pages/{page}/small",
]);

/** Pages between two others, or of what the story's people don't have: suites open them, `suites/proofs.mjs` those of factors. */
const BETWEEN = new Set([
  "/account/factor",
  "/account/passkeys/{passkey}/name",
  // Shown for a minute after it was asked for: `suites/glass.mjs`.
  "/t/{slug}/desk/cases/{id}/revealed/{reveal}",
]);

/** Handlers of this name lead from a button's own address back to its page. */
const LEADS_BACK = /(^|::)back$/;

/** @typedef {{ path: string, matches: RegExp, names: string[] }} Route */

/** Every route that answers a GET with a page. @returns {Route[]} */
export function pageRoutes() {
  const sources = readdirSync(PAGES, { recursive: true }).filter((file) => file.endsWith(".rs"));
  const found = sources.flatMap((file) => {
    const source = readFileSync(join(PAGES, file), "utf8");
    const gets = [...source.matchAll(/\.route\(\s*"([^"]+)",\s*get\(([\w:]+)/g)];
    return gets.filter(([, , handler]) => !LEADS_BACK.test(handler)).map(([, path]) => path);
  });
  const isPage = (path) => !path.endsWith(".csv") && !NO_PAGES.has(path) && !BETWEEN.has(path);
  const routes = found.filter(isPage).map(route);
  // A fixed word wins over a placeholder at its place.
  return routes.sort((one, other) => one.names.length - other.names.length);
}

function route(path) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  return { path, names, matches: new RegExp(`^${path.replace(/\{\w+\}/g, "([^/]+)")}$`) };
}

/** The route of an address and what stands in its placeholders; nothing where no page is. */
export function routeOf(routes, pathname) {
  for (const one of routes) {
    const values = one.matches.exec(pathname)?.slice(1);
    if (values) return { route: one, params: Object.fromEntries(one.names.map((name, at) => [name, values[at]])) };
  }
  return undefined;
}
