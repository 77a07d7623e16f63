//! `/t/{slug}/console/fees/offers/{id}`: one offer, and the second person's answer to it.

use super::{
    super::prices::{Came, answer, approving, beneath, came},
    offer,
};
use crate::web::{PageResult, Visit};
use app::{
    pages::fees::offers::show::{self as page, Model},
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode};
use domain::OfferId;
use services::fees::{offers, prices::Answer};

/// `GET /t/{slug}/console/fees/offers/{id}`
pub(super) async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    shown(&visit, offer(&id)?, StatusCode::OK, (FormState::default(), None)).await
}

/// Whoever comes back to a button's own address sees the list.
pub(super) async fn back(visit: Visit) -> PageResult {
    Ok(visit.see_other(&visit.frame.at("/console/fees/offers")))
}

/// `POST /t/{slug}/console/fees/offers/{id}/approve`
pub(super) async fn approve(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> PageResult {
    let form = FormState::sent(pairs);
    let answer = approving(&form);
    decide(visit, &id, (answer, form), "offer-approved").await
}

/// `POST /t/{slug}/console/fees/offers/{id}/decline`
pub(super) async fn decline(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    decide(visit, &id, (Answer::Decline, FormState::default()), "offer-declined").await
}

async fn decide(visit: Visit, id: &str, (answer, form): (Answer, FormState), said: &str) -> PageResult {
    visit.signed_in()?;
    let id = offer(id)?;
    let done = offers::decide(&visit.app.services, &visit.actor, id, &answer).await;
    match came(done, form)? {
        Came::Done => {
            let path = visit.frame.at(&format!("/console/fees/offers/{id}"));
            Ok(visit.see_other_saying(&path, said))
        }
        Came::Again(status, form, trouble) => shown(&visit, id, status, (form, trouble)).await,
    }
}

async fn shown(
    visit: &Visit,
    id: OfferId,
    status: StatusCode,
    typed: (FormState, Option<&str>),
) -> PageResult {
    let (listed, paid, material) = offers::one(&visit.app.services, &visit.actor, id).await?;
    let answer = answer((listed.answer, listed.approve), listed.grounds, typed);
    let offer = listed.offer;
    let known = |id: &str| material.costs.get(id).map(|cost| beneath(visit, id, cost));
    let lines = offer.lines.into_iter().zip(listed.judgements);
    let model = Model {
        id: id.to_string(),
        merchant: offer.name,
        version: offer.version,
        kind: offer.standing.kind(),
        lines: lines
            .map(|(line, judged)| {
                let known = known(&line.beneath);
                (line, known, judged)
            })
            .collect(),
        grounds: listed.grounds,
        proposed: (offer.proposed_by, offer.proposed_at),
        answered: offer.answered,
        reason: offer.reason,
        accepted: offer.accepted.map(|one| (one.by, one.at, one.address)),
        superseded: offer.superseded_at,
        paid,
        answer,
    };
    Ok(visit.page_with(status, page::page(&visit.frame, &model)))
}
