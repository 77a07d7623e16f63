//! After a form that sends a mail, if there is one to send: the same page for every address.

use crate::ui::layout;
use crate::{Frame, Page};
use leptos::prelude::*;

/// Which mail it would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mail {
    /// After registering.
    Registration,
    /// To confirm an address, once more.
    Confirmation,
    /// To set a new password.
    Reset,
    /// To a new address.
    Change,
}

impl Mail {
    /// Every mail.
    pub const ALL: [Self; 4] = [Self::Registration, Self::Confirmation, Self::Reset, Self::Change];

    const fn word(self) -> &'static str {
        match self {
            Self::Registration => "registration",
            Self::Confirmation => "confirmation",
            Self::Reset => "reset",
            Self::Change => "change",
        }
    }
}

/// The page.
pub fn page(frame: &Frame, mail: Mail) -> Page {
    let title = frame.t("accounts-sent-title");
    Page::new(title.clone(), || {
        let again = match mail {
            Mail::Registration | Mail::Confirmation => {
                Some(("/account/confirm", "accounts-confirm-again-link"))
            }
            Mail::Reset => Some(("/account/forgotten", "accounts-sent-reset-again")),
            Mail::Change => None,
        };
        let again = again.map(|(href, key)| view! { <p><a href=href>{frame.t(key)}</a></p> });
        layout::merchant(
            frame,
            view! {
                <h1>{title}</h1>
                <p>{frame.t(&format!("accounts-sent-{}", mail.word()))}</p>
                <p>{frame.t("accounts-sent-look")}</p>
                {again}
            },
        )
    })
}
