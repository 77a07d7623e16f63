// One page, looked at from every side: what axe finds, whether it fits, what its first visit weighs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ALL = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
/** A theme changes colours and nothing else: in the second one the rules that judge colours judge again. */
const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
const THEMES = { light: ALL, dark: COLOURS };
const HEIGHT = 900;
const SETTLE_LIMIT = 20_000;

const WIDE = 1280;
/** Where everything is judged, and the narrowest width at which nothing may stick out. */
const WIDTHS = [WIDE, 360];
const NARROWEST = 320;

/**
 * What is wrong with the page that is open, as lines by matter.
 *
 * The theme follows the system here: the explicit choice sets the same colours, which a test of its own proves.
 */
export async function inspect(page) {
  const found = { axe: [], width: [] };
  // What folds out is part of the page.
  await page.evaluate(() => document.querySelectorAll("main details").forEach((part) => (part.open = true)));
  await page.evaluate(AXE);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    for (const [colorScheme, rules] of Object.entries(THEMES)) {
      await page.emulateMedia({ colorScheme });
      found.axe.push(...(await axe(page, rules)).map((line) => `${line} [${width} ${colorScheme}]`));
    }
    found.width.push(...(await sticksOut(page, width)));
  }
  await page.setViewportSize({ width: NARROWEST, height: HEIGHT });
  found.width.push(...(await sticksOut(page, NARROWEST)));
  await page.setViewportSize({ width: WIDE, height: HEIGHT });
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}

/** The same for a page in the middle of a journey, which has to be without fault. */
export async function inspectHere(page, name) {
  const { axe, width } = await inspect(page);
  assert.deepEqual([...axe, ...width], [], name);
}

async function axe(page, runOnly) {
  return page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run(document, {
      runOnly,
      // Axe leaves it out unless it is asked for.
      rules: runOnly.type === "tag" ? { "target-size": { enabled: true } } : {},
      resultTypes: ["violations"],
      preload: false,
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, any, all }) => {
        const why = [...any, ...all].map(({ message }) => message).join("; ");
        return `${id} at ${target.join(" ")}: ${help}${why && ` (${why})`}`;
      }),
    );
  }, runOnly);
}

/** Whether the page scrolls sideways, and what makes it. */
async function sticksOut(page, width) {
  return page.evaluate((width) => {
    const { scrollWidth, clientWidth } = document.scrollingElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 4)
      .map(({ localName, className }) => `${localName}.${String(className).replaceAll(" ", ".")}`);
    return [`${scrollWidth} px at ${width}, for example ${wide.join(", ")}`];
  }, width);
}

/** Pictures of papers: what a page shows, not what it is made of. */
const PICTURE = /\/documents\/[^/]+\/pages\//;

/** Counts what comes over the line for one page. */
export class Scales {
  #bytes = 0;
  #pictures = 0;
  #under = new Map();
  #line;

  static async of(page) {
    const scales = new Scales();
    scales.#line = await page.context().newCDPSession(page);
    await scales.#line.send("Network.enable");
    await scales.#line.send("Network.setCacheDisabled", { cacheDisabled: true });
    scales.#line.on("Network.requestWillBeSent", ({ requestId, request }) => scales.#under.set(requestId, request.url));
    scales.#line.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      // What the page before was still loading is none of this one's.
      if (!scales.#under.has(requestId)) return;
      scales.#bytes += encodedDataLength;
      if (PICTURE.test(scales.#under.get(requestId))) scales.#pictures += encodedDataLength;
      scales.#under.delete(requestId);
    });
    scales.#line.on("Network.loadingFailed", ({ requestId }) => scales.#under.delete(requestId));
    return scales;
  }

  reset() {
    this.#bytes = 0;
    this.#pictures = 0;
    this.#under.clear();
  }

  /** The bytes since the last reset, and those of pictures among them, once nothing more is under way. */
  async settled(page) {
    await page.waitForLoadState("load");
    const live = await page.locator("script[data-glue]").count();
    if (live > 0) await page.locator("html[data-live]").waitFor();
    const end = Date.now() + SETTLE_LIMIT;
    for (let quiet = 0; quiet < 3; quiet = this.#under.size === 0 ? quiet + 1 : 0) {
      assert.ok(Date.now() < end, `still loading ${[...this.#under.values()].join(", ")}`);
      await page.waitForTimeout(30);
    }
    return { bytes: this.#bytes, pictures: this.#pictures };
  }
}
