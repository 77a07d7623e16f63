//! Why a file is refused.

use serde::{Deserialize, Serialize};

/// A reason to refuse a file. All of them may be said to whoever uploaded it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// More bytes than are taken.
    #[error("the file is too large")]
    TooLarge,
    /// Neither JPEG nor PNG nor PDF.
    #[error("the file is of a kind that is not taken")]
    UnknownKind,
    /// The picture format of recent phones, which few programs read.
    #[error("the file is an HEIC picture")]
    Heic,
    /// The name says another kind than the bytes.
    #[error("the file's name says another kind than its content")]
    NameDisagrees,
    /// Cut off or damaged.
    #[error("the file is damaged")]
    Broken,
    /// Something stands behind the end of the picture or document.
    #[error("the file carries something behind its end")]
    TrailingData,
    /// The bytes are also a file of another kind.
    #[error("the file is of two kinds at once")]
    Polyglot,
    /// Protected by a password or by restrictions.
    #[error("the file is protected")]
    Encrypted,
    /// More pixels than are decoded.
    #[error("the picture has too many pixels")]
    TooManyPixels,
    /// Too small a picture for anybody to read.
    #[error("the picture has too few pixels")]
    TooFewPixels,
    /// More pages than are looked at.
    #[error("the document has too many pages")]
    TooManyPages,
    /// A document without a page.
    #[error("the document has no pages")]
    NoPages,
    /// Opening it takes more memory or time than any honest paper needs.
    #[error("the file needs too much memory or time to open")]
    TooDemanding,
}

impl Fault {
    /// Every reason.
    pub const ALL: [Self; 14] = [
        Self::Empty,
        Self::TooLarge,
        Self::UnknownKind,
        Self::Heic,
        Self::NameDisagrees,
        Self::Broken,
        Self::TrailingData,
        Self::Polyglot,
        Self::Encrypted,
        Self::TooManyPixels,
        Self::TooFewPixels,
        Self::TooManyPages,
        Self::NoPages,
        Self::TooDemanding,
    ];

    /// The word that is stored, and with `-` for `_` the tail of the message's key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too_large",
            Self::UnknownKind => "unknown_kind",
            Self::Heic => "heic",
            Self::NameDisagrees => "name_disagrees",
            Self::Broken => "broken",
            Self::TrailingData => "trailing_data",
            Self::Polyglot => "polyglot",
            Self::Encrypted => "encrypted",
            Self::TooManyPixels => "too_many_pixels",
            Self::TooFewPixels => "too_few_pixels",
            Self::TooManyPages => "too_many_pages",
            Self::NoPages => "no_pages",
            Self::TooDemanding => "too_demanding",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fault| fault.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::Fault;

    #[test]
    fn words_read_back_and_are_what_serde_writes() {
        for fault in Fault::ALL {
            assert_eq!(Fault::from_word(fault.word()), Some(fault));
            assert_eq!(serde_json::to_string(&fault).unwrap(), format!("\"{}\"", fault.word()));
        }
    }
}
