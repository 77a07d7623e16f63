//! `/t/{slug}/console/fees/prices`: what merchants pay, and what it leaves.

use crate::web::{
    PageResult, Visit,
    csv::{self, Holds},
};
use app::pages::{
    fees::prices::list::{self as page, Model, Row},
    sheets::PRICES,
};
use domain::permissions::Act;
use services::fees::prices::{self, Listed};

/// `GET /t/{slug}/console/fees/prices`
pub(super) async fn show(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let (listed, material) = prices::all(&visit.app.services, &visit.actor).await?;
    let model = Model {
        rows: listed.into_iter().map(row).collect(),
        today: material.today,
        proposes: visit.actor.may(Act::ManageFees),
    };
    Ok(visit.page(page::page(&visit.frame, &model)))
}

/// `GET /t/{slug}/console/fees/prices.csv`: every line as a file.
pub(super) async fn csv(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let (listed, _) = prices::all(&visit.app.services, &visit.actor).await?;
    csv::whole(visit, &PRICES, Holds::Figures, listed.into_iter().map(row).collect()).await
}

fn row(Listed { row, kind, judgement, .. }: Listed) -> Row {
    Row { id: row.id.to_string(), line: row.effective().unwrap_or_else(|| row.line.clone()), kind, judgement }
}
