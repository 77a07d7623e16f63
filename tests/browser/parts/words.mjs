// The words of app/locales, so that no test types them a second time and one test runs in both languages.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

const LOCALES = fileURLToPath(new URL("../../../app/locales/", import.meta.url));
const CHANNELS = fileURLToPath(new URL("../../../app/domain/data/channels/", import.meta.url));

/**
 * The words of a language: `words("documents-file", { paper })`; `words.channel("alipay")` is what a channel is called.
 *
 * Reads as much of Fluent as the pages' plain words need; a text that counts is refused, not misread.
 */
export function wordsOf(lang) {
  const texts = new Map();
  for (const file of readdirSync(join(LOCALES, lang))) {
    for (const [key, text] of read(readFileSync(join(LOCALES, lang, file), "utf8"))) texts.set(key, text);
  }
  const words = (key, args = {}) => {
    const text = texts.get(key);
    if (text === undefined) throw new Error(`${lang} has no ${key}`);
    return text.replace(/\{\s*([^}]*?)\s*\}/g, (_, inside) => {
      const value = args[inside.slice(1)];
      if (!inside.startsWith("$") || value === undefined) throw new Error(`${key} wants ${inside}`);
      return value;
    });
  };
  words.lang = lang;
  words.channel = (code) => JSON.parse(readFileSync(join(CHANNELS, `${code}.json`), "utf8")).name[lang];
  return words;
}

/** Keys with their texts; what is indented goes on with the text above it. */
function read(file) {
  const found = [];
  for (const line of file.split("\n")) {
    const begin = /^([a-z][\w-]*)\s*=\s*(.*)$/i.exec(line);
    if (begin) found.push([begin[1], begin[2]]);
    else if (/^\s+\S/.test(line) && found.length > 0) found.at(-1)[1] += `\n${line.trim()}`;
  }
  return found.map(([key, text]) => [key, text.trim()]);
}
