//! Sliders beside the amounts of a form that asks by its address: where one is let go, the answer comes without leaving
//! the page, and the address holds the question. Without JavaScript the form's button does it.

use super::{on, range};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    Document, Element, HtmlFormElement, HtmlInputElement, HtmlSelectElement, XmlHttpRequest,
    XmlHttpRequestResponseType, window,
};

/// What an answer takes the place of: what came of the question, and the kinds of business to begin from, of which none
/// is on once a slider has moved.
const PARTS: [&str; 2] = ["answer", "presets"];
/// Where the ear is told what came of it.
const TOLD: &str = "[data-answered]";

/// The address that was asked for last.
type Asked = Rc<RefCell<String>>;

pub(super) fn wake(root: Element) {
    range::raise(&root);
    on(&root, "input", |event| {
        range::follow(event);
    });
    let asked = Asked::default();
    on(&root.clone(), "change", move |event| {
        if range::is_slider(event) {
            ask(&root, &asked);
        }
    });
}

/// Asks for the page as it is for what the form says, and takes its answer. Where that fails the button stays a way.
fn ask(root: &Element, asked: &Asked) -> Option<()> {
    let form: HtmlFormElement = root.query_selector("form").ok()??.dyn_into().ok()?;
    if range::is_any_empty(root) {
        // Half a question: the page would say what is missing, which is not yet wrong.
        return None;
    }
    let address = format!("{}?{}", form.get_attribute("action")?, question(&form));
    asked.borrow_mut().clone_from(&address);
    let request = XmlHttpRequest::new().ok()?;
    request.open("GET", &address).ok()?;
    request.set_response_type(XmlHttpRequestResponseType::Document);
    let (ended, asked) = (request.clone(), asked.clone());
    let end = Closure::once_into_js(move || {
        let good = ended.status().is_ok_and(|status| status == 200);
        // Of two answers the one for what was asked last counts.
        if good && *asked.borrow() == address {
            ended.response_xml().ok().flatten().and_then(|page| take(&page, &address));
        }
    });
    request.set_onloadend(Some(end.unchecked_ref()));
    request.send().ok()
}

/// Shows the answer of another page in this one, and that page's address.
fn take(page: &Document, address: &str) -> Option<()> {
    let window = window()?;
    let here = window.document()?;
    for part in PARTS {
        here.get_element_by_id(part)?.set_inner_html(&page.get_element_by_id(part)?.inner_html());
    }
    let heading = page.query_selector("#answer h2").ok().flatten().and_then(|heading| heading.text_content());
    if let Some(told) = here.query_selector(TOLD).ok().flatten() {
        told.set_text_content(heading.as_deref());
    }
    window.history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(address)).ok()
}

/// The form's fields as they stand in an address.
fn question(form: &HtmlFormElement) -> String {
    let Ok(fields) = form.query_selector_all("[name]") else { return String::new() };
    let fields = (0..fields.length()).filter_map(|index| fields.item(index)?.dyn_into::<Element>().ok());
    let pairs = fields.filter_map(|field| {
        let value = match field.dyn_ref::<HtmlInputElement>() {
            Some(input) if input.type_() == "checkbox" && !input.checked() => return None,
            Some(input) => input.value(),
            None => field.dyn_ref::<HtmlSelectElement>()?.value(),
        };
        Some(format!("{}={}", field.get_attribute("name")?, encoded(&value)))
    });
    pairs.collect::<Vec<_>>().join("&")
}

fn encoded(value: &str) -> String {
    value
        .bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_was_typed_is_written_as_addresses_have_it() {
        assert_eq!(super::encoded("web_1.5-x"), "web_1.5-x");
        assert_eq!(super::encoded("a b&c=1\u{ffe5}"), "a%20b%26c%3D1%EF%BF%A5");
    }
}
