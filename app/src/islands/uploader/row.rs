//! One file of the list: its name, how far it is, and what can be done about it.

use super::item::{Item, State};
use super::queue::Queue;
use leptos::prelude::*;

/// One row.
pub(super) fn row(item: Item, queue: Queue) -> impl IntoView {
    let (id, state, name) = (item.id, item.state, item.name.clone());
    let said = move || queue.words.with_value(|words| state.with(|state| state.words(words)));
    let bar_name = name.clone();
    let bar = move || match state.get() {
        State::Sending(percent) => {
            let name = bar_name.clone();
            Some(view! { <progress max="100" value=percent.to_string() aria-label=name></progress> })
        }
        _ => None,
    };
    let shown = name.clone();
    let acts = move || {
        let word =
            |pick: fn(&super::UploadWords) -> &String| queue.words.with_value(|words| pick(words).clone());
        let stopped = item.clone();
        let stop = Callback::new(move |()| {
            stopped.stop();
            queue.go();
        });
        let retry = Callback::new(move |()| {
            state.set(State::Waiting);
            queue.go();
        });
        let dismiss = Callback::new(move |()| queue.dismiss(id));
        let (stop_word, retry_word, dismiss_word) =
            (word(|words| &words.cancel), word(|words| &words.retry), word(|words| &words.dismiss));
        match state.get() {
            State::Looking | State::Waiting | State::Sending(_) => button(stop_word, &name, stop).into_any(),
            State::Lost(_) | State::Cancelled => {
                (button(retry_word, &name, retry), button(dismiss_word, &name, dismiss)).into_any()
            }
            State::Refused(_) => button(dismiss_word, &name, dismiss).into_any(),
            State::Checking | State::Done => ().into_any(),
        }
    };
    view! {
        <li class=move || state.with(State::class)>
            <span class="upload-name">{shown}</span>
            <span class="upload-state" role="status">{said}</span>
            {bar}
            <span class="upload-acts">{acts}</span>
        </li>
    }
}

/// A button that says which file it is about to those who listen.
fn button(label: String, name: &str, act: Callback<()>) -> impl IntoView + use<> {
    view! {
        <button type="button" class="button secondary small" on:click=move |_| act.run(())>
            <span class="label">{label}</span>
            <span class="visually-hidden">{format!(" {name}")}</span>
        </button>
    }
}
