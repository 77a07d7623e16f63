//! Handlers of applications, the merchant's side.

mod changes;
pub(crate) mod consents;
mod home;
mod section;
mod sign;
mod signing;
mod standing;

use crate::web::AppState;
use app::pages::applications::Head;
use axum::{Router, routing::get};
use domain::ApplicationId;
use serde::Deserialize;
use services::{Result, ServiceError};
use store::applications::Application;

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/home", get(home::show))
        .route("/t/{slug}/applications/start", get(home::show_start).post(home::take_start))
        .route("/t/{slug}/applications/{id}", get(standing::tasks))
        .route("/t/{slug}/applications/{id}/sections/{code}", get(section::show).post(section::take))
        .route("/t/{slug}/applications/{id}/changes", get(changes::show).post(changes::explain))
        .route("/t/{slug}/applications/{id}/check", get(standing::show_check).post(standing::take_check))
        .route("/t/{slug}/applications/{id}/consents", get(consents::list).post(consents::give))
        .route("/t/{slug}/applications/{id}/consents/{consent}", get(consents::show).post(consents::withdraw))
        .route("/t/{slug}/applications/{id}/signing", get(signing::show).post(signing::make))
        .route("/t/{slug}/applications/{id}/status", get(standing::status))
        .route(
            "/t/{slug}/applications/{id}/withdraw",
            get(standing::show_withdraw).post(standing::take_withdraw),
        )
        .route("/t/{slug}/sign/{token}", get(sign::show).post(sign::take))
}

/// The application of a path.
#[derive(Deserialize)]
struct Of {
    id: String,
}

impl Of {
    /// What is no id is nobody's.
    fn application(&self) -> Result<ApplicationId> {
        self.id.parse().map_err(|_| ServiceError::NotFound)
    }
}

/// What stands at the head of an application's pages.
pub(super) fn head(application: &Application) -> Head {
    Head { id: application.id.0, number: application.case_number.clone(), name: application.name.clone() }
}
