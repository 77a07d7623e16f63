//! A stored mix is deleted, once more asked.

use super::{Line, PATH, one};
use crate::{
    Frame, Page,
    ui::{Button, back_link_to, layout},
};
use leptos::prelude::*;

/// The page.
pub fn page(frame: &Frame, mix: &Line) -> Page {
    let title = frame.ta("mixes-delete-title", &[("name", mix.name.clone())]);
    let back = frame.at(&format!("{PATH}/{}", mix.id));
    Page::new(title.clone(), || {
        layout::console(
            frame,
            view! {
                {back_link_to(back.clone(), mix.name.clone())}
                <h1>{title}</h1>
                {one::summary(frame, mix)}
                <p class="measure">{frame.t("mixes-delete-text")}</p>
                <form method="post" class="form" action=format!("{back}/delete")>
                    <div class="cluster">
                        {Button::danger(frame.t("mixes-delete"))}
                        {Button::secondary(frame.t("common-cancel")).link(back.clone())}
                    </div>
                </form>
            },
        )
    })
}
