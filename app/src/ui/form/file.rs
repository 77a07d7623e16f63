//! A file to choose. The live uploader stands around the same plain field.

use super::around::{Around, around};
use crate::Frame;
use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;

/// A field for files.
#[derive(Clone, Debug)]
#[must_use]
pub struct FileField {
    around: Around,
    accept: Option<String>,
    multiple: bool,
    camera: bool,
    drop_words: String,
}

impl FileField {
    pub(super) fn new(frame: &Frame, around: Around) -> Self {
        Self { around, accept: None, multiple: false, camera: false, drop_words: frame.t("form-file-drop") }
    }

    /// The kinds that are offered first: media types with commas.
    pub fn accept(mut self, kinds: impl Into<String>) -> Self {
        self.accept = Some(kinds.into());
        self
    }

    /// Several at once.
    pub fn multiple(mut self) -> Self {
        self.multiple = true;
        self
    }

    /// Offers a phone's camera first.
    pub fn camera(mut self) -> Self {
        self.camera = true;
        self
    }

    /// The field as a view.
    pub fn view(self) -> AnyView {
        let around = &self.around;
        let control = view! {
            <div class="file-drop">
                {icon(Icon::Upload)}
                <span class="file-words" aria-hidden="true">{self.drop_words.clone()}</span>
                <input
                    type="file"
                    id=around.id.clone()
                    name=around.name.clone()
                    accept=self.accept.clone()
                    multiple=self.multiple
                    capture=self.camera.then_some("environment")
                    aria-required=around.required()
                    aria-invalid=around.invalid()
                    aria-describedby=around.described_by()
                />
            </div>
        }
        .into_any();
        around.field(control)
    }
}

around!(FileField);
