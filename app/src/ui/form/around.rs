//! What stands around every control: label, hint, error, and how they hang together.

use super::{id_of, state::FieldNote};
use crate::Frame;
use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;

/// Label, hint and error of one control.
#[derive(Clone, Debug)]
pub(super) struct Around {
    pub(super) name: String,
    pub(super) id: String,
    pub(super) label: String,
    pub(super) hint: Option<String>,
    pub(super) error: Option<String>,
    pub(super) optional: bool,
    note: Option<FieldNote>,
    optional_word: String,
    error_word: String,
}

impl Around {
    pub(super) fn new(frame: &Frame, name: &str, label: String, error: Option<String>) -> Self {
        Self {
            id: id_of(name),
            name: name.to_owned(),
            label,
            hint: None,
            error,
            optional: false,
            note: None,
            optional_word: frame.t("form-optional"),
            error_word: frame.t("form-error-word"),
        }
    }

    /// With what somebody wrote about it.
    pub(super) fn with_note(mut self, note: Option<FieldNote>) -> Self {
        self.note = note;
        self
    }

    /// The ids of note, hint and error, for `aria-describedby`.
    pub(super) fn described_by(&self) -> Option<String> {
        let note = self.note.as_ref().map(|_| format!("{}-note", self.id));
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
        let all: Vec<String> = [note, hint, error].into_iter().flatten().collect();
        (!all.is_empty()).then(|| all.join(" "))
    }

    fn note(&self) -> Option<AnyView> {
        let note = self.note.as_ref()?;
        let text: Vec<_> =
            note.text.iter().map(|line| view! { <p class="typed">{line.clone()}</p> }).collect();
        let way = note.way.clone().map(|(words, href)| view! { <p><a href=href>{words}</a></p> });
        Some(
            view! {
                <div class="field-note" id=format!("{}-note", self.id)>
                    {icon(Icon::NeedsYou)}
                    <div class="field-note-words"><p><strong>{note.title.clone()}</strong></p>{text}{way}</div>
                </div>
            }
            .into_any(),
        )
    }

    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.error.is_some().then_some("true")
    }

    pub(super) fn required(&self) -> Option<&'static str> {
        (!self.optional).then_some("true")
    }

    fn label_words(&self) -> AnyView {
        let optional = self
            .optional
            .then(|| view! { <span class="optional">{format!(" {}", self.optional_word)}</span> });
        view! {
            {self.label.clone()}
            {optional}
        }
        .into_any()
    }

    fn hint(&self) -> Option<AnyView> {
        let hint = self.hint.clone()?;
        Some(view! { <p class="hint" id=format!("{}-hint", self.id)>{hint}</p> }.into_any())
    }

    fn error(&self) -> Option<AnyView> {
        self.error.clone().map(|error| {
            view! {
                <p class="error" id=format!("{}-error", self.id)>
                    {icon(Icon::Wrong)}
                    <span class="visually-hidden">{format!("{} ", self.error_word)}</span>
                    <span class="error-text">{error}</span>
                </p>
            }
            .into_any()
        })
    }

    /// Around one control with a label.
    pub(super) fn field(&self, control: AnyView) -> AnyView {
        let class = if self.error.is_some() { "field wrong" } else { "field" };
        view! {
            <div class=class>
                <label class="field-label" for=self.id.clone()>{self.label_words()}</label>
                {self.note()}
                {self.hint()}
                {self.error()}
                {control}
            </div>
        }
        .into_any()
    }

    /// Around one box, whose label stands after it, and its hint below the label.
    pub(super) fn boxed(&self, control: AnyView) -> AnyView {
        let class = if self.error.is_some() { "field wrong" } else { "field" };
        view! {
            <div class=class>
                {self.note()}
                {self.error()}
                <div class="tick">
                    {control}
                    <div class="tick-words">
                        <label for=self.id.clone()>{self.label_words()}</label>
                        {self.hint()}
                    </div>
                </div>
            </div>
        }
        .into_any()
    }

    /// Around several controls that answer one question.
    pub(super) fn group(&self, controls: AnyView) -> AnyView {
        let class = if self.error.is_some() { "field group wrong" } else { "field group" };
        view! {
            <fieldset class=class aria-describedby=self.described_by()>
                <legend class="field-label">{self.label_words()}</legend>
                {self.note()}
                {self.hint()}
                {self.error()}
                {controls}
            </fieldset>
        }
        .into_any()
    }
}

/// The builder's methods that every field has.
macro_rules! around {
    ($field:ty) => {
        impl $field {
            /// A line that helps to answer, between label and control.
            pub fn hint(mut self, hint: impl Into<String>) -> Self {
                self.around.hint = Some(hint.into());
                self
            }

            /// May be left empty, and says so.
            pub fn optional(mut self) -> Self {
                self.around.optional = true;
                self
            }
        }

        part!($field);
    };
}
pub(super) use around;
