// The desk's side of the journey: one person recommends, another decides.
import assert from "node:assert/strict";
import { isTold, sees, signIn, speak, until } from "../parts/people.mjs";

export async function arrive(page, words, login) {
  await signIn(page, words, login);
  // Their own choice of language stands before what the browser asks for.
  await speak(page, words);
  await sees(page, words("review-queue-title"));
}

export async function recommend(page, words, application, company) {
  await claim(page, words, application, "review-state-in-review");
  await showsCase(page, words, company);
  await choose(page, words, "review-recommend-verdict-approve");
  await note(page, words, "执照、证件与账户一致。");
  await page.getByRole("button", { name: words("review-recommend-submit"), exact: true }).click();
  await isTold(page, words("notice-recommended"));
  // Whoever recommended has no say in the decision.
  assert.equal(await page.getByRole("button", { name: words("review-decide-submit"), exact: true }).count(), 0);
}

export async function approve(page, words, application, company) {
  await claim(page, words, application, "review-state-second-review");
  await showsCase(page, words, company);
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
async function showsCase(page, words, company) {
  await sees(page, company.name);
  const papers = page.getByRole("region", { name: words("review-papers-title"), exact: true });
  const first = papers.getByRole("img").first();
  await first.scrollIntoViewIfNeeded();
  await until("the licence's picture", async () => (await first.evaluate((image) => image.naturalWidth)) > 0);
  assert.equal(await papers.getByRole("img").count(), 3, "pictures of the papers");
  const declared = page.getByRole("region", { name: words("review-facts-title"), exact: true });
  assert.ok((await declared.innerText()).includes(company.uscc));
}

async function choose(page, words, key) {
  await page.getByRole("radio", { name: words(key), exact: true }).check();
}

async function note(page, words, text) {
  await page.getByLabel(`${words("review-note")} ${words("form-optional")}`, { exact: true }).fill(text);
}
