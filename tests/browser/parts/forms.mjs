// Forms as a page's own form sends them, with whatever a test puts into them.
import assert from "node:assert/strict";
import { proves } from "./people.mjs";

/** Posts these fields from the page that is open, as a form on it would, and arrives at the answer. */
export async function post(page, action, fields, expected) {
  const arrived = page.waitForNavigation();
  await page.evaluate(
    ({ action, fields }) => {
      const form = document.createElement("form");
      form.method = "post";
      form.action = action;
      for (const [name, value] of fields) {
        const input = document.createElement("input");
        input.name = name;
        if (typeof value === "string") {
          input.value = value;
        } else {
          form.enctype = "multipart/form-data";
          input.type = "file";
          const files = new DataTransfer();
          if (value) files.items.add(new File([value.content], value.name));
          input.files = files.files;
        }
        form.append(input);
      }
      form.hidden = true;
      document.body.append(form);
      // After this call has returned, for it doesn't outlive the page.
      setTimeout(() => form.submit());
    },
    { action, fields: fields instanceof Array ? fields : Object.entries(fields) },
  );
  const first = await arrived;
  const response = first.status() === 403 ? ((await proves(page)) ?? first) : first;
  assert.equal(response.status(), expected, `${action} with ${JSON.stringify(fields)}`);
  return response;
}
