//! The files in their order, sent one after another to the plain form's own address.

use super::UploadWords;
use super::item::{Item, State};
use domain::documents::media::{HEIC_HEAD, is_heic};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    Blob, Document, File, FileList, FileReader, FormData, HtmlFormElement, HtmlInputElement, ProgressEvent,
    XmlHttpRequest, XmlHttpRequestResponseType,
};

/// What the uploader knows; a handle that can be copied into every handler.
#[derive(Clone, Copy)]
pub(super) struct Queue {
    pub(super) items: RwSignal<Vec<Item>>,
    pub(super) words: StoredValue<UploadWords>,
    pub(super) root: NodeRef<Div>,
    limits: StoredValue<(u64, Vec<String>)>,
    next_id: StoredValue<u32>,
    /// Where the form led after the last file that arrived.
    landed: StoredValue<Option<String>>,
}

impl Queue {
    pub(super) fn new(words: UploadWords, max_bytes: u64, kinds: Vec<String>) -> Self {
        Self {
            items: RwSignal::new(Vec::new()),
            words: StoredValue::new(words),
            root: NodeRef::new(),
            limits: StoredValue::new((max_bytes, kinds)),
            next_id: StoredValue::new(0),
            landed: StoredValue::new(None),
        }
    }

    /// Puts chosen files in line; those that would be refused anyway are not even sent.
    pub(super) fn take(self, files: Option<FileList>) {
        let Some(files) = files else { return };
        let one_only = !self.takes_several();
        for (at, file) in (0..files.length()).filter_map(|index| files.get(index)).enumerate() {
            let many = (one_only && at > 0).then(|| self.words.with_value(|words| words.one_only.clone()));
            let refused = many.or_else(|| self.refusal(&file));
            self.next_id.update_value(|id| *id += 1);
            let item = Item::new(self.next_id.get_value(), file.clone(), refused);
            self.items.update(|items| items.push(item.clone()));
            if item.state.get_untracked() == State::Looking {
                self.look(&item, &file);
            }
        }
        self.go();
    }

    /// Whether the form's field takes more than one file.
    fn takes_several(self) -> bool {
        self.field().is_some_and(|input| input.multiple())
    }

    /// Looks at a file's first bytes: an HEIC picture isn't even sent. A file that can't be read here is left to the
    /// server.
    fn look(self, item: &Item, file: &File) {
        let looked = item.clone();
        let Some((reader, head)) = FileReader::new().ok().zip(head(file)) else {
            item.state.set(State::Waiting);
            return;
        };
        let read = reader.clone();
        let end = Closure::once_into_js(move || {
            if looked.state.get_untracked() != State::Looking {
                return;
            }
            let bytes = read.result().ok().and_then(|bytes| bytes.as_string()).unwrap_or_default();
            let bytes: Vec<u8> = bytes.chars().filter_map(|c| u8::try_from(u32::from(c)).ok()).collect();
            looked.state.set(if is_heic(&bytes) {
                State::Refused(self.words.with_value(|words| words.heic.clone()))
            } else {
                State::Waiting
            });
            self.go();
        });
        reader.set_onloadend(Some(end.unchecked_ref()));
        if reader.read_as_binary_string(&head).is_err() {
            item.state.set(State::Waiting);
        }
    }

    /// Why a file is not even sent. Sizes of files are whole numbers below 2^53.
    fn refusal(self, file: &File) -> Option<String> {
        let size = file.size();
        self.limits.with_value(|(most, kinds)| {
            self.words.with_value(|words| {
                #[expect(clippy::cast_precision_loss, reason = "limits are megabytes")]
                if size > *most as f64 {
                    Some(words.too_large.clone())
                } else if size < 1.0 {
                    Some(words.empty.clone())
                } else if matches!(file.type_().as_str(), "image/heic" | "image/heif") {
                    Some(words.heic.clone())
                } else if is_of_another_kind(kinds, &file.type_()) {
                    Some(words.wrong_kind.clone())
                } else {
                    None
                }
            })
        })
    }

    /// Takes a file off the list, and goes on.
    pub(super) fn dismiss(self, id: u32) {
        self.items.update(|items| items.retain(|item| item.id != id));
        self.go();
    }

    /// Sends the next file, unless one is under way; when none is left and all arrived, opens where the form led.
    pub(super) fn go(self) {
        let items = self.items.get_untracked();
        let states: Vec<State> = items.iter().map(|item| item.state.get_untracked()).collect();
        if states.iter().any(State::is_under_way) {
            return;
        }
        if let Some(next) = items.into_iter().find(|item| item.state.get_untracked() == State::Waiting) {
            self.send(&next);
        } else if states.iter().all(|state| *state == State::Done)
            && let Some(address) = self.landed.get_value()
        {
            // A browser that won't go there shows the list, which is right as well.
            let _ = window().location().assign(&address);
        }
    }

    fn form(self) -> Option<HtmlFormElement> {
        let form = self.root.get_untracked()?.query_selector("form").ok()??;
        form.dyn_into().ok()
    }

    fn field(self) -> Option<HtmlInputElement> {
        self.form()?.query_selector("input[type=file]").ok()??.dyn_into().ok()
    }

    /// Sends one file as the form would: its hidden fields, and this file alone in its file field.
    fn send(self, item: &Item) {
        item.state.set(State::Sending(0));
        if self.start(item).is_none() {
            item.state.set(self.lost());
        }
    }

    fn lost(self) -> State {
        State::Lost(self.words.with_value(|words| words.lost.clone()))
    }

    fn start(self, item: &Item) -> Option<()> {
        let form = self.form()?;
        let input = self.field()?;
        let data = FormData::new_with_form(&form).ok()?;
        data.delete(&input.name());
        item.file
            .with_value(|file| data.append_with_blob_and_filename(&input.name(), file, &file.name()).ok())?;

        let request = XmlHttpRequest::new().ok()?;
        request.open("POST", &form.action()).ok()?;
        request.set_response_type(XmlHttpRequestResponseType::Document);
        let state = item.state;
        let progress = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
            if state.get_untracked().is_under_way() && event.length_computable() {
                state.set(sent(event.loaded(), event.total()));
            }
        });
        request.upload().ok()?.set_onprogress(Some(progress.as_ref().unchecked_ref()));
        let ended = request.clone();
        let item_ended = item.clone();
        let end = Closure::once_into_js(move || {
            // The progress handler lives as long as the request.
            drop(progress);
            self.ended(&item_ended, &ended);
        });
        request.set_onloadend(Some(end.unchecked_ref()));
        item.request.set_value(Some(request.clone()));
        request.send_with_opt_form_data(Some(&data)).ok()
    }

    /// What came of it: the answer's status, and for a refusal the words of the page that came back.
    fn ended(self, item: &Item, request: &XmlHttpRequest) {
        item.request.set_value(None);
        if item.state.get_untracked() == State::Cancelled {
            return;
        }
        let status = request.status().unwrap_or_default();
        let said = request.response_xml().ok().flatten().and_then(|page| said(&page));
        item.state.set(match (status, said) {
            (200..=299, _) => {
                self.landed.set_value(Some(request.response_url()));
                State::Done
            }
            (413 | 415 | 422, Some(said)) => State::Refused(said),
            (_, Some(said)) => State::Lost(said),
            (_, None) => self.lost(),
        });
        self.go();
    }
}

/// A file's first bytes.
fn head(file: &File) -> Option<Blob> {
    file.slice_with_i32_and_i32(0, i32::try_from(HEIC_HEAD).ok()?).ok()
}

/// Whether a file is of a kind that isn't taken. Where the browser can't tell, the server looks into it.
fn is_of_another_kind(kinds: &[String], kind: &str) -> bool {
    !kind.is_empty() && !kinds.is_empty() && !kinds.iter().any(|taken| taken == kind)
}

/// How far: when all is sent, the server looks at it.
fn sent(loaded: f64, total: f64) -> State {
    if loaded >= total {
        return State::Checking;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
    State::Sending((loaded * 100.0 / total) as u32)
}

/// What a page that came back says is wrong: at the field, in the summary, or as its heading.
fn said(page: &Document) -> Option<String> {
    [".error-text", ".error-summary li", ".error-summary p", "h1"].into_iter().find_map(|place| {
        let text = page.query_selector(place).ok()??.text_content()?;
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::is_of_another_kind;

    #[test]
    fn a_kind_that_the_browser_cannot_tell_is_left_to_the_server() {
        let taken = ["image/jpeg".to_owned(), "application/pdf".to_owned()];
        assert!(is_of_another_kind(&taken, "image/heic"));
        assert!(!is_of_another_kind(&taken, "application/pdf"));
        assert!(!is_of_another_kind(&taken, ""));
        assert!(!is_of_another_kind(&[], "image/heic"));
    }
}
