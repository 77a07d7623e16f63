// Prints each check of tests/checks.txt with the tests that carry its id and what came of them in the last run.
//
//   node tests/report.mjs RESULTS.xml…
//
// Ends with 1 where a check has no test, or a test of one didn't pass.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const CHECKS = readFileSync(join(here, "checks.txt"), "utf8").split("\n")
  .filter((line) => line.includes("|") && !line.startsWith("#"))
  .map((line) => line.split("|").map((part) => part.trim()));

const plain = (text) => text.replaceAll("&quot;", "\"").replaceAll("&apos;", "'").replaceAll("&lt;", "<")
  .replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** The tests of a file of results: name and whether they passed. */
function results(path) {
  const found = [];
  const xml = readFileSync(path, "utf8");
  for (const [, attributes, closed, body = ""] of xml.matchAll(/<testcase\b([^>]*?)(?:(\/)>|>([\s\S]*?)<\/testcase>)/g)) {
    const name = plain(/\bname="([^"]*)"/.exec(attributes)[1]);
    const failed = !closed && /<(failure|error|rerunFailure)\b/.test(body);
    const skipped = !closed && /<skipped\b/.test(body);
    found.push({ name, result: failed ? "FAILED" : skipped ? "skipped" : "passed" });
  }
  return found;
}

/** The ids that a test's name begins with, as checks are called. */
function idsOf(name) {
  const own = name.split("::").at(-1);
  const browser = /^(?:[A-Z]-\d\d )+/.exec(own);
  if (browser) return browser[0].trim().split(" ");
  const prefix = /^(?:(?:[a-z]|fault)\d\d_)+/.exec(own)?.[0] ?? "";
  return prefix.split("_").filter(Boolean).map((part) => {
    const [, letters, number] = /^([a-z]+)(\d\d)$/.exec(part);
    return letters === "fault" ? `fault ${Number(number)}` : `${letters.toUpperCase()}-${number}`;
  });
}

const files = process.argv.slice(2);
const missing = files.filter((path) => !existsSync(path));
if (files.length === 0 || missing.length > 0) {
  console.error(`no results of a run: ${missing.join(", ")}; \`make test\` writes them`);
  process.exit(2);
}
const tests = files.flatMap(results);
let bad = 0;
for (const [id, what] of CHECKS) {
  const own = tests.filter(({ name }) => idsOf(name).includes(id));
  if (own.length === 0 || own.some(({ result }) => result !== "passed")) bad += 1;
  console.log(`${id.padEnd(9)}${what}`);
  for (const { name, result } of own) console.log(`${" ".repeat(9)}${result.padEnd(8)} ${name}`);
  if (own.length === 0) console.log(`${" ".repeat(9)}NO TEST`);
}
console.log(`${CHECKS.length - bad} of ${CHECKS.length} checks hold`);
process.exitCode = bad === 0 ? 0 : 1;
