//! What our machines found when they looked last: each result with its mark and its words.

use super::{Model, items};
use crate::{
    Frame, i18n,
    ui::{Banner, Tone, badge, disclosure, format},
};
use domain::{
    applications::RuleSet,
    review::{Outcome, Screened, screened},
};
use leptos::prelude::*;
use time::OffsetDateTime;

/// One look.
#[derive(Clone, Debug)]
pub struct Screening {
    /// When.
    pub at: OffsetDateTime,
    /// What was found.
    pub results: Vec<Screened>,
}

/// How many of each, and all of them in a line that opens: at once where something failed.
pub(super) fn checks(frame: &Frame, model: &Model) -> AnyView {
    let Some(screening) = &model.screening else {
        return Banner::new(Tone::Waiting, frame.t("review-checks-none")).view();
    };
    let count = |outcome| screening.results.iter().filter(|one| one.outcome == outcome).count().to_string();
    let args = [
        ("at", format::instant(frame, screening.at)),
        ("pass", count(Outcome::Pass)),
        ("warn", count(Outcome::Warn)),
        ("fail", count(Outcome::Fail)),
    ];
    let failed = screening.results.iter().any(|one| one.outcome == Outcome::Fail);
    let mut sorted: Vec<&Screened> = screening.results.iter().collect();
    sorted.sort_by_key(|one| std::cmp::Reverse(one.outcome));
    let rows: Vec<_> = sorted
        .into_iter()
        .map(|one| {
            view! {
                <li class="check">
                    {mark(frame, one.outcome)}
                    <span><a href=format!("#{}", items::anchor(&one.what))>{items::label(frame, &model.rules, &one.what)}</a>
                    {frame.t("common-colon")}{words(frame, &model.rules, one)}</span>
                </li>
            }
        })
        .collect();
    let list = view! { <ul class="plain checks">{rows}</ul> };
    view! {
        <section class="flow" id="checks">
            {disclosure(frame.ta("review-checks-title", &args), failed, list)}
        </section>
    }
    .into_any()
}

/// A result's mark.
pub fn mark(frame: &Frame, outcome: Outcome) -> AnyView {
    let tone = match outcome {
        Outcome::Pass => Tone::Good,
        Outcome::Warn => Tone::NeedsYou,
        Outcome::Fail => Tone::Wrong,
    };
    badge(tone, frame.t(&format!("review-outcome-{outcome}")))
}

/// A result in words.
pub fn words(frame: &Frame, rules: &RuleSet, result: &Screened) -> String {
    let mut args = result.args.clone();
    if result.key == screened::AGREES {
        for (name, value) in &mut args {
            if name == "other" {
                *value = rules.field(value).map_or_else(|| value.clone(), |field| frame.t(&field.label));
            }
        }
    }
    i18n::ta_stored(frame.lang, &result.key, &args)
}
