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
