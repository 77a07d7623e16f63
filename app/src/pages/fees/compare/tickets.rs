//! The effective rate over the ticket: a line for each channel, where the cheapest one's crosses the others', and a table
//! of the same numbers.

use super::{Board, outcome::name};
use crate::{
    Frame,
    ui::{Column, Curves, Table, format},
};
use domain::fees::{
    board::Row,
    breakeven::{BreakEven, Curve, NoBreakEven},
    tickets::{Line, NoLine, Span, Tickets},
};
use leptos::prelude::*;
use std::cmp::Ordering;

/// A channel with its line.
struct Drawn<'a> {
    name: String,
    curve: Curve,
    against: Option<&'a BreakEven>,
}

/// The section; nothing where no channel has a line.
pub(super) fn section(frame: &Frame, board: &Board) -> Option<AnyView> {
    let tickets = board.tickets.as_ref()?;
    let rows: Vec<&Row> = board.rows.iter().filter(|row| row.bill.is_ok()).collect();
    let drawn: Vec<Drawn<'_>> = tickets.lines.iter().filter_map(|line| drawn(frame, &rows, line)).collect();
    let first = drawn.first()?;
    let span = Span::around(tickets.ticket);
    let kind = match (tickets.kind.cross_border, tickets.kind.foreign_currency) {
        (false, false) => "tickets-home",
        (true, false) => "tickets-abroad",
        (_, true) => "tickets-foreign",
    };
    let others: Vec<_> =
        drawn.iter().skip(1).filter_map(|other| crossing(frame, board, first, other)).collect();
    let without: Vec<_> = tickets.lines.iter().filter_map(|line| without(frame, &rows, line)).collect();
    Some(
        view! {
            <section class="flow" aria-labelledby="tickets">
                <h3 id="tickets">{frame.t("tickets-title")}</h3>
                <p class="measure">{frame.t(kind)}</p>
                {chart(frame, board, tickets, &span, &drawn)}
                {table(frame, board, &span, &drawn)}
                <ul>{others}{without}</ul>
            </section>
        }
        .into_any(),
    )
}

fn drawn<'a>(frame: &Frame, rows: &[&Row], line: &'a Line) -> Option<Drawn<'a>> {
    let curve = *line.curve.as_ref().ok()?;
    Some(Drawn { name: named(frame, rows, line), curve, against: line.against.as_ref() })
}

/// The channels that follow a line.
fn named(frame: &Frame, rows: &[&Row], line: &Line) -> String {
    let names = line.bills.iter().filter_map(|bill| Some(name(frame, rows.get(*bill)?)));
    names.collect::<Vec<_>>().join(&frame.t("fees-comma"))
}

fn money(frame: &Frame, board: &Board, ticket: i128) -> String {
    format::money(frame.lang, ticket, &board.currency)
}

fn chart(frame: &Frame, board: &Board, tickets: &Tickets, span: &Span, drawn: &[Drawn<'_>]) -> AnyView {
    let number = |rate: i128| i64::try_from(rate).unwrap_or(i64::MAX);
    // Fixed fees of a small ticket would leave no room for the rest: three times the dearest at this ticket is enough.
    let at = |ticket: i128| drawn.iter().map(|one| one.curve.rate_at(ticket)).max().unwrap_or_default();
    let top = at(span.from).min(at(tickets.ticket.max(span.from)) * 3);
    let powers = (0..=Span::DECADES).map(|power| money(frame, board, span.from * 10_i128.pow(power)));
    let curves = Curves::new(frame.t("tickets-chart"), number(top), |rate| format::rate(rate.into()));
    let mut curves = curves.ticks(powers.collect());
    for one in drawn {
        let points = span.close().into_iter().map(|at| (span.place(at), number(one.curve.rate_at(at))));
        curves = curves.line(one.name.clone(), points.collect());
        let changes = one.against.into_iter().flat_map(|against| &against.changes);
        for at in changes.filter(|at| (span.from..=span.to).contains(*at)) {
            let point = (span.place(*at), number(one.curve.rate_at(*at)));
            curves = curves.mark(point, format!("{} · {}", one.name, money(frame, board, *at)));
        }
    }
    curves.view()
}

fn table(frame: &Frame, board: &Board, span: &Span, drawn: &[Drawn<'_>]) -> AnyView {
    let first = Column::new(frame.t("compare-ticket")).numeric();
    let table = Table::new(frame.t("tickets-table")).compact(true).column(first);
    let table = drawn.iter().fold(table, |table, one| table.column(Column::new(one.name.clone()).numeric()));
    let row = |table: Table, ticket: i128| {
        let rates = drawn.iter().map(|one| format::rate(one.curve.rate_at(ticket)).into_any());
        table.row(std::iter::once(money(frame, board, ticket).into_any()).chain(rates).collect())
    };
    span.round().into_iter().fold(table, row).view()
}

/// Where the cheapest channel and another change places.
fn crossing(frame: &Frame, board: &Board, first: &Drawn<'_>, other: &Drawn<'_>) -> Option<AnyView> {
    let found = other.against?;
    let says = |key: &str, ticket: Option<i128>| {
        let mut words = vec![("first", first.name.clone()), ("other", other.name.clone())];
        words.extend(ticket.map(|ticket| ("ticket", money(frame, board, ticket))));
        frame.ta(key, &words)
    };
    let compared = |ticket| first.curve.against(other.curve, ticket);
    if found.changes.is_empty() {
        let key = match compared(1) {
            Ordering::Less => "tickets-always-less",
            Ordering::Equal => "tickets-always-equal",
            Ordering::Greater => "tickets-always-more",
        };
        return Some(view! { <li>{says(key, None)}</li> }.into_any());
    }
    let turns = found.changes.iter().map(|ticket| {
        let key = match compared(*ticket) {
            Ordering::Less => "tickets-from-less",
            Ordering::Equal => "tickets-from-equal",
            Ordering::Greater => "tickets-from-more",
        };
        says(key, Some(*ticket))
    });
    Some(view! { <li>{turns.collect::<Vec<_>>().join(" ")}</li> }.into_any())
}

/// Why a channel has no line.
fn without(frame: &Frame, rows: &[&Row], line: &Line) -> Option<AnyView> {
    let why = line.curve.as_ref().err()?;
    let channel = ("channel", named(frame, rows, line));
    let said = match why {
        NoLine::Claim(NoBreakEven::Graduated(_)) => frame.ta("tickets-none-graduated", &[channel]),
        NoLine::Claim(_) => frame.ta("tickets-none-missing", &[channel]),
        NoLine::Exchange(from, to) => {
            frame.ta("tickets-none-exchange", &[channel, ("from", from.clone()), ("to", to.clone())])
        }
    };
    Some(view! { <li>{said}</li> }.into_any())
}
