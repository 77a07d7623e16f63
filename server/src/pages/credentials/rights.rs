//! The right to live credentials: who has it or is proposed for it, and the second person's word.

use super::super::query::{Pairs, address, given};
use crate::web::{
    PageResult, Visit,
    csv::{self, Holds},
};
use app::pages::{
    credentials::rights::{self as page, Model, Right},
    sheets::RIGHTS,
};
use axum::{
    extract::{Path, Query},
    http::StatusCode,
};
use domain::{RightId, credentials, permissions::Act};
use services::{
    ServiceError,
    credentials::rights::{self, Row, Second},
};

/// A right as pages show it.
pub(in crate::pages) fn line(visit: &Visit, row: &Row, open: Result<(), &'static str>) -> Right {
    let opened = match row.right {
        credentials::Right::Open { at, .. } => row.opened_by.clone().map(|by| (by, at)),
        _ => None,
    };
    let channels = visit
        .actor
        .may(Act::ViewCases)
        .then(|| visit.frame.at(&format!("/desk/cases/{}/channels", row.application)));
    Right {
        id: row.id.to_string(),
        merchant: row.name.clone(),
        number: row.number.clone().unwrap_or_default(),
        proposed_by: row.proposed_by.clone(),
        proposed_at: row.proposed_at,
        opened,
        channels,
        why_not: open.err(),
    }
}

/// `GET /t/{slug}/live`
pub(super) async fn list(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    let after = given(&pairs, "after").and_then(|id| id.parse().ok());
    shown(&visit, after, StatusCode::OK, None).await
}

async fn shown(
    visit: &Visit,
    after: Option<RightId>,
    status: StatusCode,
    trouble: Option<&str>,
) -> PageResult {
    let (listed, next) = rights::list(&visit.app.services, &visit.actor, after).await?;
    let path = visit.frame.at("/live");
    let model = Model {
        rights: listed.iter().map(|one| line(visit, &one.standing, one.open)).collect(),
        console: !visit.actor.may(Act::ViewCases),
        trouble: trouble.map(str::to_owned),
        first: after.map(|_| path.clone()),
        next: next.map(|id| address(&path, &[("after", &id.to_string())])),
    };
    Ok(visit.page_with(status, page::page(&visit.frame, &model)))
}

/// `GET /t/{slug}/live.csv`: the same rights as a file.
pub(super) async fn csv(visit: Visit) -> PageResult {
    visit.signed_in()?;
    csv::file(visit, &RIGHTS, Holds::Persons, |visit, after| async move {
        let (listed, next) = rights::list(&visit.app.services, &visit.actor, after).await?;
        Ok((listed.iter().map(|one| line(&visit, &one.standing, one.open)).collect(), next))
    })
    .await
}

/// Whoever comes back to a button's own address sees the list.
pub(super) async fn back(visit: Visit) -> PageResult {
    Ok(visit.see_other(&visit.frame.at("/live")))
}

/// `POST /t/{slug}/live/{id}/open`
pub(super) async fn open(visit: Visit, at: Path<(String, String)>) -> PageResult {
    decide(visit, at, Second::Open, "live-opened").await
}

/// `POST /t/{slug}/live/{id}/decline`
pub(super) async fn decline(visit: Visit, at: Path<(String, String)>) -> PageResult {
    decide(visit, at, Second::Decline, "live-declined").await
}

async fn decide(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    second: Second,
    said: &str,
) -> PageResult {
    visit.signed_in()?;
    let id: RightId = id.parse().map_err(|_| ServiceError::NotFound)?;
    match rights::decide(&visit.app.services, &visit.actor, id, second).await {
        Ok(()) => Ok(visit.see_other_saying(&visit.frame.at("/live"), said)),
        Err(ServiceError::Conflict(key)) if key.starts_with("credentials-why-") => {
            shown(&visit, None, StatusCode::CONFLICT, Some(key)).await
        }
        Err(other) => Err(other.into()),
    }
}
