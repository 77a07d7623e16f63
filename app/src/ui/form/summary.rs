//! The error summary: what is wrong, once, with links to the fields.

use super::{FormState, id_of};
use crate::Frame;
use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;

/// The error summary of a refused form; nothing where nothing is wrong. It takes the focus on arrival.
#[derive(Clone, Debug)]
#[must_use]
pub struct ErrorSummary {
    heading: String,
    whole: Option<String>,
    errors: Vec<(String, String)>,
}

impl ErrorSummary {
    pub(super) fn new(frame: &Frame, state: &FormState) -> Self {
        let mut errors: Vec<(String, String)> = Vec::new();
        for error in state.errors() {
            let id = id_of(&error.field);
            // One line a field: the message that stands at it.
            if !errors.iter().any(|(seen, _)| *seen == id) {
                errors.push((id, error.text(frame)));
            }
        }
        Self {
            heading: frame.t("form-summary-heading"),
            whole: state.form_error().map(|error| error.text(frame)),
            errors,
        }
    }

    /// The summary as a view.
    pub fn view(self) -> AnyView {
        if self.whole.is_none() && self.errors.is_empty() {
            return ().into_any();
        }
        let whole = self.whole.map(|text| view! { <p>{text}</p> });
        let links: Vec<_> = self
            .errors
            .into_iter()
            .map(|(id, text)| view! { <li><a href=format!("#{id}")>{text}</a></li> })
            .collect();
        let list = (!links.is_empty()).then(|| view! { <ul>{links}</ul> });
        view! {
            <div class="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="error-summary-heading">
                <h2 id="error-summary-heading">{icon(Icon::Wrong)}{self.heading}</h2>
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
        assert_eq!(html.matches(&frame.t("form-error-required")).count(), 2, "{html}");
        assert!(html.contains("aria-describedby=\"shop-name-error\""), "{html}");
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
