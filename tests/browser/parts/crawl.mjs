// From a person's first pages along every link: one sample of each kind of page.
import { routeOf } from "./routes.mjs";

/** Bounds a walk that a mistake would make endless. */
const MOST = 400;

/**
 * @typedef {{ path: string, key: string, route: string, params: Record<string, string>, from: string }} Found
 * @returns {Promise<{ pages: Found[], dead: string[] }>} the pages to look at, and links that lead nowhere
 */
export async function crawl({ request, url, routes, role, starts, known }) {
  const pages = [];
  const dead = [];
  const tried = new Set();
  const line = starts.map((path) => ({ path, from: "" }));
  while (line.length > 0) {
    const { path, from } = line.shift();
    const wanted = kindOf(routes, role, path, from);
    if (tried.has(wanted.key) || known.has(wanted.key)) continue;
    tried.add(wanted.key);
    if (tried.size > MOST) throw new Error(`more than ${MOST} kinds of pages for ${role}: is a key missing?`);
    const response = await request.get(path);
    if (response.status() >= 400) {
      dead.push(`${path}, linked from ${from || "the test"} for ${role}, answers ${response.status()}`);
      continue;
    }
    if (!wanted.route) continue;
    const arrived = new URL(response.url());
    const landed = `${arrived.pathname}${arrived.search}`;
    const kind = kindOf(routes, role, landed, from);
    // A way that only leads on is seen by where it leads.
    known.add(wanted.key);
    if (kind.key !== wanted.key && (known.has(kind.key) || tried.has(kind.key))) continue;
    tried.add(kind.key);
    known.add(kind.key);
    pages.push({ path: landed, ...kind, from, also: wanted.route });
    // A link in a mail works once, or no longer: those are opened by name.
    if (kind.route === "/mailbox/{number}") continue;
    for (const next of links(await response.text(), url, arrived)) line.push({ path: next, from: landed });
  }
  return { pages, dead };
}

/** What makes an address a page of its own: its route, the words in it, and who looks. */
function kindOf(routes, role, path, from) {
  const { pathname, searchParams } = new URL(path, "http://here");
  const found = routeOf(routes, pathname);
  if (!found) return { key: `no page: ${pathname}` };
  const { route, params } = found;
  const query = [...searchParams].filter(([name]) => name !== "said");
  let key = route.path;
  // Each section of an application is another form.
  if (params.code) key += ` ${params.code}`;
  // One item of each kind: an answer, a file, a paper that is missing.
  if (params.item) key += ` ${params.item.split(":")[0]}`;
  // Filters one at a time; ids and keys in them are all alike.
  if (query.length > 1) return { key: `${key} filtered twice`, route: undefined };
  for (const [name, value] of query) key += `?${name}=${/^[a-z-]+$/.test(value) ? value : "…"}`;
  // A case looks different on each shelf.
  const shelf = new URL(from || "/", "http://here").searchParams.get("state") ?? "";
  if (route.path === "/t/{slug}/desk/cases/{id}") key += ` on the shelf ${shelf}`;
  // What has nothing to do with roles is the same for everyone.
  const alike = /^\/(account\/|mailbox|bank|development|$)/.test(route.path);
  return { key: `${alike ? "anyone" : role} ${key}`, route: route.path, params };
}

/** The addresses on this site that a page links to. */
function links(html, url, base) {
  const hrefs = [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, href]) => href.replaceAll("&amp;", "&"));
  const paths = hrefs
    .map((href) => new URL(href, new URL(base.pathname + base.search, url)))
    .filter((link) => link.origin === url)
    // Originals and pictures are files: they open nothing.
    .filter((link) => !/\/documents\/[^/]+\/(original|pages\/)/.test(link.pathname))
    .filter((link) => !/\/fees\/claims\/(export\.|[^/]+\/file$)/.test(link.pathname))
    .map((link) => link.pathname + link.search);
  return [...new Set(paths)];
}
