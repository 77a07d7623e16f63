// A merchant of any kind applies: sections and papers as its data names them.
import { isTold, sees, until } from "../parts/people.mjs";

/** Answers every section from the list of tasks; `look` sees each page filled in. */
export async function answers(page, words, merchant, { live, look }) {
  const tasks = new URL(page.url()).pathname;
  for (const [section, fields] of merchant.sections) {
    await page.goto(tasks);
    await page.locator(`main a[href$="/sections/${section}"]`).click();
    await fill(page, words, fields, live);
    await look(section);
    await page.getByRole("button", { name: words("applications-section-save"), exact: true }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(`/sections/${section}`));
  }
  await page.goto(tasks);
}

/** Changes the one answer that the desk wants changed, in place, and hands in again; what it was and is. */
export async function answersOne(page, words, application, { section, field, now }) {
  await page.goto(application.status);
  await sees(page, words("applications-status-changes-requested"));
  await page.getByRole("link", { name: words("applications-next-changes"), exact: true }).click();
  await sees(page, words("applications-changes-title"));
  await page.locator(`section.request a[href*="/sections/${section}"]`).click();
  const before = (await page.locator(`main [name="${field}"]`).inputValue()).trim();
  await fill(page, words, [[field, now]]);
  await page.getByRole("button", { name: words("applications-section-save"), exact: true }).click();
  await sees(page, words("applications-changes-title"));
  await page.getByRole("link", { name: words("applications-changes-check"), exact: true }).click();
  await sees(page, words("applications-check-title"));
  await page.getByRole("main").getByRole("button", { name: words("applications-check-submit"), exact: true }).click();
  await isTold(page, words("notice-handed-in"));
  return { before, now };
}

/** Fields by their names, whatever control each is. */
export async function fill(page, words, fields, live = false) {
  for (const [name, value] of fields) {
    const field = page.locator(`main [name="${name}"]:not([type="hidden"])`);
    const control = await field.first().evaluate((control) => control.type ?? "");
    if (["radio", "checkbox"].includes(control)) {
      await field.and(page.locator(`[value="${value}"]`)).check();
    } else if (control === "select-one") {
      if (name.endsWith("_district")) await districts(page, words, field, value, live);
      await field.selectOption(value);
    } else {
      await field.fill(value);
    }
  }
}

/** The districts come with the city: by themselves, or with the button that is there without JavaScript. */
async function districts(page, words, field, value, live) {
  if (live) return field.locator(`option[value="${value}"]`).waitFor({ state: "attached" });
  return page.getByRole("button", { name: words("applications-section-show-districts"), exact: true }).click();
}

/** Sends one file for each paper, and waits until all are checked. */
export async function gives(page, words, files, { live, look }) {
  await page.locator('main a[href*="/papers"]').first().click();
  await sees(page, words("documents-title"));
  await look("papers asked for");
  for (const [paper, file] of Object.entries(files)) {
    if (live) await page.locator("html[data-live]").waitFor();
    const form = page.locator(`form[id="send-${paper}"]`);
    const landed = live && page.waitForEvent("load");
    await form.locator('input[type="file"]').setInputFiles(file);
    await (live ? landed : form.locator('button[type="submit"]').click());
    await page.getByText(file.name).first().waitFor();
  }
  const ready = page.getByText(words("documents-state-ready"), { exact: true });
  const all = Object.keys(files).length;
  await until("every paper to be checked", async () => (await ready.count()) === all, () => page.reload());
  await look("papers given");
}
