//! From a plain form to a live one: the islands with their words.

use super::format;
use crate::Frame;
use crate::islands::{Choices, UploadWords, Uploader};
use leptos::prelude::*;

/// Around two menus of which the second depends on the first, with the button between them that shows its choices.
pub fn choices(menus: impl IntoView + 'static) -> AnyView {
    view! { <Choices>{menus.into_any()}</Choices> }.into_any()
}

/// Around a form that asks by its address, with sliders beside the fields that stand in an element with `data-stops`;
/// its answer stands in the element that is called `answer`, what to begin from in `presets`, and what came of it is told
/// to the ear in `[data-answered]`.
pub fn sliders(form: impl IntoView + 'static) -> AnyView {
    view! { <div data-sliders="">{form.into_any()}</div> }.into_any()
}

/// Around a page's content with one form for a large file: shows how far it is on its way, below. The plain form must
/// work alone.
pub fn sending(frame: &Frame, content: impl IntoView + 'static) -> AnyView {
    view! {
        <div class="flow" data-sending="">
            <div class="flow" data-sending-content="">{content.into_any()}</div>
            <div class="progress" data-sending-shown="" hidden>
                <p class="progress-words cluster">
                    <span
                        role="status"
                        data-sending-words=""
                        data-sent=frame.t("sending-sent")
                        data-counting=frame.t("sending-counting")
                    ></span>
                    <span data-sending-bytes=""></span>
                </p>
                <progress aria-label=frame.t("sending-progress")></progress>
                <button type="button" class="button secondary small" data-sending-stop="">
                    <span class="label">{frame.t("sending-stop")}</span>
                </button>
            </div>
            <p class="error" role="alert" data-sending-lost="" hidden>{frame.t("sending-lost")}</p>
        </div>
    }
    .into_any()
}

/// Around the content of a page on which something is waited for that happens elsewhere: as long as `address` answers with
/// a page it is waited, and once it leads elsewhere the reader is led there. The page must have a way on without it.
pub fn following(address: impl Into<String>, content: impl IntoView + 'static) -> AnyView {
    let address: String = address.into();
    view! { <div class="flow" data-follow=address>{content.into_any()}</div> }.into_any()
}

/// Around the viewer of a file, whose links say by `aria-keyshortcuts` which keys lead along them. The keys count while
/// the viewer has the focus, and for whoever didn't switch them off.
pub fn viewer(frame: &Frame, content: impl IntoView + 'static) -> AnyView {
    view! { <div class="flow" data-viewer=frame.keys.then_some("")>{content.into_any()}</div> }.into_any()
}

/// Uploading with progress around a plain form that has one file field and `enctype="multipart/form-data"`.
/// `kinds` are the media types that are taken; the plain form must work alone.
pub fn uploader(frame: &Frame, max_bytes: u64, kinds: &[&str], form: impl IntoView + 'static) -> AnyView {
    let most = [("max", format::size(max_bytes))];
    let words = UploadWords {
        list: frame.t("upload-list"),
        waiting: frame.t("upload-waiting"),
        sending: frame.t("upload-sending"),
        checking: frame.t("upload-checking"),
        done: frame.t("upload-done"),
        too_large: frame.ta("upload-too-large", &most),
        empty: frame.t("upload-empty"),
        wrong_kind: frame.t("upload-wrong-kind"),
        heic: frame.t("documents-refused-heic"),
        one_only: frame.t("upload-one-only"),
        lost: frame.t("upload-lost"),
        cancelled: frame.t("upload-cancelled"),
        cancel: frame.t("upload-cancel"),
        retry: frame.t("upload-retry"),
        dismiss: frame.t("common-remove"),
    };
    let kinds = kinds.iter().map(|kind| (*kind).to_owned()).collect();
    view! { <Uploader words max_bytes kinds>{form.into_any()}</Uploader> }.into_any()
}
