//! Handlers of the desk: the queue, a case, and what is done with it.

mod act;
mod asked;
mod case;
mod changes;
mod give;
mod items;
mod judge;
mod model;
mod notes;
mod queue;
mod reopen;
mod reveal;

use crate::web::{AppState, Fault, Visit};
use axum::{Router, routing::get};
use domain::ApplicationId;
use services::ServiceError;

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/desk", get(queue::show))
        .route("/t/{slug}/desk.csv", get(queue::csv))
        .route("/t/{slug}/desk/search", get(queue::back).post(queue::search))
        .route("/t/{slug}/desk/assign", get(queue::back).post(give::all))
        .route("/t/{slug}/desk/cases/{id}", get(case::show))
        .route("/t/{slug}/desk/cases/{id}/claim", get(case::back).post(case::claim))
        .route("/t/{slug}/desk/cases/{id}/release", get(case::back).post(case::release))
        .route("/t/{slug}/desk/cases/{id}/items", get(case::back).post(items::accept_one))
        .route("/t/{slug}/desk/cases/{id}/items/{item}", get(items::show).post(items::judge))
        .route("/t/{slug}/desk/cases/{id}/items/{item}/waive", get(items::back).post(items::waive))
        .route("/t/{slug}/desk/cases/{id}/accept", get(case::back).post(items::accept))
        .route("/t/{slug}/desk/cases/{id}/changes", get(changes::show).post(changes::send))
        .route("/t/{slug}/desk/cases/{id}/notes", get(case::back).post(notes::write))
        .route("/t/{slug}/desk/cases/{id}/waivers/{waiver}", get(notes::back).post(notes::answer))
        .route("/t/{slug}/desk/cases/{id}/reopen", get(reopen::show).post(reopen::take))
        .route("/t/{slug}/desk/cases/{id}/reveal/{code}", get(reveal::ask).post(reveal::take))
        .route("/t/{slug}/desk/cases/{id}/revealed/{reveal}", get(reveal::show))
        .route("/t/{slug}/desk/cases/{id}/assign", get(act::assign_page).post(act::assign))
        .route("/t/{slug}/desk/cases/{id}/snooze", get(act::snooze_page).post(act::snooze))
        .route("/t/{slug}/desk/cases/{id}/resume", get(case::back).post(act::resume))
        .route("/t/{slug}/desk/cases/{id}/escalate", get(act::escalate_page).post(act::escalate))
        .route("/t/{slug}/desk/cases/{id}/hand-back", get(act::hand_back_page).post(act::hand_back))
        .route("/t/{slug}/desk/cases/{id}/recommend", get(case::back).post(judge::recommend))
        .route("/t/{slug}/desk/cases/{id}/decide", get(case::back).post(judge::decide))
}

/// The application an address names; what is no id names none.
fn application(id: &str) -> Result<ApplicationId, Fault> {
    id.parse().map_err(|_| ServiceError::NotFound.into())
}

/// The case's own address.
fn case_path(visit: &Visit, id: ApplicationId) -> String {
    visit.frame.at(&format!("/desk/cases/{id}"))
}
