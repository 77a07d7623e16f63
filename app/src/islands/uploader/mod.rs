//! Uploading with progress: stands around a plain file form and sends each chosen file on its own, to the same
//! address, as the form itself would. Without JavaScript the form is all there is, and enough.

mod item;
mod queue;
mod row;

use item::Item;
use leptos::{ev, prelude::*};
use queue::Queue;
use row::row;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// What the uploader says, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploadWords {
    /// The name of the list of files.
    pub list: String,
    /// The file waits for the one before it.
    pub waiting: String,
    /// The file is on its way.
    pub sending: String,
    /// All of it was sent; it is being looked at.
    pub checking: String,
    /// It arrived.
    pub done: String,
    /// Too large, with the limit.
    pub too_large: String,
    /// Nothing in it.
    pub empty: String,
    /// Not of a kind that is taken.
    pub wrong_kind: String,
    /// An HEIC photograph: how to send it as JPEG.
    pub heic: String,
    /// More than the one file that is taken here.
    pub one_only: String,
    /// The connection broke.
    pub lost: String,
    /// The reader stopped it.
    pub cancelled: String,
    /// The act that stops it.
    pub cancel: String,
    /// The act that sends it again.
    pub retry: String,
    /// The act that takes a refused file off the list.
    pub dismiss: String,
}

/// Uploading with progress, around a plain form with one file field.
///
/// Files are sent one after another. When all arrived, the page that the form would have led to is opened; while
/// one is refused or lost the list stays, with the reason and the ways on.
#[island]
pub fn Uploader(
    /// Its words.
    words: UploadWords,
    /// The most bytes of one file.
    max_bytes: u64,
    /// The media types that are taken; none means any.
    kinds: Vec<String>,
    /// The plain form.
    children: Children,
) -> impl IntoView {
    let list = words.list.clone();
    let queue = Queue::new(words, max_bytes, kinds);
    let dragging = RwSignal::new(false);

    let changed = move |event: ev::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        if input.type_() == "file" {
            queue.take(input.files());
            // The same file may be chosen again after a mistake.
            input.set_value("");
        }
    };
    let over = move |event: ev::DragEvent| {
        event.prevent_default();
        dragging.set(true);
    };
    let dropped = move |event: ev::DragEvent| {
        event.prevent_default();
        dragging.set(false);
        queue.take(event.data_transfer().and_then(|data| data.files()));
    };

    view! {
        <div
            class="uploader"
            class:dragging=move || dragging.get()
            node_ref=queue.root
            on:change=changed
            on:dragover=over
            on:dragleave=move |_| dragging.set(false)
            on:drop=dropped
        >
            {children()}
            <ul class="uploads" aria-label=list>
                <For each=move || queue.items.get() key=|item: &Item| item.id let:item>
                    {row(item, queue)}
                </For>
            </ul>
        </div>
    }
}
