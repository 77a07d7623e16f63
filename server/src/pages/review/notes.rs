//! Notes of the desk, and the second person's word on a waiver.

use super::{
    super::query::Pairs,
    application,
    case::{again, refused},
    case_path,
};
use crate::web::{PageResult, Visit, forms};
use app::ui::FormState;
use axum::{Form, extract::Path, http::StatusCode};
use domain::{WaiverId, review::waiver::Answer};
use services::{
    ServiceError,
    review::{self, Denied},
};

pub(super) async fn write(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    let typed = FormState::sent(pairs);
    match review::write_note(&visit.app.services, &visit.actor, id, typed.value("text")).await {
        Ok(()) => Ok(visit.see_other(&format!("{}?said=note-kept#notes", case_path(&visit, id)))),
        Err(Denied::Service(ServiceError::Refused(refusal))) => {
            again(&visit, id, forms::refused(typed, refusal), StatusCode::UNPROCESSABLE_ENTITY, None).await
        }
        Err(denied) => refused(&visit, id, typed, denied).await,
    }
}

/// A waiver of a case, by its address.
type At = Path<(String, String, String)>;

/// Whoever comes back to a button's own address sees the case.
pub(super) async fn back(visit: Visit, Path((_, id, _)): At) -> PageResult {
    Ok(visit.see_other(&case_path(&visit, application(&id)?)))
}

pub(super) async fn answer(visit: Visit, Path((_, id, waiver)): At, Form(pairs): Form<Pairs>) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    let waiver: WaiverId = waiver.parse().map_err(|_| ServiceError::NotFound)?;
    let sent = FormState::sent(pairs);
    let answered =
        review::answer_waiver(&visit.app.services, &visit.actor, id, waiver, sent.value("answer")).await;
    match answered {
        Ok(Answer::Confirm) => Ok(visit.see_other_saying(&case_path(&visit, id), "waiver-confirmed")),
        Ok(Answer::Decline) => Ok(visit.see_other_saying(&case_path(&visit, id), "waiver-declined")),
        Err(denied) => refused(&visit, id, FormState::default(), denied).await,
    }
}
