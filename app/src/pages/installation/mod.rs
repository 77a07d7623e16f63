//! What this installation is: the page at `/`. It names no tenant, for each brand's merchants
//! know its address; but of an embedded run, which is for trying out.

use crate::{
    Frame, Page,
    ui::{Button, card::card, layout},
};
use leptos::prelude::*;

/// What the page at the root shows beside itself.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Of an embedded run alone: each brand's name and the address of its front page.
    pub embedded: Option<Vec<(String, String)>>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("installation-title");
    Page::new(title.clone(), || {
        let way_in = if frame.reader.is_some() {
            Button::primary(frame.t("installation-account")).link("/account")
        } else {
            Button::primary(frame.t("installation-sign-in")).link("/account/sign-in")
        };
        layout::front(
            frame,
            view! {
                <div class="opening flow">
                    <h1>{title.clone()}</h1>
                    <p class="lead">{frame.t("installation-lead")}</p>
                    <p class="cluster">{way_in}</p>
                </div>
                <div class="grid">
                    {card(frame.t("installation-merchants"), view! { <p>{frame.t("installation-merchants-text")}</p> })}
                    {card(frame.t("installation-staff"), view! { <p>{frame.t("installation-staff-text")}</p> })}
                    {model.embedded.as_ref().map(|brands| embedded(frame, brands))}
                </div>
            },
        )
    })
}

/// What somebody who tries Gangway out is looking for.
fn embedded(frame: &Frame, brands: &[(String, String)]) -> AnyView {
    let links: Vec<_> = brands
        .iter()
        .map(|(name, href)| view! { <li><a href=href.clone()>{name.clone()}</a></li> })
        .collect();
    let list = (!links.is_empty()).then(|| view! { <ul>{links}</ul> });
    card(
        frame.t("installation-embedded"),
        view! {
            <p>{frame.t("installation-embedded-text")}</p>
            {list}
            <div class="cluster">
                {Button::secondary(frame.t("installation-mailbox")).link("/mailbox")}
                {Button::secondary(frame.t("installation-bank")).link("/bank")}
            </div>
        },
    )
    .into_any()
}
