// MDN's scanner of security headers and Google's evaluator of policies before one page of each kind, and Lighthouse before one
// of each area, over TLS. They sign in nowhere: before pages that ask for it stands a door that adds a session's cookie.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, request } from "node:https";
import { join } from "node:path";
import { after, test } from "node:test";
import { signIn } from "../parts/people.mjs";

const OUTSIDE = join(import.meta.dirname, "../../outside");
/** What a page reaches whose scripts have their digests, also where it sets no cookie. */
const LEAST = 135;
/** Of a hundred points of Lighthouse. */
const ACCESSIBLE = 95;
/** One page of each area: Lighthouse takes its time. */
const AREAS = [
  "/t/{slug}", "/account/sign-in", "/account/factors", "/t/{slug}/applications/{id}", "/t/{slug}/applications/{id}/papers",
  "/t/{slug}/desk", "/t/{slug}/desk/cases/{id}", "/t/{slug}/console", "/t/{slug}/console/audit", "/operator",
];

export function observatory(house, findings) {
  const doors = new Doors(house);
  after(() => doors.close());

  test("H-01 H-02 MDN's Observatory gives every kind of page A+, and its policy has no hole", { timeout: 600_000 }, async (t) => {
    const pages = [];
    for (const [route, sample] of findings.samples) {
      // What release builds don't serve, and what has run out by now, is nobody's page.
      if (route.startsWith("/development/") || route.endsWith("{token}")) continue;
      pages.push({ route, address: await doors.address(sample) });
    }
    const said = await told("scan.mjs", pages, doors.certificate);
    const wrong = said.filter(({ grade, score, failed, policy }) =>
      grade !== "A+" || score < LEAST || failed.length + policy.length > 0);
    const scores = said.map(({ score }) => score).filter(Boolean);
    t.diagnostic(`${pages.length} kinds of pages, scores from ${Math.min(...scores)} to ${Math.max(...scores)}`);
    assert.deepEqual(wrong, []);
    assert.ok(pages.length > 60, `only ${pages.length} kinds of pages`);
  });

  test("H-12 Lighthouse finds every area accessible and well made", { timeout: 600_000 }, async (t) => {
    const pages = [];
    for (const route of AREAS) pages.push({ route, address: await doors.address(findings.samples.get(route)) });
    const said = await told("lighthouse.mjs", pages, doors.certificate);
    const least = (what) => Math.min(...said.map((one) => one[what]));
    t.diagnostic(`${pages.length} areas, accessibility from ${least("accessibility")}, best practices from ${least("practices")}`);
    const wrong = said.filter(({ accessibility, practices }) => !(accessibility >= ACCESSIBLE && practices === 100));
    assert.deepEqual(wrong, []);
  });
}

/** What one of those outside says of each page, in their order. */
async function told(script, pages, certificate) {
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: certificate };
  const asked = spawn(process.execPath, [join(OUTSIDE, script)], { env, stdio: ["pipe", "pipe", "inherit"] });
  asked.stdin.end(pages.map(({ address }) => `${address}\n`).join(""));
  let lines = "";
  for await (const text of asked.stdout.setEncoding("utf8")) lines += text;
  return lines.trim().split("\n").map((line, at) => ({ route: pages[at].route, ...JSON.parse(line) }));
}

/** A door for each person, over TLS. */
class Doors {
  #house;
  #tls;
  #doors = new Map();

  constructor(house) {
    this.#house = house;
  }

  get certificate() {
    return this.#tls.certificate;
  }

  /** Where a page is found as whoever may see it. */
  async address({ path, role, tenant }) {
    this.#tls ??= await this.#house.installation.overTls();
    const name = role === "visitor" ? role : `${tenant} ${role}`;
    if (!this.#doors.has(name)) this.#doors.set(name, await Door.open(this.#house, this.#tls, role, tenant));
    return `localhost:${this.#doors.get(name).port}${path}`;
  }

  close() {
    for (const door of this.#doors.values()) door.close();
  }
}

/** Passes requests on to the program, in somebody's session. */
class Door {
  #server;

  static async open(house, { certificate, key }, role, tenant) {
    const cookie = role === "visitor" ? undefined : await cookieOf(house, role, tenant);
    const door = new Door();
    const [cert, secret] = [certificate, key].map((path) => readFileSync(path));
    const { port } = new URL(house.url);
    door.#server = createServer({ cert, key: secret }, (asked, answer) => {
      const headers = { ...asked.headers, host: `localhost:${port}`, ...(cookie && { cookie }) };
      const on = request({ host: "localhost", port, ca: cert, method: asked.method, path: asked.url, headers }, (given) => {
        answer.writeHead(given.statusCode, given.rawHeaders);
        given.pipe(answer);
      });
      on.on("error", () => answer.destroy());
      asked.pipe(on);
    });
    await new Promise((resolve) => door.#server.listen(0, "localhost", resolve));
    return door;
  }

  get port() {
    return this.#server.address().port;
  }

  close() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

async function cookieOf(house, role, tenant) {
  const visitor = await house.visitor({ lang: "en", ignoreHTTPSErrors: true });
  const login = house.installation.login(role === "operator" ? "platform" : tenant, role);
  await signIn(visitor.page, house.words("en"), login);
  const cookies = await visitor.context.cookies();
  await visitor.depart();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
