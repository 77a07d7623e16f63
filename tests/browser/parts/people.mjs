// What people do on every side: signing in, reading their mail, waiting for work that goes on behind a page.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { wordsOf } from "./words.mjs";

const WAIT_LIMIT = 60_000;

/** Shows the heading of the page, which has to be this one. */
export async function sees(page, heading) {
  await page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
}

/** Reads the word that is said after a redirect, and proves before it who is signed in where that is asked. */
export async function isTold(page, text) {
  const told = page.getByRole("status").filter({ hasText: text }).first();
  await told.or(page.locator("form#proof")).first().waitFor();
  await proves(page);
  await told.waitFor();
}

/** Signs in on the page's form and arrives wherever `to` leads, or where the person belongs; staff type their app's code. */
export async function signIn(page, words, login, to = "") {
  await page.goto(`/account/sign-in${to && `?to=${to}`}`);
  await fillIn(page, words, login);
  await page.waitForURL((url) => !url.pathname.startsWith("/account/sign-in"));
  await typeCode(page, login);
  signedIn.set(page, login);
}

/** Types the code where the page of the second step asks for it: in the language that the person has chosen, if ever. */
export async function typeCode(page, { code }) {
  if (new URL(page.url()).pathname !== "/account/factor") return;
  const words = wordsOf(await page.locator("html").getAttribute("lang"));
  await page.getByLabel(words("factors-code"), { exact: true }).fill(await code());
  await page.getByRole("button", { name: words("factors-second-submit"), exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/account/factor");
}

/** Who is signed in on a page, for the proofs that sensitive steps ask for. */
const signedIn = new WeakMap();

/**
 * Proves who is signed in where the page asks for it, and goes on with what was to be done. Answers what came of that;
 * nothing where no proof is asked for.
 */
export async function proves(page) {
  const proof = page.locator("form#proof");
  const login = signedIn.get(page);
  if (!login || (await proof.count()) === 0) return undefined;
  const code = proof.locator("input[name=proof_code]");
  if (await code.count()) await code.fill(await login.code());
  else await proof.locator("input[name=proof_password]").fill(login.password);
  const arrived = page.waitForNavigation();
  await proof.locator("button.primary").click();
  return arrived;
}

/** Fills in and sends the sign-in form that is on the page. */
export async function fillIn(page, words, { email, password }) {
  await page.getByLabel(words("accounts-email"), { exact: true }).fill(email);
  await page.getByLabel(words("accounts-password"), { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: words("accounts-sign-in-submit"), exact: true }).click();
}

/** Switches the page to the language of the words, unless it is in it; a person's choice is kept with them. */
export async function speak(page, words) {
  const html = page.locator("html");
  if ((await html.getAttribute("lang")) === words.lang) return;
  await page.locator(`header button[name=lang][value="${words.lang}"]`).click();
  await page.locator(`html[lang="${words.lang}"]`).waitFor();
}

/** Looks again and again until `seen` answers something; work behind a page takes a moment. */
export async function until(what, seen, again = async () => {}) {
  const end = Date.now() + WAIT_LIMIT;
  for (;;) {
    const found = await seen();
    if (found) return found;
    assert.ok(Date.now() < end, `waited in vain for ${what}`);
    await sleep(250);
    await again();
  }
}

/** Opens the newest mail to an address, in the mailbox page, and follows its link. */
export async function followMail(page, email, link) {
  await page.goto("/mailbox");
  const mail = page.getByRole("row").filter({ hasText: email }).first().getByRole("link");
  await until(`a mail to ${email}`, async () => (await mail.count()) > 0, () => page.reload());
  await mail.click();
  await page.getByRole("main").locator(`a[href*="${link}"]`).click();
}

/** The address of a link in the newest mail to somebody, for a page that isn't opened as a person would. */
export async function linkInMail(context, email, link) {
  return until(`a mail to ${email} with ${link}`, async () => {
    const list = await (await context.request.get("/mailbox")).text();
    const rows = list.split("<tr").filter((row) => row.includes(email));
    for (const row of rows) {
      const letter = await context.request.get(/href="(\/mailbox\/\d+)"/.exec(row)[1]);
      const found = new RegExp(`href="([^"]*${link}[^"]*)"`).exec(await letter.text());
      if (found) return found[1];
    }
    return undefined;
  });
}
