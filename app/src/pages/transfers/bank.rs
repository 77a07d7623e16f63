//! The embedded run's bank: what was sent, for trying the program without one.

use crate::{
    Frame, Page,
    ui::{Column, Empty, Icon, Table, format, layout},
};
use leptos::prelude::*;

/// A transfer that was made.
#[derive(Clone, Debug)]
pub struct Line {
    /// Whose account it went to.
    pub payee: String,
    /// The account's number.
    pub account: String,
    /// In minor units.
    pub amount: i64,
    /// Its currency.
    pub currency: String,
    /// What stands with it.
    pub reference: String,
}

/// The page: the newest first.
pub fn page(frame: &Frame, lines: &[Line]) -> Page {
    let title = frame.t("bank-title");
    Page::new(title.clone(), || {
        let empty = Empty::new(Icon::Card, frame.t("bank-empty")).text(frame.t("bank-empty-text"));
        let mut table = Table::new(title.clone())
            .column(Column::new(frame.t("bank-payee")).wide())
            .column(Column::new(frame.t("bank-account")))
            .column(Column::new(frame.t("bank-amount")).numeric())
            .column(Column::new(frame.t("bank-reference")))
            .empty(empty);
        for line in lines {
            table = table.row(vec![
                line.payee.clone().into_any(),
                line.account.clone().into_any(),
                format::money(frame.lang, line.amount.into(), &line.currency).into_any(),
                line.reference.clone().into_any(),
            ]);
        }
        layout::front(
            frame,
            view! {
                <h1>{title.clone()}</h1>
                <p class="lead">{frame.t("bank-lead")}</p>
                {table.view()}
                <h2>{frame.t("bank-incoming")}</h2>
                <p>{frame.t("bank-incoming-text")}</p>
                <pre class="typed"><code>"Date,Amount,Currency,Payer,Account,Reference\n2026-11-28,1.37,CNY,…,…,V-…"</code></pre>
            },
        )
    })
}
