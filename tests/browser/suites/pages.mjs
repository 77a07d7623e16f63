// Every page that anybody can come to, in both languages: found by its links, opened once, judged by five tests.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Findings } from "../parts/findings.mjs";
import { LANGUAGES, TENANT_OF } from "../parts/house.mjs";
import { pageRoutes } from "../parts/routes.mjs";
import { Tour } from "../parts/tour.mjs";

/**
 * Bytes of a first visit, with everything that the page loads but the pictures of people's own papers: those are what
 * the page is opened for, and come as they are scrolled to.
 */
const MOST_BYTES = 150_000;

/** Answers what was found, once these tests have run. */
export function allPages(house) {
  const routes = pageRoutes();
  const findings = new Findings();

  test("every page is opened", { timeout: 900_000 }, async (t) => {
    const begun = Date.now();
    const tours = LANGUAGES.map((lang) => new Tour(house, { lang, tenant: TENANT_OF[lang], routes, findings }));
    // Each tenant has people of its own, so both languages go at once, and both to their end.
    const ended = await Promise.allSettled(tours.map((tour) => tour.ofTenant()));
    for (const { reason } of ended) if (reason) throw reason;
    // There is one operator, who speaks one language at a time.
    for (const tour of tours) await tour.ofPlatform();
    t.diagnostic(`${findings.opened} pages in ${Math.round((Date.now() - begun) / 1000)} s`);
    assert.ok(findings.opened > 2 * routes.length, `only ${findings.opened} pages were opened`);
  });

  test("no kind of page was missed", () => {
    for (const lang of LANGUAGES) {
      const missed = routes.map(({ path }) => path).filter((path) => !findings.seen(lang, path));
      assert.deepEqual(missed, [], `never opened in ${lang}`);
    }
  });

  test("no link leads nowhere", () => assert.deepEqual(findings.lines("link"), []));
  test("H-12 axe finds nothing", () => assert.deepEqual(findings.lines("axe"), []));
  test("H-03 the browser complains about nothing", () => assert.deepEqual(findings.lines("complaint"), []));
  test("nothing scrolls sideways, down to 320 px", () => assert.deepEqual(findings.lines("width"), []));
  test("pages say which language they are in", () => assert.deepEqual(findings.lines("lang"), []));

  test("a first visit weighs at most 150 kB", (t) => {
    const heaviest = findings.weights.toSorted((one, other) => other.bytes - one.bytes);
    const lines = heaviest.map(({ bytes, pictures, name }) => `${bytes} bytes (of papers: ${pictures}) ${name}`);
    for (const line of lines.slice(0, 3)) t.diagnostic(line);
    const weighed = heaviest.every(({ bytes }) => bytes > 1000);
    assert.ok(heaviest.length > routes.length && weighed, "the scales don't work");
    assert.deepEqual(lines.filter((_, at) => heaviest[at].bytes - heaviest[at].pictures > MOST_BYTES), []);
  });

  return findings;
}
