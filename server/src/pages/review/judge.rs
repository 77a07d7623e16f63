//! Recommending and deciding.

use super::{
    super::query::Pairs,
    application,
    case::{again, refused},
    case_path,
};
use crate::web::{PageResult, Visit, forms};
use app::ui::FormState;
use axum::{Form, extract::Path, http::StatusCode};
use services::{
    ServiceError,
    review::{self, AdviceInput, DecisionInput, Denied},
};
use store::review::decisions::Outcome;

pub(super) async fn recommend(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    let typed = FormState::sent(pairs);
    let input = AdviceInput {
        seen: typed.value("seen").to_owned(),
        verdict: typed.value("verdict").to_owned(),
        reasons: grounds(&typed),
        words: typed.value("words").to_owned(),
        note: typed.value("note").to_owned(),
    };
    match review::recommend(&visit.app.services, &visit.actor, id, &input).await {
        Ok(()) => Ok(visit.see_other_saying(&case_path(&visit, id), "recommended")),
        Err(Denied::Service(ServiceError::Refused(refusal))) => {
            again(&visit, id, forms::refused(typed, refusal), StatusCode::UNPROCESSABLE_ENTITY, None).await
        }
        Err(denied) => refused(&visit, id, typed, denied).await,
    }
}

pub(super) async fn decide(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    let typed = FormState::sent(pairs);
    let input = DecisionInput {
        seen: typed.value("seen").to_owned(),
        decision: typed.value("decision").to_owned(),
        reasons: grounds(&typed),
        words: typed.value("words").to_owned(),
        note: typed.value("note").to_owned(),
    };
    match review::decide(&visit.app.services, &visit.actor, id, &input).await {
        Ok(outcome) => Ok(visit.see_other_saying(&case_path(&visit, id), said(outcome))),
        Err(Denied::Service(ServiceError::Refused(refusal))) => {
            again(&visit, id, forms::refused(typed, refusal), StatusCode::UNPROCESSABLE_ENTITY, None).await
        }
        Err(denied) => refused(&visit, id, typed, denied).await,
    }
}

/// The grounds of both groups of boxes.
fn grounds(typed: &FormState) -> Vec<String> {
    typed.values("reasons").iter().chain(typed.values("confidential")).cloned().collect()
}

const fn said(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Approved => "approved",
        Outcome::Rejected => "rejected",
        Outcome::Returned => "returned",
    }
}
