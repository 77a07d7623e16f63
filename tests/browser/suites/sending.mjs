// A large file on its way: how far it is, what comes of it, and what is said when it doesn't arrive.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGUAGES, TENANT_OF } from "../parts/house.mjs";
import { inspectHere } from "../parts/inspection.mjs";
import { isTold, sees, signIn, speak } from "../parts/people.mjs";

const PATH = "/console/fees/mixes";
/** Enough that a browser sends it in more than one piece. */
const LINES = 200_000;

export function sending(house) {
  for (const lang of LANGUAGES) {
    test(`a large file shows how far it is, and its answer takes the form's place (${lang})`, { timeout: 120_000 }, async () => {
      const { visitor, page, words } = await admin(house, lang);
      await markStaying(page);
      const quicken = await slow(page);
      await choose(page, words, `${rows(LINES)}a crumb,USD,paid\n`);
      await page.getByLabel(words("mixes-name"), { exact: true }).fill("Crumbs");
      await submit(page, words);
      await page.locator(".error-summary").waitFor();
      await quicken();
      assert.ok(await stayed(page), "the page is the one that was left open");
      const said = await page.evaluate(() => globalThis.seen);
      assert.deepEqual(said.words, [words("sending-sent"), words("sending-counting")]);
      assert.ok(said.values.length >= 2, `the bar moved: ${said.values}`);
      assert.ok(said.bytes.every((text) => /^\d\.\d MB \/ 2\.\d MB$/.test(text)) && said.bytes.length >= 2, `${said.bytes}`);
      assert.equal(await page.locator("[data-sending-shown]").isVisible(), false);
      assert.ok(await page.locator(".error-summary").evaluate((summary) => summary === document.activeElement), "what is wrong has the focus");
      assert.equal(await page.getByLabel(words("mixes-name"), { exact: true }).inputValue(), "Crumbs");
      await page.getByRole("rowheader", { name: `${LINES + 2}`, exact: true }).waitFor();
      await inspectHere(page, "past payments with a refused file");
      // The form that came with the answer is as live as the first one, and a good file leads on.
      await choose(page, words, rows(5));
      await submit(page, words);
      await sees(page, "Crumbs");
      await isTold(page, words("notice-mixes-kept"));
      await visitor.depart();
      // What a script sends is no document to the browser: it tells each refusal once more.
      assert.equal(visitor.complaints.length, 2, `${visitor.complaints}`);
      assert.ok(visitor.complaints.every((line) => line.includes("422")), `${visitor.complaints}`);
    });
  }

  test("a file on its way is stopped, and one that is lost can be sent again", { timeout: 120_000 }, async () => {
    const { visitor, page, words } = await admin(house, "en");
    await choose(page, words, rows(10));
    await page.getByLabel(words("mixes-name"), { exact: true }).fill("Stopped");
    const letGo = await visitor.holdTheLine();
    await submit(page, words);
    await page.locator("[data-sending-shown]").waitFor();
    await inspectHere(page, "past payments with a file on its way");
    await page.getByRole("button", { name: words("sending-stop"), exact: true }).click();
    await page.locator("[data-sending-shown]").waitFor({ state: "hidden" });
    assert.equal(await page.locator("[data-sending-lost]").isVisible(), false);
    await letGo();
    const mend = await visitor.breakTheLine();
    await submit(page, words);
    await page.getByText(words("sending-lost")).waitFor();
    await mend();
    await submit(page, words);
    await sees(page, "Stopped");
    await visitor.leave();
  });

  test("a form is sent once, however often its button is pressed", { timeout: 60_000 }, async () => {
    const visitor = await house.visitor({ lang: "en" });
    const { page } = visitor;
    const words = house.words("en");
    let posts = 0;
    await page.route("**/account/forgotten", async (route) => {
      if (route.request().method() === "POST") {
        posts += 1;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      await route.continue();
    });
    await visitor.go("/account/forgotten");
    const address = page.getByLabel(words("accounts-email"), { exact: true });
    await address.fill("nobody@nowhere.example");
    await page.locator("main form button").dblclick();
    await page.waitForURL("**/account/forgotten/sent");
    assert.equal(posts, 1);
    // Whoever goes back may send it anew.
    await page.goBack();
    await address.fill("nobody@nowhere.example");
    await page.locator("main form button").click();
    await page.waitForURL("**/account/forgotten/sent");
    assert.equal(posts, 2);
    await visitor.leave();
  });
}

async function admin(house, lang) {
  const visitor = await house.visitor({ lang });
  const { page } = visitor;
  const words = house.words(lang);
  await signIn(page, words, house.installation.login(TENANT_OF[lang], "admin"));
  await speak(page, words);
  await visitor.go(`/t/${TENANT_OF[lang]}${PATH}`);
  await page.locator("html[data-live]").waitFor();
  return { visitor, page, words };
}

/** So many payments under the usual headings. */
function rows(count) {
  const lines = Array.from({ length: count }, (_, at) => `${1 + (at % 90)}.50,USD,paid\n`);
  return `amount,currency,status\n${lines.join("")}`;
}

async function choose(page, words, text) {
  const file = { name: "payments.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.getByLabel(words("mixes-file"), { exact: true }).setInputFiles(file);
  // Whatever file was taken last, its columns are remembered; these are this one's.
  await page.locator("[name^=column_]").evaluateAll((fields) => fields.forEach((field) => (field.value = "")));
  const header = { amount: "amount", currency: "currency", status: "status" };
  for (const [column, heading] of Object.entries(header)) {
    await page.locator(`[name=column_${column}]`).fill(heading);
  }
}

async function submit(page, words) {
  await page.getByRole("button", { name: words("mixes-submit"), exact: true }).click();
}

/** Writes down what is shown while a file is on its way, and marks the page that it is shown on. */
async function markStaying(page) {
  await page.evaluate(() => {
    const part = (name) => document.querySelector(`[data-sending-shown] ${name}`);
    const seen = { words: [], values: [], bytes: [] };
    const last = (list, item) => item && list.at(-1) !== item && list.push(item);
    globalThis.seen = seen;
    new MutationObserver(() => {
      last(seen.words, part("[data-sending-words]").textContent);
      last(seen.bytes, part("[data-sending-bytes]").textContent);
      last(seen.values, part("progress").getAttribute("value"));
    }).observe(part("progress").parentElement, { attributes: true, childList: true, subtree: true, characterData: true });
  });
}

/** Makes the line upwards so slow that the file takes about two seconds; what ends that. */
async function slow(page) {
  const line = await page.context().newCDPSession(page);
  const speed = (uploadThroughput) =>
    line.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput });
  await line.send("Network.enable");
  await speed(1_500_000);
  return () => speed(-1);
}

async function stayed(page) {
  return page.evaluate(() => globalThis.seen !== undefined);
}
