// One merchant of each kind: what it answers, section after section, by the names of the fields. The tests over HTTP
// read the same file.
import { readFileSync } from "node:fs";

const all = JSON.parse(readFileSync(new URL("../../merchants.json", import.meta.url), "utf8"));
const of = (kind) => all.find((merchant) => merchant.kind === kind);

/** A company whose agent applies; two people stand behind it, one of them abroad. */
export const ENTERPRISE = of("cn-enterprise");
/** 个体工商户: its operator applies, with an account of their own. */
export const INDIVIDUAL = of("cn-individual");
/** An American company with one owner, and somebody else who runs it. */
export const LLC = of("us-llc");
