//! A large file on its way: shows how far it is, where a plain form shows nothing. Stands around a page's content with
//! one form for a file; what the server answers takes the content's place, or is gone to.

use leptos::{ev, html::Div, prelude::*};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    FormData, HtmlElement, HtmlFormElement, HtmlInputElement, ProgressEvent, XmlHttpRequest,
    XmlHttpRequestResponseType,
};

/// What it says, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SendingWords {
    /// Before the megabytes that were sent.
    pub sent: String,
    /// All was sent; its lines are counted.
    pub counting: String,
    /// The connection broke.
    pub lost: String,
    /// The act that stops it.
    pub stop: String,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Idle,
    /// So many bytes of so many.
    Sent(u64, u64),
    Counting,
    Lost,
}

/// A handle that can be copied into every handler.
#[derive(Clone, Copy)]
struct Sender {
    root: NodeRef<Div>,
    state: RwSignal<State>,
    request: StoredValue<Option<XmlHttpRequest>, LocalStorage>,
}

/// Around content with one form for a file. Where anything of this fails the form is sent as it would be without.
#[island]
pub fn Sending(
    /// Its words.
    words: SendingWords,
    /// The content.
    children: Children,
) -> impl IntoView {
    let sender = Sender {
        root: NodeRef::new(),
        state: RwSignal::new(State::Idle),
        request: StoredValue::new_local(None),
    };
    let submitted = move |event: ev::SubmitEvent| {
        if sender.is_under_way() || sender.begin(&event).is_some() {
            event.prevent_default();
        }
    };
    let words = StoredValue::new(words);
    view! {
        <div class="sending" on:submit=submitted>
            <div class="sending-content" node_ref=sender.root>{children()}</div>
            {move || shown(sender, &words.get_value())}
        </div>
    }
}

fn shown(sender: Sender, words: &SendingWords) -> AnyView {
    let (said, bar) = match sender.state.get() {
        State::Idle => return ().into_any(),
        State::Sent(sent, all) => {
            (format!("{} {} / {}", words.sent, megabytes(sent), megabytes(all)), Some((sent, all)))
        }
        State::Counting => (words.counting.clone(), None),
        State::Lost => {
            return view! { <p class="sending-state" role="alert">{words.lost.clone()}</p> }.into_any();
        }
    };
    let value = bar.map(|(sent, _)| sent.to_string());
    let most = bar.map(|(_, all)| all.max(1).to_string());
    let stop = bar.is_some().then(|| {
        let word = words.stop.clone();
        view! {
            <button type="button" class="button secondary small" on:click=move |_| sender.stop()>
                <span class="label">{word}</span>
            </button>
        }
    });
    view! {
        <div class="sending-state progress" role="status">
            <p class="progress-words">{said.clone()}</p>
            <progress value=value max=most aria-label=said></progress>
            {stop}
        </div>
    }
    .into_any()
}

/// Tenths of a megabyte are as exact as anybody reads.
fn megabytes(bytes: u64) -> String {
    const TENTH: u64 = 1024 * 1024 / 10;
    let tenths = bytes / TENTH;
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

impl Sender {
    fn is_under_way(self) -> bool {
        matches!(self.state.get_untracked(), State::Sent(..) | State::Counting)
    }

    fn stop(self) {
        self.state.set(State::Idle);
        if let Some(request) = self.request.get_value() {
            // A request that has ended already can't be stopped, and needn't be.
            let _ = request.abort();
        }
    }

    /// Sends the form; nothing where it is to be sent plainly: it has no file, or this browser can't.
    fn begin(self, event: &ev::SubmitEvent) -> Option<()> {
        let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
        let field: HtmlInputElement = form.query_selector("input[type=file]").ok()??.dyn_into().ok()?;
        field.files().filter(|files| files.length() > 0)?;
        let data = FormData::new_with_form(&form).ok()?;
        let request = XmlHttpRequest::new().ok()?;
        request.open("POST", &form.action()).ok()?;
        request.set_response_type(XmlHttpRequestResponseType::Document);
        let state = self.state;
        let progress = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
            if event.length_computable() && matches!(state.get_untracked(), State::Sent(..)) {
                state.set(sent(event.loaded(), event.total()));
            }
        });
        request.upload().ok()?.set_onprogress(Some(progress.as_ref().unchecked_ref()));
        let ended = request.clone();
        let end = Closure::once_into_js(move || {
            // The progress handler lives as long as the request.
            drop(progress);
            self.ended(&ended);
        });
        request.set_onloadend(Some(end.unchecked_ref()));
        request.send_with_opt_form_data(Some(&data)).ok()?;
        self.request.set_value(Some(request));
        self.state.set(State::Sent(0, 0));
        Some(())
    }

    /// Goes where the form would have led, or shows in its place what the server says against it.
    fn ended(self, request: &XmlHttpRequest) {
        self.request.set_value(None);
        if self.state.get_untracked() == State::Idle {
            return;
        }
        if matches!(request.status(), Ok(200..=299)) {
            // A browser that won't go there still shows that all was sent.
            let _ = window().location().assign(&request.response_url());
            return;
        }
        self.state.set(if self.replace(request).is_some() { State::Idle } else { State::Lost });
    }

    fn replace(self, request: &XmlHttpRequest) -> Option<()> {
        let page = request.response_xml().ok().flatten()?;
        let fresh = page.query_selector(".sending-content").ok()??;
        let content = self.root.get_untracked()?;
        content.set_inner_html(&fresh.inner_html());
        let summary = content.query_selector(".error-summary").ok()??;
        summary.dyn_into::<HtmlElement>().ok()?.focus().ok()
    }
}

/// How far: when all is sent, the server counts it.
fn sent(loaded: f64, total: f64) -> State {
    if loaded >= total {
        return State::Counting;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bytes of a file")]
    State::Sent(loaded as u64, total as u64)
}

#[cfg(test)]
mod tests {
    use super::{State, megabytes, sent};

    #[test]
    fn what_was_sent_is_told_in_megabytes() {
        assert_eq!((megabytes(0), megabytes(63_963_136)), ("0.0 MB".to_owned(), "61.0 MB".to_owned()));
        assert_eq!((sent(10.0, 20.0), sent(20.0, 20.0)), (State::Sent(10, 20), State::Counting));
    }
}
