// Requests to compare claims, drawn by chance that repeats itself: every figure, also unpublished, absent and wrong ones.

/** Numbers by chance from a seed: the same ones every time. */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (most) => Math.floor(next() * (most + 1));
  return { upTo, some: (part) => next() < part, one: (list) => list[upTo(list.length - 1)] };
}

const RATE = 1_000_000;
const MONEY = 1e12;
const COUNT = 1e9;

export function request(seed) {
  const by = chance(seed);
  // Small figures meet more roundings, large ones more bounds.
  const money = () => by.upTo(by.one([50, 5_000, 10_000_000, MONEY]));
  const rate = () => by.upTo(by.one([500, 60_000, RATE]));
  const count = () => by.upTo(by.one([3, 400, 1_000_000, COUNT]));
  const steps = (limit, figures) => {
    const limits = Array.from({ length: by.upTo(4) }, () => by.upTo(limit)).toSorted((one, other) => one - other);
    const rising = limits.filter((value, at) => value !== limits[at - 1]);
    return [...rising, null].map((up_to) => ({ up_to, ...figures() }));
  };
  const figures = {
    percent: rate,
    fixed: money,
    attempt_fee: money,
    min: () => by.upTo(100),
    max: () => 100 + money(),
    cross_border: rate,
    fx: rate,
    refund: () => ({ fee: money(), returns_percent: by.some(0.5), returns_fixed: by.some(0.5) }),
    dispute: () => steps(RATE, () => ({ fee: money() })),
    monthly_fee: money,
    monthly_minimum: money,
    tiers: () => ({ kind: by.one(["whole", "graduated"]), steps: steps(MONEY, () => ({ percent: rate() })) }),
    tax: rate,
    delay_days: () => by.upTo(60),
    rounding: () => by.one(["half_up", "half_even", "up", "down"]),
  };
  const claim = (at) => {
    const drawn = Object.entries(figures).filter(([name]) => name === "percent" || by.some(0.6));
    const read = ([name, figure]) => [name, name !== "percent" && by.some(0.05) ? null : figure()];
    return { id: `c${at}`, currency: "USD", ...Object.fromEntries(drawn.map(read)) };
  };
  const segment = () => {
    const paid = count();
    return {
      count: paid,
      amount: money(),
      cross_border: by.some(0.4),
      foreign_currency: by.some(0.4),
      failed: count(),
      refunds: by.upTo(paid),
      disputes: by.upTo(paid),
    };
  };
  const asked = {
    annual_rate: rate(),
    mix: Array.from({ length: 1 + by.upTo(7) }, segment),
    claims: Array.from({ length: 1 + by.upTo(19) }, (_, at) => claim(at)),
  };
  // One in eight can't be used; both have to say so, at the same place.
  if (by.some(0.125)) by.one(WRONG)(asked);
  return asked;
}

const WRONG = [
  (asked) => (asked.mix[0].refunds = asked.mix[0].count + 1),
  (asked) => (asked.claims[0].percent = -1),
  (asked) => (asked.claims[0].percent = RATE + 1),
  (asked) => (asked.claims.at(-1).fixed = 0.5),
  (asked) => (asked.mix = []),
  (asked) => (asked.claims.at(-1).fee = 1),
  (asked) => delete asked.claims[0].currency,
  (asked) => (asked.claims[0].tiers = { kind: "whole", steps: [] }),
];
