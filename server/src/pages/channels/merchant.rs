//! Where a merchant's channels stand, for the merchant.

use super::{super::applications::head, application};
use crate::web::{PageResult, Visit};
use app::pages::channels::merchant::{self as page, Line, Model};
use axum::extract::Path;
use domain::{applications::Status, channels::CapabilityKind, permissions::Act};
use services::channels;

/// `GET /t/{slug}/applications/{id}/channels`
pub(super) async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    let (application, lines) = channels::of_application(&visit.app.services, &visit.actor, id).await?;
    let objected = lines.iter().any(|line| line.state == CapabilityKind::Objected);
    let model = Model {
        head: head(&application),
        to_change: objected && application.state.status() == Status::ChangesRequested,
        credentials: visit.actor.may_at(application.merchant, Act::ViewOwnCredentials),
        lines: lines
            .into_iter()
            .map(|line| Line { channel: line.channel, state: line.state, since: line.since, ball: line.ball })
            .collect(),
    };
    Ok(visit.page(page::page(&visit.frame, &model)))
}
