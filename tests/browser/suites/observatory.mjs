// MDN's scanner of security headers before one page of each kind, over TLS. It signs in nowhere: before pages that ask for
// it stands a door that adds a session's cookie.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, request } from "node:https";
import { join } from "node:path";
import { test } from "node:test";
import { signIn } from "../parts/people.mjs";

const SCAN = join(import.meta.dirname, "../../outside/scan.mjs");
/** What a page reaches that sets no cookie and has no script with its digest. */
const LEAST = 130;

export function observatory(house, findings) {
  test("MDN's Observatory gives every kind of page A+", { timeout: 600_000 }, async (t) => {
    const tls = await house.installation.overTls();
    const doors = new Map();
    try {
      const pages = [];
      for (const [route, { path, role, tenant }] of findings.samples) {
        // What release builds don't serve, and what has run out by now, is nobody's page.
        if (route.startsWith("/development/") || route.endsWith("{token}")) continue;
        const name = role === "visitor" ? role : `${tenant} ${role}`;
        if (!doors.has(name)) doors.set(name, await Door.open(house, tls, role, tenant));
        pages.push({ route, address: `localhost:${doors.get(name).port}${path}` });
      }
      const said = await scanned(pages.map(({ address }) => address), tls.certificate);
      const wrong = pages.map(({ route }, at) => ({ route, ...said[at] }))
        .filter(({ grade, score, failed }) => grade !== "A+" || score < LEAST || failed.length > 0);
      const scores = said.map(({ score }) => score).filter(Boolean);
      t.diagnostic(`${pages.length} kinds of pages, scores from ${Math.min(...scores)} to ${Math.max(...scores)}`);
      assert.deepEqual(wrong, []);
      assert.ok(pages.length > 60, `only ${pages.length} kinds of pages`);
    } finally {
      for (const door of doors.values()) door.close();
    }
  });
}

/** What the scanner says of each address, in their order. */
async function scanned(addresses, certificate) {
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: certificate };
  const scan = spawn(process.execPath, [SCAN], { env, stdio: ["pipe", "pipe", "inherit"] });
  scan.stdin.end(addresses.join("\n") + "\n");
  let lines = "";
  for await (const text of scan.stdout.setEncoding("utf8")) lines += text;
  return lines.trim().split("\n").map((line) => JSON.parse(line));
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
