//! `/t/{slug}/console/fees/prices/{id}`: one line, and the second person's answer to it.

use super::{Came, answer, approving, beneath, came, price};
use crate::web::{PageResult, Visit};
use app::{
    pages::fees::prices::line::{self as page, Merchants, Model, Rehearsal},
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode};
use domain::{PriceId, fees::offer::StandingKind, permissions::Act};
use services::{
    Result,
    fees::prices::{self, Answer, Listed, Material},
};

type Pairs = Vec<(String, String)>;

/// `GET /t/{slug}/console/fees/prices/{id}`
pub(super) async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    shown(&visit, price(&id)?, StatusCode::OK, (FormState::default(), None)).await
}

/// Whoever comes back to a button's own address sees the list.
pub(super) async fn back(visit: Visit) -> PageResult {
    Ok(visit.see_other(&visit.frame.at("/console/fees/prices")))
}

/// `POST /t/{slug}/console/fees/prices/{id}/approve`
pub(super) async fn approve(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> PageResult {
    let form = FormState::sent(pairs);
    let answer = approving(&form);
    decide(visit, &id, (answer, form), "price-approved").await
}

/// `POST /t/{slug}/console/fees/prices/{id}/decline`
pub(super) async fn decline(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    decide(visit, &id, (Answer::Decline, FormState::default()), "price-declined").await
}

async fn decide(visit: Visit, id: &str, (answer, form): (Answer, FormState), said: &str) -> PageResult {
    visit.signed_in()?;
    let id = price(id)?;
    let done = prices::decide(&visit.app.services, &visit.actor, id, &answer).await;
    match came(done, form)? {
        Came::Done => Ok(visit.see_other_saying(&visit.frame.at("/console/fees/prices"), said)),
        Came::Again(status, form, trouble) => shown(&visit, id, status, (form, trouble)).await,
    }
}

async fn shown(
    visit: &Visit,
    id: PriceId,
    status: StatusCode,
    typed: (FormState, Option<&str>),
) -> PageResult {
    let (listed, material) = prices::one(&visit.app.services, &visit.actor, id).await?;
    let waits = listed.kind == StandingKind::Proposed;
    let rehearsal = if waits { Some(rehearsed(visit, id, &listed, &material).await?) } else { None };
    let grounds = listed.judgement.grounds();
    let row = &listed.row;
    let holds = listed.kind == StandingKind::Approved && row.successor.is_none();
    let ended = row.line.to.is_some_and(|to| to < material.today);
    let model = Model {
        id: id.to_string(),
        line: row.effective().unwrap_or_else(|| row.line.clone()),
        kind: listed.kind,
        today: material.today,
        beneath: material.costs.get(&row.line.beneath).map(|cost| beneath(visit, &row.line.beneath, cost)),
        judgement: listed.judgement.clone(),
        proposed: (row.proposed_by.clone(), row.proposed_at),
        answered: row.answered.clone(),
        reason: row.reason.clone(),
        chain: (row.replaces.map(|id| id.to_string()), row.successor.map(|(id, _)| id.to_string())),
        rehearsal,
        answer: answer((listed.answer, listed.approve), grounds, typed),
        replace: holds && !ended && visit.actor.may(Act::ManageFees),
    };
    Ok(visit.page_with(status, page::page(&visit.frame, &model)))
}

async fn rehearsed(visit: &Visit, id: PriceId, listed: &Listed, material: &Material) -> Result<Rehearsal> {
    let found = prices::rehearse(&visit.app.services, &visit.actor, id).await?;
    let group = |one: prices::Merchants| Merchants {
        named: one.named,
        count: one.count,
        offer: one.offer,
        changes: one.changes,
    };
    Ok(Rehearsal {
        from: Some(listed.row.line.from.max(material.today)),
        changed: found.changed.into_iter().map(group).collect(),
        kept: found.kept,
    })
}
