//! The live parts of pages about fees. Without JavaScript each form's button does what they do.

mod estimate;
mod range;
mod sending;
mod sliders;

use wasm_bindgen::{JsCast, closure::Closure, prelude::wasm_bindgen};
use web_sys::{Element, Event, window};

/// Wakes every live part of the page; `boot.js` calls it once.
#[wasm_bindgen]
pub fn hydrate() {
    each("[data-sliders]", sliders::wake);
    each("[data-estimate]", estimate::wake);
    each("[data-sending]", sending::wake);
}

fn each(css: &str, wake: fn(Element)) {
    let found = window().and_then(|window| window.document()?.query_selector_all(css).ok());
    let Some(found) = found else { return };
    for element in (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()) {
        wake(element);
    }
}

/// Hears an event of an element for as long as the page is there.
fn on(element: &Element, event: &str, heard: impl Fn(&Event) + 'static) {
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| heard(&event));
    // The element is the page's own, so this can't fail; and if it did, the form's button would be left.
    let _ = element.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    closure.forget();
}
