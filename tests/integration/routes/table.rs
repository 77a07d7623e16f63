//! The checked-in table: a row for each route and method, a column for everybody.

use super::{actors::Who, scan::Route};
use std::fmt;
use tests::browser::Answer;

const TABLE: &str = include_str!("table.txt");

/// What somebody gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// This status.
    Status(u16),
    /// The way to sign in, and back.
    SignIn,
}

/// A route and what everybody gets of it.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) method: &'static str,
    pub(super) route: String,
    /// In the order of [`Who::ALL`].
    pub(super) cells: Vec<Cell>,
}

impl Cell {
    /// What an answer is. Whoever posts and is led to sign in has been heard: a link was used.
    pub(super) fn of(method: &str, answer: &Answer) -> Self {
        let way = answer.location().is_some_and(|to| to.starts_with("/account/sign-in?to="));
        if way && method == "GET" { Self::SignIn } else { Self::Status(answer.status) }
    }

    /// Whether the act is theirs: it came as far as its handler, even where that says no.
    pub(super) const fn may(self) -> bool {
        matches!(self, Self::Status(200..=399 | 409 | 422))
    }

    fn read(word: &str) -> Self {
        match word {
            "in" => Self::SignIn,
            status => Self::Status(status.parse().expect("a status or in")),
        }
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status) => f.pad(&status.to_string()),
            Self::SignIn => f.pad("in"),
        }
    }
}

impl Row {
    /// The method and the path.
    pub(super) fn route(&self) -> Route {
        (self.method, self.route.clone())
    }

    /// Whether it is a link from a mail: whoever holds it may use it, once.
    pub(super) fn is_link(&self) -> bool {
        self.route.ends_with("{token}")
    }

    fn read(line: &str) -> Self {
        let mut words = line.split_whitespace();
        let method = match words.next() {
            Some("GET") => "GET",
            Some("POST") => "POST",
            _ => panic!("routes/table.txt: a line without its method: {line}"),
        };
        let route = words.next().unwrap_or_default().to_owned();
        let cells: Vec<_> = words.map(Cell::read).collect();
        assert_eq!(cells.len(), Who::ALL.len(), "routes/table.txt: {line}");
        Self { method, route, cells }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:4} {:55}", self.method, self.route)?;
        self.cells.iter().try_for_each(|cell| write!(f, " {cell:>9}"))
    }
}

/// The names of the columns, as they stand above the table.
pub(super) fn head() -> String {
    let columns = Who::ALL.map(|who| format!(" {who:>9}")).concat();
    format!("       {:60}{columns}", "")
}

/// The rows, in the order in which those who may post do.
pub(super) fn rows() -> Vec<Row> {
    let lines = TABLE.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(Row::read).collect()
}
