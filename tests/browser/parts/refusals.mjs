// What comes back when a form is filled in wrongly, or comes too late: each such answer is a page of its own.

/** Every field of the form on the page, as it stands there. */
async function filledIn(page, path, form = "main form") {
  await page.goto(path);
  return page.locator(form).first().evaluate((element) => [...new FormData(element)]);
}

const changed = (pairs, values) => [...pairs.filter(([name]) => !(name in values)), ...Object.entries(values)];

/**
 * Per role: where a form is sent, with what, and the status of the answer.
 *
 * @param find the address of a page that the crawl found, by its route
 */
export const REFUSED_FORMS = {
  visitor: ({ tenant, links, unconfirmed }) => [
    { action: "/account/sign-in", fields: { email: "nobody@example.com", password: "wrong", to: "" }, status: 422 },
    { action: "/account/sign-in", fields: { ...unconfirmed, to: `/t/${tenant}/home` }, status: 422 },
    { action: "/account/sign-in", fields: {}, status: 422 },
    { action: `/t/${tenant}/register`, fields: { email: "x", password: "short" }, status: 422 },
    { action: "/account/confirm", fields: { email: "x" }, status: 422 },
    { action: "/account/forgotten", fields: { email: "x" }, status: 422 },
    { action: links.reset, fields: { password: "short" }, status: 422 },
    { action: links.invitation, fields: { password: "short" }, status: 422 },
    { action: links.closedInvitation, fields: { password: unconfirmed.password }, status: 409 },
    { action: links.sign, fields: { answer: "confirmed" }, status: 422 },
    { action: links.phone, fields: [["file.business_licence", null]], status: 422 },
  ],

  "merchant, signing": () => [],

  "merchant, draft": async ({ tenant, find, page }) => {
    const application = find("/t/{slug}/applications/{id}").path;
    const section = (code, fields, status = 422) => ({ action: `${application}/sections/${code}`, fields, status });
    const business = await filledIn(page, `${application}/sections/business`);
    return [
      { action: `/t/${tenant}/applications/start`, fields: { kind: "", merchant: "" }, status: 422 },
      section("business", {
        version: "1",
        legal_name: "长".repeat(200),
        uscc: "123",
        licence_from_year: "2019",
        licence_from_month: "2",
        licence_from_day: "30",
      }),
      section("representative", { version: "1", id_number: "123", phone: "x", id_validity_from_year: "20" }),
      section("bank", { version: "0", account_holder: "别人", account_number: "abc" }),
      section("channels", { version: "0", wanted: "google_pay" }),
      section("agreement", { version: "0" }),
      // Somebody else of the business was faster.
      section("business", changed(business, { version: "0", street: "别的路 1 号" }), 409),
      { action: `${application}/papers`, fields: [["paper", "bank_proof"], ["file.bank_proof", null]], status: 422 },
      {
        action: `${application}/papers`,
        fields: [["paper", "bank_proof"], ["file.bank_proof", { name: "notes.txt", content: "no paper" }]],
        status: 415,
      },
      { action: `${application}/check`, fields: { version: "0" }, status: 422 },
    ];
  },

  "merchant, changes requested": async ({ find, page }) => {
    const changes = find("/t/{slug}/applications/{id}/changes").path;
    const [[, what]] = await filledIn(page, changes);
    const explanation = { what, [`explanation.${what}`]: "长".repeat(1001) };
    return [{ action: changes, fields: explanation, status: 422 }];
  },

  "merchant, account": ({ find }) => {
    const account = find("/t/{slug}/applications/{id}/account").path;
    return [{ action: `${account}/way`, fields: { way: "" }, status: 422 }];
  },

  "merchant, approved": async ({ tenant, find, page }) => {
    const create = await filledIn(page, `/t/${tenant}/credentials/new`);
    const { id } = find("/t/{slug}/credentials/{id}/revoke").params;
    return [
      { action: "/account/password", fields: { current_password: "wrong", password: "short" }, status: 422 },
      { action: "/account/email", fields: { email: "x", current_password: "wrong" }, status: 422 },
      {
        action: `/t/${tenant}/credentials/new`,
        fields: changed(create, { label: "x".repeat(81) }),
        status: 422,
      },
      // Its secret was shown once.
      { action: `/t/${tenant}/credentials/${id}/draw`, fields: {}, status: 409 },
    ];
  },

  reviewer: ({ find }) => {
    const mine = find("/t/{slug}/desk/cases/{id}", "?state=mine").path;
    const closed = find("/t/{slug}/desk/cases/{id}", "?state=closed").path;
    const wrong = { seen: "", verdict: "", words: "w", note: "" };
    return [
      { action: `${mine}/recommend`, fields: { ...wrong, verdict: "reject" }, status: 422 },
      // What was on the page isn't what stands now.
      { action: `${mine}/recommend`, fields: { ...wrong, verdict: "approve", words: "" }, status: 409 },
      { action: `${closed}/claim`, fields: {}, status: 409 },
      { action: `${mine}/notes`, fields: { text: "" }, status: 422 },
      { action: `${mine}/items/field:bank:cnaps`, fields: { item: "field:bank:cnaps@99", mark: "accepted" }, status: 409 },
      { action: `${mine}/changes`, fields: { seen: "" }, status: 409 },
    ];
  },

  "senior reviewer": ({ find }) => {
    const mine = find("/t/{slug}/desk/cases/{id}", "?state=mine").path;
    const wrong = { seen: "", decision: "", words: "", note: "" };
    return [
      { action: `${mine}/decide`, fields: wrong, status: 422 },
    ];
  },

  admin: async ({ tenant, page, login, find }) => {
    const colours = `/t/${tenant}/console/branding`;
    const branding = await filledIn(page, colours);
    await page.goto(`/t/${tenant}/console/staff`);
    const own = await page.getByRole("link", { name: login.email, exact: true }).getAttribute("href");
    const other = find("/t/{slug}/console/staff/{person}").path;
    return [
      { action: `/t/${tenant}/console/staff/invite`, fields: { email: "x", lang: "en" }, status: 422 },
      { action: other, fields: {}, status: 422 },
      // The last one who could let anybody in again.
      { action: `${own}/deactivate`, fields: {}, status: 422 },
      {
        action: colours,
        fields: changed(branding, { name_en: "", name_zh: "", accent: "blue", act: "save" }),
        status: 422,
      },
      { action: colours, fields: changed(branding, { accent: "blue", act: "try" }), status: 422 },
      // Yellow has to be corrected before it can be read.
      { action: colours, fields: changed(branding, { accent: "#ffd400", act: "try" }), status: 200 },
    ];
  },

  auditor: () => [],

  operator: async ({ tenant, page }) => {
    const on = `/operator/tenants/${tenant}`;
    const limits = await filledIn(page, on);
    return [
      { action: "/operator/new", fields: { slug: "X!", name_en: "", sla_hours: "x", admin_email: "x" }, status: 422 },
      {
        action: `${on}/limits`,
        fields: changed(limits, { staff_limit: "x", storage_gib: "" }),
        status: 422,
      },
    ];
  },
};

/** Per role: addresses that answer with a page of an error. */
export const ERROR_PAGES = {
  visitor: ({ tenant, links }) => [
    ["/nowhere", 404],
    [`/t/${tenant}/nowhere`, 404],
    ["/t/nobody", 404],
    ["/account/sign-out", 405],
    ["/account/confirm/gone", 404],
    ["/account/reset/gone", 404],
    ["/account/email/gone", 404],
    [links.closedInvitation, 410],
  ],
  reviewer: ({ tenant }) => [[`/t/${tenant}/console/staff`, 403]],
  auditor: ({ tenant }) => [[`/t/${tenant}/console/audit?event=x&person=x&application=x&from=x&until=x`, 422]],
};
