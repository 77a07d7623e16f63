//! How a form comes back: with what is wrong at its fields, above them in a summary that links there, and with what
//! was typed, passwords left out.

use super::cases::Wrong;
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;
use tests::{browser::Answer, forms::Form};

/// What is to be said against an answer.
type Complaints = Vec<String>;

/// Adds a complaint where something isn't so.
fn expect(complaints: &mut Complaints, so: bool, otherwise: impl FnOnce() -> String) {
    if !so {
        complaints.push(otherwise());
    }
}

/// What is to be said against the answer to a form that was filled in wrongly; nothing where it is as it should be.
pub(super) fn complaints(wrong: &Wrong, sent: &Form, answer: &Answer) -> Complaints {
    let mut complaints = says_what_is_wrong(wrong, answer);
    let same = |form: &Form| form.posts && form.asks == sent.asks;
    match answer.forms().into_iter().find(same) {
        Some(back) => complaints.extend(keeps_what_was_typed(wrong, sent, &back, answer)),
        None => complaints.push("the form didn't come back".into()),
    }
    complaints
}

/// The same, less what was typed.
pub(super) fn says_what_is_wrong(wrong: &Wrong, answer: &Answer) -> Complaints {
    let mut complaints = Vec::new();
    expect(&mut complaints, answer.status == 422, || format!("{}: {}", answer.status, answer.words()));
    let title = answer.text("title").unwrap_or_default();
    expect(&mut complaints, title.starts_with("Error"), || format!("the title is {title:?}"));
    expect(&mut complaints, answer.text(".error-summary").is_some(), || "there is no summary".into());
    let html = answer.html();
    let links = Selector::parse(".error-summary a").expect("a selector");
    let linked: BTreeSet<&str> = html.select(&links).filter_map(|link| link.attr("href")).collect();
    let wanted: BTreeSet<String> = wrong.at.iter().map(|name| format!("#{}", id_of(name))).collect();
    let exact = linked == wanted.iter().map(String::as_str).collect();
    expect(&mut complaints, exact, || {
        format!("the summary links to {linked:?} and not to {wanted:?}: {}", answer.complaints())
    });
    complaints.extend(wrong.at.iter().filter_map(|name| at_the_field(&html, &id_of(name))));
    complaints
}

/// The id of a field's control.
fn id_of(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect()
}

fn by_id<'a>(html: &'a Html, id: &str) -> Option<ElementRef<'a>> {
    let selector = Selector::parse(&format!("[id='{id}']")).expect("a selector");
    html.select(&selector).next()
}

/// A wrong field is a control whose error stands beside it and describes it, or the group it stands in.
fn at_the_field(html: &Html, id: &str) -> Option<String> {
    let Some(control) = by_id(html, id) else { return Some(format!("nothing has the id {id}")) };
    let tag = control.value().name();
    if !["input", "select", "textarea"].contains(&tag) {
        return Some(format!("{id} is a {tag}"));
    }
    let error = format!("{id}-error");
    let words = by_id(html, &error).map(|error| error.text().collect::<String>()).unwrap_or_default();
    if words.trim().is_empty() {
        return Some(format!("{id} says nothing of what is wrong"));
    }
    let around = std::iter::once(control).chain(control.ancestors().filter_map(ElementRef::wrap));
    let described = around
        .filter_map(|element| element.attr("aria-describedby"))
        .any(|ids| ids.split(' ').any(|one| one == error));
    (!described).then(|| format!("{id} isn't described by its error"))
}

fn keeps_what_was_typed(wrong: &Wrong, sent: &Form, back: &Form, answer: &Answer) -> Complaints {
    let mut complaints = Vec::new();
    let posted = sent.filled_in(wrong.typed);
    for name in sent.asks.difference(&sent.passwords) {
        let values = |fields: &[(String, String)]| -> Vec<String> {
            let of_name = fields.iter().filter(|(known, value)| known == name && !value.is_empty());
            of_name.map(|(_, value)| value.clone()).collect()
        };
        let (typed, kept) = (values(&posted), values(&back.fields));
        expect(&mut complaints, kept == typed, || format!("{name} was {typed:?} and comes back as {kept:?}"));
    }
    let passwords = Selector::parse("input[type=password][value]").expect("a selector");
    let html = answer.html();
    expect(&mut complaints, html.select(&passwords).next().is_none(), || "a password is filled in".into());
    for (name, typed) in wrong.typed.iter().filter(|(name, _)| sent.passwords.contains(*name)) {
        let shown = !typed.is_empty() && answer.body.contains(typed);
        expect(&mut complaints, !shown, || format!("{name} is shown"));
    }
    complaints
}
