//! `/t/{slug}/console/fees/claims`: what stands, what waits, what has gone; and for how long a claim is current.

use super::{
    super::super::query::{Pairs, address, given},
    PATH, line,
};
use crate::web::{
    PageResult, Visit,
    csv::{self, Holds},
    forms,
};
use app::{
    pages::fees::own::list::{self as page, Model},
    pages::sheets::CLAIMS,
    ui::FormState,
};
use axum::{Form, extract::Query, http::StatusCode};
use domain::{FeeClaimId, permissions::Act};
use services::{
    ServiceError,
    fees::claims::{self, Listed, Shown},
};
use std::collections::BTreeMap;
use store::tenants;
use time::Date;

/// What is shown on a day.
type Which = fn(Date) -> Shown;

/// What can be shown, by its word in the address.
const SHOWN: [(&str, Which); 3] =
    [("standing", Shown::Standing), ("waiting", |_| Shown::Waiting), ("past", Shown::Past)];

/// `GET /t/{slug}/console/fees/claims`
pub(super) async fn show(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    shown(&visit, &pairs, (StatusCode::OK, None), None).await
}

/// `GET /t/{slug}/console/fees/claims.csv`: the list in words; what can be brought in again is `export.csv`.
pub(super) async fn csv(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    let (_, which) = chosen(&pairs);
    csv::file(visit, &CLAIMS, Holds::Persons, move |visit, before| async move {
        let (listed, next) = claims::list(&visit.app.services, &visit.actor, which, before).await?;
        Ok((listed.into_iter().map(line).collect(), next))
    })
    .await
}

/// What an address asks to be shown.
fn chosen(pairs: &Pairs) -> (&'static str, Which) {
    let chosen = given(pairs, "show").and_then(|word| SHOWN.iter().find(|(known, _)| *known == word));
    *chosen.unwrap_or(&SHOWN[0])
}

/// Whoever comes back to a form's own address sees the list.
pub(super) async fn back(visit: Visit) -> PageResult {
    Ok(visit.see_other(&visit.frame.at(PATH)))
}

/// The list, with what was typed into the form of the limit, and why nothing was done.
pub(super) async fn shown(
    visit: &Visit,
    pairs: &Pairs,
    (status, typed): (StatusCode, Option<FormState>),
    trouble: Option<&str>,
) -> PageResult {
    let (word, which) = chosen(pairs);
    let before: Option<FeeClaimId> = given(pairs, "before").and_then(|id| id.parse().ok());
    let (listed, next) = claims::list(&visit.app.services, &visit.actor, which, before).await?;
    let path = visit.frame.at(PATH);
    let link = |word: &str, before: &str| {
        let all = [("show", word), ("before", before)];
        address(&path, &all.into_iter().filter(|(_, value)| !value.is_empty()).collect::<Vec<_>>())
    };
    let model = Model {
        chips: SHOWN.iter().map(|(known, _)| (*known, link(known, ""), *known == word)).collect(),
        imports: imports(&listed),
        lines: listed.into_iter().map(line).collect(),
        manages: visit.actor.may(Act::ManageFees),
        limit: match typed {
            Some(typed) => typed,
            None => as_saved(visit).await?,
        },
        trouble: trouble.map(str::to_owned),
        first: before.map(|_| link(word, "")),
        next: next.map(|id| link(word, &id.to_string())),
    };
    Ok(visit.page_with(status, page::page(&visit.frame, &model)))
}

/// Imports whose claims wait for this reader's second word.
fn imports(listed: &[Listed]) -> Vec<(String, usize)> {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for one in listed.iter().filter(|one| one.answer.is_ok()) {
        if let Some(id) = one.kept.import {
            *found.entry(id.to_string()).or_default() += 1;
        }
    }
    found.into_iter().collect()
}

async fn as_saved(visit: &Visit) -> Result<FormState, ServiceError> {
    let tenant = tenants::by_id(&visit.app.services.db, visit.actor.tenant()).await?;
    let days = tenant.policy.claim_days.to_string();
    Ok(FormState::default().with("days", days).with("version", tenant.version.to_string()))
}

/// `POST /t/{slug}/console/fees/claims/limit`
pub(super) async fn limit(visit: Visit, Form(pairs): Form<Vec<(String, String)>>) -> PageResult {
    visit.signed_in()?;
    let sent = FormState::sent(pairs);
    claims::may_propose(&visit.actor)?;
    let fresh = as_saved(&visit).await?;
    let version = sent.value("version").parse().map_err(|_| ServiceError::Conflict("error-stale"))?;
    let done = claims::save_limit(&visit.app.services, &visit.actor, (sent.value("days"), version)).await;
    match forms::again_over(done, sent, fresh.value("version"))? {
        Ok(()) => Ok(visit.see_other_saying(&visit.frame.at(PATH), "saved")),
        Err((status, form)) => shown(&visit, &Vec::new(), (status, Some(form)), None).await,
    }
}
