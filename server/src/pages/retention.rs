//! Handlers of retention in the console.

mod acts;
mod list;
mod one;

use crate::web::AppState;
use app::pages::retention::{Entry, list::Line};
use axum::{
    Router,
    routing::{get, post},
};
use domain::{ApplicationId, retention::laws};
use services::{
    ServiceError,
    retention::{self, Erasure},
};

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/console/retention", get(list::show))
        .route("/t/{slug}/console/retention.csv", get(list::csv))
        .route("/t/{slug}/console/retention/{application}", get(one::show))
        .route("/t/{slug}/console/retention/{application}/end", post(acts::end))
        .route("/t/{slug}/console/retention/{application}/holds", post(acts::place))
        .route("/t/{slug}/console/retention/{application}/holds/{hold}/lift", post(acts::lift))
        .route("/t/{slug}/console/retention/{application}/erase", post(acts::erase))
}

fn application(id: &str) -> Result<ApplicationId, ServiceError> {
    id.parse().map_err(|_| ServiceError::NotFound)
}

fn line(line: retention::Line) -> Line {
    Line {
        id: line.kept.id.to_string(),
        number: line.kept.case_number,
        name: line.kept.name,
        state: line.kept.state.kind(),
        standing: line.standing,
        law: line.law.clone(),
        held: line.kept.held,
        until: line.until,
        set_aside: line.kept.set_aside,
        purged: line.kept.purged_at.is_some(),
    }
}

fn entry(erasure: Erasure) -> Entry {
    let law = erasure.country.as_deref().and_then(laws::of).cloned();
    Entry {
        application: erasure.application.to_string(),
        number: erasure.case_number,
        cause: erasure.cause,
        outcome: erasure.outcome,
        ground: erasure.ground.map(|ground| (ground, law)),
        removed: erasure.removed.into_iter().collect(),
        digest: erasure.digest,
        by: erasure.entered_by,
        at: erasure.entered_at,
    }
}
