//! What a good picture of a paper looks like, and what a bad one does: drawn, so that nobody's paper is shown.

use crate::{
    Frame,
    ui::{Icon, icon},
};
use leptos::prelude::*;

/// One drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Example {
    Good,
    CutOff,
    Glare,
    Blurred,
}

impl Example {
    const ALL: [Self; 4] = [Self::Good, Self::CutOff, Self::Glare, Self::Blurred];

    const fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::CutOff => "cut-off",
            Self::Glare => "glare",
            Self::Blurred => "blurred",
        }
    }
}

/// The four drawings, each with its word and what is to be seen in it. Once on a page.
pub fn examples(frame: &Frame) -> AnyView {
    let all: Vec<_> = Example::ALL.into_iter().map(|example| figure(frame, example)).collect();
    view! { <ul class="examples" aria-label=frame.t("documents-examples")>{all}</ul> }.into_any()
}

fn figure(frame: &Frame, example: Example) -> AnyView {
    let word = example.word();
    let (class, sign) = match example {
        Example::Good => ("example good", Icon::Good),
        _ => ("example wrong", Icon::Wrong),
    };
    let alt = frame.t(&format!("documents-example-{word}-alt"));
    view! {
        <li class=class>
            <svg class="example-picture" viewBox="0 0 160 112" role="img" aria-label=alt>
                <rect class="example-table" width="160" height="112"/>
                {drawing(example)}
            </svg>
            <p class="with-icon">{icon(sign)}<span>{frame.t(&format!("documents-example-{word}"))}</span></p>
        </li>
    }
    .into_any()
}

fn drawing(example: Example) -> AnyView {
    match example {
        Example::Good => view! { <g>{card()}</g> }.into_any(),
        Example::CutOff => view! { <g transform="translate(46 30)">{card()}</g> }.into_any(),
        Example::Glare => view! {
            <defs>
                <radialGradient id="example-glare">
                    <stop offset="0.35" stop-color="white"/>
                    <stop offset="1" stop-color="white" stop-opacity="0"/>
                </radialGradient>
            </defs>
            <g>{card()}</g>
            <ellipse cx="104" cy="48" rx="46" ry="34" fill="url(#example-glare)"/>
        }
        .into_any(),
        Example::Blurred => view! {
            <defs><filter id="example-blur"><feGaussianBlur stdDeviation="3.2"/></filter></defs>
            <g filter="url(#example-blur)">{card()}</g>
        }
        .into_any(),
    }
}

/// A card of nobody's: a head, and lines where the words would be.
fn card() -> AnyView {
    view! {
        <rect class="example-card" x="18" y="16" width="124" height="80" rx="6"/>
        <path class="example-line" d="M30 32h46M30 46h34M30 60h40M30 80h66"/>
        <rect class="example-photo" x="98" y="28" width="32" height="40" rx="3"/>
        <circle class="example-head" cx="114" cy="42" r="7"/>
        <path class="example-head" d="M101 68c1-12 6-16 13-16s12 4 13 16z"/>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::markup, i18n::has};
    use domain::Lang;

    #[test]
    fn every_drawing_says_what_is_to_be_seen() {
        for lang in Lang::ALL {
            for example in Example::ALL {
                for key in ["", "-alt"] {
                    let key = format!("documents-example-{}{key}", example.word());
                    assert!(has(lang, &key), "{key} in {}", lang.tag());
                }
            }
        }
        let html = markup(|| examples(&Frame::bare(Lang::En)));
        assert_eq!(html.matches("role=\"img\"").count(), 4);
        assert!(!html.contains("style="), "{html}");
    }
}
