// The merchant's side of the journey, as its owner walks it.
import assert from "node:assert/strict";
import { fillIn, followMail, isTold, sees, until } from "../parts/people.mjs";

/** A slow line, so that progress is there to be seen: a sixteenth of a megabyte a second. */
const SLOW = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 64 * 1024 };
const NORMAL = { ...SLOW, uploadThroughput: -1 };

export async function register(page, words, tenant, { email, password }) {
  await page.goto(`/t/${tenant}`);
  await page.getByRole("link", { name: words("front-start"), exact: true }).first().click();
  await page.getByLabel(words("accounts-email"), { exact: true }).fill(email);
  await page.getByLabel(words("accounts-password-choose"), { exact: true }).fill(password);
  await page.getByRole("button", { name: words("accounts-register-submit"), exact: true }).click();
  await sees(page, words("accounts-sent-title"));
}

export async function confirmAndSignIn(page, words, owner) {
  await followMail(page, owner.email, "/account/confirm/");
  await sees(page, words("accounts-confirm-address-title"));
  await page.getByRole("button", { name: words("accounts-confirm-address-submit"), exact: true }).click();
  await isTold(page, words("notice-confirmed"));
  await fillIn(page, words, owner);
  await sees(page, words("applications-home-title"));
}

export async function start(page, words, kind = "cn-enterprise") {
  await page.getByRole("link", { name: words("applications-home-start"), exact: true }).click();
  await page.getByRole("radio", { name: words(`applications-kind-${kind}`), exact: true }).check();
  await page.getByRole("button", { name: words("applications-start-submit"), exact: true }).click();
  await sees(page, words("applications-tasks-title"));
}

/** Every section in its order; saving one leads to the next, and after one of several to the list. */
export async function answer(page, words, company, { live }) {
  const field = (key) => page.getByLabel(words(`applications-field-${key}`), { exact: true });
  const box = (name, within = page) => within.getByRole("checkbox", { name, exact: true });
  const radio = (key) => page.getByRole("radio", { name: words(`applications-${key}`), exact: true });
  const open = (name) => page.getByRole("link", { name, exact: true }).click();
  const section = async (code, fill, title = words(`applications-section-${code}`)) => {
    await sees(page, title);
    await fill();
    await page.getByRole("button", { name: words("applications-section-save"), exact: true }).click();
  };
  const owner = words("applications-numbered", { what: words("applications-section-beneficial-owner"), number: "1" });
  await open(words("applications-section-business"));
  await section("business", async () => {
    await field("legal-name").fill(company.name);
    await field("uscc").fill(company.uscc);
    await place(page, words, company, live);
    await field("street").fill(company.street);
    await date(page, words, "from", "licence", company.licensedFrom);
    await box(words("form-date-long-term"), period(page, words, "until", "licence")).check();
    await field("scope").fill(company.scope);
  });
  await section("representative", async () => {
    await field("representative-name").fill(company.representative);
    await radio("id-kind-resident-id").check();
    await field("id-number-any").fill(company.idNumber);
    await date(page, words, "from", "id-validity", company.idFrom);
    await date(page, words, "until", "id-validity", company.idUntil);
    await field("phone").fill(company.phone);
  });
  await section("beneficial-owner", async () => {
    await radio("owner-who-representative").check();
    await radio("basis-direct").check();
    await field("owner-share").fill("75");
  }, owner);
  await sees(page, words("applications-tasks-title"));
  await open(words("applications-section-applicant"));
  await section("applicant", async () => {
    await radio("applicant-representative").check();
    await field("email").fill("office@shihang.example");
  });
  await section("bank", async () => {
    await field("account-holder").fill(company.name);
    await field("bank-name").fill(company.bank);
    await field("cnaps").fill(company.cnaps);
    await field("account-number").fill(company.accountNumber);
  });
  await section("scenes", async () => {
    await field("short-name").fill("试航");
    await field("service-phone").fill("0755 1234 5678");
    await field("mcc").selectOption("5399");
    await field("goods").fill(company.scope);
    await box(words("applications-scene-site")).check();
  });
  await section("scene-site", () => field("site-url").fill(company.site));
  await section("channels", async () => {
    await box(words.channel("alipay")).check();
    await box(words.channel("wechat_pay")).check();
  });
  await section("consents", async () => {
    for (const key of ["sensitive", "receiver-alipay", "receiver-wechat-pay"]) {
      await box(words(`applications-field-consent-${key}`)).check();
    }
  });
  await section("agreement", () => box(words("applications-field-agreement-accepted")).check());
  await sees(page, words("applications-tasks-title"));
}

/** A city, and the districts that come with it. */
async function place(page, words, company, live) {
  if (live) await page.locator("html[data-live]").waitFor();
  await page.getByLabel(words("applications-field-place-city"), { exact: true }).selectOption(company.city);
  const districts = page.getByLabel(words("applications-field-place-district"), { exact: true });
  if (live) {
    await districts.locator(`option[value="${company.district}"]`).waitFor({ state: "attached" });
  } else {
    await page.getByRole("button", { name: words("applications-section-show-districts"), exact: true }).click();
  }
  await districts.selectOption(company.district);
}

function period(page, words, end, field) {
  const what = words(`applications-field-${field}`);
  return page.getByRole("group", { name: words(`applications-validity-${end}`, { what }), exact: true });
}

async function date(page, words, end, field, day) {
  const group = period(page, words, end, field);
  for (const part of ["year", "month", "day"]) {
    await group.getByLabel(words(`form-date-${part}`), { exact: true }).fill(day[part]);
  }
}

/** The part of the papers' page that is about this paper, and its field for a file. */
async function partOf(page, words, paper) {
  const label = words(`applications-paper-${paper.replaceAll("_", "-")}`);
  if (!page.url().includes("/papers")) {
    await page.getByRole("link", { name: label, exact: true }).click();
    await sees(page, words("documents-title"));
  }
  const part = page.getByRole("region", { name: label, exact: true });
  return { label, part, input: part.getByLabel(words("documents-file", { paper: label }), { exact: true }) };
}

/** The uploader doesn't even send what would be refused: it says so, and the file can be taken off the list. */
export async function sendsNoOtherKind(page, words, paper, seen) {
  const { part, input } = await partOf(page, words, paper);
  const list = await awake(page, words, part);
  const row = list.getByRole("listitem").filter({ hasText: "notes.txt" });
  await input.setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("no paper") });
  await row.getByText(words("upload-wrong-kind"), { exact: true }).waitFor();
  await seen();
  await row.getByRole("button", { name: `${words("common-remove")} notes.txt`, exact: true }).click();
  await row.waitFor({ state: "detached" });
}

/** An iPhone's photograph isn't sent: by its bytes, whatever it is called, it is told how to send a JPEG. */
export async function sendsNoHeic(page, words, paper) {
  const { part, input } = await partOf(page, words, paper);
  const list = await awake(page, words, part);
  const row = list.getByRole("listitem").filter({ hasText: "IMG_0001" });
  const posts = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
  const buffer = Buffer.concat([Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), Buffer.alloc(4096)]);
  for (const mimeType of ["", "image/heic", "image/jpeg"]) {
    await input.setInputFiles({ name: "IMG_0001.jpg", mimeType, buffer });
    await row.getByText(words("documents-refused-heic"), { exact: true }).waitFor();
    await row.getByRole("button", { name: `${words("common-remove")} IMG_0001.jpg`, exact: true }).click();
    await row.waitFor({ state: "detached" });
  }
  assert.deepEqual(posts, [], "it was sent all the same");
}

/** A file that is there is replaced by another, with the uploader in the form behind "replace". */
export async function replaces(page, words, paper, file) {
  const { label, part } = await partOf(page, words, paper);
  await page.locator("html[data-live]").waitFor();
  await part.getByText(words("documents-replace"), { exact: true }).click();
  const landed = page.waitForEvent("load");
  await part.getByLabel(words("documents-file-new", { paper: label }), { exact: true }).setInputFiles(file);
  await landed;
  const again = page.getByRole("link", { name: words("documents-look-again"), exact: true });
  const shown = part.getByText(file.name).first();
  const checked = part.getByText(words("documents-state-ready"), { exact: true });
  const done = async () => (await shown.isVisible()) && (await checked.isVisible());
  await until(`${file.name} to stand in its place`, done, () => follow(again));
}

/** The line breaks, then the reader stops: both are said, both can be tried again, and the file arrives once. */
export async function stopsAndTriesAgain(visitor, words, paper, file) {
  const { page } = visitor;
  const { part, input } = await partOf(page, words, paper);
  const list = await awake(page, words, part);
  const row = list.getByRole("listitem").filter({ hasText: file.name });
  const button = (key) => row.getByRole("button", { name: `${words(key)} ${file.name}`, exact: true });
  const says = (text) => row.getByRole("status").filter({ hasText: text }).waitFor();

  const mend = await visitor.breakTheLine();
  await input.setInputFiles(file);
  await says(words("upload-lost"));
  await mend();

  const letGo = await visitor.holdTheLine();
  await button("upload-retry").click();
  await row.getByRole("progressbar").waitFor();
  const stopped = page.waitForEvent("requestfailed");
  await button("upload-cancel").click();
  await stopped;
  await says(words("upload-cancelled"));
  await letGo();
  assert.equal(await row.getByRole("progressbar").count(), 0, "it goes on");

  const landed = page.waitForEvent("load");
  await button("upload-retry").click();
  await landed;
  await isTold(page, words("notice-file-sent"));
  const checked = part.getByText(words("documents-state-ready"), { exact: true });
  const again = page.getByRole("link", { name: words("documents-look-again"), exact: true });
  await until(`${file.name} to be checked`, () => checked.isVisible(), () => follow(again));
  assert.equal(await checked.count(), 1, "it arrived more than once");
}

/** Several files of one paper at once: each is sent, listed and checked. */
export async function sendsSeveral(page, words, paper, files) {
  const { part, input } = await partOf(page, words, paper);
  await awake(page, words, part);
  const landed = page.waitForEvent("load");
  await input.setInputFiles(files);
  await landed;
  for (const { name } of files) assert.ok(await part.getByText(name).first().isVisible(), `${name} isn't listed`);
  const checked = part.getByText(words("documents-state-ready"), { exact: true });
  const again = page.getByRole("link", { name: words("documents-look-again"), exact: true });
  await until("each of them to be checked", async () => (await checked.count()) === files.length, () => follow(again));
}

/** The way to look again, unless the page has come round by itself meanwhile and has none any more. */
async function follow(again) {
  if (await again.isVisible()) await again.click();
}

/** The uploader's list, once the islands are awake: until then, choosing a file is the plain form's business. */
async function awake(page, words, part) {
  await page.locator("html[data-live]").waitFor();
  return part.getByRole("list", { name: words("upload-list"), exact: true });
}

/** One paper: with the uploader, which starts by itself and shows how far it is, or with the plain form. */
export async function send(page, words, paper, file, { live }) {
  const { label, part, input } = await partOf(page, words, paper);
  if (live) {
    await sendLive(page, words, part, input, file);
  } else {
    await input.setInputFiles(file);
    await part.getByRole("button", { name: `${words("documents-send")} ${label}`, exact: true }).click();
  }
  await isTold(page, words("notice-file-sent"));
  const checked = part.getByText(words("documents-state-ready"), { exact: true });
  const again = page.getByRole("link", { name: words("documents-look-again"), exact: true });
  await until(`${file.name} to be checked`, () => checked.isVisible(), () => follow(again));
  assert.ok(await part.getByText(file.name).first().isVisible(), `${file.name} isn't listed`);
}

async function sendLive(page, words, part, input, file) {
  const list = await awake(page, words, part);
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", SLOW);
  const row = list.getByRole("listitem").filter({ hasText: file.name });
  const landed = page.waitForEvent("load");
  await input.setInputFiles(file);
  await row.getByRole("progressbar").waitFor();
  await row.getByText(new RegExp(`^${words("upload-sending")} \\d+%$`)).waitFor();
  await line.send("Network.emulateNetworkConditions", NORMAL);
  // The page that the form would have led to opens by itself.
  await landed;
  await line.detach();
}

/** Looks at everything once more and hands in; answers the application's number and its status page. */
export async function handIn(page, words, { shown, sealed }) {
  await page.getByRole("link", { name: words("applications-section-all"), exact: true }).click();
  await page.getByRole("link", { name: words("applications-tasks-check"), exact: true }).click();
  await sees(page, words("applications-check-title"));
  const main = page.getByRole("main");
  const answers = await main.innerText();
  for (const answer of shown) assert.ok(answers.includes(answer), `${answer} isn't among the answers`);
  for (const answer of sealed) assert.ok(!answers.includes(answer), "a sealed answer is shown");
  await main.getByRole("button", { name: words("applications-check-submit"), exact: true }).click();
  await isTold(page, words("notice-handed-in"));
  await sees(page, words("applications-status-in-review"));
  const number = /GW-[0-9A-Z]+/.exec(await main.innerText())?.[0];
  assert.ok(number, "the application has no number");
  return { number, status: new URL(page.url()).pathname };
}

/** Comes back after the decision; answers the merchant's number. */
export async function isApproved(page, words, application) {
  await page.goto(application.status);
  await sees(page, words("applications-status-approved"));
  const row = page.getByRole("main").locator("dl > div").filter({ hasText: words("applications-merchant-number") });
  const number = await row.getByRole("definition").innerText();
  assert.match(number, /^\S{6,}$/);
  await page.getByRole("link", { name: words("applications-next-keys"), exact: true }).click();
  return number;
}

/** Finds what is to be changed, changes one thing, explains the other, and hands in again. */
export async function answers(page, words, application, answered, look) {
  await page.goto(application.status);
  await sees(page, words("applications-status-changes-requested"));
  await page.getByRole("link", { name: words("applications-next-changes"), exact: true }).click();
  await sees(page, words("applications-changes-title"));
  const requests = page.locator("section.request");
  assert.equal(await requests.count(), 2, "requested items");
  await look("what is to be changed");
  assert.equal(await page.getByRole("link", { name: words("applications-changes-check"), exact: true }).count(), 0);

  // The answer, in place: the note stands at the very field.
  const scope = words("applications-field-scope");
  await requests.first().getByRole("link", { name: `${words("applications-changes-answer")} ${scope}`, exact: true }).click();
  await sees(page, words("applications-section-business"));
  assert.ok((await page.locator(".field-note").innerText()).includes(words("applications-redo-incomplete")));
  await look("a section with one open field");
  const field = page.getByLabel(scope, { exact: true });
  answered.before = (await field.inputValue()).trim();
  await field.fill(answered.now);
  await page.getByRole("button", { name: words("applications-section-save"), exact: true }).click();
  await sees(page, words("applications-changes-title"));

  // The file is as it should be: that is explained.
  const licence = words("applications-paper-business-licence");
  const request = requests.filter({ has: page.getByRole("heading", { name: licence, exact: true }) });
  await request.getByText(words("applications-explanation-title"), { exact: true }).click();
  const label = `${words("applications-explanation-label", { what: licence })} ${words("form-optional")}`;
  await request.getByLabel(label, { exact: true }).fill(answered.explanation);
  const keep = `${words("applications-explanation-submit")} ${licence}`;
  await request.getByRole("button", { name: keep, exact: true }).click();
  await isTold(page, words("notice-explanation-kept"));
  await page.getByRole("link", { name: words("applications-changes-check"), exact: true }).click();
  await sees(page, words("applications-check-title"));
  await page.getByRole("main").getByRole("button", { name: words("applications-check-submit"), exact: true }).click();
  await isTold(page, words("notice-handed-in"));
  assert.ok((await page.getByRole("main").innerText()).includes(application.number), "the number changed");
}
