//! `/t/{slug}/console/fees/offers`: every offer, by its state.

use crate::{
    pages::query::{Pairs, address, given},
    web::{
        PageResult, Visit,
        csv::{self, Holds},
    },
};
use app::pages::{
    fees::offers::list::{self as page, Model, Row},
    sheets::OFFERS,
};
use axum::extract::Query;
use domain::{
    fees::offer::{Judgement, StandingKind},
    permissions::Act,
};
use services::fees::offers::{self, Filter, Listed};

const PATH: &str = "/console/fees/offers";

/// `GET /t/{slug}/console/fees/offers?state=…&before=…`
pub(super) async fn show(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    let standing = given(&pairs, "state").and_then(StandingKind::from_word);
    let before = given(&pairs, "before").and_then(|id| id.parse().ok());
    let filter = Filter { standing, before, ..Filter::default() };
    let (listed, next) = offers::all(&visit.app.services, &visit.actor, &filter).await?;
    let path = visit.frame.at(PATH);
    let at = |standing: Option<StandingKind>, before: Option<String>| {
        let state = standing.map(|kind| ("state", kind.word()));
        let pairs: Vec<(&str, &str)> =
            state.into_iter().chain(before.as_deref().map(|id| ("before", id))).collect();
        address(&path, &pairs)
    };
    let state = |kind: Option<StandingKind>| (kind, at(kind, None), kind == standing);
    let model = Model {
        rows: listed.into_iter().map(row).collect(),
        states: std::iter::once(None).chain(StandingKind::ALL.iter().copied().map(Some)).map(state).collect(),
        proposes: visit.actor.may(Act::ManageFees),
        first: before.map(|_| at(standing, None)),
        next: next.map(|id| at(standing, Some(id.to_string()))),
    };
    Ok(visit.page(page::page(&visit.frame, &model)))
}

/// `GET /t/{slug}/console/fees/offers.csv`: the same offers as a file.
pub(super) async fn csv(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    let standing = given(&pairs, "state").and_then(StandingKind::from_word);
    csv::file(visit, &OFFERS, Holds::Persons, move |visit, before| async move {
        let filter = Filter { standing, before, ..Filter::default() };
        let (listed, next) = offers::all(&visit.app.services, &visit.actor, &filter).await?;
        Ok((listed.into_iter().map(row).collect(), next))
    })
    .await
}

fn row(Listed { offer, judgements, .. }: Listed) -> Row {
    Row {
        id: offer.id.to_string(),
        merchant: offer.name,
        number: offer.number.unwrap_or_default(),
        version: offer.version,
        lines: offer.lines.len(),
        kind: offer.standing.kind(),
        least: least(judgements),
        proposed: (offer.proposed_by, offer.proposed_at),
    }
}

/// The line that leaves the least; one whose cost can't be told comes before all others.
fn least(judgements: Vec<Judgement>) -> Judgement {
    let share =
        |judged: &Judgement| judged.worst().and_then(|mix| mix.margin().map(|margin| mix.share(margin)));
    judgements.into_iter().min_by_key(share).unwrap_or_default()
}
