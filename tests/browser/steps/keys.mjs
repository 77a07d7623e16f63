// A credential: made, drawn once, and spoken with.
import assert from "node:assert/strict";
import { isTold, sees } from "../parts/people.mjs";

const LABEL = "Checkout 收银台";

/** Makes a key and draws its secret; `seen` looks at the page that shows it. */
export async function draw(page, words, environment, seen) {
  await sees(page, words("credentials-title"));
  await page.getByRole("link", { name: words("credentials-create"), exact: true }).click();
  const where = page.locator(`input[type="radio"][name="environment"][value="${environment}"]`);
  if ((await where.count()) > 0) await where.check();
  await page.getByLabel(words("credentials-label"), { exact: true }).fill(LABEL);
  await page.getByRole("button", { name: words("credentials-new-submit"), exact: true }).click();
  await isTold(page, words("notice-credentials-created"));
  await page.getByRole("button", { name: `${words("credentials-draw")} ${LABEL}`, exact: true }).click();
  await sees(page, words("credentials-drawn-title"));
  const secret = await page.getByLabel(words("credentials-secret"), { exact: true }).inputValue();
  assert.match(secret, new RegExp(`^gw_${environment}_\\w+$`));
  await seen();
  return secret;
}

/** The API knows for whom the secret speaks, and that another one speaks for nobody. */
export async function speaksFor(url, secret, { tenant, merchantNumber, company, environment, channels }) {
  const me = (token) => fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  const answer = await me(secret);
  assert.equal(answer.status, 200);
  const { credential_id: id, ...known } = await answer.json();
  assert.ok(id);
  assert.deepEqual(known, {
    tenant,
    merchant_number: merchantNumber,
    merchant_name: company.name,
    environment,
    channels,
    label: LABEL,
    valid_until: null,
  });
  const last = secret.at(-1) === "2" ? "3" : "2";
  assert.equal((await me(secret.slice(0, -1) + last)).status, 401);
}

/** Neither the list nor drawing once more shows it again. */
export async function isShownOnce(page, words, secret) {
  await page.getByRole("link", { name: words("credentials-drawn-done"), exact: true }).click();
  await sees(page, words("credentials-title"));
  assert.ok(!(await page.content()).includes(secret), "the list shows the secret");
  assert.ok((await page.content()).includes(secret.slice(-4)), "the list doesn't tell keys apart");
  assert.equal(await page.getByRole("button", { name: new RegExp(words("credentials-draw")) }).count(), 0);
}
