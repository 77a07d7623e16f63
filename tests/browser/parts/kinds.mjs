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
/** A museum of mainland China, whose agent applies. */
export const INSTITUTION = of("cn-institution");
/** Somebody who sells on the road and online without a licence. */
export const MICRO = of("cn-micro");
/** A company of Hong Kong with one owner and a director beside. */
export const HONG_KONG = of("hk-company");
/** A company of Singapore that is held through another, whose agent applies. */
export const SINGAPORE = of("sg-company");
/** A German company whose only owner runs it and applies. */
export const GMBH = of("de-gmbh");
/** A British company that trades under another name. */
export const LIMITED = of("gb-limited");
/** An American corporation that is run from abroad. */
export const CORPORATION = of("us-corporation");
