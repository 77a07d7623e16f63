// Puts pages before Lighthouse: addresses (`localhost:4100/account`) on standard input, one a line; a line of JSON each on standard
// output, with the points of a hundred for accessibility and for best practices, and what took some away.
import { createInterface } from "node:readline";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const FLAGS = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--ignore-certificate-errors",
];

const chrome = await launch({ chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium", chromeFlags: FLAGS, logLevel: "silent" });
for await (const address of createInterface({ input: process.stdin })) {
  const options = { port: chrome.port, onlyCategories: ["accessibility", "best-practices"], logLevel: "silent" };
  const { lhr } = await lighthouse(`https://${address}`, options, desktopConfig);
  const { accessibility, "best-practices": practices } = lhr.categories;
  const lost = [...accessibility.auditRefs, ...practices.auditRefs]
    .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
    .map(({ id }) => id);
  const points = ({ score }) => Math.round(score * 100);
  console.log(JSON.stringify({ address, accessibility: points(accessibility), practices: points(practices), lost }));
}
await chrome.kill();
process.exit(0);
