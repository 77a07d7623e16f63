// A reviewer takes twenty cases, accepts what they hold and recommends them, without a mouse: no case takes many keys.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CORPORATION, ENTERPRISE, GMBH, HONG_KONG, INDIVIDUAL, INSTITUTION, LIMITED, LLC, MICRO, SINGAPORE,
} from "../parts/kinds.mjs";
import { sheetsOf } from "../parts/papers.mjs";
import { isTold, signIn, speak, until } from "../parts/people.mjs";
import * as steps from "../steps/merchant.mjs";
import { applies, handsIn } from "../steps/posted.mjs";

const KINDS = [
  ENTERPRISE, INDIVIDUAL, MICRO, INSTITUTION, LLC, CORPORATION, HONG_KONG, SINGAPORE, GMBH, LIMITED,
];
const CASES = 20;
const MOST_KEYS = 44;
/** No case may take more presses than this before the test gives up on it. */
const LIMIT = 150;
const TENANT = "harbour";

export function byKeys(house) {
  test("twenty cases by keyboard alone", { timeout: 900_000 }, async (context) => {
    const words = house.words("en");
    await handIn(house, words, CASES);
    const visitor = await house.visitor();
    const { page } = visitor;
    await signIn(page, words, house.installation.login(TENANT, "reviewer"));
    await speak(page, words);
    await visitor.go(`/t/${TENANT}/desk`);
    const counts = [];
    for (let one = 0; one < CASES; one += 1) counts.push(await judge(page, words));
    const median = counts.toSorted((one, other) => one - other)[CASES / 2];
    context.diagnostic(`keys for each case: ${counts.join(" ")}; median ${median}`);
    assert.ok(median <= MOST_KEYS, `the median is ${median} keys: ${counts.join(" ")}`);
    await visitor.leave();
  });

  test("single keys do nothing while somebody types, or once they are off", { timeout: 90_000 }, async () => {
    const words = house.words("en");
    const visitor = await house.visitor();
    const { page } = visitor;
    await signIn(page, words, house.installation.login(TENANT, "reviewer"));
    await speak(page, words);
    await visitor.go(`/t/${TENANT}/desk`);
    await awake(page);
    await page.keyboard.press("/");
    await page.keyboard.type("jack?");
    assert.equal(await page.getByRole("searchbox").inputValue(), "jack?");
    await page.evaluate(() => document.activeElement.blur());
    assert.equal(await page.locator("details.keys").getAttribute("open"), null);
    await page.keyboard.press("?");
    await page.locator("details.keys[open]").waitFor();
    await page.getByRole("button", { name: words("review-keys-off"), exact: true }).click();
    await page.locator("details.keys").waitFor();
    assert.equal(await page.locator("[data-keys], [aria-keyshortcuts]").count(), 0);
    await page.locator("details.keys summary").click();
    await page.getByRole("button", { name: words("review-keys-on"), exact: true }).click();
    await awake(page);
    await visitor.leave();
  });
}

/** So many cases of all kinds wait, and no others: a colleague holds whatever waited before. */
async function handIn(house, words, count) {
  const colleague = await house.visitor();
  await signIn(colleague.page, words, house.installation.login(TENANT, "senior reviewer"));
  await speak(colleague.page, words);
  await colleague.go(`/t/${TENANT}/desk?choose=all`);
  const take = colleague.page.getByRole("button", { name: words("review-take"), exact: true });
  while ((await take.count()) > 0) {
    await take.click();
    await colleague.page.waitForLoadState();
    await colleague.go(`/t/${TENANT}/desk?choose=all`);
  }
  await colleague.leave();

  const owner = { email: "many@shihang.example", password: "tide chart 77 kelp vK7#mq" };
  const visitor = await house.visitor();
  const { page } = visitor;
  await steps.register(page, words, TENANT, owner);
  await steps.confirmAndSignIn(page, words, owner);
  const waiting = [];
  for (let one = 0; one < count; one += 1) {
    const merchant = KINDS[one % KINDS.length];
    waiting.push(await applies(page, TENANT, merchant, await sheetsOf(house, merchant.papers)));
  }
  for (const application of waiting) {
    await until(`${application} to be handed in`, () => handsIn(page, application));
  }
  await visitor.leave();
}

/** Takes the first case that waits, accepts part by part, and recommends it; how many keys that took. */
async function judge(page, words) {
  let keys = 0;
  const press = async (key) => {
    keys += 1;
    assert.ok(keys < LIMIT, "this case has no end");
    await page.keyboard.press(key);
  };
  /** A key that leads to another page. */
  const lead = async (key, there) => {
    const arrived = page.waitForEvent("load");
    await press(key);
    await arrived;
    await awake(page);
    assert.ok(there.test(page.url()), `${key} leads to ${page.url()}`);
  };
  await until("a case to wait", () => page.locator("tr [aria-keyshortcuts=c]").count(), () => page.reload());
  await awake(page);
  // The first press comes to it, the second counts there.
  await press("c");
  await lead("c", /\/desk\/cases\//);
  while ((await page.locator("[data-part] [aria-keyshortcuts=a]").count()) > 0) {
    if (await page.evaluate(waits)) await lead("a", /said=items?-accepted/);
    else await press("a");
  }
  await press("r");
  while (!(await page.evaluate(() => document.activeElement.name === "verdict"))) await press("Tab");
  await press("Space");
  const arrived = page.waitForEvent("load");
  await press("Enter");
  await arrived;
  await isTold(page, words("notice-recommended"));
  await awake(page);
  await lead("u", /\/desk$/);
  return keys;
}

/** Runs in the page: whether the part that has the focus waits to be accepted, and is seen. */
function waits() {
  const part = document.activeElement.closest("[data-part]");
  const { top, bottom } = (part ?? document.body).getBoundingClientRect();
  return Boolean(part?.querySelector("[aria-keyshortcuts=a]")) && bottom > 0 && top < innerHeight;
}

function awake(page) {
  return page.locator("[data-keys=awake]").waitFor({ state: "attached" });
}
