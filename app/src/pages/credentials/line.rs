//! A credential in a list.

use crate::Frame;
use crate::ui::{Tone, badge};
use domain::credentials::{Environment, token};
use leptos::prelude::*;
use time::OffsetDateTime;

/// Where a credential stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Made; its secret has not been shown yet.
    Undrawn,
    /// Its secret was shown and speaks.
    Active,
    /// It has ended.
    Ended,
}

/// A credential; never its secret.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// The merchant's name.
    pub merchant: String,
    /// The merchant's number.
    pub number: String,
    /// Where it speaks.
    pub environment: Environment,
    /// What it is called.
    pub label: String,
    /// The secret's last four characters, once drawn.
    pub tail: Option<String>,
    /// Where it stands.
    pub state: State,
    /// Who made it.
    pub created_by: String,
    /// When it was made.
    pub created_at: OffsetDateTime,
}

impl Line {
    /// What its secret begins and ends with.
    pub(super) fn shown(&self) -> AnyView {
        self.tail.as_ref().map_or_else(
            || "–".into_any(),
            |tail| view! { <code>{token::shown(self.environment, tail)}</code> }.into_any(),
        )
    }

    pub(super) fn state_badge(&self, frame: &Frame) -> AnyView {
        let (tone, key) = match self.state {
            State::Undrawn => (Tone::NeedsYou, "credentials-state-undrawn"),
            State::Active => (Tone::Good, "credentials-state-active"),
            State::Ended => (Tone::Neutral, "credentials-state-ended"),
        };
        badge(tone, frame.t(key))
    }

    pub(super) fn environment_badge(&self, frame: &Frame) -> AnyView {
        match self.environment {
            Environment::Test => badge(Tone::Info, frame.t("credentials-test")),
            Environment::Live => badge(Tone::Good, frame.t("credentials-live")),
        }
    }
}
