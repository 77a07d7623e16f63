//! Every number down to its formula: the rate and what it is taken of, the fee and how often, and the claim that says so.

use super::{super::figures, Board, Face, Model, outcome};
use crate::{
    Frame,
    ui::{disclosure, format},
};
use domain::fees::{
    Rounding,
    board::Row,
    channel::{Bill, Used},
    formula::{Basis, Line, Part},
    rates,
};
use leptos::prelude::*;

/// A row down to its formula and its claims.
pub(super) fn explained(frame: &Frame, model: &Model, board: &Board, row: &Row, bill: &Bill) -> AnyView {
    let used: Vec<_> = bill.used.iter().map(|used| claim(frame, model, board, used)).collect();
    let body = view! { <ul class="plain flow">{used}</ul> };
    let name = outcome::name(frame, row);
    view! { <div id=outcome::anchor(row)>{disclosure(name, board.printed, body)}</div> }.into_any()
}

fn claim(frame: &Frame, model: &Model, board: &Board, used: &Used) -> AnyView {
    let amount = |minor: i128| format::money(frame.lang, minor, &used.currency);
    let told: Vec<_> = used.lines.iter().map(|line| told(frame, used, line)).collect();
    let total = [("amount", amount(used.parts.total())), ("volume", amount(used.volume))];
    let rounding = match used.terms.rounding.unwrap_or_default() {
        Rounding::HalfUp => "formula-half-up",
        Rounding::HalfEven => "formula-half-even",
        Rounding::Up => "formula-up",
        Rounding::Down => "formula-down",
    };
    let waiting = (used.waiting != 0).then(|| {
        let days = used.terms.delay_days.unwrap_or_default().get().to_string();
        let words = [
            ("amount", amount(used.waiting)),
            ("volume", amount(used.volume)),
            ("days", days),
            ("rate", format!("{}%", model.form.value("waiting"))),
        ];
        view! { <p>{frame.ta("formula-waiting", &words)}</p> }
    });
    let turned = |key: &str, from: &str, to: &str| {
        let rate = board.exchange.rate(from, to).filter(|_| from != to)?;
        let words = [
            ("from", from.to_owned()),
            ("to", to.to_owned()),
            ("rate", rates::written(rate)),
            ("date", format::date(frame.lang, board.on)),
        ];
        Some(view! { <p>{frame.ta(key, &words)}</p> })
    };
    // What is sold is in the form's currency; a stored mix has several.
    let sold = Some(model.form.value("currency")).filter(|_| model.stored.is_none());
    let before = sold.and_then(|sold| turned("formula-sold-in", sold, &used.currency));
    let changed = turned("formula-changed", &used.currency, &board.currency);
    view! {
        <li class="flow">
            {source(frame, model, board, used)}
            {before}
            <ul>{told}</ul>
            <p>{frame.ta("compare-formula-total", &total)}" "{frame.t(rounding)}</p>
            {waiting}
            {changed}
        </li>
    }
    .into_any()
}

/// The claim that says so, with the way to its source; for a merchant whether it was agreed or stands in the price list.
fn source(frame: &Frame, model: &Model, board: &Board, used: &Used) -> AnyView {
    if let Face::Merchant { agreed, .. } = &model.face {
        let key = if agreed.contains(&used.claim) { "compare-agreed" } else { "compare-listed" };
        let channel = used.terms.channel.clone().unwrap_or_default();
        let facts = frame.at(&format!("/channels/{channel}"));
        return view! { <p>{frame.t(key)}" · "<a href=facts>{frame.t("compare-published")}</a></p> }
            .into_any();
    }
    let Some(found) = model.shelf.get(&used.claim) else { return ().into_any() };
    let (href, name) = (figures::address(frame, found), figures::name(frame, found));
    let standing = found
        .published()
        .map(|claim| figures::standing(frame, claim, claim.standing(board.on, board.current_days)));
    view! {
        <p class="cluster">
            <span><a href=href>{name}</a>" · "{figures::in_short(frame, found)}</span>
            {standing}
        </p>
    }
    .into_any()
}

/// A part: what it comes to, and from what.
fn told(frame: &Frame, used: &Used, line: &Line) -> AnyView {
    let amount = format::money(frame.lang, line.amount, &used.currency);
    let head = frame.ta(key(line.part), &[("amount", amount)]);
    let from: Vec<String> = line.from.iter().map(|basis| reckoned(frame, &used.currency, *basis)).collect();
    let from = from.join(" + ");
    view! { <li>{head}" = "<span class="figure">{from}</span></li> }.into_any()
}

const fn key(part: Part) -> &'static str {
    match part {
        Part::Percent => "compare-formula-percent",
        Part::CrossBorder => "compare-formula-cross-border",
        Part::Fx => "compare-formula-fx",
        Part::Fixed => "compare-formula-fixed",
        Part::Clamp => "compare-formula-clamp",
        Part::Attempts => "compare-formula-attempts",
        Part::RefundFees => "compare-formula-refund-fees",
        Part::RefundCredits => "compare-formula-refund-credits",
        Part::Disputes => "compare-formula-disputes",
        Part::Monthly => "compare-formula-monthly",
        Part::TopUp => "compare-formula-top-up",
        Part::Tax => "compare-formula-tax",
    }
}

fn reckoned(frame: &Frame, currency: &str, basis: Basis) -> String {
    let money = |minor: i128| format::money(frame.lang, minor, currency);
    let count = |count: i128| format::count(u64::try_from(count).unwrap_or_default());
    let limit = |limit: Option<i128>| limit.map_or_else(|| frame.t("fees-none"), money);
    match basis {
        Basis::Payments { count: many, amount, rate } => {
            format!("{} × ({} × {})", count(many), money(amount), format::rate(rate))
        }
        Basis::Step { volume, rate } | Basis::Sum { sum: volume, rate } => {
            format!("{} × {}", money(volume), format::rate(rate))
        }
        Basis::Times { count: many, fee } => format!("{} × {}", count(many), money(fee)),
        Basis::Limits { min, max } => frame.ta("formula-limits", &[("min", limit(min)), ("max", limit(max))]),
        Basis::Returned { count: many, percent, fixed } => {
            let key = match (percent, fixed) {
                (true, true) => "formula-returned-all",
                (true, false) => "formula-returned-percent",
                (false, _) => "formula-returned-fixed",
            };
            frame.ta(key, &[("count", count(many))])
        }
        Basis::Month { fee } => frame.ta("formula-month", &[("fee", money(fee))]),
        Basis::Short { least } => frame.ta("formula-short", &[("least", money(least))]),
    }
}
