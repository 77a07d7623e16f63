//! Several lines of text: the one place that writes a `<textarea>`.

use super::around::{Around, around};
use leptos::prelude::*;

/// A field for several lines of text.
#[derive(Clone, Debug)]
#[must_use]
pub struct TextArea {
    around: Around,
    value: String,
    rows: u32,
    maxlength: Option<u32>,
    lang: Option<&'static str>,
}

impl TextArea {
    pub(super) fn new(around: Around, value: &str) -> Self {
        Self { around, value: value.to_owned(), rows: 4, maxlength: None, lang: None }
    }

    /// How many lines it shows.
    pub fn rows(mut self, rows: u32) -> Self {
        self.rows = rows;
        self
    }

    /// The most characters that fit.
    pub fn maxlength(mut self, characters: u32) -> Self {
        self.maxlength = Some(characters);
        self
    }

    /// The language of what is typed, where it isn't the page's.
    pub fn lang(mut self, lang: domain::Lang) -> Self {
        self.lang = Some(lang.tag());
        self
    }

    /// The field as a view.
    pub fn view(self) -> AnyView {
        let around = &self.around;
        let control = view! {
            <textarea
                class="input"
                id=around.id.clone()
                name=around.name.clone()
                rows=self.rows.to_string()
                maxlength=self.maxlength.map(|characters| characters.to_string())
                lang=self.lang
                aria-required=around.required()
                aria-invalid=around.invalid()
                aria-describedby=around.described_by()
                inner_html=escaped(&self.value)
            ></textarea>
        }
        .into_any();
        around.field(control)
    }
}

around!(TextArea);

/// The text as a child that stays text. Leptos 0.8 writes the children of a `<textarea>` as they are; and a
/// first line break is eaten by the parser, so one goes before it.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 1);
    safe.push('\n');
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use crate::Frame;
    use crate::document::markup;
    use crate::ui::{Form, FormState};
    use domain::Lang;

    #[test]
    fn nothing_typed_gets_out_of_it() {
        let frame = Frame::bare(Lang::En);
        let state = FormState::default().with("note", "\n</textarea><script>alert(1)</script> & \"‘");
        let html = markup(|| Form::new(&frame, &state).textarea("note", "Note").view());
        assert!(!html.contains("<script"), "{html}");
        assert_eq!(html.matches("</textarea>").count(), 1, "{html}");
        assert!(
            html.contains(">\n\n&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"‘</textarea>"),
            "{html}"
        );
    }
}
