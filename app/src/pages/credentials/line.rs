//! A credential in a list.

use super::mode;
use crate::Frame;
use crate::pages::applications::words::dashed;
use crate::ui::{Tone, badge, format, name};
use domain::credentials::{Environment, life::LifeKind, token};
use leptos::prelude::*;
use time::OffsetDateTime;

/// A credential; never its secret.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// The merchant's name; empty where none was declared.
    pub merchant: String,
    /// The merchant's number; empty before approval.
    pub number: String,
    /// Where it speaks.
    pub environment: Environment,
    /// What it is called.
    pub label: String,
    /// The secret's last four characters, once drawn.
    pub tail: Option<String>,
    /// Where it stands.
    pub state: LifeKind,
    /// When it stops speaking or stopped: the end of its term or of its overlap.
    pub until: Option<OffsetDateTime>,
    /// Who made it.
    pub created_by: String,
    /// When it was made.
    pub created_at: OffsetDateTime,
    /// When it was last used, to the minute.
    pub last_used: Option<OffsetDateTime>,
    /// Networks it may be used from.
    pub networks: Vec<String>,
    /// Why it was revoked, where that was said.
    pub reason: Option<String>,
}

impl Line {
    /// Whether it is over.
    pub(super) const fn is_over(&self) -> bool {
        matches!(self.state, LifeKind::Revoked | LifeKind::Expired)
    }

    /// What its secret begins and ends with.
    pub(super) fn shown(&self) -> AnyView {
        self.tail.as_ref().map_or_else(
            || "–".into_any(),
            |tail| view! { <code>{token::shown(self.environment, tail)}</code> }.into_any(),
        )
    }

    /// Where it stands, and until when.
    pub(super) fn standing(&self, frame: &Frame) -> AnyView {
        let tone = match self.state {
            LifeKind::Undrawn => Tone::NeedsYou,
            LifeKind::Active => Tone::Good,
            LifeKind::Rotating => Tone::Waiting,
            LifeKind::Revoked | LifeKind::Expired => Tone::Neutral,
        };
        let word = frame.t(&format!("credentials-state-{}", self.state.word()));
        let until = self.until.filter(|_| !self.is_over()).map(|at| {
            let when = [("when", format::instant(frame, at))];
            view! { <span class="hint">{frame.ta("credentials-until", &when)}</span> }
        });
        let reason = self.reason.as_ref().filter(|_| self.state == LifeKind::Revoked).map(|reason| {
            let key = format!("credentials-reason-{}", dashed(reason));
            view! { <span class="hint">{frame.t(&key)}</span> }
        });
        view! { <div class="stack-tight">{badge(tone, word)}{until}{reason}</div> }.into_any()
    }

    /// Its environment, in word, colour and icon.
    pub(super) fn environment(&self, frame: &Frame) -> AnyView {
        mode::word(frame, self.environment)
    }

    /// When it was last used.
    pub(super) fn used(&self, frame: &Frame) -> AnyView {
        self.last_used
            .map_or_else(|| frame.t("credentials-never-used").into_any(), |at| format::time(frame, at))
    }

    /// Where it may be used from.
    pub(super) fn fence(&self, frame: &Frame) -> AnyView {
        if self.networks.is_empty() {
            return frame.t("credentials-everywhere").into_any();
        }
        let all: Vec<_> =
            self.networks.iter().map(|network| view! { <code>{network.clone()}</code> }).collect();
        view! { <div class="stack-tight">{all}</div> }.into_any()
    }

    /// Its merchant, by name and number, as far as it has them.
    pub(super) fn whose(&self, frame: &Frame) -> AnyView {
        let number = (!self.number.is_empty()).then(|| view! { " "<code>{self.number.clone()}</code> });
        view! { {name(frame, &self.merchant)}{number} }.into_any()
    }
}
