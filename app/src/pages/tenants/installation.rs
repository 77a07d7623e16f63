//! What this installation is, for whoever comes without a tenant's address. It names nobody.

use crate::ui::{Button, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// The page.
pub fn page(frame: &Frame) -> Page {
    let title = frame.t("installation-title");
    Page::new(title.clone(), || {
        let way = if frame.reader.is_some() {
            Button::primary(frame.t("layout-account-own")).link("/account")
        } else {
            Button::primary(frame.t("layout-sign-in")).link("/account/sign-in")
        };
        layout::front(
            frame,
            view! {
                <h1>{title}</h1>
                <p class="lead">{frame.t("installation-sentence")}</p>
                <p>{frame.t("installation-address")}</p>
                {way}
            },
        )
    })
}
