//! A link that isn't good, or no longer: used, replaced by a newer one, or too old.

use crate::ui::{Button, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// Which link it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// One that confirms an address.
    Confirmation,
    /// One that sets a new password.
    Reset,
    /// One that confirms a new address.
    Change,
}

/// The page.
pub fn page(frame: &Frame, gone: Gone) -> Page {
    let title = frame.t("accounts-link-gone-title");
    Page::new(title.clone(), || {
        let (text, label, href) = match gone {
            Gone::Confirmation => {
                ("accounts-link-gone-confirmation", "accounts-confirm-again-link", "/account/confirm")
            }
            Gone::Reset => ("accounts-link-gone-reset", "accounts-sent-reset-again", "/account/forgotten"),
            Gone::Change => ("accounts-link-gone-change", "accounts-change-email-title", "/account/email"),
        };
        layout::merchant(
            frame,
            view! {
                <h1>{title}</h1>
                <p>{frame.t(text)}</p>
                {Button::primary(frame.t(label)).link(href)}
                <p><a href="/account/sign-in">{frame.t("accounts-sign-in-submit")}</a></p>
            },
        )
    })
}
