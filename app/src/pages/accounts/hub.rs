//! A person's own page: where they belong, and what they can change of their account.

use crate::ui::{Button, Empty, Icon, SummaryList, card, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// What the page is made from.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Their address.
    pub email: String,
    /// Where they belong, by name.
    pub places: Vec<Place>,
}

/// One side of one tenant, or the platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The brand's name in the reader's language.
    pub name: String,
    /// Which side it is.
    pub side: Side,
    /// Its address.
    pub href: String,
}

/// What a person is at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// At a merchant.
    Merchant,
    /// At the desk.
    Desk,
    /// In the console.
    Console,
    /// On the platform.
    Operator,
}

impl Side {
    const fn key(self) -> &'static str {
        match self {
            Self::Merchant => "accounts-side-merchant",
            Self::Desk => "accounts-side-desk",
            Self::Console => "accounts-side-console",
            Self::Operator => "accounts-side-operator",
        }
    }
}

fn places(frame: &Frame, places: &[Place]) -> AnyView {
    if places.is_empty() {
        return Empty::new(Icon::Shop, frame.t("accounts-places-none"))
            .text(frame.t("accounts-places-none-text"))
            .view();
    }
    let rows: Vec<_> = places
        .iter()
        .map(|place| {
            view! {
                <li>
                    <a href=place.href.clone()>{place.name.clone()}</a>
                    " "
                    <span class="hint">{frame.t(place.side.key())}</span>
                </li>
            }
        })
        .collect();
    view! { <ul class="places">{rows}</ul> }.into_any()
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("accounts-hub-title");
    Page::new(title.clone(), || {
        let login = SummaryList::new(frame)
            .row(frame.t("accounts-email"), model.email.clone())
            .change("/account/email")
            .row(frame.t("accounts-password"), frame.t("accounts-hub-password-hidden"))
            .change("/account/password");
        layout::merchant(
            frame,
            view! {
                <h1>{title}</h1>
                {card(frame.t("accounts-places-title"), places(frame, &model.places))}
                {card(frame.t("accounts-hub-login"), login.view())}
                {card(
                    frame.t("factors-title"),
                    view! {
                        <p>{frame.t("factors-hub-text")}</p>
                        {Button::secondary(frame.t("factors-hub-link")).link("/account/factors")}
                    },
                )}
                {card(
                    frame.t("accounts-sessions-title"),
                    view! {
                        <p>{frame.t("accounts-hub-sessions-text")}</p>
                        {Button::secondary(frame.t("accounts-hub-sessions-link")).link("/account/sessions")}
                    },
                )}
                {Button::secondary(frame.t("accounts-sign-out-submit")).post("/account/sign-out")}
            },
        )
    })
}
