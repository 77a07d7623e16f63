// What taking payments costs, reckoned in the browser: the engine compiled for it answers as the program does, and the
// estimate moves with its sliders.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { LANGUAGES, TENANT_OF } from "../parts/house.mjs";
import { inspectHere } from "../parts/inspection.mjs";
import { request } from "../parts/requests.mjs";

const REQUESTS = 60;

export function fees(house) {
  test("the browser reckons as the server does, to the last unit", { timeout: 120_000 }, async (t) => {
    const requests = Array.from({ length: REQUESTS }, (_, seed) => JSON.stringify(request(seed)));
    const visitor = await house.visitor();
    await wakeEngine(visitor.page);
    const inBrowser = await visitor.page.evaluate((all) => all.map((one) => globalThis.wasm_bindgen.compare(one)), requests);
    await visitor.leave();
    let refused = 0;
    for (const [at, asked] of requests.entries()) {
      const { answer, errors } = byProgram(asked);
      if (errors) refused += 1;
      // As text, digit by digit: numbers of this size are more than JavaScript can tell apart.
      if (errors) assert.deepEqual(JSON.parse(inBrowser[at]).errors, errors, `request ${at}: ${asked}`);
      else assert.equal(inBrowser[at], answer, `request ${at}: ${asked}`);
    }
    assert.ok(refused >= 3 && refused < REQUESTS / 2, `${refused} of ${REQUESTS} can't be used`);
    t.diagnostic(`${REQUESTS} requests, ${refused} of them refused`);
  });

  for (const lang of LANGUAGES) {
    test(`the estimate moves with its sliders (${lang})`, { timeout: 120_000 }, async (t) => {
      const visitor = await house.visitor({ lang });
      const { page } = visitor;
      await visitor.go(`/t/${TENANT_OF[lang]}`);
      await page.locator("html[data-live]").waitFor();
      const estimate = page.locator("#estimate");
      assert.equal(await estimate.locator("input[type=range]").count(), 3);
      await estimate.locator("[name=volume]").fill("250000");
      const volume = estimate.locator("[data-stops]:has([name=volume]) input[type=range]");
      await volume.focus();
      // Whoever has no mouse moves it by keys.
      await page.keyboard.press("ArrowRight");
      assert.equal(await estimate.locator("[name=volume]").inputValue(), "300000");
      assert.equal(await volume.getAttribute("aria-valuetext"), "300000");
      await estimate.locator("[name=abroad]").fill("35");
      const live = await answerOf(page);
      // The same question without JavaScript, answered by the server.
      const plain = await house.visitor({ lang, javaScript: false });
      await plain.go(`/t/${TENANT_OF[lang]}/estimate?${await questionOf(page)}`);
      assert.deepEqual(await answerOf(plain.page), live);
      assert.ok(live.length >= 5, "there are rows");
      await plain.leave();
      const times = await moves(volume);
      t.diagnostic(`a move of the slider is answered within ${times.at(Math.floor(times.length / 2)).toFixed(2)} ms (median of ${times.length})`);
      await estimate.locator("[name=ticket]").fill("0");
      await page.getByText(house.words(lang)("estimate-unusable")).waitFor();
      await inspectHere(page, "front page with an estimate that can't be reckoned");
      await visitor.leave();
    });
  }
}

/** Loads the engine's WebAssembly into an empty page. */
async function wakeEngine(page) {
  const folder = process.env.GANGWAY_AGREE;
  assert.ok(folder, "GANGWAY_AGREE: the folder that server/scripts/agree.sh made");
  await page.goto("about:blank");
  const glue = readFileSync(join(folder, "agree.js"), "utf8").replace("let wasm_bindgen", "var wasm_bindgen");
  // Not as a script element: that one would look for an address of its own, and an empty page has none.
  await page.evaluate((glue) => (0, eval)(glue), glue);
  const bytes = readFileSync(join(folder, "agree_bg.wasm")).toString("base64");
  await page.evaluate((bytes) => {
    globalThis.wasm_bindgen.initSync({ module: Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)) });
  }, bytes);
}

/** The answer of `gangway fees compare` as it is printed, or what it finds wrong. */
function byProgram(asked) {
  const { stdout, status } = spawnSync(process.env.GANGWAY_BINARY, ["fees", "compare"], { input: asked, encoding: "utf8" });
  assert.ok([0, 1].includes(status), `exit code ${status}`);
  return status === 0 ? { answer: stdout.trimEnd() } : { errors: JSON.parse(stdout).errors };
}

/** The rows of the estimate as they are read. */
async function answerOf(page) {
  const rows = await page.locator(".estimate-answer tbody tr").allInnerTexts();
  return rows.map((row) => row.split(/\s+/).join(" ").trim());
}

async function questionOf(page) {
  return page.locator(".estimate-form").evaluate((form) => new URLSearchParams(new FormData(form)).toString());
}

/** How long each of some moves of a slider took until the page was changed, in milliseconds, sorted. */
async function moves(slider) {
  return slider.evaluate(async (slider) => {
    const times = [];
    for (let at = 0; at < 40; at += 1) {
      slider.value = String(at);
      const begun = performance.now();
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      // What a signal changes is written in the tasks that follow at once.
      await new Promise((done) => setTimeout(done));
      times.push(performance.now() - begun);
    }
    return times.toSorted((one, other) => one - other);
  });
}
