// From the first visit to a request that the API accepts: in both languages, and once without JavaScript.
import { describe, test } from "node:test";
import { inspectHere } from "../parts/inspection.mjs";
import { invent } from "../parts/company.mjs";
import { TENANT_OF } from "../parts/house.mjs";
import { papersOf } from "../parts/papers.mjs";
import * as desk from "../steps/desk.mjs";
import * as keys from "../steps/keys.mjs";
import * as merchant from "../steps/merchant.mjs";

const JOURNEYS = [
  { lang: "en", javaScript: true, number: 1 },
  { lang: "zh-CN", javaScript: true, number: 2 },
  { lang: "zh-CN", javaScript: false, number: 3 },
];

/** What the desk wants changed: an answer, and a file. */
const MARKS = [
  ["applications-field-scope", "field:business:scope", "applications-redo-incomplete", "请补充网店的经营内容。"],
  ["applications-paper-business-licence", "document:business_licence", "documents-redo-unreadable", ""],
];

export function journeys(house) {
  // At once: they wait for mails and checks most of the time. Each tenant's staff speaks one language meanwhile.
  describe("a company comes aboard", { concurrency: JOURNEYS.length }, () => {
    for (const one of JOURNEYS) journey(house, one);
  });
}

/** What stands on the page before handing in, and what doesn't. */
function told({ name, uscc, representative, idNumber, phone, accountNumber }) {
  return { shown: [name, uscc, representative], sealed: [idNumber, phone, accountNumber] };
}

/** The same paper in a file that differs: the same bytes a second time would be refused. */
function another(file, number, name) {
  return { ...file, name, buffer: Buffer.concat([file.buffer, Buffer.from(`\n${" ".repeat(number)}`)]) };
}

/** Two of them, as two pages of a proof. */
function proofs(file) {
  return [1, 2].map((number) => another(file, number, `proof-${number}-${file.name}`));
}

function journey(house, { lang, javaScript, number }) {
  const tenant = TENANT_OF[lang];
  test(`${lang}, ${tenant}, JavaScript ${javaScript ? "on" : "off"}`, { timeout: 240_000 }, async () => {
    const words = house.words(lang);
    const company = await invent(house.installation, number);
    const papers = await papersOf(house, company);
    const owner = { email: `owner-${number}@shihang.example`, password: `tide chart ${number} kelp vK7#mq` };
    const visitor = await house.visitor({ lang, javaScript });
    const { page } = visitor;

    // Pages that no crawl comes to, because they are only so on the way. Axe needs JavaScript itself.
    const look = async (name) => javaScript && inspectHere(page, name);

    await merchant.register(page, words, tenant, owner);
    await merchant.confirmAndSignIn(page, words, owner);
    await look("home without an application");
    await merchant.start(page, words);
    await merchant.answer(page, words, company, { live: javaScript });
    if (javaScript) await merchant.sendsNoOtherKind(page, words, "business_licence", () => look("a refused file"));
    let pictures = Object.keys(papers).length;
    if (javaScript) {
      const [[paper, file], [front, portrait]] = Object.entries(papers);
      await merchant.sendsNoHeic(page, words, paper);
      await merchant.send(page, words, paper, file, { live: true });
      await merchant.replaces(page, words, paper, another(file, 3, `again-${file.name}`));
      const pages = proofs(file);
      await merchant.sendsSeveral(page, words, "bank_proof", pages);
      pictures += pages.length;
      await merchant.stopsAndTriesAgain(visitor, words, front, portrait);
    }
    for (const [paper, file] of Object.entries(papers).slice(javaScript ? 2 : 0)) {
      await merchant.send(page, words, paper, file, { live: javaScript });
    }
    const application = { ...(await merchant.handIn(page, words, told(company))), pictures };
    await look("an application in review");

    const staff = (role) => house.installation.login(tenant, role);
    const colleague = async (role, work) => {
      const other = await house.visitor({ lang, javaScript });
      await desk.arrive(other.page, words, staff(role));
      await work(other.page);
      await other.leave();
    };
    // Sent back, answered in place, looked at again.
    const answered = { now: "日用百货、家居用品的批发与零售，网店经营。", explanation: "这就是原件，没有更清晰的。" };
    const at = (theirs) => async (name) => javaScript && inspectHere(theirs, name);
    await colleague("reviewer", (theirs) => desk.sendBack(theirs, words, application, company, MARKS, at(theirs)));
    await merchant.answers(page, words, application, answered, look);
    await colleague("reviewer", async (theirs) => {
      await desk.looksAgain(theirs, words, application, answered, at(theirs));
      await desk.recommend(theirs, words);
    });
    await colleague("senior reviewer", (theirs) => desk.approve(theirs, words, application, company));

    const merchantNumber = await merchant.isApproved(page, words, application);
    const secret = await keys.draw(page, words, "test", () => look("the drawn secret"));
    await keys.speaksFor(house.url, secret, { tenant, merchantNumber, company, environment: "test", channels: [] });
    await keys.isShownOnce(page, words, secret);
    await visitor.leave();
  });
}
