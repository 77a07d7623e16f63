//! Keys and dragging for the viewer of papers. Its links do everything; a key follows the link that names it, and a
//! picture larger than its pane is moved by hand. Without JavaScript the links are all there is, and enough.

use leptos::{ev, html::Div, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Stands around a viewer: links that say by `aria-keyshortcuts` which keys lead along them, and panes of the class
/// `viewer`. The keys count while something in it has the focus, so that they are in nobody's way elsewhere.
#[island]
pub fn Viewer(
    /// The viewer.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let pressed = move |event: ev::KeyboardEvent| {
        press(root, &event);
    };
    let moved = move |event: ev::PointerEvent| {
        drag(&event);
    };
    // A picture would be picked up by itself.
    let held = move |event: ev::DragEvent| event.prevent_default();
    view! {
        <div class="flow" node_ref=root on:keydown=pressed on:pointermove=moved on:dragstart=held>{children()}</div>
    }
}

/// Follows the first link that names the key. What is typed somewhere, or held together with another key, is none.
fn press(root: NodeRef<Div>, event: &ev::KeyboardEvent) -> Option<()> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let at: Element = event.target()?.dyn_into().ok()?;
    if at.closest("input, select, textarea").ok()?.is_some() {
        return None;
    }
    // On many keyboards the plus is typed with shift on the key of the equals sign.
    let key = match event.key().as_str() {
        "+" | "=" => "Plus".to_owned(),
        other => other.to_owned(),
    };
    let links = root.get_untracked()?.query_selector_all("[aria-keyshortcuts]").ok()?;
    for place in 0..links.length() {
        let link: HtmlElement = links.item(place)?.dyn_into().ok()?;
        let keys = link.get_attribute("aria-keyshortcuts")?;
        if keys.split(' ').any(|known| known.eq_ignore_ascii_case(&key)) {
            event.prevent_default();
            link.click();
            return Some(());
        }
    }
    None
}

/// Moves what lies in the pane under the pointer, while a mouse's first button is down. Fingers move it by themselves.
fn drag(event: &ev::PointerEvent) -> Option<()> {
    if event.buttons() != 1 || event.pointer_type() != "mouse" {
        return None;
    }
    let at: Element = event.target()?.dyn_into().ok()?;
    let pane = at.closest(".viewer").ok()??;
    pane.set_scroll_left(pane.scroll_left() - event.movement_x());
    pane.set_scroll_top(pane.scroll_top() - event.movement_y());
    Some(())
}
