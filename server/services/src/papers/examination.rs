//! What the deep check finds.

use super::Fault;
use serde::{Deserialize, Serialize};

/// The result of the deep check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Examination {
    /// A file that people can look at.
    Sound(Sound),
    /// A file that is refused.
    Refused(Fault),
}

/// A file that opens, with our own pictures of all its pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    /// The pages in their order; a photograph has one.
    pub pages: Vec<Picture>,
    /// What whoever looks at the pictures has to know.
    pub remarks: Vec<Remark>,
}

/// Our own picture of a page: re-encoded, upright, with nothing of the original but what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// A JPEG.
    pub jpeg: Vec<u8>,
}

/// Something a reviewer is told beside the pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remark {
    /// A font is not in the document: another one stands in for it, shapes and spacing may differ.
    FallbackFont,
    /// Some text could not be drawn: look at the original.
    MissingText,
    /// Some picture in the document could not be drawn: look at the original.
    MissingPicture,
    /// The document carries scripts or actions that start by themselves; none has run.
    ActiveContent,
    /// The document carries other files.
    Attachment,
    /// A page shows nothing.
    BlankPage,
    /// So few pixels that small print may not be readable.
    LowResolution,
}

impl Remark {
    /// Every remark.
    pub const ALL: [Self; 7] = [
        Self::FallbackFont,
        Self::MissingText,
        Self::MissingPicture,
        Self::ActiveContent,
        Self::Attachment,
        Self::BlankPage,
        Self::LowResolution,
    ];

    /// The word that is stored, and with `-` for `_` the tail of the message's key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::FallbackFont => "fallback_font",
            Self::MissingText => "missing_text",
            Self::MissingPicture => "missing_picture",
            Self::ActiveContent => "active_content",
            Self::Attachment => "attachment",
            Self::BlankPage => "blank_page",
            Self::LowResolution => "low_resolution",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|remark| remark.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::Remark;

    #[test]
    fn words_read_back_and_are_what_serde_writes() {
        for remark in Remark::ALL {
            assert_eq!(Remark::from_word(remark.word()), Some(remark));
            assert_eq!(serde_json::to_string(&remark).unwrap(), format!("\"{}\"", remark.word()));
        }
    }
}
