//! Channels in their order by the reader's weights, why they stand where they stand, the facts behind every score,
//! those that stand apart, and the best pair.

use super::{super::words, Board, outcome};
use crate::{
    Frame,
    pages::applications::words::dashed,
    ui::{Banner, Choice, Column, Form, Table, Tone, disclosure, format},
};
use domain::{
    channels::catalogue::Fact,
    fees::{
        board::Row,
        pair::Pair,
        ranking::{Aside, Criterion, Mark, Placed, Unserved, Weights},
    },
};
use leptos::prelude::*;

/// The name of a criterion's weight in the address.
pub fn weight(criterion: Criterion) -> String {
    format!("w_{criterion}")
}

/// The weights to choose, each from 0 to 10.
pub(super) fn weights(frame: &Frame, form: &Form<'_>) -> AnyView {
    let fields: Vec<_> = Criterion::ALL
        .iter()
        .map(|criterion| {
            let choices =
                (0..=Weights::MOST).map(|weight| Choice::new(weight.to_string(), weight.to_string()));
            form.select(&weight(*criterion), called(frame, *criterion), choices.collect()).view()
        })
        .collect();
    let names =
        Criterion::ALL.iter().map(|criterion| (weight(*criterion), Weights::default().of(*criterion)));
    let mut names =
        names.map(|(name, usual)| (form.value(&name) == usual.to_string(), form.is_refused(&name)));
    let open = names.any(|(usual, refused)| !usual || refused);
    let fields = view! {
        <fieldset class="columns">
            <legend class="visually-hidden">{frame.t("ranking-weights")}</legend>
            {fields}
        </fieldset>
    };
    disclosure(frame.t("ranking-weights"), open, fields)
}

/// What a criterion is called.
pub(super) fn called(frame: &Frame, criterion: Criterion) -> String {
    frame.t(&format!("ranking-{}", dashed(criterion.word())))
}

/// The section; nothing where nothing is ranked and nothing stands apart.
pub(super) fn section(frame: &Frame, board: &Board) -> AnyView {
    let ranking = &board.ranking;
    let places: Vec<(&Placed, &Row)> =
        ranking.placed.iter().filter_map(|placed| Some((placed, board.rows.get(placed.row)?))).collect();
    let marks: Vec<_> = places.iter().map(|(placed, row)| facts(frame, board, placed, row)).collect();
    let ranked = (!places.is_empty()).then(|| {
        view! {
            {first(frame, board, &places)}
            {table(frame, board, &places)}
            {marks}
        }
    });
    view! {
        <section class="flow" aria-labelledby="ranking">
            <h3 id="ranking">{frame.t("ranking-title")}</h3>
            <p class="measure">{frame.t("ranking-text")}</p>
            {ranked}
            {board.pair.as_ref().map(|pair| best_pair(frame, board, pair))}
            {aside(frame, board)}
        </section>
    }
    .into_any()
}

/// A score as people read it: of a hundred.
fn points(score: u32) -> String {
    let tenths = (score + 5) / 10;
    tenths.to_string()
}

/// Why the first is first, and the others behind it.
fn first(frame: &Frame, board: &Board, places: &[(&Placed, &Row)]) -> Option<AnyView> {
    let (best, row) = places.first()?;
    let best_name = || outcome::name(frame, row);
    let list = |criteria: &[Criterion]| {
        let names: Vec<_> = criteria.iter().map(|one| called(frame, *one)).collect();
        names.join(&frame.t("fees-comma"))
    };
    let Some((second, next)) = places.get(1) else {
        let said = frame.ta("ranking-alone", &[("channel", best_name())]);
        return Some(view! { <p class="measure"><strong>{said}</strong></p> }.into_any());
    };
    let (ahead, behind) = best.against(second, board.weights);
    let words = vec![("channel", best_name()), ("next", outcome::name(frame, next))];
    let said = match (ahead.is_empty(), behind.is_empty()) {
        (true, _) => frame.ta("ranking-first-equal", &words),
        (false, true) => frame.ta("ranking-first-because", &[words, vec![("ahead", list(&ahead))]].concat()),
        (false, false) => {
            let more = vec![("ahead", list(&ahead)), ("behind", list(&behind))];
            frame.ta("ranking-first-because-although", &[words, more].concat())
        }
    };
    let others: Vec<_> = places
        .iter()
        .skip(1)
        .filter_map(|(placed, row)| {
            let (_, behind) = placed.against(best, board.weights);
            let words = [
                ("channel", outcome::name(frame, row)),
                ("points", points(best.score.saturating_sub(placed.score))),
                ("behind", list(&behind)),
            ];
            (!behind.is_empty()).then(|| view! { <li>{frame.ta("ranking-behind", &words)}</li> })
        })
        .collect();
    Some(view! { <p class="measure"><strong>{said}</strong></p><ul>{others}</ul> }.into_any())
}

fn score(frame: &Frame, mark: &Mark) -> AnyView {
    match mark.score {
        Some(score) => points(score).into_any(),
        None => view! { <abbr title=frame.t("ranking-unknown")>"–"</abbr> }.into_any(),
    }
}

fn table(frame: &Frame, board: &Board, places: &[(&Placed, &Row)]) -> AnyView {
    let table = Table::new(frame.t("ranking-table"))
        .column(Column::new(frame.t("catalogue-channel")).wide())
        .column(Column::new(frame.t("ranking-points")).numeric());
    let table = Criterion::ALL.iter().fold(table, |table, criterion| {
        let words =
            [("criterion", called(frame, *criterion)), ("weight", board.weights.of(*criterion).to_string())];
        table.column(Column::new(frame.ta("ranking-column", &words)).numeric())
    });
    let rows = places.iter().enumerate().fold(table, |table, (index, (placed, row))| {
        let href = format!("#{}", anchor(row));
        let name = format!("{}. {}", index + 1, outcome::name(frame, row));
        let first = view! { <a href=href>{name}</a> }.into_any();
        let cells = [first, view! { <strong>{points(placed.score)}</strong> }.into_any()];
        table.row(cells.into_iter().chain(placed.marks.iter().map(|mark| score(frame, mark))).collect())
    });
    rows.view()
}

fn anchor(row: &Row) -> String {
    format!("ranked-{}", outcome::anchor(row))
}

/// What each score is read from.
fn facts(frame: &Frame, board: &Board, placed: &Placed, row: &Row) -> AnyView {
    let marks: Vec<_> = placed.marks.iter().map(|mark| behind(frame, mark)).collect();
    let title = frame.ta("ranking-facts", &[("channel", outcome::name(frame, row))]);
    let body = view! { <ul class="plain flow">{marks}</ul> };
    view! { <div id=anchor(row)>{disclosure(title, board.printed, body)}</div> }.into_any()
}

fn behind(frame: &Frame, mark: &Mark) -> AnyView {
    let words = [
        ("criterion", called(frame, mark.criterion)),
        ("points", mark.score.map_or_else(|| "–".to_owned(), points)),
    ];
    let head = frame.ta("ranking-score", &words);
    let why = match (mark.criterion, mark.score) {
        (_, None) => frame.t("ranking-unknown"),
        (criterion, Some(_)) => frame.t(&format!("ranking-rule-{}", dashed(criterion.word()))),
    };
    let told: Vec<_> = mark.facts.iter().map(|one| fact(frame, one)).collect();
    view! { <li><p><strong>{head}</strong>" "{why}</p>{told}</li> }.into_any()
}

fn fact(frame: &Frame, fact: &Fact) -> AnyView {
    let text = fact.text.get(frame.lang).to_owned();
    view! { <p>{text}</p>{words::source(frame, &fact.source, fact.as_of, None)} }.into_any()
}

fn best_pair(frame: &Frame, board: &Board, pair: &Pair) -> AnyView {
    let named = |place: usize| board.rows.get(place).map(|row| outcome::name(frame, row)).unwrap_or_default();
    let [first, second] = pair.rows;
    let words = vec![
        ("first", named(first)),
        ("second", named(second)),
        ("amount", format::money(frame.lang, pair.total, &board.currency)),
        ("points", points(pair.score)),
    ];
    let said = match pair.users.and_then(|users| u64::try_from(users).ok()) {
        Some(users) => {
            frame.ta("ranking-pair-users", &[words, vec![("users", format::count(users))]].concat())
        }
        None => frame.ta("ranking-pair", &words),
    };
    let how = frame.t("ranking-pair-how");
    Banner::new(Tone::Good, frame.t("ranking-pair-title")).text(said).more(view! { <p>{how}</p> }).view()
}

/// Channels that don't serve the merchant, each with what says so.
fn aside(frame: &Frame, board: &Board) -> Option<AnyView> {
    let told = |aside: &Aside| {
        let row = board.rows.get(aside.row).filter(|_| !aside.why.is_empty())?;
        let why: Vec<_> = aside.why.iter().map(|why| unserved(frame, why)).collect();
        Some(view! { <li><strong>{outcome::name(frame, row)}</strong>{why}</li> })
    };
    let rows: Vec<_> = board.ranking.aside.iter().filter_map(told).collect();
    (!rows.is_empty()).then(|| {
        let list = view! { <ul class="flow">{rows}</ul> };
        disclosure(frame.t("ranking-aside"), board.printed, list)
    })
}

fn unserved(frame: &Frame, why: &Unserved) -> AnyView {
    let (said, from) = match why {
        Unserved::Country(code, fact) => {
            (frame.ta("ranking-not-country", &[("country", words::country(frame, code))]), Some(*fact))
        }
        Unserved::Product(word, fact) => {
            (frame.ta("ranking-not-product", &[("product", words::product(frame, word))]), Some(*fact))
        }
        Unserved::Currency(code, fact) => {
            (frame.ta("ranking-not-currency", &[("currency", code.clone())]), Some(*fact))
        }
        Unserved::Kind(offered) => {
            let note = offered.note.as_ref().map(|note| note.get(frame.lang).to_owned()).unwrap_or_default();
            let said = frame.ta("ranking-not-kind", &[("why", note)]);
            let source = offered.source.as_ref().map(|source| words::source(frame, source, None, None));
            return view! { <p>{said}</p>{source} }.into_any();
        }
    };
    view! { <p>{said}</p>{from.map(|from| words::source(frame, &from.source, from.as_of, None))} }.into_any()
}
