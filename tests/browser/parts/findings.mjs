// What was found on all pages, by matter: looked for once, judged by several tests.

export class Findings {
  opened = 0;
  /** One page of each kind, and as whom it was opened: by route. */
  samples = new Map();
  weights = [];
  #matters = new Map();
  #seen = new Set();

  add(matter, line, where) {
    const lines = this.#matters.get(matter) ?? this.#matters.set(matter, new Map()).get(matter);
    lines.set(line, [...(lines.get(line) ?? []), where]);
  }

  /** Each thing once, with the pages it was found on. */
  lines(matter) {
    return [...(this.#matters.get(matter) ?? [])].map(([line, places]) => {
      const more = places.length > 3 ? ` and ${places.length - 3} more` : "";
      return `${line} | on ${places.slice(0, 3).join(", ")}${more}`;
    });
  }

  see(lang, route) {
    this.#seen.add(`${lang} ${route}`);
  }

  seen(lang, route) {
    return this.#seen.has(`${lang} ${route}`);
  }
}
