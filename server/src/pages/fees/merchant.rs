//! `/t/{slug}/prices/compare`: a merchant's own comparison, by what it pays.

use super::{
    super::query::{Pairs, given},
    asked,
    compare::{board, chips, currencies, file, status},
    mixes,
};
use crate::web::{Fault, PageResult, Visit};
use app::{
    pages::fees::compare::{self, Face, Model, OWN},
    ui::FormState,
};
use axum::{extract::Query, http::StatusCode};
use domain::{
    MerchantId,
    fees::{Shelf, dimensions, published::CURRENT_DAYS},
};
use services::{
    ServiceError,
    fees::merchant::{self, Begun},
};
use std::sync::Arc;

/// `GET /t/{slug}/prices/compare`
pub(super) async fn show(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    let (status, model) = compared(&visit, &pairs).await?;
    Ok(visit.page_with(status, compare::page(&visit.frame, &model)))
}

/// `GET /t/{slug}/prices/compare.csv`: the same question's numbers as a file.
pub(super) async fn sheet(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    let (status, model) = compared(&visit, &pairs).await?;
    Ok(file(&visit, status, &model))
}

async fn compared(visit: &Visit, pairs: &Pairs) -> Result<(StatusCode, Model), Fault> {
    visit.signed_in()?;
    let wanted: Option<MerchantId> = match given(pairs, "merchant") {
        Some(id) => Some(id.parse().map_err(|_| ServiceError::NotFound)?),
        None => None,
    };
    let begun = merchant::begin(&visit.app.services, &visit.actor, wanted).await?;
    let stored = match given(pairs, "stored") {
        Some(id) => Some(mixes::stored(visit, Some(begun.merchant), id).await?),
        None => None,
    };
    // Whoever chose a merchant alone has asked nothing yet.
    let empty = pairs.iter().all(|(name, _)| name == "merchant");
    let begin = filled(&begun);
    let head = stored.as_ref().map(|(head, _)| head);
    let mut form = if empty { begin.clone() } else { asked::form(pairs, &begin, head) };
    form.set("merchant", wanted.map(|id| id.to_string()).unwrap_or_default());
    let asked = if empty { None } else { asked::read(&mut form) };
    let status = status(empty, asked.as_ref());
    let (mut answered, mut agreed) = (None, Vec::new());
    if let Some(asked) = asked {
        let services = &visit.app.services;
        let (compared, own) = merchant::board(
            services,
            &visit.actor,
            begun.merchant,
            asked.question(stored.as_ref().map(|(_, mix)| mix)),
        )
        .await?;
        answered = Some(board(visit, OWN, pairs, &asked, compared, CURRENT_DAYS));
        agreed = own;
    }
    let model = Model {
        presets: chips(visit, OWN, (&form, &begin), pairs),
        face: face(visit, &begun, agreed),
        // What is published alone: of the tenant's own claims nothing is looked up.
        shelf: Arc::new(Shelf::published(Arc::clone(&visit.app.services.fees))),
        stored: stored.map(|(head, _)| mixes::line(head)),
        currencies: currencies(visit, &form).await?,
        form,
        board: answered,
    };
    Ok((status, model))
}

/// The form as it begins: with what the application says of country, kind and line of business.
fn filled(begun: &Begun) -> FormState {
    let mut form = asked::begin();
    let country = begun.country.as_deref().filter(|code| dimensions::countries().any(|known| known == *code));
    let known = [("country", country), ("subject", begun.subject), ("industry", begun.industry.as_deref())];
    for (name, value) in known {
        if let Some(value) = value {
            form.set(name, value);
        }
    }
    form
}

fn face(visit: &Visit, begun: &Begun, agreed: Vec<String>) -> Face {
    let merchants = begun.merchants.iter().map(|(id, name)| {
        let href = visit.frame.at(&format!("{OWN}?merchant={id}"));
        (name.clone(), href, *id == begun.merchant)
    });
    Face::Merchant { merchant: begun.merchant.to_string(), merchants: merchants.collect(), agreed }
}
