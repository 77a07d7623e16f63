//! The mark by which a phone that isn't signed in is known again, for the minutes in which its link is good.

use super::{AppState, preferences::cookie};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::documents::phone::LINK_LIFETIME;
use store::ports::bytes;

/// Bytes of a mark.
const BYTES: usize = 32;

/// The cookie's name: bound to the host where the address is safe, and to the port where it isn't.
fn name(app: &AppState) -> String {
    if app.web.https() { "__Host-gangway-phone".into() } else { format!("gangway-phone-{}", app.web.port) }
}

/// The mark that came with a request, where it is one of ours by its form.
pub(crate) fn device(app: &AppState, headers: &HeaderMap) -> Option<String> {
    let ours = |mark: &&str| BASE64_URL_SAFE_NO_PAD.decode(mark).is_ok_and(|bytes| bytes.len() == BYTES);
    cookie(headers, &name(app)).filter(ours).map(str::to_owned)
}

/// A new mark of 256 bits.
pub(crate) fn draw(app: &AppState) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes::<BYTES>(&*app.services.ports().random))
}

/// Keeps the mark in the browser.
pub(crate) fn keep(app: &AppState, mark: &str) -> Option<(HeaderName, HeaderValue)> {
    let secure = if app.web.https() { "; Secure" } else { "" };
    let age = LINK_LIFETIME.whole_seconds();
    let text = format!("{}={mark}; Path=/; SameSite=Strict; HttpOnly; Max-Age={age}{secure}", name(app));
    Some((header::SET_COOKIE, HeaderValue::from_str(&text).ok()?))
}
