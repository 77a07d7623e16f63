// Every test in a browser: `node --test tests/browser/*.mjs`.
//
// This is the one file that the glob finds. Seeding takes about three minutes, so one installation and one Chromium stand
// behind all suites, and the suites run one after another in one process: what a suite leaves behind (mails, a
// finished application) is there for the next one to look at.
import { after, before, describe } from "node:test";
import { House } from "./parts/house.mjs";
import { byKeys } from "./suites/by-keys.mjs";
import { fees } from "./suites/fees.mjs";
import { found } from "./suites/found.mjs";
import { glass } from "./suites/glass.mjs";
import { journeys } from "./suites/journeys.mjs";
import { kinds } from "./suites/kinds.mjs";
import { keyboard } from "./suites/keyboard.mjs";
import { languageAndTheme } from "./suites/language-and-theme.mjs";
import { allPages } from "./suites/pages.mjs";
import { observatory } from "./suites/observatory.mjs";
import { proofs } from "./suites/proofs.mjs";
import { sending } from "./suites/sending.mjs";
import { thumb } from "./suites/thumb.mjs";

const house = new House();

describe("Gangway in a browser", { concurrency: 1 }, () => {
  before(() => house.open(), { timeout: 440_000 });
  // Stopping cleanly is a promise of the program's own: it fails here when it isn't kept.
  after(() => house.close(), { timeout: 120_000 });

  journeys(house);
  kinds(house);
  thumb(house);
  found(house);
  const findings = allPages(house);
  proofs(house);
  fees(house);
  sending(house);
  glass(house);
  keyboard(house);
  languageAndTheme(house);
  byKeys(house);
  // Last: from here on everything is served over TLS.
  observatory(house, findings);
});
