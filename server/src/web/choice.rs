//! What a visitor chose on a front page, kept in their own browser until they have begun: never with a person.

use super::AppState;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use domain::applications::{Choice, RuleSet};

const NAME: &str = "choice";
/// Long enough to find the mail and the papers.
const MONTH: u32 = 2_592_000;

/// What was chosen: in the address, or before and kept.
pub(crate) fn chosen(headers: &HeaderMap, query: &[(String, String)], offered: &[&RuleSet]) -> Choice {
    let in_address = query.iter().any(|(name, _)| name == "kind" || name == "channel");
    match super::preferences::cookie(headers, NAME) {
        Some(word) if !in_address => Choice::from_word(word, offered),
        _ => Choice::read(query, offered),
    }
}

/// Keeps a choice in the browser, for this tenant's pages alone.
pub(crate) fn keep(app: &AppState, slug: &str, choice: &Choice) -> Option<(HeaderName, HeaderValue)> {
    cookie(app, slug, &choice.word()?, MONTH)
}

/// Forgets it: what it was for has begun.
pub(crate) fn forget(app: &AppState, slug: &str) -> Option<(HeaderName, HeaderValue)> {
    cookie(app, slug, "", 0)
}

fn cookie(app: &AppState, slug: &str, word: &str, age: u32) -> Option<(HeaderName, HeaderValue)> {
    let secure = if app.web.https() { "; Secure" } else { "" };
    let text = format!("{NAME}={word}; Path=/t/{slug}; SameSite=Lax; HttpOnly; Max-Age={age}{secure}");
    Some((header::SET_COOKIE, HeaderValue::from_str(&text).ok()?))
}
