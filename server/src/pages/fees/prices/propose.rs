//! `/t/{slug}/console/fees/prices/new`: a line is proposed, of its own or in another's place.

use super::{choices, fresh, price, typed};
use crate::{
    pages::{
        fees::claim_input,
        query::{Pairs, given},
    },
    web::{PageResult, Visit, forms},
};
use app::{
    pages::fees::prices::propose::{self as page, Model},
    ui::FormState,
};
use axum::{Form, extract::Query, http::StatusCode};
use services::{
    Result, ServiceError,
    fees::prices::{self, Material},
};
use time::Date;

/// `GET /t/{slug}/console/fees/prices/new?replaces=…`
pub(super) async fn show(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    prices::may_keep(&visit.actor)?;
    let material = prices::material(&visit.app.services, &visit.actor).await?;
    let form = match given(&pairs, "replaces") {
        None => fresh(&material),
        Some(id) => {
            let (listed, _) = prices::one(&visit.app.services, &visit.actor, price(id)?).await?;
            let line = &listed.row.line;
            let mut form = claim_input::fill(FormState::default(), &line.claim)
                .with("replaces", listed.row.id.to_string())
                .with("beneath", line.beneath.clone());
            form.set_date("from", material.today);
            form
        }
    };
    shown(&visit, &material, StatusCode::OK, form).await
}

/// `POST /t/{slug}/console/fees/prices/new`
pub(super) async fn take(visit: Visit, Form(pairs): Form<Pairs>) -> PageResult {
    visit.signed_in()?;
    prices::may_keep(&visit.actor)?;
    let mut form = FormState::sent(pairs);
    let material = prices::material(&visit.app.services, &visit.actor).await?;
    let Some(new) = typed(&mut form) else {
        return shown(&visit, &material, StatusCode::UNPROCESSABLE_ENTITY, form).await;
    };
    match forms::again(prices::propose(&visit.app.services, &visit.actor, &new).await, form)? {
        Ok(id) => {
            let path = visit.frame.at(&format!("/console/fees/prices/{id}"));
            Ok(visit.see_other_saying(&path, "price-proposed"))
        }
        Err(form) => shown(&visit, &material, StatusCode::UNPROCESSABLE_ENTITY, form).await,
    }
}

async fn shown(visit: &Visit, material: &Material, status: StatusCode, form: FormState) -> PageResult {
    let replaces = replaced(visit, form.value("replaces")).await?;
    let model = Model { beneath: choices(visit, &material.costs), replaces, form };
    Ok(visit.page_with(status, page::page(&visit.frame, &model)))
}

/// Since when the line holds in whose place the new one comes.
async fn replaced(visit: &Visit, id: &str) -> Result<Option<Date>> {
    let Ok(id) = price(id) else { return Ok(None) };
    match prices::one(&visit.app.services, &visit.actor, id).await {
        Ok((listed, _)) => Ok(Some(listed.row.line.from)),
        Err(ServiceError::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}
