// Somebody with a browser, and everything that browser complains about.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How long one act on a page may take; a debug build on a busy machine is slow. */
const PATIENCE = 20_000;

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: FLAGS,
    // Ours clean up first, then the process ends: Playwright's own handlers would end it before.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** How many have come: each has an address of their own. */
let come = 0;

export class Visitor {
  /** @type {import("playwright-core").BrowserContext} */ context;
  /** @type {import("playwright-core").Page} */ page;
  left = false;
  #complaints = [];
  /** Addresses of documents that came with an error status: the browser notes those in its console by itself. */
  #refusedDocuments = new Set();
  /** Addresses to which the test itself broke the line. */
  #brokenLines = new Set();

  static async come(browser, url, { lang = "en", javaScript = true, ...more } = {}) {
    const visitor = new Visitor();
    come += 1;
    visitor.context = await browser.newContext({
      baseURL: url,
      locale: lang,
      // What the browser says by itself, said for requests beside its pages too.
      extraHTTPHeaders: { "accept-language": lang, "x-forwarded-for": `10.77.${come >> 8}.${come & 255}` },
      javaScriptEnabled: javaScript,
      viewport: { width: 1280, height: 900 },
      // Pages cross-fade for those who like motion. Which colours a test would meet half-way is chance, and so is
      // whether a busy Chromium skips a transition and says so as an error of the page.
      reducedMotion: "reduce",
      ...more,
    });
    visitor.context.setDefaultTimeout(PATIENCE);
    await visitor.#listen();
    visitor.page = await visitor.context.newPage();
    return visitor;
  }

  async #listen() {
    const note = (kind, what, where) => this.#complaints.push({ kind, what, where });
    // What the policy blocks is said by an event before it is said in the console, and with more words.
    await this.context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy: ${event.violatedDirective} blocks ${event.blockedURI || "something inline"}`);
      });
    });
    this.context.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) {
        note("console", message.text(), message.location().url || message.page()?.url());
      }
    });
    this.context.on("weberror", (error) => note("script", String(error.error()), error.page()?.url()));
    this.context.on("requestfailed", (request) => {
      const why = request.failure()?.errorText ?? "";
      // Whoever goes on to the next page breaks off what the last one was still loading.
      if (why !== "net::ERR_ABORTED") note("request", why, request.url());
    });
    this.context.on("response", (response) => {
      if (response.status() < 400) return;
      const document = response.request().isNavigationRequest();
      if (document) this.#refusedDocuments.add(response.url());
      // A document's 4xx is for the test to expect or not; whatever a page loads has to be there.
      if (!document || response.status() >= 500) note("request", `status ${response.status()}`, response.url());
    });
  }

  /** What the browser complained about so far, as lines. */
  get complaints() {
    return this.#complaints
      .filter(({ kind, what, where }) => {
        const ofDocument = kind === "console" && what.startsWith("Failed to load resource: the server responded");
        const broken = what.includes("net::ERR_CONNECTION_RESET") && this.#brokenLines.has(where);
        return !broken && !(ofDocument && this.#refusedDocuments.has(where));
      })
      .map(({ kind, what, where }) => `${kind}: ${what} (${where})`);
  }

  /** Breaks the line whenever something is sent to the page that is open; what ends that. */
  async breakTheLine() {
    const here = this.#here();
    this.#brokenLines.add(here);
    return this.#intercept(here, (route) => route.abort("connectionreset"));
  }

  /** Lets whatever is sent to the page that is open hang in the air; what ends that. */
  async holdTheLine() {
    return this.#intercept(this.#here(), () => {});
  }

  /** Where the forms of the page that is open lead. */
  #here() {
    const { origin, pathname } = new URL(this.page.url());
    return origin + pathname;
  }

  async #intercept(here, act) {
    const sent = (route) => (route.request().method() === "POST" ? act(route) : route.fallback());
    await this.page.route(here, sent);
    return () => this.page.unroute(here, sent);
  }

  /** Opens a page that is to be there. */
  async go(path) {
    const response = await this.page.goto(path);
    assert.ok(response.status() < 400, `${path} answers ${response.status()}`);
    return response;
  }

  /** Goes home without a word. */
  async depart() {
    this.left = true;
    await this.context.close();
  }

  /** Goes home; the browser must not have had anything to complain about. */
  async leave() {
    await this.depart();
    assert.deepEqual(this.complaints, [], "the browser complained");
  }
}
