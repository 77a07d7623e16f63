// Puts pages before MDN's scanner, and their policies before Google's evaluator: addresses (`localhost:4100/account`) on
// standard input, one a line; a line of JSON each on standard output. Run with NODE_EXTRA_CA_CERTS, so that a certificate of our own is believed.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";

// Lists that the package wants to fetch when it is installed: which hosts browsers know beforehand, and ends of names.
const conf = join(import.meta.dirname, "node_modules/@mdn/mdn-http-observatory/conf");
mkdirSync(conf, { recursive: true });
writeFileSync(join(conf, "hsts-preload.json"), "{}");
writeFileSync(join(conf, "tld-list.json"), "[\"com\"]");
const { scan } = await import("@mdn/mdn-http-observatory/src/scanner/index.js");

/** What is wrong with the policy of a page, but for what may be and what could be better. */
async function wrongWithPolicy(address) {
  const policy = (await fetch(`https://${address}`)).headers.get("content-security-policy");
  const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
  return findings.filter(({ severity }) => severity <= Severity.MEDIUM).map(({ description }) => description);
}

for await (const address of createInterface({ input: process.stdin })) {
  let said;
  try {
    const { scan: whole, tests } = await scan(address);
    const failed = Object.entries(tests).filter(([, test]) => !test.pass).map(([name, { result }]) => `${name}: ${result}`);
    said = { grade: whole.grade, score: whole.score, failed, policy: await wrongWithPolicy(address) };
  } catch (error) {
    said = { error: error.message };
  }
  console.log(JSON.stringify({ address, ...said }));
}
process.exit(0);
