//! The steps of a short way, and where the reader is on it.

use super::icon::{Icon, icon};
use crate::Frame;
use leptos::prelude::*;

/// Steps in their order; `current` counts from 0, and is their number when all are done.
pub fn steps(frame: &Frame, names: Vec<String>, current: usize) -> AnyView {
    let (done, here) = (frame.t("steps-done"), frame.t("steps-here"));
    let steps: Vec<_> = names
        .into_iter()
        .enumerate()
        .map(|(index, name)| {
            let (class, word) = match index.cmp(&current) {
                std::cmp::Ordering::Less => ("step done", Some(done.clone())),
                std::cmp::Ordering::Equal => ("step here", Some(here.clone())),
                std::cmp::Ordering::Greater => ("step", None),
            };
            let sign = if index < current {
                icon(Icon::Check)
            } else {
                view! { <span>{(index + 1).to_string()}</span> }.into_any()
            };
            let word = word.map(|word| view! { <span class="visually-hidden">{format!(" {word}")}</span> });
            view! {
                <li class=class aria-current=(index == current).then_some("step")>
                    <span class="step-sign" aria-hidden="true">{sign}</span>
                    <span class="step-name">{name}{word}</span>
                </li>
            }
        })
        .collect();
    view! { <ol class="steps" aria-label=frame.t("steps-label")>{steps}</ol> }.into_any()
}
