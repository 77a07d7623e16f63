//! The tenant's own fee claims: listed, proposed, answered, with their contract's file.

mod answer;
mod file;
mod list;
mod one;
mod propose;
mod transfer;

use crate::web::AppState;
use app::pages::fees::own::Line;
use axum::{Router, extract::DefaultBodyLimit, routing::get};
use domain::FeeClaimId;
use services::{
    Result, ServiceError,
    fees::claims::{self, Listed, MOST_BYTES},
};

/// A contract's body at most: the file, and the form around it.
const BODY: usize = MOST_BYTES + 64 * 1024;

/// A list of claims at most, and the form around it.
const IMPORT: usize = claims::transfer::MOST_BYTES + 64 * 1024;

const PATH: &str = "/console/fees/claims";

/// The routes.
pub(super) fn routes() -> Router<AppState> {
    let files = Router::new()
        .route("/t/{slug}/console/fees/claims/{claim}/file", get(file::open).post(file::take))
        .layer(DefaultBodyLimit::max(BODY));
    let imports = Router::new()
        .route("/t/{slug}/console/fees/claims/import", get(transfer::show).post(transfer::take))
        .layer(DefaultBodyLimit::max(IMPORT));
    Router::new()
        .route("/t/{slug}/console/fees/claims", get(list::show))
        .route("/t/{slug}/console/fees/claims.csv", get(list::csv))
        .route("/t/{slug}/console/fees/claims/export.csv", get(transfer::csv))
        .route("/t/{slug}/console/fees/claims/export.json", get(transfer::json))
        .route(
            "/t/{slug}/console/fees/claims/imports/{import}/approve",
            get(transfer::back).post(transfer::approve),
        )
        .route("/t/{slug}/console/fees/claims/limit", get(list::back).post(list::limit))
        .route("/t/{slug}/console/fees/claims/new", get(propose::show).post(propose::take))
        .route("/t/{slug}/console/fees/claims/{claim}", get(one::show))
        .route("/t/{slug}/console/fees/claims/{claim}/approve", get(one::back).post(answer::approve))
        .route("/t/{slug}/console/fees/claims/{claim}/decline", get(one::back).post(answer::decline))
        .merge(files)
        .merge(imports)
}

/// The claim an address names; what is no id names none.
fn claim(id: &str) -> Result<FeeClaimId> {
    id.parse().map_err(|_| ServiceError::NotFound)
}

/// A claim as pages show it.
fn line(listed: Listed) -> Line {
    let kept = listed.kept;
    Line {
        place: listed.place,
        why_not: listed.answer.err(),
        own: kept.own,
        proposed: (kept.proposer, kept.proposed_at),
        answered: kept.answered,
        reason: kept.reason,
        import: kept.import.map(|id| id.to_string()),
        file: kept.file.map(|(kind, size)| (kind, u64::try_from(size).unwrap_or_default())),
    }
}
