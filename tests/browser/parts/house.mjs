// What all suites share: the installation, the browser, and the visitors who come with it.
import { Installation } from "./installation.mjs";
import { launch, Visitor } from "./visitor.mjs";
import { wordsOf } from "./words.mjs";

/** Both tenants of the seeded story; each speaks the other language first. */
export const TENANT_OF = { en: "harbour", "zh-CN": "lantern" };
export const LANGUAGES = ["en", "zh-CN"];

export class House {
  /** @type {Installation} */ installation;
  #browser;
  #visitors = [];

  async open() {
    this.installation = await Installation.start();
    try {
      this.#browser = await launch();
    } catch (error) {
      // Nobody closes a house that never opened.
      this.installation.remove();
      throw error;
    }
  }

  async close() {
    // Whoever is still here was left alone by a test that failed: what their browser said may tell why.
    for (const { complaints, page } of this.#visitors.filter((visitor) => !visitor.left)) {
      if (complaints.length > 0) console.error(`complaints on ${page.url()}:\n${complaints.join("\n")}`);
    }
    await this.#browser?.close();
    try {
      await this.installation?.stop();
    } finally {
      this.installation?.remove();
    }
  }

  get url() {
    return this.installation.url;
  }

  words(lang) {
    return wordsOf(lang);
  }

  /** A browser of somebody's own: no cookies, their language, watched from the first page on. */
  async visitor(options) {
    const visitor = await Visitor.come(this.#browser, this.url, options);
    this.#visitors.push(visitor);
    return visitor;
  }
}
