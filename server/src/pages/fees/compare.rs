//! `/t/{slug}/console/fees`: what channels cost on a mix. The question stands in the address.

use super::{
    super::query::{Pairs, address, given},
    asked::{self, Asked},
    mixes, sheet,
};
use crate::web::{Fault, PageResult, Visit};
use app::{
    pages::fees::compare::{self, Board, Face, Model, PATH},
    ui::FormState,
};
use axum::{
    extract::Query,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    fees::{
        Shelf,
        compared::Compared,
        sales::{PRESETS, Preset},
    },
    money::Currency,
};
use services::{applications::today, fees};
use std::sync::Arc;

/// `GET /t/{slug}/console/fees`
pub(super) async fn show(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    let (status, model) = compared(&visit, &pairs).await?;
    Ok(visit.page_with(status, compare::page(&visit.frame, &model)))
}

/// `GET /t/{slug}/console/fees.csv`: the same question's numbers as a file.
pub(super) async fn sheet(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    let (status, model) = compared(&visit, &pairs).await?;
    Ok(file(&visit, status, &model))
}

/// The numbers as a file; what can't be used is said where it can be put right, and nothing asked begins the page.
pub(super) fn file(visit: &Visit, status: StatusCode, model: &Model) -> Response {
    let Some(board) = &model.board else {
        if status == StatusCode::OK {
            return visit.see_other(&visit.frame.at(model.face.path()));
        }
        return visit.page_with(status, compare::page(&visit.frame, model));
    };
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"comparison.csv\""),
    ];
    (headers, sheet::written(board, &model.face)).into_response()
}

/// What an address comes to, and its status.
async fn compared(visit: &Visit, pairs: &Pairs) -> Result<(StatusCode, Model), Fault> {
    visit.signed_in()?;
    fees::may_compare(&visit.actor)?;
    let stored = match given(pairs, "stored") {
        Some(id) => Some(mixes::stored(visit, None, id).await?),
        None => None,
    };
    let begin = asked::begin();
    let current_days = visit.tenant()?.policy.claim_days;
    let mut form = asked::form(pairs, &begin, stored.as_ref().map(|(head, _)| head));
    let asked = if pairs.is_empty() { None } else { asked::read(&mut form) };
    let status = status(pairs.is_empty(), asked.as_ref());
    let (board, shelf) = match asked {
        Some(asked) => {
            let question = asked.question(stored.as_ref().map(|(_, mix)| mix));
            let (compared, shelf) = fees::board(&visit.app.services, &visit.actor, question).await?;
            (Some(board(visit, PATH, pairs, &asked, compared, current_days)), shelf)
        }
        None => (None, Arc::new(Shelf::published(Arc::clone(&visit.app.services.fees)))),
    };
    let model = Model {
        face: Face::Console,
        currencies: currencies(visit, &form).await?,
        presets: chips(visit, PATH, (&form, &begin), pairs),
        shelf,
        stored: stored.map(|(head, _)| mixes::line(head)),
        form,
        board,
    };
    Ok((status, model))
}

/// The currencies that can be asked about: those to begin with, those with a rate, and whichever the form has.
pub(super) async fn currencies(visit: &Visit, form: &FormState) -> Result<Vec<String>, Fault> {
    let services = &visit.app.services;
    let rates = fees::rates::exchange(services, &visit.actor, today("CN", services.now())).await?;
    let mut all: Vec<String> = compare::CURRENCIES.iter().map(|code| (*code).to_owned()).collect();
    let asked = ["currency", "shown"].map(|name| form.value(name));
    let asked = asked.into_iter().filter(|code| Currency::get(code).is_some());
    for code in rates.lines().map(|(code, _)| code).chain(asked) {
        if !all.iter().any(|known| known == code) {
            all.push(code.to_owned());
        }
    }
    Ok(all)
}

/// A question that can't be used is refused; one that wasn't asked isn't.
pub(super) const fn status(begun: bool, asked: Option<&Asked>) -> StatusCode {
    if begun || asked.is_some() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// What came of a question, with the same question's other addresses.
pub(super) fn board(
    visit: &Visit,
    path: &str,
    pairs: &Pairs,
    asked: &Asked,
    compared: Compared,
    current_days: u16,
) -> Board {
    Board {
        currency: asked.shown.clone(),
        rows: compared.rows,
        tickets: compared.tickets,
        weights: asked.weights,
        ranking: compared.ranking,
        pair: compared.pair,
        on: compared.on,
        exchange: compared.exchange,
        unpriced: compared.unpriced,
        current_days,
        printed: given(pairs, "print").is_some(),
        file: again(visit, &format!("{path}.csv"), pairs, &[]),
        paper: again(visit, path, pairs, &[("print", "yes")]),
    }
}

/// The same question at another address.
fn again(visit: &Visit, path: &str, pairs: &Pairs, more: &[(&str, &str)]) -> String {
    let asked = pairs.iter().filter(|(name, _)| name != "print");
    let asked: Vec<(&str, &str)> = asked.map(|(name, value)| (name.as_str(), value.as_str())).collect();
    address(&visit.frame.at(path), &[&asked[..], more].concat())
}

/// Kinds of business, each with the address that asks about it: a short one where nothing else was chosen.
pub(super) fn chips(
    visit: &Visit,
    path: &str,
    (form, begin): (&FormState, &FormState),
    pairs: &Pairs,
) -> Vec<(&'static str, String, bool)> {
    let chosen = given(pairs, "preset").and_then(Preset::get);
    let merchant = given(pairs, "merchant");
    let chip = |preset: &'static Preset| {
        let filled = asked::pairs(&asked::preset(preset, form));
        let plain = filled == asked::pairs(&asked::preset(preset, begin));
        let mut pairs: Vec<(&str, &str)> = vec![("preset", preset.code)];
        pairs.extend(merchant.map(|id| ("merchant", id)));
        if !plain {
            pairs.extend(filled.iter().map(|(name, value)| (*name, value.as_str())));
        }
        (preset.code, address(&visit.frame.at(path), &pairs), chosen == Some(preset))
    };
    PRESETS.iter().map(chip).collect()
}
