// A merchant applies by the forms that its pages have, sent without being shown: for tests that need many cases.
import assert from "node:assert/strict";

/** Starts, answers, gives papers and hands in; the address of the application. */
export async function applies(page, tenant, merchant, files) {
  const home = `/t/${tenant}/applications`;
  const post = (form, fields, file) => send(page, { form, fields, file });
  const started = await post(`${home}/start`, [["kind", merchant.kind]]);
  const application = new URL(started).pathname;
  for (const [section, fields] of merchant.sections) await post(`${application}/sections/${section}`, fields);
  for (const [paper, file] of Object.entries(files)) {
    const given = { ...file, buffer: file.buffer.toString("base64") };
    await send(page, { form: `${application}/papers`, which: `[id="send-${paper}"]`, fields: [], file: given });
  }
  return application;
}

/** Hands in what our machines have looked at; false while they haven't. */
export async function handsIn(page, application) {
  const { status, url } = await page.evaluate(sent, { form: `${application}/check`, which: "form.form", fields: [] });
  return status < 300 && new URL(url).pathname !== `${application}/check`;
}

async function send(page, what) {
  const { status, url } = await page.evaluate(sent, what);
  assert.ok(status < 300, `${what.form}: ${status}`);
  return url;
}

/** Runs in the page: reads a page, fills in its form, and sends it as a browser does. */
async function sent({ form: address, which = "form.form", fields, file }) {
  const read = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  const form = [...read.querySelectorAll("main form[method=post]")].find((form) => form.matches(which));
  if (!form) return { status: 404, url: address };
  const data = new FormData();
  for (const { name, value } of form.querySelectorAll("input[type=hidden]")) data.append(name, value);
  for (const [name, value] of fields) data.append(name, value);
  if (file) {
    const bytes = Uint8Array.from(atob(file.buffer), (byte) => byte.charCodeAt(0));
    const { name } = form.querySelector("input[type=file]");
    data.append(name, new File([bytes], file.name, { type: file.mimeType }));
  }
  const body = file ? data : new URLSearchParams(data);
  const { status, url } = await fetch(form.getAttribute("action") ?? address, { method: "POST", body });
  return { status, url };
}
