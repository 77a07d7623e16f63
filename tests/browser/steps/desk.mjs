// The desk's side of the journey: one person recommends, another decides.
import assert from "node:assert/strict";
import { isTold, sees, signIn, speak, until } from "../parts/people.mjs";

export async function arrive(page, words, login) {
  await signIn(page, words, login);
  // Their own choice of language stands before what the browser asks for.
  await speak(page, words);
  await sees(page, words("review-queue-title"));
}

/** Marks answers and files, sees what the merchant will read, and sends it; a mark is `[thing, code, reason, said]`. */
export async function sendBack(page, words, application, company, marks, look) {
  await takes(page, words, application, company);
  for (const [thing, code, reason, said] of marks) {
    await page.locator(`a[href*="/items/${code}"]`).first().click();
    await sees(page, words(thing));
    await choose(page, words, "review-judge-sent-back");
    await optional(page, words, "review-judge-redo").selectOption({ label: words(reason) });
    await optional(page, words, "review-words").fill(said);
    await look(`judging ${code}`);
    await page.getByRole("button", { name: words("review-judge-submit"), exact: true }).click();
    await isTold(page, words("notice-item-sent-back"));
  }
  await acceptTheRest(page, words);
  const bar = page.getByRole("region", { name: words("review-queue-column-act"), exact: true });
  await bar.locator('a[href$="/changes"]').click();
  await sees(page, words("review-changes-title"));
  const preview = await page.getByRole("main").innerText();
  for (const [, code, reason, said] of marks) {
    assert.ok(preview.includes(said || words(reason)), `${code} isn't in the preview`);
  }
  await look("a request for changes before it is sent");
  await page.getByRole("button", { name: words("review-changes-send"), exact: true }).click();
  await isTold(page, words("notice-changes-sent"));
}

/** Takes a case that was just handed in, and looks at what came with it. */
async function takes(page, words, application, company) {
  await claim(page, words, application, "review-state-in-review");
  await showsCase(page, words, company, application.pictures);
}

/** Looks at what came back: old beside new, and what was explained. */
export async function looksAgain(page, words, application, answered, look) {
  await claim(page, words, application, "review-state-resubmitted");
  const main = page.getByRole("main");
  assert.ok((await main.locator(".before-after del").innerText()).includes(answered.before));
  assert.ok((await main.locator(".before-after ins").innerText()).includes(answered.now));
  const explained = answered.explanation ?? "";
  assert.ok((await main.innerText()).includes(explained), "the explanation isn't shown");
  await look("a case that came back");
}

async function acceptTheRest(page, words) {
  const all = page.getByRole("button", { name: new RegExp(`^${words("review-item-accept-all")} `) });
  while ((await all.count()) > 0) {
    await all.first().click();
    await isTold(page, words("notice-items-accepted"));
  }
}

function optional(page, words, key) {
  return page.getByLabel(`${words(key)} ${words("form-optional")}`, { exact: true });
}

/** Accepts what is left and recommends approval, on a case that is in hand. */
export async function recommend(page, words) {
  await acceptTheRest(page, words);
  await choose(page, words, "review-recommend-verdict-approve");
  await note(page, words, "执照、证件与账户一致。");
  await page.getByRole("button", { name: words("review-recommend-submit"), exact: true }).click();
  await isTold(page, words("notice-recommended"));
  // Whoever recommended has no say in the decision.
  assert.equal(await page.getByRole("button", { name: words("review-decide-submit"), exact: true }).count(), 0);
}

export async function approve(page, words, application, company) {
  await claim(page, words, application, "review-state-second-review");
  await showsCase(page, words, company, application.pictures);
  await choose(page, words, "review-decide-approve");
  await page.getByRole("button", { name: words("review-decide-submit"), exact: true }).click();
  await isTold(page, words("notice-approved"));
}

/** Finds the case in the queue and takes it, once it stands where it is expected. */
async function claim(page, words, { number }, state) {
  await page.getByRole("searchbox").fill(number);
  await page.getByRole("button", { name: words("common-search"), exact: true }).click();
  const row = page.getByRole("row").filter({ hasText: number }).filter({ hasText: words(state) });
  const button = row.getByRole("button", { name: `${words("review-case-claim")} ${number}`, exact: true });
  await until(`case ${number} to wait`, () => button.isVisible(), () => page.reload());
  await button.click();
  await isTold(page, words("notice-case-claimed"));
}

/** The papers that came stand beside what was declared, as our own pictures. */
async function showsCase(page, words, company, pictures) {
  await sees(page, company.name);
  const papers = page.getByRole("region", { name: words("review-papers-title"), exact: true });
  const first = papers.getByRole("img").first();
  await first.scrollIntoViewIfNeeded();
  await until("the licence's picture", async () => (await first.evaluate((image) => image.naturalWidth)) > 0);
  assert.equal(await papers.getByRole("img").count(), pictures, "pictures of the papers");
  const declared = page.getByRole("region", { name: words("review-facts-title"), exact: true });
  assert.ok((await declared.innerText()).includes(company.registration));
}

async function choose(page, words, key) {
  await page.getByRole("radio", { name: words(key), exact: true }).check();
}

async function note(page, words, text) {
  await page.getByLabel(`${words("review-note")} ${words("form-optional")}`, { exact: true }).fill(text);
}
