//! What came of a comparison: a chart and a table of the same numbers, for each number the way down to its claim, and
//! why some channels have none.

use super::{
    super::{figures, rates, words},
    Board, Face, Model, formula, ranking, tickets, told,
};
use crate::{
    Frame,
    ui::{Banner, Chart, Column, Empty, Icon, Table, Tone, format},
};
use domain::fees::{
    Parts, Rate, Rounding,
    board::Row,
    channel::{Bill, NoBill},
    published::Standing,
};
use leptos::prelude::*;

/// Bars that a chart has room for.
const BARS: usize = 8;
const MONTHS: i128 = 12;

/// The section below the questions.
pub(super) fn section(frame: &Frame, model: &Model, board: &Board) -> AnyView {
    let billed: Vec<(&Row, &Bill)> =
        board.rows.iter().filter_map(|row| Some((row, row.bill.as_ref().ok()?))).collect();
    let Some((_, cheapest)) = billed.first() else {
        let text = frame.t("compare-none-text");
        return view! {
            <h2 class="visually-hidden">{frame.t("compare-table")}</h2>
            {Empty::new(Icon::Chart, frame.t("compare-none")).text(text).view()}
            {apart(frame, model, board)}
            {ranking::section(frame, board)}
        }
        .into_any();
    };
    let volume = format::money(frame.lang, cheapest.volume, &board.currency);
    view! {
        <section class="flow compare-result" aria-labelledby="result">
            <h2 id="result">{frame.ta("compare-result", &[("volume", volume)])}</h2>
            {told::ways(frame, board)}
            {chart(frame, &billed)}
            {table(frame, model, board, &billed)}
            {tickets::section(frame, board)}
            {ranking::section(frame, board)}
            <h3>{frame.t("compare-how")}</h3>
            {billed.iter().map(|(row, bill)| formula::explained(frame, model, board, row, bill)).collect::<Vec<_>>()}
            {apart(frame, model, board)}
        </section>
    }
    .into_any()
}

/// A channel's name, with the acquirer it rides on.
pub(super) fn name(frame: &Frame, row: &Row) -> String {
    words::channel(frame, row.channel, row.through)
}

/// The effective rate, made up of its parts.
fn chart(frame: &Frame, billed: &[(&Row, &Bill)]) -> AnyView {
    let shown = billed.get(..BARS.min(billed.len())).unwrap_or_default();
    let labels = shown.iter().map(|(row, _)| name(frame, row)).collect();
    let of_volume = |bill: &Bill, part: i128| {
        // A part of the bar is never below nothing, whatever is given back.
        let share = if bill.volume == 0 {
            0
        } else {
            Rounding::HalfUp.divide(part.max(0) * Rate::WHOLE, bill.volume)
        };
        i64::try_from(share).unwrap_or(i64::MAX)
    };
    let series = |part: Part| shown.iter().map(|(_, bill)| of_volume(bill, part(&bill.parts))).collect();
    let chart = Chart::stacked(frame, frame.t("compare-chart")).across(frame.t("catalogue-channel"), labels);
    let chart = parts(billed).fold(chart, |chart, (key, part)| chart.series(frame.t(key), series(part)));
    chart.shown(|share| format::rate(share.into())).view()
}

/// A sum of parts that belong together.
type Part = fn(&Parts) -> i128;

/// The sums that any of the bills has something in.
fn parts(billed: &[(&Row, &Bill)]) -> impl Iterator<Item = (&'static str, Part)> {
    const ALL: [(&str, Part); 4] = [
        ("compare-part-share", share_of),
        ("compare-part-fixed", fixed_of),
        ("compare-part-after", after_of),
        ("compare-part-month", month_of),
    ];
    ALL.into_iter().filter(|(_, part)| billed.iter().any(|(_, bill)| part(&bill.parts) != 0))
}

const fn share_of(parts: &Parts) -> i128 {
    parts.percent + parts.cross_border + parts.fx
}

const fn fixed_of(parts: &Parts) -> i128 {
    parts.fixed + parts.clamp + parts.attempts
}

const fn after_of(parts: &Parts) -> i128 {
    parts.refund_fees + parts.refund_credits + parts.disputes
}

const fn month_of(parts: &Parts) -> i128 {
    parts.monthly + parts.top_up + parts.tax
}

fn table(frame: &Frame, model: &Model, board: &Board, billed: &[(&Row, &Bill)]) -> AnyView {
    let amount = |minor: i128| format::money(frame.lang, minor, &board.currency);
    let least = billed.first().map_or(0, |(_, bill)| bill.total);
    let waits = billed.iter().any(|(_, bill)| bill.waiting != 0);
    let names = ["compare-rate", "compare-month", "compare-year", "compare-more"].into_iter();
    let names = names.chain(parts(billed).map(|(key, _)| key)).chain(waits.then_some("compare-wait"));
    let first = Table::new(frame.t("compare-table")).column(Column::new(frame.t("catalogue-channel")).wide());
    let mut table = names.fold(first, |table, key| table.column(Column::new(frame.t(key)).numeric()));
    for (row, bill) in billed {
        let more = if bill.total == least { "–".to_owned() } else { amount(bill.total - least) };
        let whole =
            [format::rate(bill.effective_rate), amount(bill.total), amount(bill.total * MONTHS), more];
        let made_up = parts(billed).map(|(_, part)| amount(part(&bill.parts)));
        let numbers = whole.into_iter().chain(made_up).chain(waits.then(|| amount(bill.waiting)));
        let href = format!("#{}", anchor(row));
        let doubt = unverified(frame, model, board, bill);
        let first =
            view! { <div class="stack-tight"><a href=href>{name(frame, row)}</a>{doubt}</div> }.into_any();
        table = table.row(std::iter::once(first).chain(numbers.map(IntoAny::into_any)).collect());
    }
    table.view()
}

/// What a number rests on, where nobody has attested it.
fn unverified(frame: &Frame, model: &Model, board: &Board, bill: &Bill) -> Option<AnyView> {
    let Face::Console = model.face else { return None };
    let claims = bill.used.iter().filter_map(|used| model.shelf.get(&used.claim)?.published());
    let mut doubted =
        claims.filter(|claim| claim.standing(board.on, board.current_days) == Standing::Unverified);
    doubted.next().map(|claim| figures::standing(frame, claim, Standing::Unverified))
}

/// Where on the page a row is explained.
pub(super) fn anchor(row: &Row) -> String {
    match row.through {
        None => row.channel.to_owned(),
        Some(acquirer) => format!("{}-{acquirer}", row.channel),
    }
}

/// Channels without a bill, by the reason.
fn apart(frame: &Frame, model: &Model, board: &Board) -> Option<AnyView> {
    let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
    for (row, why) in board.rows.iter().filter_map(|row| Some((row, row.bill.as_ref().err()?))) {
        let why = reason(frame, model, board, why);
        match reasons.iter_mut().find(|(known, _)| *known == why) {
            Some((_, names)) => names.push(name(frame, row)),
            None => reasons.push((why, vec![name(frame, row)])),
        }
    }
    let rows: Vec<_> = reasons
        .into_iter()
        .map(|(why, names)| {
            let words = [("channels", names.join(&frame.t("fees-comma"))), ("why", why)];
            view! { <li>{frame.ta("compare-apart-line", &words)}</li> }
        })
        .collect();
    let console = matches!(model.face, Face::Console);
    let gap = console && board.rows.iter().any(|row| matches!(row.bill, Err(NoBill::Exchange(..))));
    let rates = gap.then(|| {
        view! { <p><a href=frame.at(rates::PATH)>{frame.t("compare-to-rates")}</a></p> }
    });
    (!rows.is_empty()).then(|| {
        let list = view! { <ul>{rows}</ul>{rates} };
        Banner::new(Tone::Info, frame.t("compare-apart")).more(list).view()
    })
}

fn reason(frame: &Frame, model: &Model, board: &Board, why: &NoBill) -> String {
    match why {
        NoBill::NoClaim(_) if matches!(model.face, Face::Merchant { .. }) => frame.t("compare-on-request"),
        NoBill::NoClaim(place) => {
            let payments = board.unpriced.get(place).map(|segment| words::payments(frame, segment));
            frame.ta("compare-why-no-claim", &[("payments", payments.unwrap_or_default())])
        }
        NoBill::Missing(claim, figures) => {
            let name = model.shelf.get(claim).map(|found| figures::name(frame, found));
            let figures: Vec<_> = figures.iter().map(|path| figures::called(frame, path)).collect();
            let words =
                [("claim", name.unwrap_or_default()), ("figures", figures.join(&frame.t("fees-comma")))];
            frame.ta("compare-why-missing", &words)
        }
        NoBill::Exchange(from, to) => {
            frame.ta("compare-why-exchange", &[("from", from.clone()), ("to", to.clone())])
        }
    }
}
