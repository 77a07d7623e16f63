//! A claim's figures, in words: what was published, what was not, and how well each is attested.

use crate::{
    Frame,
    pages::applications::words::dashed,
    ui::{SummaryList, Tone, badge, format},
};
use domain::fees::{
    Claim, Days, DisputeStep, Minor, Rate, Rounding, Tiers,
    claim::TierKind,
    published::{Evidence, Published, Standing},
    shelf::Found,
};
use leptos::prelude::*;

/// How far it can be gone by.
pub fn standing(frame: &Frame, claim: &Published, standing: Standing) -> AnyView {
    let tone = match standing {
        Standing::Current => Tone::Good,
        Standing::Aged | Standing::Unverified => Tone::NeedsYou,
        Standing::Coming => Tone::Info,
        Standing::Ended => Tone::Neutral,
    };
    let known = [("date", format::date(frame.lang, claim.known_of()))];
    let told = matches!(standing, Standing::Current | Standing::Aged | Standing::Unverified);
    let read = if told && claim.as_of.is_none() { "-read" } else { "" };
    badge(tone, frame.ta(&format!("fees-standing-{standing}{read}"), &known))
}

/// What attests a figure.
pub fn evidence(frame: &Frame, tag: Evidence) -> String {
    frame.t(match tag {
        Evidence::Provider => "fees-evidence-provider",
        Evidence::Transcribed => "fees-evidence-transcribed",
        Evidence::Generated => "fees-evidence-generated",
        Evidence::Secondary => "fees-evidence-secondary",
    })
}

/// In a few words what a payment costs: `2.9% + $0.30`.
pub fn short(frame: &Frame, claim: &Published) -> String {
    let one = &claim.claim;
    let up_to = |text: String, name: &str| {
        if claim.low.contains_key(name) { frame.ta("fees-up-to", &[("figure", text)]) } else { text }
    };
    let share = match (&one.tiers, one.percent, claim.interchange_plus) {
        (Some(tiers), _, _) => span(frame, tiers),
        (None, Some(percent), _) => up_to(format::rate(percent.get()), "percent"),
        (None, None, Some(markup)) => {
            let share = markup.percent.map(|percent| format::rate(percent.get())).unwrap_or_default();
            frame.ta("fees-interchange-plus", &[("markup", share)])
        }
        (None, None, None) => frame.t("fees-not-published"),
    };
    let fixed = one.fixed.or_else(|| claim.interchange_plus.and_then(|markup| markup.fixed));
    match fixed {
        None => format!("{share} + {}", frame.t("fees-fixed-not-published")),
        Some(fixed) if fixed == Minor::ZERO => share,
        Some(fixed) => format!("{share} + {}", money(frame, one, fixed)),
    }
}

/// In a few words what a payment costs by a claim of which nothing else is published.
pub fn short_of(frame: &Frame, claim: &Claim) -> String {
    let share = match (&claim.tiers, claim.percent) {
        (Some(tiers), _) => span(frame, tiers),
        (None, Some(percent)) => format::rate(percent.get()),
        (None, None) => frame.t("fees-not-published"),
    };
    match claim.fixed {
        None => format!("{share} + {}", frame.t("fees-fixed-not-published")),
        Some(fixed) if fixed == Minor::ZERO => share,
        Some(fixed) => format!("{share} + {}", money(frame, claim, fixed)),
    }
}

/// What a claim that was looked up is called: the channel's words, or the tenant's contract.
pub fn name(frame: &Frame, found: Found<'_>) -> String {
    match found {
        Found::Published(claim) => claim.name.get(frame.lang).to_owned(),
        Found::Own(own) => frame.ta("fees-own-name", &[("contract", own.terms.contract.clone())]),
    }
}

/// Where it is shown with its source.
pub fn address(frame: &Frame, found: Found<'_>) -> String {
    match found {
        Found::Published(claim) => {
            let channel = claim.claim.channel.clone().unwrap_or_default();
            frame.at(&format!("/channels/{channel}#{}", claim.claim.id))
        }
        Found::Own(own) => frame.at(&format!("/console/fees/claims/{}", own.id)),
    }
}

/// In a few words what a payment costs by it.
pub fn in_short(frame: &Frame, found: Found<'_>) -> String {
    match found {
        Found::Published(claim) => short(frame, claim),
        Found::Own(own) => short_of(frame, &own.terms.claim),
    }
}

/// Every figure of a claim, each with the key of what it is called.
pub fn told(frame: &Frame, claim: &Claim) -> Vec<(&'static str, String)> {
    let unknown = || frame.t("fees-not-published");
    let share = |rate: Option<Rate>| rate.map_or_else(unknown, |rate| format::rate(rate.get()));
    let amount = |minor: Option<Minor>| minor.map_or_else(unknown, |minor| money(frame, claim, minor));
    let bound =
        |minor: Option<Minor>| minor.map_or_else(|| frame.t("fees-none"), |minor| money(frame, claim, minor));
    let days = |days: Days| frame.ta("fees-days", &[("days", days.get().to_string())]);
    let first = match &claim.tiers {
        Some(tiers) => ("fees-tiers", steps(frame, claim, tiers)),
        None => ("fees-percent", share(claim.percent)),
    };
    vec![
        first,
        ("fees-fixed", amount(claim.fixed)),
        ("fees-attempt", amount(claim.attempt_fee)),
        ("fees-min", bound(claim.min)),
        ("fees-max", bound(claim.max)),
        ("fees-cross-border", share(claim.cross_border)),
        ("fees-fx", share(claim.fx)),
        ("fees-refund", refund(frame, claim)),
        ("fees-dispute", disputes(frame, claim)),
        ("fees-monthly", amount(claim.monthly_fee)),
        ("fees-monthly-minimum", amount(claim.monthly_minimum)),
        ("fees-tax", share(claim.tax)),
        ("fees-delay", claim.delay_days.map_or_else(unknown, days)),
        ("fees-claim-rounding", claim.rounding.map_or_else(unknown, |rule| rounding(frame, rule))),
    ]
}

/// A rule of rounding in words.
pub fn rounding(frame: &Frame, rule: Rounding) -> String {
    frame.t(&format!("fees-claim-rounding-{}", dashed(rule.word())))
}

/// From the lowest to the highest share of tiers.
pub(super) fn span(frame: &Frame, tiers: &Tiers) -> String {
    let shares = || tiers.steps.iter().filter_map(|step| step.percent);
    let share = |rate: Option<Rate>| rate.map(|rate| format::rate(rate.get())).unwrap_or_default();
    frame.ta("fees-by-volume", &[("least", share(shares().min())), ("most", share(shares().max()))])
}

fn money(frame: &Frame, claim: &Claim, amount: Minor) -> String {
    format::money(frame.lang, amount.get(), &claim.currency)
}

/// Every figure; those that every claim may leave out only where it has them.
pub fn list(frame: &Frame, published: &Published) -> SummaryList {
    let claim = &published.claim;
    let row = |list: SummaryList, name: &str, key: &str, text: String| {
        list.row_of(frame.t(key), figure(frame, published, name, text))
    };
    let share = |rate: Option<Rate>| {
        rate.map_or_else(|| frame.t("fees-not-published"), |rate| format::rate(rate.get()))
    };
    let amount = |minor: Option<Minor>| {
        minor.map_or_else(|| frame.t("fees-not-published"), |minor| money(frame, claim, minor))
    };
    let mut list = SummaryList::new(frame);
    if let Some(tiers) = &claim.tiers {
        list = row(list, "tiers", "fees-tiers", steps(frame, claim, tiers));
    } else if let Some(markup) = published.interchange_plus {
        let text = frame.ta("fees-interchange-plus", &[("markup", share(markup.percent))]);
        list = row(list, "percent", "fees-percent", text);
        list = row(list, "fixed", "fees-fixed", amount(markup.fixed));
    } else {
        list = row(list, "percent", "fees-percent", share(claim.percent));
    }
    if published.interchange_plus.is_none() {
        list = row(list, "fixed", "fees-fixed", amount(claim.fixed));
    }
    if claim.attempt_fee != Some(Minor::ZERO) {
        list = row(list, "attempt_fee", "fees-attempt", amount(claim.attempt_fee));
    }
    if claim.max.is_some() {
        list = row(list, "max", "fees-max", amount(claim.max));
    }
    list = row(list, "cross_border", "fees-cross-border", share(claim.cross_border));
    list = row(list, "fx", "fees-fx", share(claim.fx));
    list = row(list, "refund", "fees-refund", refund(frame, claim));
    list = row(list, "dispute", "fees-dispute", disputes(frame, claim));
    if claim.monthly_minimum != Some(Minor::ZERO) {
        list = row(list, "monthly_minimum", "fees-monthly-minimum", amount(claim.monthly_minimum));
    }
    if claim.tax != Some(Rate::ZERO) {
        list = row(list, "tax", "fees-tax", share(claim.tax));
    }
    let delay = match (published.business_days, claim.delay_days) {
        (Some(days), _) => frame.ta("fees-business-days", &[("days", days.to_string())]),
        (None, Some(days)) => frame.ta("fees-days", &[("days", days.get().to_string())]),
        (None, None) => frame.t("fees-not-published"),
    };
    row(list, "delay_days", "fees-delay", delay)
}

/// What a figure is called, by its path in the claim.
pub fn called(frame: &Frame, path: &str) -> String {
    let first = path.split(['.', '[']).next().unwrap_or_default();
    frame.t(match first {
        "percent" => "fees-percent",
        "fixed" => "fees-fixed",
        "attempt_fee" => "fees-attempt",
        "min" => "fees-min",
        "max" => "fees-max",
        "cross_border" => "fees-cross-border",
        "fx" => "fees-fx",
        "refund" => "fees-refund",
        "dispute" => "fees-dispute",
        "monthly_fee" => "fees-monthly",
        "monthly_minimum" => "fees-monthly-minimum",
        "tiers" => "fees-tiers",
        "tax" => "fees-tax",
        "delay_days" => "fees-delay",
        _ => "fees-other",
    })
}

/// A figure with its range and, where they differ, its own evidence and day.
fn figure(frame: &Frame, published: &Published, name: &str, text: String) -> AnyView {
    let claim = &published.claim;
    let low = published.low.get(name).map(|low| {
        let amount = matches!(name, "fixed" | "attempt_fee");
        let low = i128::from(*low);
        if amount { format::money(frame.lang, low, &claim.currency) } else { format::rate(low) }
    });
    let text = match low {
        Some(low) => frame.ta("fees-range", &[("low", low), ("high", text)]),
        None => text,
    };
    let tag = published.tags.get(name).map(|tag| {
        let said = evidence(frame, *tag);
        view! { " "<span class="hint">{said}</span> }
    });
    let of = published.teller(name).and_then(|one| one.as_of).map(|date| {
        let said = frame.ta("fees-figure-of", &[("date", format::date(frame.lang, date))]);
        view! { " "<span class="hint">{said}</span> }
    });
    view! { {text}{tag}{of} }.into_any()
}

fn refund(frame: &Frame, claim: &Claim) -> String {
    let Some(refund) = claim.refund else { return frame.t("fees-not-published") };
    let fee = refund.fee.map_or_else(|| frame.t("fees-not-published"), |fee| money(frame, claim, fee));
    let returned = match (refund.returns_percent, refund.returns_fixed) {
        (Some(true), Some(true)) => "fees-refund-all",
        (Some(false), Some(false)) => "fees-refund-none",
        (Some(true), Some(false)) => "fees-refund-percent",
        (Some(false), Some(true)) => "fees-refund-fixed",
        _ => "fees-refund-unknown",
    };
    frame.ta(returned, &[("fee", fee)])
}

pub(super) fn disputes(frame: &Frame, claim: &Claim) -> String {
    let Some(steps) = &claim.dispute else { return frame.t("fees-none") };
    let fee = |step: &DisputeStep| {
        step.fee.map_or_else(|| frame.t("fees-not-published"), |fee| money(frame, claim, fee))
    };
    let one = |step: &DisputeStep| match step.up_to {
        Some(up_to) => {
            frame.ta("fees-step-up-to", &[("figure", fee(step)), ("limit", format::rate(up_to.get()))])
        }
        None if steps.len() > 1 => frame.ta("fees-step-above", &[("figure", fee(step))]),
        None => fee(step),
    };
    steps.iter().map(one).collect::<Vec<_>>().join(&frame.t("fees-step-joint"))
}

pub(super) fn steps(frame: &Frame, claim: &Claim, tiers: &Tiers) -> String {
    let share = |rate: Option<Rate>| {
        rate.map_or_else(|| frame.t("fees-not-published"), |rate| format::rate(rate.get()))
    };
    let told = tiers.steps.iter().map(|step| match step.up_to {
        Some(up_to) => {
            let words = [("figure", share(step.percent)), ("limit", money(frame, claim, up_to))];
            frame.ta("fees-step-up-to", &words)
        }
        None => frame.ta("fees-step-above", &[("figure", share(step.percent))]),
    });
    let kind = match tiers.kind {
        TierKind::Whole => "fees-tiers-whole",
        TierKind::Graduated => "fees-tiers-graduated",
    };
    let told = told.collect::<Vec<_>>().join(&frame.t("fees-step-joint"));
    frame.ta(kind, &[("steps", told)])
}
