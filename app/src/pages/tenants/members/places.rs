//! The merchants that a person belongs to, where there are several.

use super::{super::roles, Merchant};
use crate::{
    Frame, Page,
    ui::{layout, name},
};
use domain::permissions::Role;
use leptos::prelude::*;

/// The page.
pub fn page(frame: &Frame, places: &[(Merchant, Vec<Role>)]) -> Page {
    let title = frame.t("members-title");
    Page::new(title.clone(), || {
        let lines: Vec<_> = places
            .iter()
            .map(|(merchant, held)| {
                let number = merchant.number.clone().map(|number| view! { " "<code>{number}</code> });
                view! {
                    <li class="entry">
                        <div class="entry-words">
                            <p><a href=merchant.at(frame, "")>{name(frame, &merchant.name)}</a>{number}</p>
                            <p class="hint">{frame.ta("members-you-are", &[("roles", roles::names(frame, held))])}</p>
                        </div>
                    </li>
                }
            })
            .collect();
        layout::merchant(
            frame,
            view! {
                <h1>{title}</h1>
                <p>{frame.t("members-places-text")}</p>
                <ul class="entries">{lines}</ul>
            },
        )
    })
}
