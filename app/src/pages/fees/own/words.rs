//! What own claims are called: where they stand, what they are about, for how long.

use super::{super::words, Line};
use crate::{
    Frame,
    ui::{Tone, badge, format},
};
use domain::{
    channels::catalogue,
    fees::{
        Claim,
        own::{Own, Place},
    },
};
use leptos::prelude::*;

/// The channel's name.
pub(in crate::pages) fn channel(frame: &Frame, claim: &Claim) -> String {
    catalogue::name(claim.channel.as_deref().unwrap_or_default(), frame.lang).to_owned()
}

/// The claim's page.
pub(in crate::pages) fn address(frame: &Frame, own: &Own) -> String {
    frame.at(&format!("/console/fees/claims/{}", own.id))
}

/// Where it stands.
pub(in crate::pages) fn place(frame: &Frame, line: &Line) -> AnyView {
    let tone = match line.place {
        Place::Current => Tone::Good,
        Place::Waiting | Place::Aged => Tone::NeedsYou,
        Place::Coming => Tone::Info,
        Place::Ended | Place::Superseded | Place::Declined => Tone::Neutral,
    };
    badge(tone, place_word(frame, line))
}

/// The same in words alone.
pub(in crate::pages) fn place_word(frame: &Frame, line: &Line) -> String {
    let read = [("date", format::date(frame.lang, line.own.terms.read_on))];
    frame.ta(&format!("fees-own-place-{}", line.place), &read)
}

/// What it is only about, in a line.
pub(in crate::pages) fn about(frame: &Frame, claim: &Claim) -> String {
    let industries: Vec<_> = claim.industry.iter().map(|code| words::industry(frame, code)).collect();
    let industries = (!industries.is_empty()).then(|| {
        let names = industries.join(&frame.t("fees-comma"));
        frame.ta("fees-industries", &[("industries", names)])
    });
    let parts = [
        claim.country.as_ref().map(|code| words::country(frame, code)),
        claim.product.as_ref().map(|word| words::product(frame, word)),
        claim.card_class.as_ref().map(|word| words::means(frame, word)),
        claim.subject.as_ref().map(|word| words::subject(frame, word)),
        Some(claim.currency.clone()),
        industries,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// From its first day to its last.
pub(in crate::pages) fn days(frame: &Frame, own: &Own) -> String {
    let from = ("from", format::date(frame.lang, own.terms.from));
    match own.until() {
        Some(until) => frame.ta("fees-from-to", &[from, ("to", format::date(frame.lang, until))]),
        None => frame.ta("fees-from", &[from]),
    }
}

/// The contract and its page.
pub(in crate::pages) fn source(frame: &Frame, own: &Own) -> String {
    let words = [("contract", own.terms.contract.clone()), ("page", own.terms.page.clone())];
    frame.ta("fees-own-source", &words)
}
