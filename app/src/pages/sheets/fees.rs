//! The lists of fees.

use super::Sheet;
use crate::{
    Frame,
    pages::fees::{
        figures, mixes, offers,
        own::{Line, words as own},
        prices::{self, signed_rate, words},
        rates,
    },
    ui::format::plain,
};
use domain::fees::{offer::Judgement, rates as rules};

/// The tenant's own claims.
pub const CLAIMS: Sheet<Line> = Sheet {
    name: "claims",
    head: &[
        "catalogue-channel",
        "sheets-about",
        "fees-own-figures",
        "fees-own-days",
        "fees-own-place",
        "sheets-source",
        "fees-own-proposed-by",
        "sheets-proposed-at",
    ],
    cells: |frame, line| {
        let claim = &line.own.terms.claim;
        vec![
            own::channel(frame, claim),
            own::about(frame, claim),
            figures::short_of(frame, claim),
            own::days(frame, &line.own),
            own::place_word(frame, line),
            own::source(frame, &line.own),
            line.proposed.0.clone(),
            plain(frame, line.proposed.1),
        ]
    },
};

/// The tenant's mixes of past payments.
pub const MIXES: Sheet<mixes::Line> = Sheet {
    name: "mixes",
    head: &["sheets-name", "sheets-currencies", "sheets-payments", "sheets-groups", "sheets-by", "sheets-at"],
    cells: |frame, line| {
        vec![
            line.name.clone(),
            line.currencies.join("; "),
            line.rows.to_string(),
            line.groups.to_string(),
            line.by.clone(),
            plain(frame, line.at),
        ]
    },
};

/// Offers to merchants.
pub const OFFERS: Sheet<offers::list::Row> = Sheet {
    name: "offers",
    head: &[
        "sheets-merchant-number",
        "offers-merchant",
        "offers-version",
        "offers-lines",
        "prices-state",
        "offers-least",
        "offers-proposed",
        "sheets-proposed-at",
    ],
    cells: |frame, row| {
        vec![
            row.number.clone(),
            row.merchant.clone(),
            row.version.to_string(),
            row.lines.to_string(),
            frame.t(&format!("prices-state-{}", row.kind)),
            least(frame, &row.least),
            row.proposed.0.clone(),
            plain(frame, row.proposed.1),
        ]
    },
};

/// The price list.
pub const PRICES: Sheet<prices::list::Row> = Sheet {
    name: "prices",
    head: &["prices-of", "prices-price", "sheets-from", "sheets-until", "prices-state", "offers-least"],
    cells: |frame, row| {
        vec![
            words::of(frame, &row.line.claim),
            words::short(frame, &row.line.claim),
            row.line.from.to_string(),
            row.line.to.map(|day| day.to_string()).unwrap_or_default(),
            frame.t(&format!("prices-state-{}", row.kind)),
            least(frame, &row.judgement),
        ]
    },
};

/// The table of currencies, as it was entered.
pub const RATES: Sheet<rates::Line> = Sheet {
    name: "rates",
    head: &["compare-currency", "rates-worth", "rates-from", "rates-by", "sheets-at", "sheets-corrected"],
    cells: |frame, line| {
        vec![
            line.currency.clone(),
            rules::written(line.worth),
            line.from.to_string(),
            line.by.clone(),
            plain(frame, line.at),
            frame.t(if line.corrected { "sheets-yes" } else { "sheets-no" }),
        ]
    },
};

/// The share that is left on the mix that leaves the least.
fn least(frame: &Frame, judgement: &Judgement) -> String {
    let share = judgement.worst().and_then(|mix| mix.margin().map(|margin| mix.share(margin)));
    share.map_or_else(|| frame.t("prices-untold"), signed_rate)
}
