//! Words that several pages share.

use crate::{
    Frame,
    pages::applications::words::dashed,
    ui::{Tone, badge},
};
use domain::screening::{
    hit::Standing,
    lists::{Meaning, Source},
    parties::Role,
};
use leptos::prelude::*;

/// What a list is called.
pub(crate) fn list_name(frame: &Frame, source: Source, own: &str) -> String {
    if source == Source::Own {
        own.to_owned()
    } else {
        frame.t(&format!("screening-source-{}", dashed(source.word())))
    }
}

/// What a hit means.
pub(crate) fn meaning(frame: &Frame, meaning: Meaning) -> AnyView {
    let tone = match meaning {
        Meaning::Stop => Tone::Wrong,
        Meaning::TwoPeople => Tone::NeedsYou,
        Meaning::Notice => Tone::Neutral,
    };
    badge(tone, frame.t(&format!("screening-meaning-{}", dashed(meaning.word()))))
}

/// What a party is to the application.
pub(crate) fn role(frame: &Frame, role: Role) -> String {
    frame.t(&format!("screening-role-{role}"))
}

/// Where a hit stands.
pub(crate) fn standing(frame: &Frame, standing: Standing) -> AnyView {
    let tone = match standing {
        Standing::Open => Tone::NeedsYou,
        Standing::Confirmed => Tone::Wrong,
        Standing::Cleared => Tone::Good,
        Standing::Gone => Tone::Neutral,
    };
    badge(tone, frame.t(&format!("screening-standing-{standing}")))
}
