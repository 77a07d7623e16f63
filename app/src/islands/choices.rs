//! Two menus of which the second depends on the first: what can be chosen comes without leaving the page. Without
//! JavaScript the button between them does it.

use leptos::{ev, html::Div, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlFormElement, HtmlSelectElement, XmlHttpRequest, XmlHttpRequestResponseType};

/// Stands around two menus and the button between them; the form they are part of answers for that button with the
/// page as it would be.
#[island]
pub fn Choices(
    /// The menus and the button.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let changed = move |event: ev::Event| {
        ask(root, &event);
    };
    view! { <div class="choices" node_ref=root on:change=changed>{children()}</div> }
}

/// Asks for the second menu as it is for what was chosen in the first. Where that fails the button stays a way.
fn ask(root: NodeRef<Div>, event: &ev::Event) -> Option<()> {
    let first: HtmlSelectElement = event.target()?.dyn_into().ok()?;
    let root = root.get_untracked()?;
    let menus = root.query_selector_all("select").ok()?;
    let second: Element = menus.item(1)?.dyn_into().ok()?;
    if second.is_same_node(Some(&first)) {
        return None;
    }
    let button = root.query_selector("button").ok()??;
    let form: HtmlFormElement = root.closest("form").ok()??.dyn_into().ok()?;
    let chosen = first.value();
    // Codes and names of our own: nothing in them needs to be escaped.
    let act = (button.get_attribute("name")?, button.get_attribute("value")?);
    let body = format!("{}={chosen}&{}={}", first.name(), act.0, act.1);
    let request = XmlHttpRequest::new().ok()?;
    request.open("POST", &form.action()).ok()?;
    request.set_request_header("content-type", "application/x-www-form-urlencoded").ok()?;
    request.set_response_type(XmlHttpRequestResponseType::Document);
    let ended = request.clone();
    let end = Closure::once_into_js(move || {
        let page = ended.response_xml().ok().flatten();
        // Of two answers the one for what stands there now counts.
        let fresh =
            page.filter(|_| first.value() == chosen).and_then(|page| page.get_element_by_id(&second.id()));
        if let Some(fresh) = fresh {
            second.set_inner_html(&fresh.inner_html());
        }
    });
    request.set_onloadend(Some(end.unchecked_ref()));
    request.send_with_opt_str(Some(&body)).ok()
}
