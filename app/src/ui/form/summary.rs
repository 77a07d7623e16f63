//! The error summary: what is wrong, once, with links to the fields.

use super::{FormState, id_of};
use crate::Frame;
use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;
use std::sync::{Arc, Mutex, PoisonError};

/// The labels of the fields that a form has made so far, by their ids and in their order. The summary stands above the
/// fields, but is written out after all of them were made, so it can name them and links only to those that there are.
#[derive(Clone, Debug, Default)]
pub(super) struct Labels(Arc<Mutex<Vec<(String, String)>>>);

impl Labels {
    pub(super) fn add(&self, id: String, label: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((id, label));
    }

    fn of(&self, id: &str) -> Option<String> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().find(|(known, _)| known == id).map(|(_, label)| label.clone())
    }

    /// Where a field stands among the others; what has none comes after them.
    fn place(&self, id: &str) -> usize {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().position(|(known, _)| known == id).unwrap_or(usize::MAX)
    }
}

/// One line: the field's id, what is wrong, and how both are joined to its label.
#[derive(Clone, Debug)]
struct Line {
    id: String,
    text: String,
}

/// The error summary of a refused form; nothing where nothing is wrong. It takes the focus on arrival.
#[derive(Clone, Debug)]
#[must_use]
pub struct ErrorSummary {
    heading: String,
    joint: String,
    whole: Option<String>,
    lines: Vec<Line>,
    labels: Labels,
}

impl ErrorSummary {
    pub(super) fn new(frame: &Frame, state: &FormState, labels: Labels) -> Self {
        let mut lines: Vec<Line> = Vec::new();
        for error in state.errors() {
            let id = id_of(&error.field);
            // One line a field: the message that stands at it.
            if !lines.iter().any(|line| line.id == id) {
                lines.push(Line { id, text: error.text(frame) });
            }
        }
        Self {
            heading: frame.t("form-summary-heading"),
            joint: frame.t("common-colon"),
            whole: state.form_error().map(|error| error.text(frame)),
            lines,
            labels,
        }
    }

    /// A link to the field under its label; plain words where the page has no such field.
    fn line(&self, line: &Line) -> AnyView {
        let Some(label) = self.labels.of(&line.id) else {
            return view! { <li>{line.text.clone()}</li> }.into_any();
        };
        // A label that is a question ends in its own mark.
        let joint = match label.chars().last() {
            Some('?' | ':') => " ",
            Some('？' | '：') => "",
            _ => self.joint.as_str(),
        };
        let text = format!("{label}{joint}{}", line.text);
        view! { <li><a href=format!("#{}", line.id)>{text}</a></li> }.into_any()
    }

    fn list(&self) -> AnyView {
        let mut lines: Vec<&Line> = self.lines.iter().collect();
        lines.sort_by_key(|line| self.labels.place(&line.id));
        let lines: Vec<_> = lines.into_iter().map(|line| self.line(line)).collect();
        view! { <ul>{lines}</ul> }.into_any()
    }

    /// The summary as a view.
    pub fn view(self) -> AnyView {
        if self.whole.is_none() && self.lines.is_empty() {
            return ().into_any();
        }
        let heading = self.heading.clone();
        let whole = self.whole.clone().map(|text| view! { <p>{text}</p> });
        let has_lines = !self.lines.is_empty();
        // A function: it is asked when the page is written out.
        let list = move || has_lines.then(|| self.list());
        view! {
            <div class="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="error-summary-heading">
                <h2 id="error-summary-heading">{icon(Icon::Wrong)}{heading}</h2>
                {whole}
                {list}
            </div>
        }
        .into_any()
    }
}

part!(ErrorSummary);

#[cfg(test)]
mod tests {
    use crate::Frame;
    use crate::document::markup;
    use crate::ui::{Form, FormState};
    use domain::Lang;

    #[test]
    fn it_links_to_the_field_that_shows_the_same_words() {
        let frame = Frame::bare(Lang::En);
        let mut state = FormState::default().with("shop.name", "x");
        state.refuse("shop.name", "form-error-required");
        state.refuse("shop.name", "form-error-email");
        let html = markup(|| {
            let form = Form::new(&frame, &state);
            leptos::view! { {form.summary()} {form.text("shop.name", "Name")} }
        });
        assert_eq!(html.matches("href=\"#shop-name\"").count(), 1, "{html}");
        assert!(html.contains("id=\"shop-name\""), "{html}");
        assert!(html.contains(">Name: Fill this in.</a>"), "{html}");
        assert_eq!(html.matches(&frame.t("form-error-required")).count(), 2, "{html}");
        assert!(html.contains("aria-describedby=\"shop-name-error\""), "{html}");
    }

    #[test]
    fn its_lines_are_in_the_order_of_the_fields() {
        let frame = Frame::bare(Lang::En);
        let mut state = FormState::default();
        for name in ["gone", "last", "first"] {
            state.refuse(name, "form-error-required");
        }
        let html = markup(|| {
            let form = Form::new(&frame, &state);
            leptos::view! { {form.summary()} {form.text("first", "First")} {form.text("last", "Last")} }
        });
        let at = |text: &str| html.find(text);
        assert!(at(">First: Fill this in.</a>") < at(">Last: Fill this in.</a>"), "{html}");
        assert!(at(">Last: Fill this in.</a>") < at("<li>Fill this in.</li>"), "{html}");
    }

    #[test]
    fn it_never_links_to_a_field_that_is_not_there() {
        let frame = Frame::bare(Lang::ZhCn);
        let mut state = FormState::default();
        state.refuse("gone", "form-error-required");
        let html = markup(|| Form::new(&frame, &state).summary().view());
        assert!(html.contains("<li>请填写此项。</li>"), "{html}");
    }

    #[test]
    fn it_is_absent_where_nothing_is_wrong() {
        let frame = Frame::bare(Lang::ZhCn);
        let state = FormState::default();
        let html = markup(|| Form::new(&frame, &state).summary().view());
        assert!(!html.contains("error-summary"), "{html}");
        assert_eq!(Form::new(&frame, &state).title("登录"), "登录");
    }

    #[test]
    fn a_refused_form_says_so_in_the_title() {
        let frame = Frame::bare(Lang::ZhCn);
        let mut state = FormState::default();
        state.refuse_form("form-error-required");
        assert_eq!(Form::new(&frame, &state).title("登录"), "错误：登录");
    }
}
