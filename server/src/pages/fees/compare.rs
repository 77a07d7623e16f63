//! `/t/{slug}/console/fees`: what channels cost on a mix. The question stands in the address.

use super::{
    super::query::{Pairs, address, given},
    asked::{self, Asked},
    mixes,
};
use crate::web::{PageResult, Visit};
use app::{
    pages::fees::compare::{self, Board, Model},
    ui::FormState,
};
use axum::{extract::Query, http::StatusCode};
use domain::fees::{
    Shelf,
    sales::{PRESETS, Preset},
    stored::Stored,
};
use services::fees::{self, Question};
use std::sync::Arc;

const PATH: &str = "/console/fees";

/// `GET /t/{slug}/console/fees`
pub(super) async fn show(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    fees::may_compare(&visit.actor)?;
    let stored = match given(&pairs, "stored") {
        Some(id) => Some(mixes::stored(&visit, id).await?),
        None => None,
    };
    let mut form = asked::form(&pairs, stored.as_ref().map(|(head, _)| head));
    let empty = pairs.is_empty();
    let asked = if empty { None } else { asked::read(&mut form) };
    let status = if empty || asked.is_some() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (board, shelf) = match asked {
        Some(asked) => {
            let (board, shelf) = board(&visit, asked, stored.as_ref().map(|(_, mix)| mix)).await?;
            (Some(board), shelf)
        }
        None => (None, Arc::new(Shelf::published(Arc::clone(&visit.app.services.fees)))),
    };
    let chosen = given(&pairs, "preset").and_then(Preset::get);
    let model = Model {
        presets: PRESETS.iter().map(|preset| link(&visit, preset, &form, chosen)).collect(),
        shelf,
        stored: stored.map(|(head, _)| mixes::line(head)),
        form,
        board,
    };
    Ok(visit.page_with(status, compare::page(&visit.frame, &model)))
}

async fn board(
    visit: &Visit,
    asked: Asked,
    stored: Option<&Stored>,
) -> Result<(Board, Arc<Shelf>), services::ServiceError> {
    let question = Question {
        mix: stored.map_or_else(|| asked.sales.mix(), |stored| stored.segments(&asked.sales.common)),
        currency: asked.currency.clone(),
        annual_rate: asked.waiting,
        on: asked.on,
        with_unverified: asked.with_unverified,
    };
    let (rows, shelf) = fees::board(&visit.app.services, &visit.actor, question).await?;
    Ok((Board { currency: asked.currency, rows }, shelf))
}

/// A kind of business with the address that asks about it.
fn link(
    visit: &Visit,
    preset: &'static Preset,
    form: &FormState,
    chosen: Option<&Preset>,
) -> (&'static str, String, bool) {
    let filled = asked::pairs(&asked::preset(preset, form));
    let mut pairs: Vec<(&str, &str)> = vec![("preset", preset.code)];
    pairs.extend(filled.iter().map(|(name, value)| (*name, value.as_str())));
    (preset.code, address(&visit.frame.at(PATH), &pairs), chosen == Some(preset))
}
