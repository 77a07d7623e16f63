//! From a page to one complete HTML document.

use crate::{Frame, Page, Theme};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use std::sync::Arc;

/// What a page's live parts are known by; the place `data-stops` of a slider rather than the form around it, for a form
/// without one needs nothing.
const LIVE: [&str; 2] = ["data-stops=", "data-sending="];

/// What listens for single keys is known by.
const KEYS: [&str; 2] = ["data-viewer=", "data-keys="];

/// Renders the whole document: nothing is streamed, so status and headers are known before the first byte.
///
/// The scripts a page may have are the module that wakes its islands and its live parts, the one that asks for
/// passkeys, the one that follows what goes on elsewhere, the one of single keys, and the one that sends each of its
/// forms once; a page without these has none.
pub fn render(frame: &Frame, page: Page) -> String {
    let brand = frame.brand.as_ref().map_or("Gangway", |brand| brand.name.as_str());
    let title = format!("{} – {brand}", page.title);
    let theme = match frame.theme {
        Theme::System => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    };
    let scheme = theme.unwrap_or("light dark");
    let colours = frame.brand.as_ref().map(|brand| view! { <link rel="stylesheet" href=brand.css.clone()/> });
    let islands = page.body.contains("<leptos-island").then(|| bundle(frame, "app"));
    let is_live = LIVE.iter().any(|part| page.body.contains(part));
    let live = is_live.then(|| bundle(frame, "live"));
    let passkeys = page.body.contains("data-passkey=").then(|| module(frame, "passkeys.js"));
    let follow = page.body.contains("data-follow=").then(|| module(frame, "follow.js"));
    let keys = KEYS.iter().any(|part| page.body.contains(part)).then(|| module(frame, "keys.js"));
    let once = (page.body.contains("method=\"post\"") && !page.alone).then(|| module(frame, "once.js"));
    let wakes = islands.is_some();
    let document = view! {
        <html lang=frame.lang.tag() data-theme=theme>
            <head>
                <meta charset="utf-8"/>
                <title>{title}</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content=scheme/>
                <link rel="stylesheet" href=frame.asset("main.css")/>
                {colours}
                <link rel="icon" type="image/svg+xml" href=frame.asset("icon.svg")/>
                {islands}
                {live}
                {passkeys}
                {follow}
                {keys}
                {once}
            </head>
            <body inner_html=page.body></body>
        </html>
    };
    let html = format!("<!DOCTYPE html>{}", document.to_html());
    // Markers say where an island wakes; where none does they would only be sent. What people typed has no bare `<`.
    if wakes { html } else { html.replace("<!>", "") }
}

/// The module that wakes what lives in a bundle, with the addresses of its glue and of its WebAssembly.
fn bundle(frame: &Frame, name: &str) -> impl IntoView {
    let glue = frame.asset(&format!("{name}.js"));
    script(frame, "boot.js", Some(glue), Some(frame.asset(&format!("{name}_bg.wasm"))))
}

/// A module of ours that stands by itself.
fn module(frame: &Frame, name: &str) -> impl IntoView {
    script(frame, name, None, None)
}

/// A module of ours. A browser runs it only if it is what was built.
fn script(frame: &Frame, name: &str, glue: Option<String>, wasm: Option<String>) -> impl IntoView {
    view! {
        <script
            type="module"
            nonce=frame.nonce.clone()
            src=frame.asset(name)
            integrity=frame.digest(name)
            data-glue=glue
            data-wasm=wasm
        ></script>
    }
}

/// Renders a view to markup under an owner of its own, which is disposed of at once: whatever an island
/// creates on the server lives no longer than this call.
pub(crate) fn markup<V: IntoView>(body: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| body().into_view().to_html());
    owner.cleanup();
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::{Brand, Built};
    use domain::Lang;

    #[test]
    fn a_page_without_islands_has_no_script() {
        let frame = Frame::bare(Lang::En);
        let html = render(&frame, Page::new("Sign in", || view! { <main>"…"</main> }));
        assert!(!html.contains("<script"), "{html}");
        assert!(html.contains("<title>Sign in – Gangway</title>"), "{html}");
        assert!(html.contains("<html lang=\"en\">"), "{html}");
    }

    #[test]
    fn a_page_with_a_form_that_changes_something_has_the_script_that_sends_it_once() {
        let built = Built { address: "/assets/once.1.js".into(), digest: Some("sha384-abc".into()) };
        let assets = Arc::new([("once.js".to_owned(), built)].into());
        let frame = Frame { assets, nonce: "n".into(), ..Frame::bare(Lang::En) };
        let html = render(&frame, Page::new("Sign in", || view! { <form method="post">"…"</form> }));
        let script =
            "<script type=\"module\" nonce=\"n\" src=\"/assets/once.1.js\" integrity=\"sha384-abc\">";
        assert!(html.contains(script), "{html}");
        assert_eq!(html.matches("<script").count(), 1, "{html}");
        let secret = Page::new("Your key", || view! { <form method="post">"…"</form> }).alone();
        assert!(!render(&frame, secret).contains("<script"), "no script stands beside a secret");
    }

    #[test]
    fn no_marker_is_sent_where_nothing_wakes() {
        let frame = Frame::bare(Lang::En);
        let list = || view! { <ul>{vec![view! { <li>{"a<!>b".to_owned()}</li> }]}{None::<String>}</ul> };
        let html = render(&frame, Page::new("List", list));
        assert!(html.contains("<li>a&lt;!&gt;b</li>") && !html.contains("<!>"), "{html}");
    }

    #[test]
    fn what_is_typed_stays_text() {
        let brand = Brand { slug: "x".into(), name: "<b>&\"Tea\"".into(), css: "/t/x/brand-1.css".into() };
        let frame =
            Frame { brand: Some(brand), theme: Theme::Dark, nonce: "n".into(), ..Frame::bare(Lang::ZhCn) };
        let html = render(&frame, Page::new("<i>", || view! { <p>{"<script>".to_owned()}</p> }));
        assert!(html.contains("<title>&lt;i&gt; – &lt;b&gt;"), "{html}");
        assert!(html.contains("data-theme=\"dark\"") && html.contains("brand-1.css"), "{html}");
        assert!(!html.contains("<script") && !html.contains("<b>"), "{html}");
    }
}
