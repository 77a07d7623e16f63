//! What lists and other cases say: findings that no merchant ever reads.

use super::{Arg, Found, Kind, Severity};
use crate::applications::{Answers, Fault};

/// Somebody of the application who may stand on a list.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// The section of the answers that names them.
    pub section: &'a str,
    /// The name as it was declared.
    pub declared: &'a str,
    /// The listed name that is like it.
    pub listed: &'a str,
}

/// Whoever may stand on a list, at the field that names them.
pub fn of_lists<'a>(answers: &Answers, listed: impl IntoIterator<Item = Listed<'a>>) -> Vec<Found> {
    listed.into_iter().map(|one| of_hit(answers, one)).collect()
}

fn of_hit(answers: &Answers, hit: Listed<'_>) -> Found {
    let mut values = answers.get(hit.section).into_iter().flatten();
    let naming = |(field, value): (&String, &String)| (value.trim() == hit.declared).then(|| field.clone());
    let field = values.find_map(naming).unwrap_or_else(|| "name".to_owned());
    let (kind, key) = if is_latin(hit.declared) == is_latin(hit.listed) {
        (Kind::Listed, "review-finding-listed")
    } else {
        (Kind::ListedTranscribed, "review-finding-listed-transcribed")
    };
    Found::new(kind, Severity::Doubtful, Fault::Field(hit.section.to_owned(), field), key)
        .with("declared", Arg::Text(hit.declared.to_owned()))
        .with("listed", Arg::Text(hit.listed.to_owned()))
}

fn is_latin(name: &str) -> bool {
    name.chars().filter(|c| c.is_alphabetic()).all(|c| u32::from(c) < 0x250)
}

/// What other applications have in common with this one: the same account, the same file, or a picture that is nearly
/// the same; where it is here, and the other's number.
pub fn of_links<'a>(links: impl IntoIterator<Item = (Kind, Fault, &'a str)>) -> Vec<Found> {
    let key = |kind| match kind {
        Kind::SameAccount => Some("review-finding-same-account"),
        Kind::FileElsewhere => Some("review-finding-file-elsewhere"),
        Kind::NearPicture => Some("review-finding-near-picture"),
        _ => None,
    };
    let found = |(kind, at, number): (Kind, Fault, &str)| {
        let found = Found::new(kind, Severity::Doubtful, at, key(kind)?);
        Some(found.with("number", Arg::Text(number.to_owned())))
    };
    links.into_iter().filter_map(found).collect()
}
