//! A price in words: what it is for, what a payment costs by it, and every figure that isn't nothing.

use super::super::{figures, words};
use crate::{
    Frame,
    ui::{SummaryList, Tone, badge, format},
};
use domain::{
    channels::catalogue,
    fees::{Claim, Days, Minor, Rate, Refund, offer::StandingKind},
};
use leptos::prelude::*;
use time::Date;

/// What it is for: channel, way to pay, line of business, currency.
pub(in crate::pages) fn of(frame: &Frame, claim: &Claim) -> String {
    let channel = claim.channel.as_deref().unwrap_or_default();
    let mut parts = vec![catalogue::name(channel, frame.lang).to_owned(), about(frame, claim)];
    parts.push(claim.currency.clone());
    parts.join(" · ")
}

/// The way to pay and the line of business.
pub(in super::super) fn about(frame: &Frame, claim: &Claim) -> String {
    let product = claim.product.as_ref();
    let product = product.map_or_else(|| frame.t("prices-every-product"), |word| words::product(frame, word));
    let industries = claim.industry.iter().map(|code| words::industry(frame, code));
    std::iter::once(product).chain(industries).collect::<Vec<_>>().join(" · ")
}

/// In a few words what a payment costs: `0.7% + CN¥0.10`.
pub fn short(frame: &Frame, claim: &Claim) -> String {
    let share = match (&claim.tiers, claim.percent) {
        (Some(tiers), _) => figures::span(frame, tiers),
        (None, Some(percent)) => format::rate(percent.get()),
        (None, None) => frame.t("fees-not-published"),
    };
    match claim.fixed {
        Some(fixed) if fixed != Minor::ZERO => {
            format!("{share} + {}", format::money(frame.lang, fixed.get(), &claim.currency))
        }
        _ => share,
    }
}

/// The days on which it holds.
pub(in super::super) fn days(frame: &Frame, from: Date, to: Option<Date>) -> String {
    let from = ("from", format::date(frame.lang, from));
    match to {
        Some(to) => frame.ta("fees-from-to", &[from, ("to", format::date(frame.lang, to))]),
        None => frame.ta("fees-from", &[from]),
    }
}

/// Every figure that isn't nothing.
pub(in super::super) fn list(frame: &Frame, claim: &Claim) -> SummaryList {
    let money = |minor: Minor| format::money(frame.lang, minor.get(), &claim.currency);
    let amount = |minor: Option<Minor>| minor.filter(|minor| *minor != Minor::ZERO).map(money);
    let share =
        |rate: Option<Rate>| rate.filter(|rate| *rate != Rate::ZERO).map(|rate| format::rate(rate.get()));
    let days = claim.delay_days.filter(|days| *days != Days::ZERO);
    let days = days.map(|days| frame.ta("fees-days", &[("days", days.get().to_string())]));
    let tiers = claim.tiers.as_ref().map(|tiers| figures::steps(frame, claim, tiers));
    let percent = claim.percent.filter(|_| tiers.is_none()).map(|rate| format::rate(rate.get()));
    let disputes = claim.dispute.as_ref().map(|_| figures::disputes(frame, claim));
    let all = [
        ("fees-tiers", tiers),
        ("fees-percent", percent),
        ("fees-fixed", amount(claim.fixed)),
        ("fees-attempt", amount(claim.attempt_fee)),
        ("fees-min", amount(claim.min)),
        ("fees-max", claim.max.map(money)),
        ("fees-cross-border", share(claim.cross_border)),
        ("fees-fx", share(claim.fx)),
        ("fees-refund", refund(frame, claim)),
        ("fees-dispute", disputes),
        ("fees-monthly", amount(claim.monthly_fee)),
        ("fees-monthly-minimum", amount(claim.monthly_minimum)),
        ("fees-tax", share(claim.tax)),
        ("fees-delay", days),
    ];
    let told = all.into_iter().filter_map(|(key, text)| Some((key, text?)));
    told.fold(SummaryList::new(frame), |list, (key, text)| list.row(frame.t(key), text))
}

/// What a refund costs and gives back; nothing to say where it costs nothing and no charge is kept.
fn refund(frame: &Frame, claim: &Claim) -> Option<String> {
    let Refund { fee, returns_percent, returns_fixed } = claim.refund?;
    let back = match (returns_percent?, returns_fixed?) {
        (true, true) => "prices-refund-back-all",
        (false, false) => "prices-refund-back-none",
        (true, false) => "prices-refund-back-percent",
        (false, true) => "prices-refund-back-fixed",
    };
    let fee = format::money(frame.lang, fee?.get(), &claim.currency);
    Some(frame.ta("prices-refund-charged", &[("fee", fee), ("back", frame.t(back))]))
}

/// Where a line or an offer stands.
pub(in super::super) fn standing(frame: &Frame, kind: StandingKind) -> AnyView {
    let (tone, key) = match kind {
        StandingKind::Proposed => (Tone::NeedsYou, "prices-state-proposed"),
        StandingKind::Approved => (Tone::Info, "prices-state-approved"),
        StandingKind::Accepted => (Tone::Good, "prices-state-accepted"),
        StandingKind::Superseded => (Tone::Neutral, "prices-state-superseded"),
        StandingKind::Declined => (Tone::Neutral, "prices-state-declined"),
    };
    badge(tone, frame.t(key))
}

/// Where a line of the list stands on a day.
pub(in super::super) fn standing_on(
    frame: &Frame,
    kind: StandingKind,
    (from, to): (Date, Option<Date>),
    today: Date,
) -> AnyView {
    if kind != StandingKind::Approved {
        return standing(frame, kind);
    }
    if to.is_some_and(|to| to < today) {
        badge(Tone::Neutral, frame.t("prices-state-ended"))
    } else if from > today {
        badge(Tone::Info, frame.t("prices-state-coming"))
    } else {
        badge(Tone::Good, frame.t("prices-state-holds"))
    }
}
