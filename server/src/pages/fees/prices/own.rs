//! `/t/{slug}/prices`: what the reader's merchants pay, and an offer that waits for their word.

use crate::web::{PageResult, Visit};
use app::{
    pages::fees::prices::own::{self as page, Merchant, Model, Waiting},
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode};
use domain::OfferId;
use services::{
    ServiceError,
    fees::offers::{self, Mine},
};

/// `GET /t/{slug}/prices`
pub(super) async fn show(visit: Visit) -> PageResult {
    visit.signed_in()?;
    shown(&visit, StatusCode::OK, None).await
}

/// Whoever comes back to the button's own address sees the prices.
pub(super) async fn back(visit: Visit) -> PageResult {
    Ok(visit.see_other(&visit.frame.at("/prices")))
}

/// `POST /t/{slug}/offers/{id}/accept`
pub(super) async fn accept(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> PageResult {
    visit.signed_in()?;
    let id: OfferId = id.parse().map_err(|_| ServiceError::NotFound)?;
    let version = FormState::sent(pairs).value("version").parse().unwrap_or_default();
    let address = visit.address.to_canonical();
    match offers::accept(&visit.app.services, &visit.actor, id, version, address).await {
        Ok(()) => Ok(visit.see_other_saying(&visit.frame.at("/prices"), "offer-accepted")),
        Err(ServiceError::Conflict(key)) if key.starts_with("offers-why-") => {
            shown(&visit, StatusCode::CONFLICT, Some(key)).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn shown(visit: &Visit, status: StatusCode, trouble: Option<&str>) -> PageResult {
    let mine = offers::mine(&visit.app.services, &visit.actor).await?;
    let merchant = |one: Mine| Merchant {
        name: one.merchant.name,
        prices: one.prices,
        accepted: one.accepted,
        waiting: one.waiting.map(|waiting| Waiting {
            id: waiting.id.to_string(),
            version: waiting.version,
            prices: waiting.prices,
            accept: waiting.accept,
        }),
    };
    let model =
        Model { merchants: mine.into_iter().map(merchant).collect(), trouble: trouble.map(str::to_owned) };
    Ok(visit.page_with(status, page::page(&visit.frame, &model)))
}
