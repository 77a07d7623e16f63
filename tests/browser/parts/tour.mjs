// A walk through all pages in one language, as each role in turn.
import assert from "node:assert/strict";
import { crawl } from "./crawl.mjs";
import { post } from "./forms.mjs";
import { inspect, Scales } from "./inspection.mjs";
import { proves, signIn, speak } from "./people.mjs";
import { ERROR_PAGES, REFUSED_FORMS } from "./refusals.mjs";
import { setStage } from "./stage.mjs";

export class Tour {
  #house;
  #lang;
  #tenant;
  #routes;
  #findings;
  #known = new Set();

  constructor(house, { lang, tenant, routes, findings }) {
    this.#house = house;
    this.#lang = lang;
    this.#tenant = tenant;
    this.#routes = routes;
    this.#findings = findings;
  }

  async ofTenant() {
    const at = `/t/${this.#tenant}`;
    const stage = await setStage(this.#house, this.#lang, this.#tenant);
    const { invitation, reset, confirm, change, sign, phone, followed } = stage.links;
    const sent = [`${at}/register/sent`, "/account/confirm/sent", "/account/forgotten/sent"];
    const mailed = [invitation, reset, confirm, change, sign, phone];
    const first = ["/", at, "/mailbox", "/development/kit", ...sent, ...mailed];
    await this.#as("visitor", first, stage);
    await this.#as("merchant, draft", [followed, "/account", `${at}/home`], stage);
    await this.#as("merchant, signing", [`${at}/home`], stage);
    await this.#as("merchant, changes requested", [`${at}/home`], stage);
    await this.#as("merchant, account", [`${at}/home`], stage);
    await this.#as("merchant, approved", [`${at}/home`, `${at}/credentials`, "/account/email/sent"], stage);
    await this.#as("reviewer", [`${at}/desk`], stage);
    await this.#as("senior reviewer", [`${at}/desk`], stage);
    await this.#as("admin", [`${at}/console`], stage);
    await this.#as("auditor", [`${at}/console`], stage);
  }

  async ofPlatform() {
    await this.#as("operator", ["/operator"], {});
  }

  async #as(role, starts, stage) {
    const words = this.#house.words(this.#lang);
    const visitor = await this.#house.visitor({ lang: this.#lang, colorScheme: "light" });
    const { page, context } = visitor;
    const login = role === "visitor" ? undefined : this.#login(role);
    if (login) {
      await signIn(page, words, login);
      await speak(page, words);
    }
    const { pages, dead } = await crawl({
      request: context.request,
      url: this.#house.url,
      routes: this.#routes,
      role,
      starts,
      known: this.#known,
    });
    for (const line of dead) this.#findings.add("link", line, this.#lang);
    const scales = await Scales.of(page);
    for (const found of pages) await this.#open(page, scales, role, found);

    const find = (route, search) => {
      const match = pages.find((one) => one.route === route && (!search || one.from.endsWith(search)));
      assert.ok(match, `${role} came to no ${route} ${search ?? ""} in ${this.#lang}`);
      return match;
    };
    const facts = { ...stage, tenant: this.#tenant, page, login, find };
    for (const [path, status] of ERROR_PAGES[role]?.(facts) ?? []) {
      const response = await page.goto(path);
      assert.equal(response.status(), status, path);
      await this.#look(page, `${role} ${status} ${path}`);
    }
    for (const { action, fields, status } of await REFUSED_FORMS[role](facts)) {
      await post(page, action, fields, status);
      await this.#look(page, `${role} ${status} ${action}`);
    }
    for (const line of visitor.complaints) this.#findings.add("complaint", line, `${this.#lang} ${role}`);
    await visitor.depart();
  }

  #login(role) {
    return this.#house.installation.login(role === "operator" ? "platform" : this.#tenant, role);
  }

  async #open(page, scales, role, { path, key, route, also }) {
    scales.reset();
    const first = await page.goto(path);
    const response = first.status() === 403 ? ((await proves(page)) ?? first) : first;
    assert.ok(response.status() < 400, `${path} answers ${response.status()} for ${role}`);
    const weight = await scales.settled(page);
    // What release builds don't serve may weigh what it likes.
    if (!route.startsWith("/development/")) this.#findings.weights.push({ ...weight, name: `${this.#lang} ${key}` });
    for (const one of [route, also]) this.#findings.see(this.#lang, one);
    if (!this.#findings.samples.has(route)) this.#findings.samples.set(route, { path, role, tenant: this.#tenant });
    await this.#look(page, `${role} ${path}`);
  }

  async #look(page, name) {
    const where = `${this.#lang} ${name}`;
    this.#findings.opened += 1;
    const lang = await page.locator("html").getAttribute("lang");
    if (lang !== this.#lang) this.#findings.add("lang", `lang is ${lang}`, where);
    const { axe, width } = await inspect(page);
    for (const line of axe) this.#findings.add("axe", line, where);
    for (const line of width) this.#findings.add("width", line, where);
  }
}
