//! What was asked, for paper; and the ways to the file and to paper.

use super::{super::words, Board, ranking};
use crate::{
    Frame,
    ui::{Button, Form, SummaryList, disclosure, format},
};
use domain::fees::ranking::Criterion;
use leptos::prelude::*;

/// What was asked, where the form isn't printed.
pub(super) fn question(frame: &Frame, form: &Form<'_>, board: &Board, stored: bool) -> AnyView {
    let word = |name: &str, said: fn(&Frame, &str) -> String| match form.value(name) {
        "" => frame.t("compare-any"),
        value => said(frame, value),
    };
    let plain = |name: &str| match form.value(name) {
        "" => "–".to_owned(),
        value => value.to_owned(),
    };
    let share = |name: &str| format!("{}%", form.value(name));
    let rows = [
        ("compare-country", word("country", words::country)),
        ("compare-subject", word("subject", words::subject)),
        ("compare-industry", word("industry", words::industry)),
        ("compare-product", word("product", words::product)),
        ("compare-means", word("means", words::means)),
        ("compare-currency", plain("currency")),
        ("compare-payments", plain("payments")),
        ("compare-ticket", plain("ticket")),
        ("compare-abroad", share("abroad")),
        ("compare-foreign", share("foreign")),
        ("compare-refunds", share("refunds")),
        ("compare-disputes", share("disputes")),
        ("compare-failed", share("failed")),
        ("compare-waiting", share("waiting")),
        ("compare-on", format::date(frame.lang, board.on)),
        ("ranking-weights", weights(frame, board)),
    ];
    // What is sold is told by a stored mix.
    let sold = 6..13;
    let rows = rows.into_iter().enumerate().filter(|(place, _)| !stored || !sold.contains(place));
    let list = rows.fold(SummaryList::new(frame), |list, (_, (key, said))| list.row(frame.t(key), said));
    view! { <div class="printed-only">{list}</div> }.into_any()
}

/// How much each criterion weighs.
fn weights(frame: &Frame, board: &Board) -> String {
    let one = |criterion: &Criterion| {
        format!("{} {}", ranking::called(frame, *criterion), board.weights.of(*criterion))
    };
    Criterion::ALL.iter().map(one).collect::<Vec<_>>().join(&frame.t("fees-comma"))
}

/// The ways to the file and to paper, and what the file's columns hold.
pub(super) fn ways(frame: &Frame, board: &Board) -> AnyView {
    let rows =
        SHEET.iter().fold(SummaryList::new(frame), |list, (columns, key)| list.row(*columns, frame.t(key)));
    view! {
        <div class="flow not-printed">
            <div class="cluster">
                {Button::secondary(frame.t("sheet-file")).link(board.file.clone())}
                {Button::secondary(frame.t("sheet-paper")).link(board.paper.clone())}
            </div>
            {disclosure(frame.t("sheet-columns"), false, rows.view())}
        </div>
    }
    .into_any()
}

/// Columns of the file that belong together, and what they hold.
const SHEET: [(&str, &str); 12] = [
    ("channel, through", "sheet-channel"),
    ("state, reason", "sheet-state"),
    ("currency", "sheet-currency"),
    ("volume", "sheet-volume"),
    ("month, year", "sheet-month"),
    ("difference", "sheet-difference"),
    ("effective_rate", "sheet-rate"),
    (
        "percent, cross_border, fx, fixed, clamp, attempts, refund_fees, refund_credits, disputes, monthly, top_up, tax",
        "sheet-parts",
    ),
    ("waiting", "sheet-waiting"),
    ("rank", "sheet-rank"),
    ("points", "sheet-points"),
    ("claims", "sheet-claims"),
];

#[cfg(test)]
mod tests {
    use super::{super::COLUMNS, SHEET};

    #[test]
    fn every_column_is_explained_in_its_order() {
        let told: Vec<&str> = SHEET.iter().flat_map(|(columns, _)| columns.split(", ")).collect();
        assert_eq!(told, COLUMNS);
    }
}
