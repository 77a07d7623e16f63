// Papers under glass: the viewer by keys, and masked data shown for a minute.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "../parts/inspection.mjs";
import { signIn, speak } from "../parts/people.mjs";

async function looksRight(page, what) {
  const { axe, width } = await inspect(page);
  assert.deepEqual([...axe, ...width], [], what);
}

/** A reviewer before a case of theirs. */
async function reviewing(house) {
  const words = house.words("en");
  const visitor = await house.visitor();
  const { page } = visitor;
  await signIn(page, words, house.installation.login("harbour", "reviewer"));
  await speak(page, words);
  await visitor.go("/t/harbour/desk?state=mine");
  await page.locator("tbody a.code").first().click();
  await page.locator("a.page-picture").first().waitFor();
  return { words, visitor, page };
}

export function glass(house) {
  test("keys turn and enlarge a page while the viewer has the focus", { timeout: 90_000 }, async () => {
    const { words, visitor, page } = await reviewing(house);
    await page.locator("a.page-picture").first().click();
    await page.locator("#viewer").waitFor();
    const asks = (name) => new URL(page.url()).searchParams.get(name);
    await page.locator("[data-viewer=awake]").waitFor({ state: "attached" });
    for (const [key, name, value] of [["r", "turn", "1"], ["+", "zoom", "1"], ["-", "zoom", "0"]]) {
      await page.locator("#viewer").focus();
      await page.keyboard.press(key);
      await page.waitForURL((url) => url.searchParams.get(name) === value);
      await page.locator("[data-viewer=awake]").waitFor({ state: "attached" });
    }
    assert.equal(asks("turn"), "1");
    await looksRight(page, "the viewer");
    await page.getByRole("button", { name: words("review-keys-off"), exact: true }).click();
    await page.getByRole("button", { name: words("review-keys-on"), exact: true }).waitFor();
    assert.equal(await page.locator("[data-viewer]").count(), 0);
    await page.getByRole("button", { name: words("review-keys-on"), exact: true }).click();
    await page.getByRole("button", { name: words("review-keys-off"), exact: true }).waitFor();
    await visitor.leave();
  });

  test("masked data is shown with a reason, and hidden again", { timeout: 90_000 }, async () => {
    const { words, visitor, page } = await reviewing(house);
    await page.locator("a[href*='/reveal/']").first().click();
    await page.locator("textarea[name=words]").waitFor();
    await page.locator("input[name=reason]").first().check();
    await page.locator("textarea[name=words]").fill("To hold it beside the paper");
    await page.getByRole("button", { name: words("review-reveal-submit"), exact: true }).click();
    await page.getByRole("link", { name: words("review-reveal-hide"), exact: true }).waitFor();
    await looksRight(page, "what is shown for a minute");
    await page.getByRole("link", { name: words("review-reveal-hide"), exact: true }).click();
    await page.locator("a.page-picture").first().waitFor();
    await visitor.leave();
  });
}
