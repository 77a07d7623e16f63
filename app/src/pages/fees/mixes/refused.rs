//! Why a file isn't taken.

use super::columns::field_name;
use crate::{
    Frame,
    ui::{Banner, Column, FieldError, FormState, Table, Tone, format},
};
use domain::fees::{
    intake::{BadLine, MOST_ROWS, NoColumn, Reason, Refused},
    stored::MOST_GROUPS,
};
use leptos::prelude::*;

/// Says at the form's fields why a file isn't taken.
pub fn refuse(form: &mut FormState, refused: &Refused) {
    let file = |key: &str| FieldError::new("file", key);
    match refused {
        Refused::Empty => form.add(file("mixes-refused-empty")),
        Refused::NoRows => form.add(file("mixes-refused-no-rows")),
        Refused::LongHeader => form.add(file("mixes-refused-long-header")),
        Refused::NothingPaid => form.add(file("mixes-refused-nothing-paid")),
        Refused::TooManyRows => {
            form.add(file("mixes-refused-rows").arg("most", format::count(MOST_ROWS.into())));
        }
        Refused::TooManyGroups => {
            form.add(file("mixes-refused-groups").arg("most", format::count(MOST_GROUPS as u64)));
        }
        Refused::Columns(faults, _) => {
            for (field, why) in faults {
                let key = match why {
                    NoColumn::NotNamed => "form-error-required",
                    NoColumn::NotThere => "mixes-refused-not-there",
                    NoColumn::Twice => "mixes-refused-twice",
                };
                let name = field_name(*field);
                let heading = form.value(&name).to_owned();
                form.add(FieldError::new(name, key).arg("heading", heading));
            }
        }
        Refused::Lines(count, _) => {
            form.add(file("mixes-refused-lines").arg("count", format::count((*count).into())));
        }
    }
}

/// The lines for which a file isn't taken.
pub(super) fn table(frame: &Frame, count: u32, told: &[BadLine]) -> AnyView {
    let words = [("count", format::count(count.into())), ("told", format::count(told.len() as u64))];
    let more = (told.len() < count as usize).then(|| frame.ta("mixes-bad-more", &words));
    let mut table = Table::new(frame.t("mixes-bad"))
        .column(Column::new(frame.t("mixes-bad-line")).numeric())
        .column(Column::new(frame.t("mixes-bad-column")))
        .column(Column::new(frame.t("mixes-bad-why")).wide())
        .compact(true);
    for bad in told {
        table = table.row(vec![
            bad.line.to_string().into_any(),
            bad.column.clone().unwrap_or_else(|| "–".to_owned()).into_any(),
            reason(frame, bad.reason).into_any(),
        ]);
    }
    let title = frame.ta("mixes-bad-title", &words);
    let text = view! { <p>{frame.t("mixes-bad-text")}</p> };
    view! {
        {Banner::new(Tone::Wrong, title).more(text).view()}
        {table.view()}
        {more.map(|more| view! { <p class="hint">{more}</p> })}
    }
    .into_any()
}

/// What is wrong with a line.
fn reason(frame: &Frame, reason: Reason) -> String {
    match reason {
        Reason::NotUtf8 => frame.t("mixes-line-not-utf8"),
        Reason::Formula => frame.t("mixes-line-formula"),
        Reason::Quote => frame.t("mixes-line-quote"),
        Reason::TooLong => frame.t("mixes-line-too-long"),
        Reason::Columns(found) => frame.ta("mixes-line-columns", &[("found", found.to_string())]),
        Reason::Control => frame.t("mixes-line-control"),
        Reason::Missing => frame.t("mixes-line-missing"),
        Reason::NoNumber => frame.t("mixes-line-no-number"),
        Reason::Separators => frame.t("mixes-line-separators"),
        Reason::Negative => frame.t("mixes-line-negative"),
        Reason::Decimals(0) => frame.t("mixes-line-whole"),
        Reason::Decimals(places) => frame.ta("mixes-line-decimals", &[("places", places.to_string())]),
        Reason::TooLarge => frame.t("mixes-line-too-large"),
        Reason::Currency => frame.t("mixes-line-currency"),
        Reason::Unknown => frame.t("mixes-line-unknown"),
        Reason::Contradiction => frame.t("mixes-line-contradiction"),
    }
}
