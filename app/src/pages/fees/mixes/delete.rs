//! A stored mix is deleted, once more asked.

use super::{Home, Line, one};
use crate::{
    Frame, Page,
    ui::{Button, back_link_to},
};
use leptos::prelude::*;

/// The page.
pub fn page(frame: &Frame, home: &Home, mix: &Line) -> Page {
    let title = frame.ta("mixes-delete-title", &[("name", mix.name.clone())]);
    let back = home.one(frame, &mix.id);
    Page::new(title.clone(), || {
        home.around(
            frame,
            view! {
                {back_link_to(back.clone(), mix.name.clone())}
                <h1>{title}</h1>
                {one::summary(frame, mix)}
                <p class="measure">{frame.t("mixes-delete-text")}</p>
                <form method="post" class="form" action=home.delete(frame, &mix.id)>
                    <div class="cluster">
                        {Button::danger(frame.t("mixes-delete"))}
                        {Button::secondary(frame.t("common-cancel")).link(back.clone())}
                    </div>
                </form>
            }
            .into_any(),
        )
    })
}
