// People prove who they are: the second step, and passkeys by Chromium's virtual authenticator.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "../parts/inspection.mjs";
import { fillIn, isTold, sees, signIn, speak, typeCode } from "../parts/people.mjs";

/** An authenticator that looks who its user is and keeps its passkeys. */
const AUTHENTICATOR = {
  protocol: "ctap2",
  transport: "internal",
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
};

async function authenticatorOf(context, page) {
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", { options: AUTHENTICATOR });
  const verifies = (isUserVerified) => devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
  return { verifies };
}

async function looksRight(page, what) {
  const { axe, width } = await inspect(page);
  assert.deepEqual([...axe, ...width], [], what);
}

export function proofs(house) {
  test("A-09 a passkey signs in without a password, and is the second step after one", { timeout: 120_000 }, async () => {
    const words = house.words("en");
    const login = house.installation.login("harbour", "merchant, changes requested");
    const visitor = await house.visitor({ lang: "en" });
    const { page, context } = visitor;
    const authenticator = await authenticatorOf(context, page);
    await signIn(page, words, login, "/account/factors");
    await speak(page, words);
    await sees(page, words("factors-title"));
    const button = (key) => page.getByRole("main").getByRole("button", { name: words(key), exact: true });
    await page.getByLabel(words("factors-passkey-name"), { exact: true }).fill("Work laptop");
    await button("factors-passkey-add").click();
    await sees(page, words("factors-recovery-title"));
    assert.equal(await page.locator(".recovery-codes code").count(), 10);
    await looksRight(page, "recovery codes");
    await page.getByRole("link", { name: words("factors-recovery-done"), exact: true }).click();
    await page.getByRole("link", { name: `${words("factors-passkey-rename")} Work laptop`, exact: true }).click();
    await sees(page, words("factors-rename-title"));
    await looksRight(page, "another name");
    await page.getByLabel(words("factors-passkey-name"), { exact: true }).fill("Blue key");
    await button("factors-passkey-rename").click();
    await isTold(page, words("notice-passkey-renamed"));
    await looksRight(page, "a list with a passkey");

    const leave = async () => {
      await page.goto("/account");
      await button("accounts-sign-out-submit").click();
      await sees(page, words("accounts-sign-in-title"));
    };
    await leave();
    await button("factors-passkey-sign-in").click();
    await page.waitForURL((url) => !url.pathname.startsWith("/account/sign-in"));
    await leave();
    // After the password it is asked for; whoever isn't verified doesn't pass.
    await fillIn(page, words, login);
    await sees(page, words("factors-second-title"));
    await looksRight(page, "the second step by a passkey");
    await authenticator.verifies(false);
    await button("factors-passkey-use").click();
    await page.getByRole("alert").filter({ hasText: words("factors-passkey-failed") }).waitFor();
    await authenticator.verifies(true);
    await button("factors-passkey-use").click();
    await page.waitForURL((url) => url.pathname !== "/account/factor");

    // Given up again: the story's people are as they were.
    await page.goto("/account/factors");
    await page.getByRole("button", { name: `${words("factors-passkey-remove")} Blue key`, exact: true }).click();
    await isTold(page, words("notice-passkey-removed"));
    await visitor.leave();
  });

  test("A-07 staff type a code after the password, without JavaScript too", { timeout: 120_000 }, async () => {
    const words = house.words("zh-CN");
    const login = house.installation.login("lantern", "auditor");
    const visitor = await house.visitor({ lang: "zh-CN", javaScript: false });
    const { page } = visitor;
    await page.goto("/account/sign-in");
    await fillIn(page, words, login);
    await page.waitForURL((url) => url.pathname.startsWith("/account/factor"));
    assert.equal(await page.locator("[data-passkey]:visible").count(), 0, "no script, no passkey");
    await page.goto("/t/lantern/console/audit");
    assert.ok(new URL(page.url()).pathname.startsWith("/account/factor"), "the password alone opens nothing");
    await typeCode(page, login);
    assert.equal((await page.goto("/t/lantern/console/audit")).status(), 200);
    await visitor.leave();
  });
}
