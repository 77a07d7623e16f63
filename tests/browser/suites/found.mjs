// What our checks found is on the screen when a case is opened: nobody has to scroll for it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { signIn, speak } from "../parts/people.mjs";

const SCREEN = { width: 1280, height: 800 };
/** As many as are shown at once, each of two lines: the longest there are. */
const LINES = 6;

export function found(house) {
  test("what was found is seen without scrolling", { timeout: 60_000 }, async () => {
    const words = house.words("en");
    const visitor = await house.visitor({ viewport: SCREEN });
    const { page } = visitor;
    await signIn(page, words, house.installation.login("harbour", "reviewer"));
    await speak(page, words);
    await visitor.go("/t/harbour/desk?state=mine");
    await page.locator("tbody a.code").first().click();
    await page.locator("#findings").waitFor();
    const bottom = await page.evaluate(filled, LINES);
    assert.ok(bottom <= SCREEN.height, `the strip ends at ${Math.round(bottom)} px`);
    assert.equal(await page.evaluate(() => scrollY), 0);
    await visitor.leave();
  });
}

/** Runs in the page: the strip with so many long lines, and where it ends. */
function filled(lines) {
  const strip = document.querySelector("#findings");
  const line = `<li class="check"><span class="badge">Doubtful</span><span><a href="#papers">Business licence</a>: ${"names another company than was declared ".repeat(2)}</span></li>`;
  strip.innerHTML = `<h2>Our checks found</h2><ul class="plain found-list">${line.repeat(lines)}</ul>`;
  return strip.getBoundingClientRect().bottom;
}
