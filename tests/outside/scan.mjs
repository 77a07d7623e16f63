// Puts pages before MDN's scanner: addresses (`localhost:4100/account`) on standard input, one a line; a line of JSON each
// on standard output. Run with NODE_EXTRA_CA_CERTS, so that a certificate of our own is believed.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

// Lists that the package wants to fetch when it is installed: which hosts browsers know beforehand, and ends of names.
const conf = join(import.meta.dirname, "node_modules/@mdn/mdn-http-observatory/conf");
mkdirSync(conf, { recursive: true });
writeFileSync(join(conf, "hsts-preload.json"), "{}");
writeFileSync(join(conf, "tld-list.json"), "[\"com\"]");
const { scan } = await import("@mdn/mdn-http-observatory/src/scanner/index.js");

for await (const address of createInterface({ input: process.stdin })) {
  let said;
  try {
    const { scan: whole, tests } = await scan(address);
    const failed = Object.entries(tests).filter(([, test]) => !test.pass).map(([name, { result }]) => `${name}: ${result}`);
    said = { grade: whole.grade, score: whole.score, failed };
  } catch (error) {
    said = { error: error.message };
  }
  console.log(JSON.stringify({ address, ...said }));
}
process.exit(0);
