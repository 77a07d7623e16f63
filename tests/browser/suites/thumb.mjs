// A shopkeeper (个体工商户) on a telephone of 360 px: how much is typed and photographed, and how long a thumb takes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { TENANT_OF } from "../parts/house.mjs";
import { INDIVIDUAL } from "../parts/kinds.mjs";
import { sheetsOf } from "../parts/papers.mjs";
import * as kind from "../steps/kind.mjs";
import * as steps from "../steps/merchant.mjs";

const MOST_TYPED = 25;
const MOST_PHOTOGRAPHS = 5;
const MOST_SECONDS = 600;
/** A slow thumb: seconds for a letter, a tap, a photograph, and for reading a page before anything is done on it. */
const PACE = { letter: 0.6, tap: 1.5, photograph: 12, page: 4 };

/** One shop, nothing that needs a permit. */
const SHOP = {
  ...INDIVIDUAL,
  sections: INDIVIDUAL.sections
    .filter(([code]) => code !== "scene_site")
    .map(([code, fields]) => [code, fields.map(([name, value]) => [name, name === "mcc" ? "5331" : value])])
    .map(([code, fields]) => [code, fields.filter(([name, value]) => !(name === "kinds" && value === "site"))]),
  papers: INDIVIDUAL.papers.filter((paper) => paper !== "industry_permit"),
};

export function thumb(house) {
  test("a shopkeeper applies on a telephone with a thumb", { timeout: 300_000 }, async () => {
    const lang = "zh-CN";
    const words = house.words(lang);
    const files = await sheetsOf(house, SHOP.papers);
    const owner = { email: "thumb@shihang.example", password: "tide chart 77 kelp vK7#mq" };
    const visitor = await house.visitor({ lang, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    const { page } = visitor;
    await steps.register(page, words, TENANT_OF[lang], owner);
    await steps.confirmAndSignIn(page, words, owner);
    await steps.start(page, words, SHOP.kind);

    const begun = performance.now();
    const told = new Set();
    const done = { typed: 0, letters: 0, taps: 0, pages: 0 };
    await kind.answers(page, words, SHOP, {
      live: true,
      look: async () => {
        const { typed, letters, chosen, wide, said } = await page.evaluate(work);
        for (const { name, value, offered } of said) {
          assert.ok(offered || !told.has(value), `${name} asks once more for “${value}”`);
          told.add(value);
        }
        assert.ok(!wide, `${page.url()} is wider than the telephone`);
        done.typed += typed;
        done.letters += letters;
        // What is chosen, the way into the section, and its button.
        done.taps += chosen + 2;
        done.pages += 2;
      },
    });
    await kind.gives(page, words, files, { live: true, look: async () => {} });
    await steps.handIn(page, words, SHOP);
    const waited = (performance.now() - begun) / 1000;

    const photographs = Object.keys(files).length;
    const seconds =
      waited +
      done.letters * PACE.letter +
      (done.taps + 5) * PACE.tap +
      photographs * PACE.photograph +
      (done.pages + 5) * PACE.page;
    console.log(`typed ${done.typed}, photographs ${photographs}, ${Math.round(seconds)} s by a scripted thumb`);
    assert.ok(done.typed <= MOST_TYPED, `${done.typed} answers are typed`);
    assert.ok(photographs <= MOST_PHOTOGRAPHS, `${photographs} photographs`);
    assert.ok(seconds <= MOST_SECONDS, `${Math.round(seconds)} seconds`);
    await visitor.leave();
  });
}

/** Runs in the page: what was typed and chosen on it. A day's three boxes are one answer. */
function work() {
  const typing = ["text", "email", "tel", "url", "number", "search", "textarea"];
  const controls = [...document.querySelectorAll("main form input, main form textarea, main form select")];
  const filled = controls.filter((control) => typing.includes(control.type) && control.value.trim() !== "");
  const answers = new Set(filled.map((control) => control.name.replace(/_(year|month|day)$/, "")));
  const chosen = controls.filter((control) =>
    control.type === "select-one" ? control.value !== "" : ["radio", "checkbox"].includes(control.type) && control.checked,
  );
  return {
    typed: answers.size,
    letters: filled.reduce((sum, control) => sum + control.value.length, 0),
    chosen: chosen.length,
    said: filled
      .filter(({ name }) => !/_(year|month|day)$/.test(name))
      .map(({ name, value, list }) => ({ name, value: value.trim(), offered: list !== null })),
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  };
}
