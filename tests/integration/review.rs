//! The desk: two people decide, on what they have seen, and never on their own side.

mod changes;
mod confidential;
mod deciding;
mod elsewhere;
mod four_eyes;
mod glass;
mod handling;
mod queue;
mod reopening;
mod reveals;
mod search;
mod seen;
mod silent;
mod stale;
mod tended;
mod walk;

use domain::{Actor, permissions::Role};
use services::review::DecisionInput;
use tests::desk::Desk;

/// A desk with one reviewer, two seniors and a merchant's owner.
struct Scene {
    desk: Desk,
    reviewer: Actor,
    senior: Actor,
    other: Actor,
    owner: Actor,
}

async fn scene() -> Scene {
    let desk = Desk::new().await;
    Scene {
        reviewer: desk.staff("reviewer", &[Role::Reviewer]).await,
        senior: desk.staff("senior", &[Role::SeniorReviewer]).await,
        other: desk.staff("other", &[Role::SeniorReviewer]).await,
        owner: desk.newcomer("owner").await,
        desk,
    }
}

/// A decision on what was seen.
pub(crate) fn decision(seen: &str, decision: &str) -> DecisionInput {
    let note = if decision == "return" { "Look at page 2 again" } else { "" };
    let reasons = if decision == "reject" { vec!["names_differ".into()] } else { vec![] };
    DecisionInput {
        seen: seen.into(),
        decision: decision.into(),
        note: note.into(),
        reasons,
        ..DecisionInput::default()
    }
}
