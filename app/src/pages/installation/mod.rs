//! What this installation is: the page at `/`. It names no tenant: each brand's merchants know its address.

use crate::{
    Frame, Page,
    ui::{Button, card::card, layout},
};
use leptos::prelude::*;

/// The page; `embedded` shows the way to the mailbox.
pub fn page(frame: &Frame, embedded: bool) -> Page {
    let title = frame.t("installation-title");
    Page::new(title.clone(), || {
        let way_in = if frame.reader.is_some() {
            Button::primary(frame.t("installation-account")).link("/account")
        } else {
            Button::primary(frame.t("installation-sign-in")).link("/account/sign-in")
        };
        let mailbox =
            embedded.then(|| Button::secondary(frame.t("installation-mailbox")).link("/mailbox").view());
        layout::front(
            frame,
            view! {
                <h1>{title.clone()}</h1>
                <p class="lead">{frame.t("installation-lead")}</p>
                <p class="cluster">{way_in}{mailbox}</p>
                <div class="grid">
                    {card(frame.t("installation-merchants"), view! { <p>{frame.t("installation-merchants-text")}</p> })}
                    {card(frame.t("installation-staff"), view! { <p>{frame.t("installation-staff-text")}</p> })}
                </div>
            },
        )
    })
}
