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
    /// The way to sign in and back, for a page that needs it.
    pub sign_in: String,
    /// How long to wait before trying again; 0 where that isn't known.
    pub wait_seconds: u32,
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
                <p>{next(frame, problem)}</p>
                <p>{way_out(frame, problem)}</p>
                {number}
            },
        )
    })
}

/// What to do; where a limit is long, in how many minutes.
fn next(frame: &Frame, problem: &Problem) -> String {
    match problem.wait_seconds.div_ceil(60) {
        minutes @ 2.. => frame.ta("errors-wait-minutes", &[("minutes", minutes.to_string())]),
        _ => frame.t(&format!("{}-next", problem.key)),
    }
}

/// The one thing to do next: sign in, look again, or go home.
fn way_out(frame: &Frame, problem: &Problem) -> AnyView {
    let (key, href) = match problem.status {
        401 => ("errors-way-sign-in", problem.sign_in.clone()),
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
    const KEYS: [&str; 17] = [
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
        "errors-proof",
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
        let page = page(&Frame::bare(Lang::ZhCn), &problem(500, "errors-internal"));
        assert!(page.body.contains("<code>r-123</code>"), "{}", page.body);
    }

    #[test]
    fn a_long_wait_is_told_in_minutes() {
        let frame = Frame::bare(Lang::En);
        let body =
            |wait_seconds| page(&frame, &Problem { wait_seconds, ..problem(429, "errors-too-many") }).body;
        assert!(body(3600).contains("60 minutes"));
        assert!(!body(1).contains("minutes"));
    }

    fn problem(status: u16, key: &str) -> Problem {
        Problem {
            status,
            key: key.into(),
            request_id: "r-123".into(),
            sign_in: "/account/sign-in".into(),
            wait_seconds: 0,
        }
    }
}
