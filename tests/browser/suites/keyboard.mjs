// Without a mouse: everything can be reached, seen and done with Tab, Enter and Space.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isTold, sees, signIn, speak } from "../parts/people.mjs";

const MOST_STOPS = 300;

export function keyboard(house) {
  test("the skip link leads past the header", { timeout: 60_000 }, async () => {
    const words = house.words("en");
    const visitor = await house.visitor();
    const { page } = visitor;
    await visitor.go("/t/harbour");
    const first = await tab(page);
    assert.equal(first.name, words("layout-skip"));
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
    const next = await tab(page);
    assert.ok(next.inMain, `after the skip link Tab comes to ${next.name}`);
    await visitor.leave();
  });

  test("signing in and handing in a section", { timeout: 90_000 }, async () => {
    const words = house.words("en");
    const { email, password } = house.installation.login("harbour", "merchant, draft");
    const visitor = await house.visitor();
    const { page } = visitor;
    await visitor.go("/account/sign-in?to=/t/harbour/home");
    await tabTo(page, words("accounts-email"));
    await page.keyboard.type(email);
    await tabTo(page, words("accounts-password"));
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/t/harbour/home");
    await inEnglish(page, words);
    await follow(page, (link) => /\/applications\/[0-9a-f-]{36}/.test(link.href));
    await sees(page, words("applications-tasks-title"));
    await follow(page, (link) => link.name === words("applications-section-channels"));
    await sees(page, words("applications-section-channels"));
    for (const wallet of ["alipay", "wechat_pay"]) {
      const box = await tabTo(page, words.channel(wallet));
      if (!box.checked) await page.keyboard.press("Space");
    }
    await tabTo(page, words("applications-section-save"));
    await page.keyboard.press("Enter");
    await sees(page, words("applications-section-agreement"));
    await isTold(page, words("notice-section-saved"));
    await visitor.leave();
  });

  for (const width of [1280, 360]) {
    test(`nothing covers what is focused on a case (${width} px)`, { timeout: 120_000 }, async () => {
      const words = house.words("en");
      const visitor = await house.visitor({ viewport: { width, height: 720 } });
      const { page } = visitor;
      await signIn(page, words, house.installation.login("harbour", "reviewer"));
      await speak(page, words);
      await visitor.go("/t/harbour/desk?state=mine");
      await page.locator("tbody a.code").first().click();
      // The longest page with something that stays at the bottom.
      await page.getByRole("heading", { name: words("review-recommend-title"), exact: true }).waitFor();
      const stops = await walk(page);
      assert.ok(stops.length > 20, `only ${stops.length} stops`);
      const names = stops.map(({ name }) => name);
      assert.ok(names.includes(words("review-recommend-submit")), "the form can't be reached");
      await visitor.leave();
    });
  }
}

/** The person chose another language before: the header's switch is a button like any other. */
async function inEnglish(page, words) {
  if ((await page.locator("html").getAttribute("lang")) === words.lang) return;
  await walkTo(page, ({ value }) => value === words.lang, "the switch of languages");
  await page.keyboard.press("Enter");
  await page.locator(`html[lang="${words.lang}"]`).waitFor();
}

async function follow(page, wanted) {
  await walkTo(page, wanted, "the link");
  const opened = page.waitForEvent("load");
  await page.keyboard.press("Enter");
  await opened;
}

function tabTo(page, name) {
  return walkTo(page, (stop) => stop.name === name, name);
}

async function walkTo(page, wanted, what) {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    const stop = await tab(page);
    if (wanted(stop)) return stop;
  }
  throw new Error(`Tab never comes to ${what}`);
}

/** Every stop of the page, once around. */
async function walk(page) {
  const stops = [];
  while (stops.length < MOST_STOPS) {
    const stop = await tab(page);
    if (stop.seenBefore || stop.nowhere) return stops;
    stops.push(stop);
  }
  throw new Error("Tab never comes around");
}

/** One press of Tab: where it leads has to be seen, and not be covered. */
async function tab(page) {
  await page.keyboard.press("Tab");
  const stop = await page.evaluate(look);
  if (!stop.nowhere) {
    assert.ok(stop.marked, `the focus on ${stop.what} can't be seen`);
    assert.equal(stop.coveredBy, "", `${stop.what} is focused and covered`);
  }
  return stop;
}

/** Runs in the page. */
function look() {
  const element = document.activeElement;
  if (!element || element === document.body) return { nowhere: true };
  const seenBefore = element.walkedOver === true;
  element.walkedOver = true;
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0;
  // Where a long link breaks, its first line counts; of what is larger than the window, the part in it.
  const [box] = element.getClientRects();
  const middle = (from, to, edge) => (Math.max(from, 0) + Math.min(to, edge)) / 2;
  const spot = box && [middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight)];
  const top = spot ? document.elementFromPoint(...spot) : null;
  const label = element.labels?.[0]?.innerText ?? element.getAttribute("aria-label") ?? element.innerText ?? "";
  const name = label.replace(/\s+/g, " ").trim();
  const describe = (one) => (one ? `${one.localName}.${one.className}` : "the edge of the window");
  return {
    name,
    what: `${describe(element)} “${name.slice(0, 60)}”`,
    href: element.href ?? "",
    value: element.value ?? "",
    checked: element.checked ?? false,
    inMain: Boolean(element.closest("main")),
    seenBefore,
    marked: outlined || style.boxShadow !== "none",
    coveredBy: top && (element.contains(top) || top.contains(element)) ? "" : describe(top),
  };
}
