//! The estimate moves with its form: over the answer as the server wrote it stands what comes of other figures, in
//! `[data-said]`, and in the row `[data-way]` of each way in `[data-rate]`, `[data-month]` and the length of its bar.

use super::{on, range};
use crate::estimate::{Answer, Figures, Luggage};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

pub(super) fn wake(root: Element) {
    let lines = |name: &str| {
        let text = root.get_attribute(name).unwrap_or_default();
        text.split('\n').map(str::to_owned).collect()
    };
    let luggage = Luggage {
        ways: lines("data-ways"),
        worths: lines("data-worths"),
        coins: lines("data-coins"),
        words: lines("data-words"),
    };
    let reckoner = luggage.unpack();
    range::raise(&root);
    on(&root.clone(), "input", move |event| {
        range::follow(event);
        show(&root, &reckoner.answer(&Figures::of(|name| typed(&root, name))));
    });
}

/// What a field of the form says now.
fn typed(root: &Element, name: &str) -> String {
    let field = root.query_selector(&format!("[name={name}]")).ok().flatten();
    let value = field.and_then(|field| {
        let input = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
        input.or_else(|| field.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value))
    });
    value.unwrap_or_default()
}

fn show(root: &Element, answer: &Answer) -> Option<()> {
    let within = |place: &Element, css: &str| place.query_selector(css).ok().flatten();
    within(root, "[data-said]")?.set_text_content(Some(&answer.sentence));
    let table = within(root, ".table-wrap")?;
    table.toggle_attribute_with_force("hidden", answer.rows.is_empty()).ok()?;
    let body = within(&table, "tbody")?;
    for row in &answer.rows {
        let line = within(&body, &format!("[data-way='{}']", row.way))?;
        within(&line, "[data-rate]")?.set_text_content(Some(&row.rate));
        within(&line, "[data-month]")?.set_text_content(Some(&row.month));
        within(&line, "rect")?.set_attribute("width", &row.length.to_string()).ok()?;
        // Whoever is put in last stands last: so the cheapest come to stand first.
        body.append_child(&line).ok()?;
    }
    Some(())
}
