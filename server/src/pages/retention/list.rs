//! `/t/{slug}/console/retention`: what the law keeps, what is over, and what was erased.

use super::{entry, line};
use crate::{
    pages::query::{address, given},
    web::{
        PageResult, Visit,
        csv::{self, Holds},
    },
};
use app::{
    pages::{
        retention::{
            PATH,
            list::{self as page, Model},
        },
        sheets::RETENTION,
    },
    ui::FormState,
};
use axum::extract::Query;
use domain::retention::laws;
use services::retention;

/// `GET /t/{slug}/console/retention`
pub(super) async fn show(visit: Visit, Query(pairs): Query<Vec<(String, String)>>) -> PageResult {
    visit.signed_in()?;
    let number = given(&pairs, "number").unwrap_or_default().to_owned();
    let before = given(&pairs, "before").and_then(|id| id.parse().ok());
    let found = retention::overview(&visit.app.services, &visit.actor, &number, before).await?;
    let path = visit.frame.at(PATH);
    let model = Model {
        laws: laws::all().to_vec(),
        lines: found.lines.into_iter().map(line).collect(),
        entries: found.erasures.into_iter().map(entry).collect(),
        form: FormState::default().with("number", number),
        first: before.map(|_| path.clone()),
        next: found.next.map(|id| address(&path, &[("before", &id.to_string())])),
    };
    Ok(visit.page(page::page(&visit.frame, &model)))
}

/// `GET /t/{slug}/console/retention.csv`: the same applications as a file.
pub(super) async fn csv(visit: Visit, Query(pairs): Query<Vec<(String, String)>>) -> PageResult {
    visit.signed_in()?;
    let number = given(&pairs, "number").unwrap_or_default().to_owned();
    csv::file(visit, &RETENTION, Holds::Persons, move |visit, before| {
        let number = number.clone();
        async move {
            let found = retention::overview(&visit.app.services, &visit.actor, &number, before).await?;
            Ok((found.lines.into_iter().map(line).collect(), found.next))
        }
    })
    .await
}
