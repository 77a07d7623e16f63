//! `/t/{slug}/console/fees/offers/new`: an offer is proposed, line by line. Lines that were added travel with the form as
//! they were read, and are checked again with the whole.

use super::super::prices::{choices, fresh, typed};
use crate::{
    pages::query::{Pairs, given},
    web::{PageResult, Visit, forms},
};
use app::{
    pages::fees::offers::propose::{self as page, Model},
    ui::FormState,
};
use axum::{Form, extract::Query, http::StatusCode};
use domain::{OfferId, fees::offer::Line};
use services::{
    Refusal, ServiceError,
    error::FieldError,
    fees::{
        offers,
        prices::{self, Material, NewLine},
    },
};

/// The fields that say that a line was begun.
const BEGUN: [&str; 3] = ["channel", "percent", "beneath"];

/// `GET /t/{slug}/console/fees/offers/new?merchant=…`
pub(super) async fn show(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    prices::may_keep(&visit.actor)?;
    let material = prices::material(&visit.app.services, &visit.actor).await?;
    let form = fresh(&material).with("number", given(&pairs, "merchant").unwrap_or_default());
    Ok(shown(&visit, &material, StatusCode::OK, (form, vec![])))
}

/// `POST /t/{slug}/console/fees/offers/new`
pub(super) async fn take(visit: Visit, Form(pairs): Form<Pairs>) -> PageResult {
    visit.signed_in()?;
    prices::may_keep(&visit.actor)?;
    let material = prices::material(&visit.app.services, &visit.actor).await?;
    let mut form = FormState::sent(pairs);
    let mut lines = kept(&form);
    form.set_all("out", Vec::new());
    let adds = form.value("act") == "add";
    let begun = BEGUN.iter().any(|name| !form.value(name).is_empty());
    let new = if begun || adds || lines.is_empty() {
        let Some(new) = typed(&mut form) else {
            if !adds && !is_known(&visit, form.value("number")).await? {
                form.refuse("number", "offers-error-number");
            }
            return Ok(shown(&visit, &material, StatusCode::UNPROCESSABLE_ENTITY, (form, lines)));
        };
        Some(new)
    } else {
        None
    };
    if let (Some(new), true) = (&new, adds) {
        // What is wrong with it is said now, not once all of them are there.
        let next = fresh(&material).with("number", form.value("number"));
        let (status, form) = match forms::again(prices::check(new, &material), form)? {
            Ok(line) => {
                lines.push(line);
                (StatusCode::OK, next)
            }
            Err(form) => (StatusCode::UNPROCESSABLE_ENTITY, form),
        };
        return Ok(shown(&visit, &material, status, (form, lines)));
    }
    proposed(&visit, &material, (form, lines), new).await
}

/// Whether there is a merchant with a number.
async fn is_known(visit: &Visit, number: &str) -> Result<bool, ServiceError> {
    match offers::by_number(&visit.app.services, &visit.actor, number).await {
        Ok(_) => Ok(true),
        Err(ServiceError::NotFound) => Ok(false),
        Err(other) => Err(other),
    }
}

/// The lines that travelled, less those that were ticked.
fn kept(form: &FormState) -> Vec<Line> {
    let out: Vec<usize> = form.values("out").iter().filter_map(|at| at.parse().ok()).collect();
    let lines = form.values("line").iter().enumerate().filter(|(at, _)| !out.contains(at));
    lines.filter_map(|(_, line)| serde_json::from_str(line).ok()).collect()
}

fn again(line: &Line) -> NewLine {
    let Line { claim, beneath, from, to } = line.clone();
    NewLine { claim, beneath, from: Some(from), to, replaces: None }
}

async fn proposed(
    visit: &Visit,
    material: &Material,
    (form, lines): (FormState, Vec<Line>),
    new: Option<NewLine>,
) -> PageResult {
    let done = propose(visit, material, (form.value("number"), &lines), new).await;
    match forms::again(done, form)? {
        Ok(id) => {
            let path = visit.frame.at(&format!("/console/fees/offers/{id}"));
            Ok(visit.see_other_saying(&path, "offer-proposed"))
        }
        Err(form) => Ok(shown(visit, material, StatusCode::UNPROCESSABLE_ENTITY, (form, lines))),
    }
}

/// Proposes, with everything said at once that is wrong with the merchant's number and the last line.
async fn propose(
    visit: &Visit,
    material: &Material,
    (number, lines): (&str, &[Line]),
    new: Option<NewLine>,
) -> Result<OfferId, ServiceError> {
    let mut refusal = Refusal::default();
    let merchant = match offers::by_number(&visit.app.services, &visit.actor, number).await {
        Ok(merchant) => Some(merchant.id),
        Err(ServiceError::NotFound) => {
            refusal.fields.push(FieldError::new("number", "offers-error-number"));
            None
        }
        Err(other) => return Err(other),
    };
    if let Some(Err(ServiceError::Refused(wrong))) = new.as_ref().map(|new| prices::check(new, material)) {
        refusal.fields.extend(wrong.fields);
    }
    let Some(merchant) = merchant.filter(|_| refusal.fields.is_empty()) else { return Err(refusal.into()) };
    let all: Vec<NewLine> = lines.iter().map(again).chain(new).collect();
    let done = offers::propose(&visit.app.services, &visit.actor, merchant, &all).await;
    done.map_err(|error| placed(visit, error, lines.len()))
}

/// What is wrong with the last line stands at its fields; with one that was added before, at the lines so far.
fn placed(visit: &Visit, error: ServiceError, added: usize) -> ServiceError {
    let ServiceError::Refused(mut refusal) = error else { return error };
    for error in &mut refusal.fields {
        let Some((at, field)) = error.field.strip_prefix("line.").and_then(|place| place.split_once('.'))
        else {
            continue;
        };
        if at.parse::<usize>().is_ok_and(|at| at > added) {
            error.field = field.to_owned();
        } else {
            let what = visit.frame.ta(&error.key, &error.args);
            let args = vec![("at", at.to_owned()), ("what", what)];
            *error = FieldError { args, ..FieldError::new("out", "offers-error-line") };
        }
    }
    ServiceError::Refused(refusal)
}

fn shown(
    visit: &Visit,
    material: &Material,
    status: StatusCode,
    (form, lines): (FormState, Vec<Line>),
) -> axum::response::Response {
    let travels = |line: &Line| serde_json::to_string(line).unwrap_or_default();
    let model = Model {
        lines: lines.iter().map(|line| (line.claim.clone(), travels(line))).collect(),
        beneath: choices(visit, &material.costs),
        form,
    };
    visit.page_with(status, page::page(&visit.frame, &model))
}
