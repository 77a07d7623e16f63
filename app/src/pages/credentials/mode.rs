//! Test and live, told apart by word, colour and icon wherever a key is shown.

use crate::Frame;
use crate::ui::{Icon, Tone, badge, icon};
use domain::credentials::Environment;
use leptos::prelude::*;

/// The frame of a page about one key: of a test key in test mode.
pub(super) fn framed(frame: &Frame, environment: Environment) -> Frame {
    Frame { test: environment == Environment::Test, ..frame.clone() }
}

/// The strip above what is said of one environment.
pub(super) fn strip(frame: &Frame, environment: Environment) -> AnyView {
    let (class, sign) = match environment {
        Environment::Test => ("mode test", Icon::Flask),
        Environment::Live => ("mode live", Icon::Card),
    };
    let text = frame.t(&format!("credentials-mode-{}", environment.word()));
    view! { <p class=class>{icon(sign)}<span>{text}</span></p> }.into_any()
}

/// The environment as a word with its icon.
pub(in crate::pages) fn word(frame: &Frame, environment: Environment) -> AnyView {
    match environment {
        Environment::Test => {
            let text = frame.t("credentials-test");
            view! { <span class="badge mode-test">{icon(Icon::Flask)}<span>{text}</span></span> }.into_any()
        }
        Environment::Live => badge(Tone::Good, frame.t("credentials-live")),
    }
}
