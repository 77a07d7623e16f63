//! Which column of a file means what: typed, or chosen where the file's header is known.

use super::Upload;
use crate::{
    Frame,
    pages::applications::words::dashed,
    ui::{Choice, Form, disclosure},
};
use domain::{fees::intake::Field, money::Currency};
use leptos::prelude::*;

/// What most files have; the others stand apart.
const USUAL: [Field; 5] = [Field::Amount, Field::Currency, Field::Status, Field::Refunded, Field::Disputed];

/// The name of a form's field for a column.
pub fn field_name(field: Field) -> String {
    format!("column_{field}")
}

/// What a column is called.
pub(super) fn label(frame: &Frame, field: Field) -> String {
    frame.t(&format!("mixes-column-{}", dashed(field.word())))
}

/// A field for each column, and one for the currency of a file without a column for it.
pub(super) fn fields(frame: &Frame, upload: &Upload, form: &Form<'_>) -> AnyView {
    let known = !upload.header.is_empty();
    let usual: Vec<_> = USUAL.iter().map(|field| column(frame, upload, form, *field)).collect();
    let other: Vec<_> = Field::ALL.iter().filter(|field| !USUAL.contains(field)).collect();
    let open = other.iter().any(|field| {
        let name = field_name(**field);
        !upload.form.value(&name).is_empty() || upload.form.error_of(&name).is_some()
    });
    let other: Vec<_> = other.into_iter().map(|field| column(frame, upload, form, *field)).collect();
    let currencies = Currency::all()
        .iter()
        .map(|known| Choice::new(known.code(), format!("{} {}", known.code(), known.name(frame.lang))));
    let whole = form
        .select("currency", frame.t("mixes-currency"), currencies.collect())
        .empty(frame.t("mixes-currency-none"))
        .hint(frame.t("mixes-currency-hint"))
        .optional();
    let text = frame.t(if known { "mixes-columns-known" } else { "mixes-columns-text" });
    view! {
        <fieldset class="flow">
            <legend><strong>{frame.t("mixes-columns")}</strong></legend>
            <p class="measure">{text}</p>
            <div class="columns">{usual}{whole}</div>
            {disclosure(frame.t("mixes-columns-more"), open, view! { <div class="columns">{other}</div> })}
        </fieldset>
    }
    .into_any()
}

fn column(frame: &Frame, upload: &Upload, form: &Form<'_>, field: Field) -> AnyView {
    let name = field_name(field);
    let label = label(frame, field);
    let hint = frame.t(&format!("mixes-hint-{}", dashed(field.word())));
    let needed = field == Field::Amount;
    if upload.header.is_empty() {
        let text = form.text(&name, label).hint(hint).maxlength(200);
        return if needed { text.view() } else { text.optional().view() };
    }
    let headings = upload.header.iter().filter(|heading| !heading.is_empty());
    let choices = headings.map(|heading| Choice::new(heading.clone(), heading.clone())).collect();
    let select = form.select(&name, label, choices).empty(frame.t("mixes-column-none")).hint(hint);
    if needed { select.view() } else { select.optional().view() }
}
