// Language and theme are the server's business: they stand in the first byte, so nothing flashes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { signIn } from "../parts/people.mjs";

export function languageAndTheme(house) {
  test("a dark page comes dark from the server", { timeout: 60_000 }, async () => {
    const words = house.words("en");
    const visitor = await house.visitor({ colorScheme: "light" });
    const { page, context } = visitor;
    await visitor.go("/t/harbour");
    assert.deepEqual(await rawHtml(context, "/t/harbour"), { lang: "en", theme: undefined, scheme: "light dark" });
    await chooseTheme(page, words, "dark");
    assert.deepEqual(await rawHtml(context, "/t/harbour"), { lang: "en", theme: "dark", scheme: "dark" });
    // Whoever leaves it to a dark system sees the very same colours.
    const chosen = await colours(page);
    const other = await house.visitor({ colorScheme: "dark" });
    await other.go("/t/harbour");
    assert.deepEqual(await colours(other.page), chosen);
    await other.page.emulateMedia({ colorScheme: "light" });
    assert.notDeepEqual(await colours(other.page), chosen);
    await chooseTheme(page, words, "light");
    await page.emulateMedia({ colorScheme: "dark" });
    assert.deepEqual(await colours(page), await colours(other.page));
    await visitor.leave();
    await other.leave();
  });

  test("a person's theme follows them into another browser", { timeout: 60_000 }, async () => {
    const words = house.words("en");
    const login = house.installation.login("harbour", "auditor");
    const first = await house.visitor();
    await signIn(first.page, words, login);
    await chooseTheme(first.page, words, "dark");
    const second = await house.visitor();
    await signIn(second.page, words, login);
    assert.equal((await rawHtml(second.context, "/account")).theme, "dark");
    await chooseTheme(first.page, words, "system");
    assert.equal((await rawHtml(second.context, "/account")).theme, undefined);
    await first.leave();
    await second.leave();
  });

  test("the language is the browser's, then the reader's", { timeout: 60_000 }, async () => {
    const visitor = await house.visitor({ lang: "zh-CN" });
    const { page, context } = visitor;
    assert.equal((await rawHtml(context, "/t/harbour")).lang, "zh-CN");
    const response = await visitor.go("/t/harbour");
    assert.equal(response.headers()["content-language"], "zh-CN");
    assert.match(response.headers().vary, /cookie.*accept-language/);
    const switched = page.locator("header").getByRole("button", { name: "English", exact: true });
    assert.equal(await switched.locator("[lang]").getAttribute("lang"), "en", "the other language is named in itself");
    await switched.click();
    await page.locator('html[lang="en"]').waitFor();
    assert.equal((await rawHtml(context, "/account/sign-in")).lang, "en");
    await visitor.leave();

    // A language that isn't ours: the tenant's own.
    const stranger = await house.visitor({ lang: "fr" });
    assert.equal((await rawHtml(stranger.context, "/t/lantern")).lang, "zh-CN");
    assert.equal((await rawHtml(stranger.context, "/t/harbour")).lang, "en");
    await stranger.leave();
  });
}

async function chooseTheme(page, words, theme) {
  await page.locator("header summary").filter({ hasText: words("layout-theme") }).click();
  const reloaded = page.waitForEvent("load");
  await page.getByRole("button", { name: words(`layout-theme-${theme}`), exact: true }).click();
  await reloaded;
}

/** What the answer itself says, before any browser made anything of it. */
async function rawHtml(context, path) {
  const html = await (await context.request.get(path)).text();
  const [tag] = /<html[^>]*>/.exec(html);
  return {
    lang: /\slang="([^"]*)"/.exec(tag)?.[1],
    theme: /\sdata-theme="([^"]*)"/.exec(tag)?.[1],
    scheme: /<meta name="color-scheme" content="([^"]*)"/.exec(html)?.[1],
  };
}

/** The colours that are seen: ground, words, header, and the one button of the page. */
async function colours(page) {
  return page.evaluate(() => {
    const seen = ["html", "header", ".brand-sign", "main a.button.primary", "main .card"];
    return seen.map((place) => {
      const { color, backgroundColor } = getComputedStyle(document.querySelector(place));
      return [place, color, backgroundColor];
    });
  });
}
