//! What whoever looks at a file's pictures has to know beside them.

use crate::words::words;

words! {
    /// Something the deep check noticed that is no reason to refuse a file.
    Remark {
        /// A font is not in the document: another stands in for it, shapes and spacing may differ.
        FallbackFont = "fallback_font",
        /// Some text could not be drawn, or only guessed at: look at the original.
        MissingText = "missing_text",
        /// Some picture in the document could not be drawn: look at the original.
        MissingPicture = "missing_picture",
        /// It carries scripts or actions that start by themselves; none has run.
        ActiveContent = "active_content",
        /// It carries other files.
        Attachment = "attachment",
        /// A page shows nothing.
        BlankPage = "blank_page",
        /// So few pixels that small print may not be readable.
        LowResolution = "low_resolution",
    }
}

impl Remark {
    /// Whether the sender is told as well: what another picture would mend.
    pub const fn is_for_sender(self) -> bool {
        matches!(self, Self::LowResolution | Self::BlankPage)
    }

    /// The message for the reviewer.
    pub fn message_key(self) -> String {
        format!("documents-remark-{}", self.word().replace('_', "-"))
    }
}
