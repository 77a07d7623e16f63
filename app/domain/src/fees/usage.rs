//! What a mix's payments cost by one claim, before what a month costs, tax and waiting.

use super::{
    Claim, Minor, Parts, Rate, Rounding, Segment, Tiers,
    claim::{Refund, TierKind},
};

/// What a mix asks for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asked {
    /// Σ count × amount.
    pub(super) volume: i128,
    pub(super) payments: i128,
    pub(super) attempts: i128,
    pub(super) refunds: i128,
    pub(super) disputes: i128,
    cross_border: bool,
    foreign_currency: bool,
}

impl Asked {
    pub(super) fn by<'a>(mix: impl IntoIterator<Item = &'a Segment>) -> Self {
        let mut asked = Self::default();
        for segment in mix {
            let volume = segment.volume();
            asked.volume += volume;
            asked.payments += segment.count.get();
            asked.attempts += segment.count.get() + segment.failed.get();
            asked.refunds += segment.refunds.get();
            asked.disputes += segment.disputes.get();
            asked.cross_border |= segment.cross_border && volume > 0;
            asked.foreign_currency |= segment.foreign_currency && volume > 0;
        }
        asked
    }
}

/// The figures that a mix needed and that were not published, by their paths in the claim.
#[derive(Debug, Default)]
pub(super) struct Missing(pub(super) Vec<String>);

impl Missing {
    /// The figure; where it is missing, zero, and a note of it if it is needed.
    pub(super) fn take<T: Default>(&mut self, figure: Option<T>, needed: bool, path: &str) -> T {
        if figure.is_none() && needed {
            self.0.push(path.to_owned());
        }
        figure.unwrap_or_default()
    }

    fn rate(&mut self, figure: Option<Rate>, needed: bool, path: &str) -> i128 {
        self.take(figure, needed, path).get()
    }

    pub(super) fn minor(&mut self, figure: Option<Minor>, needed: bool, path: &str) -> i128 {
        self.take(figure, needed, path).get()
    }
}

/// A step of the volume: up to where it goes, and its share.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub(super) up_to: Option<i128>,
    pub(super) percent: i128,
}

/// A claim's figures as one mix needs them.
pub(super) struct Figures {
    steps: Vec<Step>,
    fixed: i128,
    attempt_fee: i128,
    min: Option<i128>,
    max: Option<i128>,
    cross_border: i128,
    fx: i128,
    refund_fee: i128,
    returns: (bool, bool),
    dispute_fee: i128,
    rounding: Rounding,
}

impl Figures {
    pub(super) fn of(claim: &Claim, asked: &Asked, missing: &mut Missing) -> Self {
        let sold = asked.volume > 0;
        let percent = claim
            .tiers
            .is_none()
            .then(|| Step { up_to: None, percent: missing.rate(claim.percent, sold, "percent") });
        let fixed = missing.minor(claim.fixed, asked.payments > 0, "fixed");
        let attempt_fee = missing.minor(claim.attempt_fee, asked.attempts > 0, "attempt_fee");
        let cross_border = missing.rate(claim.cross_border, asked.cross_border, "cross_border");
        let fx = missing.rate(claim.fx, asked.foreign_currency, "fx");
        let (refund_fee, returns) = refund(claim.refund, asked.refunds > 0, missing);
        let dispute_fee = dispute_fee(claim, asked, missing);
        let steps = match (&claim.tiers, percent) {
            (Some(tiers), _) => steps(tiers, asked.volume, missing),
            (None, flat) => flat.into_iter().collect(),
        };
        let rounding = claim.rounding.unwrap_or_else(|| {
            missing.0.push("rounding".into());
            Rounding::HalfUp
        });
        Self {
            steps,
            fixed,
            attempt_fee,
            min: claim.min.map(Minor::get),
            max: claim.max.map(Minor::get),
            cross_border,
            fx,
            refund_fee,
            returns,
            dispute_fee,
            rounding,
        }
    }

    /// What the mix's payments, refunds and disputes come to.
    pub(super) fn usage<'a>(&self, asked: &Asked, mix: impl IntoIterator<Item = &'a Segment>) -> Parts {
        let mut parts = Parts {
            attempts: self.attempt_fee * asked.attempts,
            refund_fees: self.refund_fee * asked.refunds,
            disputes: self.dispute_fee * asked.disputes,
            ..Parts::default()
        };
        let mut filled = 0;
        for segment in mix {
            self.segment(segment, &mut filled, &mut parts);
        }
        parts
    }

    /// Adds a segment's payments and what is given back of the first of them; `filled` is the month's volume so far.
    fn segment(&self, segment: &Segment, filled: &mut i128, parts: &mut Parts) {
        let amount = segment.amount.get();
        let mut left = segment.count.get();
        let mut refunds = segment.refunds.get();
        while left > 0 {
            let room = self.room(*filled);
            let equal = match room {
                Some(room) if amount > 0 => left.min((room / amount).max(1)),
                _ => left,
            };
            let one = self.payment(segment, amount, *filled);
            let returned = refunds.min(equal);
            parts.percent += one.percent * equal;
            parts.cross_border += one.cross_border * equal;
            parts.fx += one.fx * equal;
            parts.fixed += self.fixed * equal;
            parts.clamp += one.clamp * equal;
            parts.refund_credits -= self.credit(one.charge) * returned;
            *filled += amount * equal;
            left -= equal;
            refunds -= returned;
        }
    }

    /// The step that the next payment begins in.
    fn step(&self, filled: i128) -> impl Iterator<Item = &Step> {
        self.steps.iter().skip_while(move |step| step.up_to.is_some_and(|up_to| up_to <= filled))
    }

    /// How much more goes into the step that the next payment begins in; `None`: without limit.
    fn room(&self, filled: i128) -> Option<i128> {
        self.step(filled).next()?.up_to.map(|up_to| up_to - filled)
    }

    /// One payment that begins where the month's volume is `filled`.
    fn payment(&self, segment: &Segment, amount: i128, mut filled: i128) -> Payment {
        let cross_border = if segment.cross_border { self.cross_border } else { 0 };
        let fx = if segment.foreign_currency { self.fx } else { 0 };
        let mut one = Payment::default();
        let mut left = amount;
        for step in self.step(filled) {
            let part = step.up_to.map_or(left, |up_to| left.min(up_to - filled));
            let rate = step.percent + cross_border + fx;
            if rate > 0 {
                let fee = self.rounding.divide(part * rate, Rate::WHOLE);
                let (abroad, exchanged) = (fee * cross_border / rate, fee * fx / rate);
                one.percent += fee - abroad - exchanged;
                one.cross_border += abroad;
                one.fx += exchanged;
            }
            filled += part;
            left -= part;
            if left == 0 {
                break;
            }
        }
        let sum = one.percent + one.cross_border + one.fx + self.fixed;
        let raised = self.min.map_or(sum, |min| sum.max(min));
        one.charge = self.max.map_or(raised, |max| raised.min(max));
        one.clamp = one.charge - sum;
        one
    }

    /// What of a payment's charge is given back with the payment.
    fn credit(&self, charge: i128) -> i128 {
        match self.returns {
            (true, true) => charge,
            (true, false) => (charge - self.fixed).max(0),
            (false, true) => self.fixed.min(charge),
            (false, false) => 0,
        }
    }
}

/// What one payment costs.
#[derive(Default)]
struct Payment {
    percent: i128,
    cross_border: i128,
    fx: i128,
    clamp: i128,
    charge: i128,
}

fn refund(refund: Option<Refund>, needed: bool, missing: &mut Missing) -> (i128, (bool, bool)) {
    let Some(refund) = refund else {
        missing.take(None::<bool>, needed, "refund");
        return (0, (false, false));
    };
    let fee = missing.minor(refund.fee, needed, "refund.fee");
    let percent = missing.take(refund.returns_percent, needed, "refund.returns_percent");
    let fixed = missing.take(refund.returns_fixed, needed, "refund.returns_fixed");
    (fee, (percent, fixed))
}

/// The fee of every dispute: of the first step that their share among the payments doesn't exceed.
pub(super) fn dispute_fee(claim: &Claim, asked: &Asked, missing: &mut Missing) -> i128 {
    let steps = claim.dispute.iter().flatten().enumerate();
    let share = asked.disputes * Rate::WHOLE;
    let reached = steps
        .into_iter()
        .find(|(_, step)| step.up_to.is_none_or(|up_to| share <= up_to.get() * asked.payments));
    reached.map_or(0, |(index, step)| {
        missing.minor(step.fee, asked.disputes > 0, &format!("dispute[{index}].fee"))
    })
}

/// The steps that a month's volume goes through: of whole tiers the one it falls into, without a limit.
pub(super) fn steps(tiers: &Tiers, volume: i128, missing: &mut Missing) -> Vec<Step> {
    let mut found = Vec::new();
    let mut below = 0;
    for (index, tier) in tiers.steps.iter().enumerate() {
        let up_to = tier.up_to.map(Minor::get);
        let holds = up_to.is_none_or(|up_to| volume <= up_to);
        let counts = holds || tiers.kind == TierKind::Graduated;
        if counts {
            let needed = up_to.map_or(volume, |up_to| volume.min(up_to)) > below;
            let percent = missing.rate(tier.percent, needed, &format!("tiers.steps[{index}].percent"));
            found.push(Step { up_to: up_to.filter(|_| !holds), percent });
        }
        if holds {
            break;
        }
        below = up_to.unwrap_or(below);
    }
    found
}
