//! The kinds of files that are taken, and the reasons for which one isn't.

use crate::words::words;

words! {
    /// A kind of file that is taken.
    Media {
        /// A photograph.
        Jpeg = "jpeg",
        /// A picture or screenshot.
        Png = "png",
        /// A document.
        Pdf = "pdf",
    }
}

impl Media {
    /// The media type that is sent and stored.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
        }
    }

    /// The ending a download gets.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// Reads a media type; parameters are ignored.
    pub fn from_mime(mime: &str) -> Option<Self> {
        match mime.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
            "image/jpeg" | "image/jpg" | "image/pjpeg" => Some(Self::Jpeg),
            "image/png" | "image/x-png" => Some(Self::Png),
            "application/pdf" | "application/x-pdf" => Some(Self::Pdf),
            _ => None,
        }
    }

    /// Reads a file name's ending, in any case.
    pub fn from_name(name: &str) -> Option<Self> {
        let (_, extension) = name.rsplit_once('.')?;
        match extension.trim().to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" | "jpe" | "jfif" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }

    /// Whether it is a picture rather than pages.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png)
    }

    /// The value of a file input's `accept` for these kinds.
    pub fn accept(media: &[Self]) -> String {
        media.iter().map(|one| one.mime()).collect::<Vec<_>>().join(",")
    }
}

/// How much of a file's beginning tells an HEIC picture.
pub const HEIC_HEAD: usize = 12;

/// Whether a file's first bytes (at least [`HEIC_HEAD`]) are those of an HEIC picture, as iPhones make them.
pub fn is_heic(head: &[u8]) -> bool {
    const BRANDS: [&[u8; 4]; 10] =
        [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"];
    head.get(4..8) == Some(b"ftyp") && head.get(8..12).is_some_and(|brand| BRANDS.iter().any(|b| *b == brand))
}

words! {
    /// Why a file isn't taken. Of such a file only its hash and this word are kept.
    Refusal {
        /// More bytes than allowed.
        TooLarge = "too_large",
        /// No bytes at all.
        Empty = "empty",
        /// It can't be read.
        Broken = "broken",
        /// Neither JPEG nor PNG nor PDF.
        WrongKind = "wrong_kind",
        /// Its content is of another kind than its name says.
        NameDiffers = "name_differs",
        /// An HEIC picture, as iPhones make them.
        Heic = "heic",
        /// A PDF with a password.
        Encrypted = "encrypted",
        /// Two kinds of file in one, or something hidden behind its end.
        Polyglot = "polyglot",
        /// It unpacks to far more than it is.
        Bomb = "bomb",
        /// No check of it came to its end, time and again: too slow, or stopped from outside. That may not be its fault.
        Unchecked = "unchecked",
        /// It ends in the middle.
        Cut = "cut",
        /// A scanner found malware.
        Infected = "infected",
        /// A PDF that runs scripts, opens programs or carries files.
        Active = "active",
        /// More pixels than allowed.
        TooManyPixels = "too_many_pixels",
        /// Too small a picture for anybody to read.
        TooFewPixels = "too_few_pixels",
        /// More pages than allowed.
        TooManyPages = "too_many_pages",
        /// A PDF without a page.
        NoPages = "no_pages",
        /// The application holds as many files as allowed.
        TooManyFiles = "too_many_files",
        /// The brand holds as many unchecked files as allowed; later it goes.
        Busy = "busy",
        /// The brand keeps as many bytes as it may.
        Full = "full",
        /// The same bytes were refused before.
        KnownBad = "known_bad",
        /// The same bytes are there already.
        Duplicate = "duplicate",
    }
}

impl Refusal {
    /// The message that says what is wrong and how to put it right.
    pub fn message_key(self) -> String {
        format!("documents-refused-{}", self.word().replace('_', "-"))
    }

    /// Whether the same bytes can be refused at once when they come again: what is wrong is in the bytes.
    pub const fn is_in_the_bytes(self) -> bool {
        match self {
            Self::Empty
            | Self::Broken
            | Self::WrongKind
            | Self::Heic
            | Self::Encrypted
            | Self::Polyglot
            | Self::Bomb
            | Self::Cut
            | Self::Infected
            | Self::Active
            | Self::TooManyPixels
            | Self::TooFewPixels
            | Self::TooManyPages
            | Self::NoPages => true,
            Self::TooLarge
            | Self::NameDiffers
            | Self::Unchecked
            | Self::TooManyFiles
            | Self::Busy
            | Self::Full
            | Self::KnownBad
            | Self::Duplicate => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Media, Refusal, is_heic};

    #[test]
    fn an_iphones_picture_is_told_by_its_bytes() {
        assert!(is_heic(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"));
        assert!(is_heic(b"\0\0\0\x18ftypmif1"));
        for other in [&b"\0\0\0\x18ftypisom"[..], b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01", b"\0\0\0\x18ftyp", b""]
        {
            assert!(!is_heic(other), "{other:?}");
        }
    }

    #[test]
    fn kinds_are_read_from_types_and_names() {
        assert_eq!(Media::from_mime("IMAGE/JPEG; charset=x"), Some(Media::Jpeg));
        assert_eq!(Media::from_mime("image/heic"), None);
        assert_eq!(Media::from_name("执照.扫描.PDF"), Some(Media::Pdf));
        assert_eq!(Media::from_name("pdf"), None);
        assert_eq!(Media::accept(&[Media::Jpeg, Media::Pdf]), "image/jpeg,application/pdf");
        for media in Media::ALL {
            assert_eq!(Media::from_mime(media.mime()), Some(*media));
            assert_eq!(Media::from_name(&format!("a.{}", media.extension())), Some(*media));
        }
    }

    #[test]
    fn every_refusal_has_its_message() {
        assert_eq!(Refusal::TooManyPixels.message_key(), "documents-refused-too-many-pixels");
        assert!(!Refusal::TooLarge.is_in_the_bytes(), "its hash was never finished");
        assert!(!Refusal::Unchecked.is_in_the_bytes(), "nothing was found out about it");
    }
}
