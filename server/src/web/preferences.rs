//! Language, theme and keys: the person's choice, then the cookie, then `Accept-Language`, then the tenant's.

use super::{Visit, visit::see_other};
use app::frame::Theme;
use axum::{
    Form,
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use domain::Lang;
use serde::Deserialize;
use store::{accounts::persons::Known, tenants::Tenant};

const YEAR: u32 = 31_536_000;

/// A cookie's value.
pub(super) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// The language of the page.
pub(super) fn lang(headers: &HeaderMap, known: Option<&Known>, tenant: Option<&Tenant>) -> Lang {
    let asked = || headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    known
        .and_then(|known| known.lang)
        .or_else(|| cookie(headers, "lang").and_then(Lang::from_tag))
        .or_else(|| asked().and_then(Lang::from_accept_language))
        .or_else(|| tenant.and_then(|tenant| tenant.languages.first().copied()))
        .unwrap_or_default()
}

/// The reader's theme.
pub(super) fn theme(headers: &HeaderMap, known: Option<&Known>) -> Theme {
    let chosen = known.and_then(|known| known.theme.as_deref()).or_else(|| cookie(headers, "theme"));
    match chosen {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    }
}

/// Whether the reader left keys of single letters on.
pub(super) fn keys(headers: &HeaderMap) -> bool {
    cookie(headers, "keys") != Some("off")
}

/// A path on this site and nothing else: no other host, no scheme, no control characters.
pub(crate) fn own_path(path: &str) -> Option<&str> {
    let ours = path.starts_with('/')
        && !path.starts_with("//")
        && !path.starts_with("/\\")
        && path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    ours.then_some(path)
}

/// What the switches in the header and beside the viewer send.
#[derive(Deserialize)]
pub(super) struct Choice {
    lang: Option<String>,
    theme: Option<String>,
    keys: Option<String>,
    #[serde(default)]
    to: String,
}

/// `POST /preferences`: kept in cookies, and but for the keys, which are a keyboard's, for a signed-in person in their row; then back to the page.
pub(super) async fn choose(visit: Visit, Form(choice): Form<Choice>) -> Result<Response, super::Fault> {
    let lang = choice.lang.as_deref().and_then(Lang::from_tag);
    let theme = choice.theme.as_deref().filter(|theme| ["light", "dark", "system"].contains(theme));
    let keys = choice.keys.as_deref().filter(|keys| ["on", "off"].contains(keys));
    if let Some(known) = &visit.known {
        let theme = theme.map(|theme| Some(theme).filter(|theme| *theme != "system"));
        services::accounts::set_preferences(&visit.app.services, known.id, lang, theme).await?;
    }
    let mut response = see_other(own_path(&choice.to).unwrap_or("/"));
    let secure = if visit.app.web.https() { "; Secure" } else { "" };
    for (name, value) in [("lang", lang.map(Lang::tag)), ("theme", theme), ("keys", keys)] {
        let Some(value) = value else { continue };
        let text = format!("{name}={value}; Path=/; SameSite=Lax; HttpOnly; Max-Age={YEAR}{secure}");
        if let Ok(text) = HeaderValue::from_str(&text) {
            response.headers_mut().append(header::SET_COOKIE, text);
        }
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn leads_nowhere_else() {
        for path in ["//evil", "/\\evil", "https://evil", "/a\r\nX: 1", "", "evil", "/a\\b", "/é"] {
            assert_eq!(own_path(path), None, "{path:?}");
        }
        assert_eq!(own_path("/t/acme/home?x=1#y"), Some("/t/acme/home?x=1#y"));
    }
}
