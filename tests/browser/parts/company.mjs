// An invented company whose numbers are right in form, judged by the program's own rules.

const CODE_LETTERS = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
const DIGITS = [..."0123456789"];

/** @returns the company of this number; the same number is the same company. */
export async function invent(installation, number) {
  const name = `深圳试航${"甲乙丙丁戊己庚辛壬癸"[number % 10]}号贸易有限公司`;
  const stem = `91440305MA${String(910_000 + number * 37)}`;
  const codes = CODE_LETTERS.flatMap((inner) => CODE_LETTERS.map((outer) => stem + inner + outer));
  const [uscc, idNumber, cnaps] = await Promise.all([
    installation.firstValid("cn-uscc", codes),
    installation.firstValid("cn-resident-id", [...DIGITS, "X"].map((last) => `44030519850307${210 + number}${last}`)),
    installation.firstValid("cnaps", DIGITS.map((last) => `3085840${2000 + number}${last}`)),
  ]);
  return {
    name,
    uscc,
    registration: uscc,
    city: "4403",
    district: "440305",
    street: `科苑路${10 + number}号`,
    licensedFrom: { year: "2019", month: "3", day: "7" },
    scope: "日用百货、家居用品的批发与零售。",
    representative: "陈𠮷安",
    idNumber,
    // Somebody born in 1985 who got the card at thirty: it is good for twenty years.
    idFrom: { year: "2015", month: "6", day: "10" },
    idUntil: { year: "2035", month: "6", day: "10" },
    site: "shihang.example.com",
    phone: `138${String(20_000_000 + number * 7)}`,
    bank: "招商银行深圳科苑支行",
    cnaps,
    accountNumber: `7559${String(10_000_000_000 + number * 13)}`,
  };
}
