//! Handlers of prices: the tenant's list, one line and its answer, a new one; and a merchant's own.

mod line;
mod list;
mod own;
mod propose;

use super::claim_input;
use crate::web::{AppState, Fault, Visit};
use app::{
    pages::fees::{
        figures,
        prices::{Beneath, line::Answer, words},
    },
    ui::FormState,
};
use axum::{Router, routing::get};
use domain::{
    PriceId,
    applications::{answers::day_from_parts, kinds::iso_date},
    fees::offer::Grounds,
};
use services::{
    Result, ServiceError,
    fees::{
        Cost, Costs,
        prices::{self, Material, NewLine},
    },
};
use time::Date;

/// The routes.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/console/fees/prices", get(list::show))
        .route("/t/{slug}/console/fees/prices.csv", get(list::csv))
        .route("/t/{slug}/console/fees/prices/new", get(propose::show).post(propose::take))
        .route("/t/{slug}/console/fees/prices/{id}", get(line::show))
        .route("/t/{slug}/console/fees/prices/{id}/approve", get(line::back).post(line::approve))
        .route("/t/{slug}/console/fees/prices/{id}/decline", get(line::back).post(line::decline))
        .route("/t/{slug}/prices", get(own::show))
        .route("/t/{slug}/offers/{id}/accept", get(own::back).post(own::accept))
}

/// The line an address names; what is no id names none.
fn price(id: &str) -> Result<PriceId> {
    id.parse().map_err(|_| ServiceError::NotFound)
}

/// A claim of cost in a few words, with the way to where it is shown.
pub(super) fn beneath(visit: &Visit, id: &str, cost: &Cost) -> Beneath {
    let frame = &visit.frame;
    let channel = cost.claim.channel.clone().unwrap_or_default();
    let published = visit.app.services.fees.get(id);
    let contract = || cost.contract.clone().unwrap_or_else(|| id.to_owned());
    let name = published.map_or_else(contract, |one| one.name.get(frame.lang).to_owned());
    let short = published.map_or_else(|| words::short(frame, &cost.claim), |one| figures::short(frame, one));
    let href = match published {
        Some(_) => frame.at(&format!("/channels/{channel}#{id}")),
        None => frame.at(&format!("/console/fees/claims/{id}")),
    };
    Beneath { name, channel, own: cost.own, short, href: Some(href) }
}

/// Every claim that a price may stand on, the tenant's own first, then by channel.
pub(super) fn choices(visit: &Visit, costs: &Costs) -> Vec<(String, Beneath)> {
    let mut all: Vec<_> = costs.iter().map(|(id, cost)| (id.to_owned(), beneath(visit, id, cost))).collect();
    all.sort_by(|(_, a), (_, b)| (!a.own, &a.channel, &a.name).cmp(&(!b.own, &b.channel, &b.name)));
    all
}

/// The line that a form tells; nothing where something can't be read, which the form then says.
pub(super) fn typed(form: &mut FormState) -> Option<NewLine> {
    let claim = claim_input::read(form);
    let (from, to) = (day(form, "from"), day(form, "to"));
    let replaces = match form.value("replaces") {
        "" => Some(None),
        id => id.parse().ok().map(Some),
    };
    let beneath = form.value("beneath").to_owned();
    Some(NewLine { claim: claim?, beneath, from: from.ok()?, to: to.ok()?, replaces: replaces? })
}

/// A day of three inputs; nothing where they are empty.
fn day(form: &mut FormState, name: &str) -> Result<Option<Date>, ()> {
    let part = |which: &str| form.value(&format!("{name}_{which}")).to_owned();
    let typed = day_from_parts(&part("year"), &part("month"), &part("day"));
    if typed.is_empty() {
        return Ok(None);
    }
    iso_date::parse(&typed).map(Some).ok_or_else(|| form.refuse(name, "error-date"))
}

/// A new form: nothing costs anything, and it holds from today on.
pub(super) fn fresh(material: &Material) -> FormState {
    let mut form = claim_input::fresh(FormState::default());
    form.set_date("from", material.today);
    form
}

/// What the second person can do, with what they typed and what came of it.
pub(super) fn answer(
    (answer, approve): (std::result::Result<(), &'static str>, std::result::Result<(), &'static str>),
    grounds: Option<Grounds>,
    (form, trouble): (FormState, Option<&str>),
) -> Answer {
    Answer {
        form,
        why_not: answer.err(),
        only_decline: approve.err(),
        grounds,
        trouble: trouble.map(str::to_owned),
    }
}

/// What comes of an answer: done, or the form again with its status and why.
pub(super) enum Came {
    Done,
    Again(axum::http::StatusCode, FormState, Option<&'static str>),
}

/// Sorts what comes of an answer.
pub(super) fn came(done: Result<()>, typed: FormState) -> std::result::Result<Came, Fault> {
    use axum::http::StatusCode;
    match done {
        Err(ServiceError::Conflict(key)) if key.contains("-why-") => {
            Ok(Came::Again(StatusCode::CONFLICT, typed, Some(key)))
        }
        other => Ok(match crate::web::forms::again(other, typed)? {
            Ok(()) => Came::Done,
            Err(form) => Came::Again(StatusCode::UNPROCESSABLE_ENTITY, form, None),
        }),
    }
}

/// An answer as it was posted: approved with a reason, or declined.
pub(super) fn approving(form: &FormState) -> prices::Answer {
    prices::Answer::Approve { reason: form.value("reason").to_owned() }
}
