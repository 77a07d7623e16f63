// Each kind of merchant, from registering over changes that the desk wants to a live key: three kinds in both languages,
// the others in one, with and without JavaScript.
import { describe, test } from "node:test";
import { inspectHere } from "../parts/inspection.mjs";
import { TENANT_OF } from "../parts/house.mjs";
import {
  CORPORATION, ENTERPRISE, GMBH, HONG_KONG, INDIVIDUAL, INSTITUTION, LIMITED, LLC, MICRO, SINGAPORE,
} from "../parts/kinds.mjs";
import { sheetsOf } from "../parts/papers.mjs";
import * as channels from "../steps/channels.mjs";
import * as desk from "../steps/desk.mjs";
import * as keys from "../steps/keys.mjs";
import * as kind from "../steps/kind.mjs";
import * as steps from "../steps/merchant.mjs";

const WALKS = [
  { merchant: INDIVIDUAL, lang: "zh-CN", javaScript: false },
  { merchant: LLC, lang: "en", javaScript: true },
  { merchant: ENTERPRISE, lang: "zh-CN", javaScript: true },
  { merchant: INDIVIDUAL, lang: "en", javaScript: true },
  { merchant: LLC, lang: "zh-CN", javaScript: false },
  { merchant: ENTERPRISE, lang: "en", javaScript: false },
  { merchant: MICRO, lang: "zh-CN", javaScript: true },
  { merchant: INSTITUTION, lang: "zh-CN", javaScript: false },
  { merchant: HONG_KONG, lang: "zh-CN", javaScript: true },
  { merchant: SINGAPORE, lang: "en", javaScript: false },
  { merchant: GMBH, lang: "en", javaScript: true },
  { merchant: LIMITED, lang: "en", javaScript: false },
  { merchant: CORPORATION, lang: "zh-CN", javaScript: true },
];
/** So many at once: more would wait for each other's checks of papers. */
const AT_ONCE = 2;

/** Every kind says what it sells. */
const GOODS = ["applications-field-goods", "field:scenes:goods", "applications-redo-incomplete", "Green tea, or 红茶?"];
const SAID = { section: "scenes", field: "goods", now: "Green tea 绿茶" };

export function kinds(house) {
  describe("each kind comes aboard and goes live", { concurrency: AT_ONCE }, () => {
    for (const one of WALKS) walk(house, one);
  });
}

function walk(house, { merchant, lang, javaScript }) {
  test(`${merchant.kind}, ${lang}, JavaScript ${javaScript ? "on" : "off"}`, { timeout: 300_000 }, async () => {
    const words = house.words(lang);
    const tenant = TENANT_OF[lang];
    const files = await sheetsOf(house, merchant.papers);
    const owner = { email: `owner-${merchant.kind}-${lang}@shihang.example`, password: "tide chart 77 kelp vK7#mq" };
    const visitor = await house.visitor({ lang, javaScript });
    const { page } = visitor;
    // Axe needs JavaScript itself.
    const look = (theirs) => async (name) => javaScript && inspectHere(theirs, `${merchant.kind}: ${name}`);

    await steps.register(page, words, tenant, owner);
    await steps.confirmAndSignIn(page, words, owner);
    await steps.start(page, words, merchant.kind);
    await kind.answers(page, words, merchant, { live: javaScript, look: look(page) });
    await kind.gives(page, words, files, { live: javaScript, look: look(page) });
    const handedIn = await steps.handIn(page, words, merchant);
    const application = { ...handedIn, pictures: merchant.papers.length };

    const colleague = async (role, work) => {
      const other = await house.visitor({ lang, javaScript });
      await desk.arrive(other.page, words, house.installation.login(tenant, role));
      await work(other.page, look(other.page));
      await other.leave();
    };
    const sentBack = (theirs, see) => desk.sendBack(theirs, words, application, merchant, [GOODS], see);
    await colleague("reviewer", sentBack);
    const answered = await kind.answersOne(page, words, application, SAID);
    await colleague("reviewer", async (theirs, see) => {
      await desk.looksAgain(theirs, words, application, answered, see);
      await desk.recommend(theirs, words);
    });
    await colleague("senior reviewer", (theirs) => desk.approve(theirs, words, application, merchant));
    await colleague("reviewer", (theirs, see) => channels.saysYesAndProposes(theirs, words, merchant, see));
    await colleague("senior reviewer", (theirs, see) => channels.opens(theirs, words, merchant, see));

    const merchantNumber = await steps.isApproved(page, words, application);
    const secret = await keys.draw(page, words, "live", () => look(page)("the drawn live secret"));
    const known = { tenant, merchantNumber, company: merchant, environment: "live", channels: merchant.channels };
    await keys.speaksFor(house.url, secret, known);
    await keys.isShownOnce(page, words, secret);
    await visitor.leave();
  });
}
