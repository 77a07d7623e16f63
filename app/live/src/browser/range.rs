//! Sliders beside fields of amounts: one is put into every element that lists where it may stand (`data-stops`), and
//! moves with the field. Without JavaScript the fields are all there is, and enough.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

/// Where fields that get a slider stand.
const PLACES: &str = "[data-stops]";

/// Puts the sliders in.
pub(super) fn raise(root: &Element) {
    let Ok(places) = root.query_selector_all(PLACES) else { return };
    for place in (0..places.length()).filter_map(|index| places.item(index)) {
        if let Ok(place) = place.dyn_into::<Element>() {
            put(&place);
        }
    }
}

/// Puts one slider into its place, unless it is there.
fn put(place: &Element) -> Option<()> {
    if slider(place).is_some() {
        return None;
    }
    let document = place.owner_document()?;
    let field = field(place)?;
    let made: HtmlInputElement = document.create_element("input").ok()?.dyn_into().ok()?;
    made.set_type("range");
    made.set_class_name("slider");
    made.set_min("0");
    let last = stops(place).len().saturating_sub(1);
    made.set_max(&last.to_string());
    // In the middle, where the field says nothing.
    made.set_value(&(last / 2).to_string());
    let label = place.query_selector("label").ok().flatten().and_then(|label| label.text_content());
    made.set_attribute("aria-label", &label.unwrap_or_default()).ok()?;
    place.append_child(&made).ok()?;
    show(place, &made, &field);
    Some(())
}

/// After somebody moved a slider or typed into its field: the other one follows.
pub(super) fn follow(event: &Event) -> Option<()> {
    let moved: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let place = moved.closest(PLACES).ok().flatten()?;
    let (slider, field) = (slider(&place)?, field(&place)?);
    if moved.is_same_node(Some(&slider)) {
        let at: usize = slider.value().parse().ok()?;
        field.set_value(stops(&place).get(at)?);
        slider.set_attribute("aria-valuetext", &field.value()).ok()
    } else {
        show(&place, &slider, &field);
        Some(())
    }
}

/// Whether a field with a slider says nothing.
pub(super) fn is_any_empty(root: &Element) -> bool {
    let Ok(places) = root.query_selector_all(PLACES) else { return false };
    let fields = (0..places.length()).filter_map(|index| field(places.item(index)?.dyn_ref()?));
    fields.map(|field| field.value()).any(|value| value.trim().is_empty())
}

/// Whether it was a slider that was moved.
pub(super) fn is_slider(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    target.is_some_and(|input| input.type_() == "range")
}

/// Stands the slider at the stop that is next to what the field says; decimals are of no account.
fn show(place: &Element, slider: &HtmlInputElement, field: &HtmlInputElement) {
    let typed = field.value();
    let whole = typed.trim().split('.').next().unwrap_or_default();
    let Ok(wanted) = whole.parse::<u64>() else { return };
    let far = |stop: &String| stop.parse::<u64>().map_or(u64::MAX, |stop| stop.abs_diff(wanted));
    let nearest = stops(place).iter().enumerate().min_by_key(|(_, stop)| far(stop)).map(|(at, _)| at);
    if let Some(at) = nearest {
        slider.set_value(&at.to_string());
        // Where it stands means nothing to the ear; what the field says does.
        let _ = slider.set_attribute("aria-valuetext", &typed);
    }
}

fn stops(place: &Element) -> Vec<String> {
    let stops = place.get_attribute("data-stops").unwrap_or_default();
    stops.split(' ').map(str::to_owned).collect()
}

fn slider(place: &Element) -> Option<HtmlInputElement> {
    place.query_selector("input[type=range]").ok().flatten()?.dyn_into().ok()
}

fn field(place: &Element) -> Option<HtmlInputElement> {
    place.query_selector("input:not([type=range])").ok().flatten()?.dyn_into().ok()
}
