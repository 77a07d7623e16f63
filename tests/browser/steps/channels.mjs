// After the approval: a channel says yes, and two people open live keys.
import { isTold, sees } from "../parts/people.mjs";
import { fill } from "./kind.mjs";

/** Finds the merchant among those that wait, records the channel's yes, and proposes the right to live keys. */
export async function saysYesAndProposes(page, words, { name, channels }, look) {
  await page.locator('nav a[href$="/desk/channels"]').first().click();
  await sees(page, words("channels-waiting-title"));
  await page.getByRole("row").filter({ hasText: name }).first().getByRole("link", { name }).click();
  await sees(page, words("channels-title"));
  for (const channel of channels) {
    await page.locator(`main a[href$="/channels/${channel}/live"]`).click();
    const today = new Date();
    await fill(page, words, [
      ["answer", "yes"],
      ["number", "2088-0001"],
      ["state", "SIGNED"],
      ["on_year", String(today.getUTCFullYear())],
      ["on_month", String(today.getUTCMonth() + 1)],
      ["on_day", String(today.getUTCDate())],
    ]);
    await look("a channel's answer");
    await page.getByRole("button", { name: words("channels-record-submit"), exact: true }).click();
    await isTold(page, words("notice-channel-answered"));
  }
  await page.getByRole("button", { name: words("credentials-right-propose"), exact: true }).click();
  await isTold(page, words("notice-live-proposed"));
  await look("a proposed right");
}

/** Another person finds what was proposed, and opens it. */
export async function opens(page, words, { name }, look) {
  await page.locator('nav a[href$="/desk/channels"]').first().click();
  await sees(page, words("channels-waiting-title"));
  await page.locator('main a[href$="/live"]').click();
  await sees(page, words("credentials-rights-title"));
  await look("rights that are proposed");
  await page.getByRole("button", { name: `${words("credentials-right-open-act")} ${name}`, exact: true }).click();
  await isTold(page, words("notice-live-opened"));
}
