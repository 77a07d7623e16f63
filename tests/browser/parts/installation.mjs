// The real program, started once on private services of its own, and taken away again whatever happens.
import { execFileSync, spawn } from "node:child_process";
import { constants, copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** The story of two tenants is told by a debug build: three minutes on two cores, and those may be busy. */
const START_LIMIT = 400_000;
const STOP_LIMIT = 60_000;
/** Where the program keeps its Postgres when root runs it: outside the folder that we remove. */
const CLUSTERS_OF_ROOT = "/var/lib/gangway";

export class Installation {
  /** @type {string} */ url;
  /** @type {Login[]} */ logins = [];
  #folder;
  #port;
  #data;
  #child;
  #said = "";
  /** The last code that was given out, by person. */
  #codes = new Map();

  /** Seeds and serves; returns once everything answers. */
  static async start() {
    const installation = new Installation();
    // Also on Ctrl-C, and when a test throws where nobody catches: nothing may stay behind.
    process.once("exit", () => installation.remove());
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));
    try {
      await installation.#launch();
    } catch (error) {
      installation.remove();
      throw error;
    }
    return installation;
  }

  async #launch() {
    const { binary, site } = given();
    this.#folder = mkdtempSync(join(tmpdir(), "gangway-browser-"));
    // Copies of their own: a build meanwhile would pull both away from under the running server.
    const program = join(this.#folder, "gangway");
    copyFileSync(binary, program, constants.COPYFILE_FICLONE);
    cpSync(site, join(this.#folder, "site"), { recursive: true });
    const port = await freePort();
    this.#port = String(port);
    this.url = `http://localhost:${port}`;
    this.#data = join(this.#folder, "data", String(port));
    await this.#serve(["--seed"]);
    const ready = await fetch(`${this.url}/readyz`);
    if (ready.status !== 200) throw this.#failure(`/readyz answers ${ready.status}`);
    this.logins = readLogins(readFileSync(join(this.#data, "logins.txt"), "utf8"));
  }

  /** Stops, and serves the same data over TLS. Answers the files of the certificate, which is of our own making, and its key. */
  async overTls() {
    await this.stop();
    const [certificate, key] = ["certificate.pem", "key.pem"].map((name) => join(this.#folder, name));
    const names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
    const made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
    execFileSync("openssl", ["req", "-x509", ...made, ...names, "-keyout", key, "-out", certificate], { stdio: "ignore" });
    this.#said = "";
    await this.#serve([], { GANGWAY_TLS_CERT: certificate, GANGWAY_TLS_KEY: key });
    this.url = `https://localhost:${this.#port}`;
    return { certificate, key };
  }

  async #serve(more, settings = {}) {
    this.#child = spawn(join(this.#folder, "gangway"), ["serve", ...more], {
      cwd: this.#folder,
      // Nothing of the caller's settings: a DATABASE_URL there is not ours to fill.
      env: {
        PATH: process.env.PATH,
        HOME: this.#folder,
        LANG: "C.UTF-8",
        PORT: this.#port,
        GANGWAY_DATA: join(this.#folder, "data"),
        GANGWAY_SITE: join(this.#folder, "site"),
        GANGWAY_LOG: process.env.GANGWAY_LOG ?? "warn",
        // Everybody here comes from this machine, with an address of their own in a proxy's words: what one address may
        // do in an hour is less than all of them do.
        GANGWAY_TRUSTED_PROXIES: "127.0.0.0/8,::1/128",
        ...settings,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (this.#said += text));
    }
    const until = Date.now() + START_LIMIT;
    // The port is taken before there is anybody to answer: asking waits until the program says that it is there.
    while (!this.#said.includes("Gangway is at ")) {
      if (this.#child.exitCode !== null) throw this.#failure("the program ended while starting");
      if (Date.now() > until) throw this.#failure("the program took too long to start");
      await sleep(100);
    }
  }

  /** The login of a role, as the program printed it: `login("harbour", "senior reviewer")`. */
  login(tenant, role) {
    const found = this.logins.find((login) => login.tenant === tenant && login.role === role);
    if (!found) throw new Error(`no login for ${role} of ${tenant} among:\n${this.#said}`);
    return { ...found, code: () => this.#code(found.email) };
  }

  /** A code for an invented person that nobody else in these suites was given: each is good once. */
  #code(email) {
    const before = this.#codes.get(email) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(async (last) => {
      for (;;) {
        const code = await this.#shown(email);
        if (code !== last) return code;
        await sleep(500);
      }
    });
    this.#codes.set(email, mine);
    return mine;
  }

  /** What the app of an invented person shows: as whoever looks around gets it. It waits where a code was just used. */
  async #shown(email) {
    const env = { PATH: process.env.PATH, HOME: this.#folder, PORT: this.#port, GANGWAY_DATA: join(this.#folder, "data") };
    const asked = spawn(join(this.#folder, "gangway"), ["user", "totp", email], { cwd: this.#folder, env });
    let said = "";
    for (const stream of [asked.stdout, asked.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
    await new Promise((resolve) => asked.once("close", resolve));
    const code = /^\d{6}$/m.exec(said);
    if (!code) throw new Error(`no code for ${email}: ${said}`);
    return code[0];
  }

  /** What the program wrote, for messages. */
  get said() {
    return this.#said.split("\n").slice(-40).join("\n");
  }

  /** One value a line through `gangway validate`: the first that is entirely right. */
  async firstValid(kind, values) {
    const judge = spawn(join(this.#folder, "gangway"), ["validate", kind], { stdio: ["pipe", "pipe", "inherit"] });
    judge.stdin.end(values.join("\n") + "\n");
    let verdicts = "";
    for await (const text of judge.stdout.setEncoding("utf8")) verdicts += text;
    const at = verdicts.split("\n").findIndex((verdict) => verdict.trim() === "ok");
    if (at < 0) throw new Error(`no value of ${values[0]}… is a ${kind}`);
    return values[at];
  }

  /** Ctrl-C, as a person presses it: the program answers what is under way, stops its services and says so. */
  async stop() {
    const ended = this.#child.exitCode !== null || this.#child.signalCode !== null;
    if (ended) throw this.#failure("the program had ended already");
    const exit = new Promise((resolve) => this.#child.once("exit", (code, signal) => resolve({ code, signal })));
    this.#child.kill("SIGINT");
    const outcome = await Promise.race([exit, sleep(STOP_LIMIT, null, { ref: false })]);
    if (!outcome) throw this.#failure("the program didn't stop");
    if (outcome.code !== 0) throw this.#failure(`the program stopped with ${outcome.code ?? outcome.signal}`);
    if (!/^stopped$/m.test(this.#said)) throw this.#failure("the program didn't stop cleanly");
    if (this.#postgres()) throw this.#failure("the program left Postgres running");
  }

  /** Takes everything away, in one go: the process may be on its way out. */
  remove() {
    if (!this.#folder) return;
    if (this.#child?.exitCode === null) this.#child.kill("SIGKILL");
    const postgres = this.#postgres();
    if (postgres) kill(postgres);
    const cluster = this.#cluster();
    if (cluster && dirname(cluster) === CLUSTERS_OF_ROOT) rmSync(cluster, { recursive: true, force: true });
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
    this.#folder = undefined;
  }

  #cluster() {
    try {
      const { socket } = JSON.parse(readFileSync(join(this.#data, "running.json"), "utf8"));
      return basename(socket) === "socket" ? dirname(socket) : undefined;
    } catch {
      return undefined;
    }
  }

  #postgres() {
    const cluster = this.#cluster();
    const file = cluster && join(cluster, "data", "postmaster.pid");
    if (!file || !existsSync(file)) return undefined;
    const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
    // A stale file may name a process that is somebody else's by now.
    const command = `/proc/${pid}/cmdline`;
    return existsSync(command) && readFileSync(command, "utf8").includes(cluster) ? pid : undefined;
  }

  #failure(what) {
    return new Error(`${what}; its last words:\n${this.said}`);
  }
}

/** @typedef {{ tenant: string, role: string, email: string, password: string }} Login */

/** The logins as the program keeps them: four columns with two spaces or more between. */
export function readLogins(text) {
  const lines = text.split("\n").filter((line) => line.trim());
  return lines.map((line) => {
    const [tenant, role, email, password] = line.trim().split(/ {2,}/);
    if (!password) throw new Error(`no login: ${line}`);
    return { tenant, role, email, password };
  });
}

function given() {
  const { GANGWAY_BINARY: binary, GANGWAY_SITE: site } = process.env;
  if (!binary || !existsSync(binary)) {
    throw new Error("GANGWAY_BINARY names no program; server/scripts/test.sh sets it");
  }
  if (!site || !existsSync(join(site, "manifest.json"))) {
    throw new Error("GANGWAY_SITE names no built site; server/scripts/site.sh builds it");
  }
  return { binary, site };
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Ends a process at once and waits for that, while nothing else can run any more. */
function kill(pid) {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  try {
    process.kill(pid, "SIGQUIT");
    for (let tries = 0; tries < 20; tries += 1) {
      Atomics.wait(pause, 0, 0, 100);
      process.kill(pid, 0);
    }
    process.kill(pid, "SIGKILL");
  } catch {
    // It is gone.
  }
}
