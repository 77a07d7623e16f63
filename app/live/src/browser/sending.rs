//! A large file on its way: shows how far it is, where a plain form shows nothing. Stands around a page's content with
//! one form for a file; what the server answers takes the content's place, or is gone to. Where anything of this fails
//! the form is sent as it would be without.

use super::on;
use crate::amounts::megabytes;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    Element, Event, FormData, HtmlElement, HtmlFormElement, HtmlInputElement, ProgressEvent, XmlHttpRequest,
    XmlHttpRequestResponseType, window,
};

/// What is shown while a file is on its way: stands in the page, hidden.
const SHOWN: &str = "[data-sending-shown]";
/// What is said as the connection broke: stands in the page, hidden.
const LOST: &str = "[data-sending-lost]";
/// What the server's answer takes the place of.
const CONTENT: &str = "[data-sending-content]";

/// A handle for every handler: the place, and the request that is under way.
#[derive(Clone)]
struct Sender {
    root: Element,
    request: Rc<RefCell<Option<XmlHttpRequest>>>,
}

pub(super) fn wake(root: Element) {
    let sender = Sender { root, request: Rc::default() };
    let submitting = sender.clone();
    on(&sender.root, "submit", move |event| {
        if submitting.is_under_way() || submitting.begin(event).is_some() {
            event.prevent_default();
        }
    });
    if let Some(stop) = sender.part("[data-sending-stop]") {
        on(&stop, "click", move |_| sender.stop());
    }
}

impl Sender {
    fn is_under_way(&self) -> bool {
        self.request.borrow().is_some()
    }

    fn part(&self, css: &str) -> Option<Element> {
        self.root.query_selector(css).ok().flatten()
    }

    fn hide(&self, css: &str, hidden: bool) {
        if let Some(part) = self.part(css) {
            // The attribute's name is a fixed word, which no browser refuses.
            let _ = part.toggle_attribute_with_force("hidden", hidden);
        }
    }

    fn stop(&self) {
        self.hide(SHOWN, true);
        if let Some(request) = self.request.take() {
            // A request that has ended already can't be stopped, and needn't be.
            let _ = request.abort();
        }
    }

    /// Sends the form; nothing where it is to be sent plainly: it has no file, or this browser can't.
    fn begin(&self, event: &Event) -> Option<()> {
        let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
        let field: HtmlInputElement = form.query_selector("input[type=file]").ok()??.dyn_into().ok()?;
        field.files().filter(|files| files.length() > 0)?;
        let data = FormData::new_with_form(&form).ok()?;
        let request = XmlHttpRequest::new().ok()?;
        request.open("POST", &form.action()).ok()?;
        request.set_response_type(XmlHttpRequestResponseType::Document);
        self.follow(&request)?;
        request.send_with_opt_form_data(Some(&data)).ok()?;
        self.request.replace(Some(request));
        self.hide(LOST, true);
        self.hide(SHOWN, false);
        self.say("data-sent", None)
    }

    /// Hears how far a request is, and its end.
    fn follow(&self, request: &XmlHttpRequest) -> Option<()> {
        let moving = self.clone();
        let progress = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
            if event.length_computable() {
                moving.show(whole(event.loaded()), whole(event.total()));
            }
        });
        request.upload().ok()?.set_onprogress(Some(progress.as_ref().unchecked_ref()));
        let (ended, sender) = (request.clone(), self.clone());
        let end = Closure::once_into_js(move || {
            // Whoever hears of its progress lives as long as the request.
            drop(progress);
            // Nothing is under way any more where somebody stopped it.
            if sender.request.take().is_some() {
                sender.ended(&ended);
            }
        });
        request.set_onloadend(Some(end.unchecked_ref()));
        Some(())
    }

    /// So many bytes of so many; when all are sent, the server counts what came.
    fn show(&self, loaded: u64, total: u64) -> Option<()> {
        let is_sent = loaded >= total;
        let told = (!is_sent).then(|| format!("{} / {}", megabytes(loaded), megabytes(total)));
        self.say(if is_sent { "data-counting" } else { "data-sent" }, told.as_deref())?;
        let bar = self.part("progress")?;
        if is_sent {
            return bar.remove_attribute("value").ok();
        }
        bar.set_attribute("max", &total.to_string()).ok()?;
        bar.set_attribute("value", &loaded.to_string()).ok()
    }

    /// Says what goes on, by the attribute that has the words, and how much of it is done.
    fn say(&self, attribute: &str, told: Option<&str>) -> Option<()> {
        let words = self.part("[data-sending-words]")?;
        let said = words.get_attribute(attribute)?;
        if words.text_content().as_deref() != Some(&said) {
            // Told to the ear once, not with every packet.
            words.set_text_content(Some(&said));
        }
        self.part("[data-sending-bytes]")?.set_text_content(told);
        Some(())
    }

    /// Goes where the form would have led, or shows in its place what the server says against it.
    fn ended(&self, request: &XmlHttpRequest) {
        if matches!(request.status(), Ok(200..=299)) {
            // A browser that won't go there still shows that all was sent.
            let _ = window().map(|window| window.location().assign(&request.response_url()));
            return;
        }
        self.hide(SHOWN, true);
        if self.replace(request).is_none() {
            self.hide(LOST, false);
        }
    }

    fn replace(&self, request: &XmlHttpRequest) -> Option<()> {
        let page = request.response_xml().ok().flatten()?;
        let fresh = page.query_selector(CONTENT).ok()??;
        self.part(CONTENT)?.set_inner_html(&fresh.inner_html());
        self.part(".error-summary")?.dyn_into::<HtmlElement>().ok()?.focus().ok()
    }
}

/// Bytes of a file: JavaScript has no other number for them, and writing those here would weigh 10 kB.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bytes of a file")]
fn whole(bytes: f64) -> u64 {
    bytes as u64
}
