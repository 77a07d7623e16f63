//! Pages of errors: what went wrong, what to do, and a number to ask about.

use crate::ui::{Button, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// What went wrong, as far as the reader may know.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The HTTP status.
    pub status: u16,
    /// The message key: `errors-not-found`. What to do stands under `errors-not-found-next`.
    pub key: String,
    /// For asking us about it.
    pub request_id: String,
}

/// The page of a problem.
pub fn page(frame: &Frame, problem: &Problem) -> Page {
    let title = frame.t(&problem.key);
    Page::new(title.clone(), || {
        let number = (!problem.request_id.is_empty()).then(|| {
            view! {
                <p class="hint">{frame.t("errors-request")}" "<code>{problem.request_id.clone()}</code></p>
            }
        });
        layout::merchant(
            frame,
            view! {
                <h1>{title}</h1>
                <p>{frame.t(&format!("{}-next", problem.key))}</p>
                <p>{way_out(frame, problem.status)}</p>
                {number}
            },
        )
    })
}

/// The one thing to do next: sign in, look again, or go home.
fn way_out(frame: &Frame, status: u16) -> AnyView {
    let (key, href) = match status {
        401 => ("errors-way-sign-in", "/account/sign-in".to_owned()),
        // Posting again by itself would do it twice: looking at the page again is a plain link to it.
        408 | 409 | 429 | 500.. => ("errors-way-again", frame.path.clone()),
        _ => ("errors-way-home", if frame.brand.is_some() { frame.at("") } else { "/".to_owned() }),
    };
    Button::secondary(frame.t(key)).link(href).view()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Lang;

    /// Every key that the server's faults name.
    const KEYS: [&str; 16] = [
        "errors-bad-request",
        "errors-both-sides",
        "errors-cross-site",
        "errors-forbidden",
        "errors-internal",
        "errors-media-type",
        "errors-method",
        "errors-not-found",
        "errors-refused",
        "errors-signed-out",
        "errors-stale",
        "errors-suspended",
        "errors-timeout",
        "errors-too-large",
        "errors-too-many",
        "errors-unavailable",
    ];

    #[test]
    fn each_says_what_to_do_in_both_languages() {
        for lang in Lang::ALL {
            for key in KEYS {
                assert!(crate::i18n::has(lang, key), "{lang:?} {key}");
                assert!(crate::i18n::has(lang, &format!("{key}-next")), "{lang:?} {key}-next");
            }
        }
    }

    #[test]
    fn the_number_to_ask_about_is_shown_and_nothing_else_leaks() {
        let problem = Problem { status: 500, key: "errors-internal".into(), request_id: "r-123".into() };
        let page = page(&Frame::bare(Lang::ZhCn), &problem);
        assert!(page.body.contains("<code>r-123</code>"), "{}", page.body);
    }
}
