//! What the dimensions of prices are called, and where something was read.

use crate::{
    Frame,
    pages::applications::words::dashed,
    ui::{external_link, format},
};
use domain::{
    applications::lists,
    channels::{Source, catalogue},
    fees::{Segment, typed::Wrong},
};
use leptos::prelude::*;
use time::Date;

/// As it stands in a menu: what is small inside a sentence begins large.
pub fn option(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

/// Where a payer pays, by its word.
pub fn product(frame: &Frame, word: &str) -> String {
    frame.t(&format!("fees-product-{}", dashed(word)))
}

/// What is paid with, by its word.
pub fn means(frame: &Frame, word: &str) -> String {
    frame.t(&format!("fees-card-{}", dashed(word)))
}

/// A channel's name, with the acquirer it rides on where its price is that one's; both by their codes.
pub fn channel(frame: &Frame, channel: &str, through: Option<&str>) -> String {
    let own = catalogue::name(channel, frame.lang).to_owned();
    match through {
        None => own,
        Some(acquirer) => {
            let words = [("channel", own), ("acquirer", catalogue::name(acquirer, frame.lang).to_owned())];
            frame.ta("compare-through", &words)
        }
    }
}

/// The message for what was typed and is no figure.
pub const fn no_figure(wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::NoNumber => "compare-error-number",
        Wrong::Decimals(_) => "compare-error-decimals",
        Wrong::TooLarge => "compare-error-too-large",
    }
}

/// A kind of merchant, by its word.
pub fn subject(frame: &Frame, word: &str) -> String {
    frame.t(&format!("fees-subject-{}", dashed(word)))
}

/// A country, or an area that a claim names in its place.
pub fn country(frame: &Frame, code: &str) -> String {
    if code == "EEA" {
        return frame.t("fees-country-eea");
    }
    let known = lists::get("countries").and_then(|list| list.entry(code));
    known.map_or(code, |entry| entry.name(frame.lang)).to_owned()
}

/// A merchant category by its code; a scope that has none by its own word.
pub fn industry(frame: &Frame, code: &str) -> String {
    match lists::get("mcc").and_then(|list| list.entry(code)) {
        Some(entry) => entry.name(frame.lang).to_owned(),
        None => frame.t(&format!("fees-industry-{code}")),
    }
}

/// Payments that are alike, by what they state: `QR code · Mainland China · from abroad`.
pub fn payments(frame: &Frame, segment: &Segment) -> String {
    let flag = |is: bool, key: &str| is.then(|| frame.t(key));
    let stated = [
        segment.product.as_ref().map(|word| product(frame, word)),
        segment.card_class.as_ref().map(|word| means(frame, word)),
        segment.country.as_ref().map(|code| country(frame, code)),
        segment.subject.as_ref().map(|word| subject(frame, word)),
        segment.industry.as_ref().map(|code| industry(frame, code)),
        segment.currency.clone(),
        flag(segment.cross_border, "fees-from-abroad"),
        flag(segment.foreign_currency, "fees-in-foreign-currency"),
    ];
    stated.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Where something was read, with the source's own date where it has one, and what else is to be said of it.
pub fn source(frame: &Frame, source: &Source, as_of: Option<Date>, more: Option<String>) -> AnyView {
    let mut words = vec![("read", format::date(frame.lang, source.read_on))];
    let key = match as_of {
        Some(as_of) => {
            words.push(("of", format::date(frame.lang, as_of)));
            "fees-source-dated"
        }
        None => "fees-source-undated",
    };
    let link = external_link(frame, source.address.clone(), source.title.clone());
    view! { <p class="hint">{frame.t("front-source")}" "{link}" "{frame.ta(key, &words)}" "{more}</p> }
        .into_any()
}
