//! What files say against what was declared, and against each other.

use super::{
    Arg, Found, Kind, Severity,
    days::{self, End},
    names::{self, Whose},
};
use crate::{
    applications::{Answers, Fault, RuleSet, contradictions::value, kinds::iso_date},
    documents::Reading,
    ids::DocumentId,
};
use time::Date;

/// A file that counts.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// The paper's code.
    pub paper: &'a str,
    /// The document.
    pub document: DocumentId,
    /// SHA-256 over its bytes.
    pub sha256: &'a [u8; 32],
    /// What was read of it, where it was.
    pub reading: Option<&'a Reading>,
}

/// What the files of an application are found with, under its shaped rules.
pub fn of_files(set: &RuleSet, answers: &Answers, files: &[File<'_>]) -> Vec<Found> {
    let mut found = reused(files);
    for file in files {
        let (Some(paper), Some(reading)) = (set.paper(file.paper), file.reading) else { continue };
        let told = days::told(&reading.text);
        for path in &paper.tells.dates {
            let Some(term) = Term::of(answers, path) else { continue };
            found.extend(of_term(file, path, &term, &told));
            found.extend(made_before(file, path, &term, reading.made));
        }
        let named = [(&paper.tells.names, Whose::Business), (&paper.tells.people, Whose::Person)];
        found.extend(named.into_iter().filter_map(|(paths, whose)| of_names(answers, file, (paths, whose))));
    }
    found
}

fn at(file: &File<'_>) -> Fault {
    Fault::Document(file.paper.to_owned(), file.document)
}

/// Each file that was given before for something else: byte by byte, or dot by dot.
fn reused(files: &[File<'_>]) -> Vec<Found> {
    let look =
        |file: &File<'_>| file.reading.map(|reading| reading.look.clone()).filter(|look| !look.is_empty());
    let same = |one: &File<'_>, other: &File<'_>| {
        one.sha256 == other.sha256
            || look(one).is_some_and(|mine| look(other).is_some_and(|theirs| mine == theirs))
    };
    let again = |(place, file): (usize, &File<'_>)| {
        let before =
            files.iter().take(place).find(|before| before.document != file.document && same(before, file))?;
        let found = Found::new(Kind::SameFile, Severity::Wrong, at(file), "review-finding-same-file");
        Some(found.with("paper", Arg::Paper(before.paper.to_owned())))
    };
    files.iter().enumerate().filter_map(again).collect()
}

/// A term or a day as it was declared.
struct Term {
    from: Date,
    until: Option<Date>,
    open: bool,
}

impl Term {
    fn of(answers: &Answers, path: &str) -> Option<Self> {
        let part = |ending| value(answers, path, ending);
        let from = part("_from").or_else(|| part("")).and_then(iso_date::parse)?;
        Some(Self { from, until: part("_until").and_then(iso_date::parse), open: part("_open").is_some() })
    }
}

/// What a paper's days say of a declared term. A paper that tells no day of that kind says nothing of it.
fn of_term(file: &File<'_>, path: &str, term: &Term, told: &days::Told) -> Vec<Found> {
    let mut found = Vec::new();
    let other = |declared: Date, written: Date| {
        Found::new(Kind::PaperDate, Severity::Doubtful, at(file), "review-finding-paper-date")
            .with("field", Arg::Field(path.to_owned()))
            .with("declared", Arg::Day(declared))
            .with("written", Arg::Day(written))
    };
    if let Some(written) = told.from.first().filter(|_| !told.days.contains(&term.from)) {
        found.push(other(term.from, *written));
    }
    let ends = || told.until.iter().filter_map(|end| if let End::Day(day) = end { Some(*day) } else { None });
    let written_open = told.until.contains(&End::Open);
    match (term.until, ends().next()) {
        (None, Some(end)) if term.open && !written_open => found.push(
            Found::new(Kind::OpenAndEnd, Severity::Doubtful, at(file), "review-finding-open-and-end")
                .with("field", Arg::Field(path.to_owned()))
                .with("written", Arg::Day(end)),
        ),
        (Some(until), Some(end)) if !ends().any(|day| day == until) && !told.days.contains(&until) => {
            found.push(other(until, end));
        }
        (Some(until), None) if written_open && !told.days.contains(&until) => found.push(
            Found::new(Kind::PaperDate, Severity::Doubtful, at(file), "review-finding-end-and-open")
                .with("field", Arg::Field(path.to_owned()))
                .with("declared", Arg::Day(until)),
        ),
        _ => {}
    }
    found
}

/// Whoever photographs an ID has it already. A camera whose clock was never set begins on the first day of a year.
fn made_before(file: &File<'_>, path: &str, term: &Term, made: Option<Date>) -> Option<Found> {
    let made =
        made.filter(|made| made.ordinal() > 1 && made.next_day().is_some_and(|next| next < term.from))?;
    Some(
        Found::new(Kind::MadeBefore, Severity::Doubtful, at(file), "review-finding-made-before")
            .with("field", Arg::Field(path.to_owned()))
            .with("made", Arg::Day(made))
            .with("declared", Arg::Day(term.from)),
    )
}

/// A name on the paper where another one was declared. Text that names nobody says nothing.
fn of_names(answers: &Answers, file: &File<'_>, (paths, whose): (&[String], Whose)) -> Option<Found> {
    let declared: Vec<(&String, &str)> =
        paths.iter().filter_map(|path| Some((path, value(answers, path, "")?))).collect();
    let (path, _) = declared.first()?;
    let text = &file.reading?.text;
    let labelled = names::labelled(text, whose);
    let agrees = |written: &String| declared.iter().any(|(_, name)| fits(name, written, text, whose));
    let other = match labelled.first() {
        Some(first) => (!labelled.iter().any(agrees)).then(|| first.clone())?,
        // Without a label it has to be written as a company is, and the declared one nowhere.
        None if whose == Whose::Business => {
            let stands = declared.iter().any(|(_, name)| names::stands_in(name, text));
            names::companies(text).into_iter().next().filter(|_| !stands)?
        }
        None => return None,
    };
    Some(
        Found::new(Kind::PaperName, Severity::Doubtful, at(file), "review-finding-paper-name")
            .with("field", Arg::Field((*path).clone()))
            .with("written", Arg::Text(other)),
    )
}

/// Whether what stands behind a label is this name: alone, with more behind it, or broken over two lines.
fn fits(name: &str, written: &str, text: &str, whose: Whose) -> bool {
    let (mine, theirs) = (names::plain(name), names::plain(written));
    let more = whose == Whose::Business && theirs.starts_with(&mine);
    let broken = mine.starts_with(&theirs) && names::stands_in(name, text) && mine != theirs;
    names::is_same(name, written) || more || broken
}
