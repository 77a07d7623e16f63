// What has to have happened before every page can be seen: links that are still good, and one that no longer is.
import { post } from "./forms.mjs";
import { linkInMail, signIn } from "./people.mjs";

/** Asks for each kind of mail that holds a link, and answers the links unopened. */
export async function setStage(house, lang, tenant) {
  const words = house.words(lang);
  const login = (role) => house.installation.login(tenant, role);
  const address = (who) => `${who}.${lang.toLowerCase()}@fresh.example`;
  const unconfirmed = { email: address("unconfirmed"), password: "kelp tide chart vK7#mq" };
  const links = {};

  const visitor = await house.visitor({ lang });
  await visitor.go(`/t/${tenant}/register`);
  await post(visitor.page, `/t/${tenant}/register`, unconfirmed, 200);
  links.confirm = await linkInMail(visitor.context, unconfirmed.email, "/account/confirm/");
  const forgetful = login("merchant, approved");
  await visitor.go("/account/forgotten");
  await post(visitor.page, "/account/forgotten", { email: forgetful.email }, 200);
  links.reset = await linkInMail(visitor.context, forgetful.email, "/account/reset/");
  await visitor.leave();

  const mover = await house.visitor({ lang });
  await signIn(mover.page, words, forgetful, "/account/email");
  const moving = { email: address("moved"), current_password: forgetful.password };
  await post(mover.page, "/account/email", moving, 200);
  links.change = await linkInMail(mover.context, moving.email, "/account/email/");
  await mover.leave();

  const signing = await house.visitor({ lang });
  await signIn(signing.page, words, login("merchant, signing"), `/t/${tenant}/home`);
  await post(signing.page, `${await applicationOn(signing.page)}/signing`, { by: "picture" }, 200);
  links.sign = await shownLink(signing.page);
  await signing.leave();

  const drafting = await house.visitor({ lang });
  await signIn(drafting.page, words, login("merchant, draft"), `/t/${tenant}/home`);
  const papers = `${await applicationOn(drafting.page)}/papers`;
  await drafting.go(papers);
  await post(drafting.page, `${papers}/phone`, { paper: "business_licence" }, 200);
  links.phone = await shownLink(drafting.page);
  links.followed = await drafting.page.locator("[data-follow]").getAttribute("data-follow");
  await drafting.leave();

  const admin = await house.visitor({ lang });
  const staff = `/t/${tenant}/console/staff`;
  await signIn(admin.page, words, login("admin"), `${staff}/invite`);
  for (const [link, who] of [["invitation", "invited"], ["closedInvitation", "uninvited"]]) {
    const invited = { email: address(who), roles: "reviewer", lang };
    await admin.go(`${staff}/invite`);
    await post(admin.page, `${staff}/invite`, invited, 200);
    links[link] = await linkInMail(admin.context, invited.email, `/t/${tenant}/invitation/`);
  }
  await admin.go(staff);
  await admin.page.getByRole("row").filter({ hasText: address("uninvited") }).getByRole("button").click();
  await admin.page.getByRole("status").waitFor();
  await admin.leave();
  return { links, unconfirmed };
}

/** The first application that the merchant's home leads to. */
async function applicationOn(page) {
  const hrefs = await page.locator("main a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  return hrefs.map((href) => /^\/t\/[^/]+\/applications\/[0-9a-f-]{36}/.exec(href)?.[0]).find(Boolean);
}

/** The link that a page shows once, beside its picture to scan. */
async function shownLink(page) {
  return new URL(await page.locator("input#link").inputValue()).pathname;
}
