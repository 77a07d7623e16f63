//! What kind of file the bytes are: told from the bytes alone. The name only has to agree.
//!
//! Looked at while the file streams by: its first 4 KiB and its end. The deep check walks the whole file later.

use super::{Fault, name};

/// How much of a file's beginning is looked at.
pub const HEAD: usize = 4 * 1024;
/// How much of its end: as far back as a reader of ZIP archives looks for one.
pub const TAIL: usize = 64 * 1024 + 22;
/// Zeros and line ends that some programs leave behind the end.
const PADDING: [u8; 6] = [0, b'\t', b'\n', 0x0c, b'\r', b' '];
/// The whole of PNG's last chunk.
pub(super) const PNG_END: [u8; 12] = [0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82];
/// What closes the notes that Samsung's cameras leave behind a picture.
const SAMSUNG_END: &[u8] = b"SEFT";

/// A kind of file that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A photograph.
    Jpeg,
    /// A picture without loss.
    Png,
    /// A document.
    Pdf,
}

impl FileKind {
    /// Every kind that is taken.
    pub const ALL: [Self; 3] = [Self::Jpeg, Self::Png, Self::Pdf];

    /// The word that is stored.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The media type under which the original is handed out.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
        }
    }

    /// The extension for a name that has none.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    fn from_extension(extension: &str) -> Option<Self> {
        match extension {
            "jpg" | "jpeg" | "jpe" | "jfif" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }
}

/// The kind by the first bytes (up to [`HEAD`] of them).
///
/// # Errors
/// What is empty, of another kind, or of two kinds at once.
pub fn kind(head: &[u8]) -> Result<FileKind, Fault> {
    if head.is_empty() {
        return Err(Fault::Empty);
    }
    let kind = match infer::get(head).map(|found| found.mime_type()) {
        Some("image/jpeg") => FileKind::Jpeg,
        Some("image/png") => FileKind::Png,
        // A header further in is what a polyglot has.
        Some("application/pdf") if head.starts_with(b"%PDF-") => FileKind::Pdf,
        _ if is_heic(head) => return Err(Fault::Heic),
        _ => return Err(Fault::UnknownKind),
    };
    if is_disguised(kind, head) { Err(Fault::Polyglot) } else { Ok(kind) }
}

/// Whether the end (the last [`TAIL`] bytes, or all) is the end of a file of this kind and nothing else.
///
/// # Errors
/// What is cut off, goes on behind its end, or is an archive as well.
pub fn end(kind: FileKind, tail: &[u8]) -> Result<(), Fault> {
    if carries_archive(tail) {
        return Err(Fault::Polyglot);
    }
    let rest = match kind {
        FileKind::Jpeg => after(tail, &[0xff, 0xd9]),
        FileKind::Png => after(tail, &PNG_END),
        FileKind::Pdf => after(tail, b"%%EOF").filter(|_| find(tail, b"startxref").is_some()),
    };
    match rest {
        None => Err(Fault::Broken),
        Some(rest) if is_padding(rest) => Ok(()),
        Some(rest) if kind == FileKind::Jpeg && is_camera_note(rest) => Ok(()),
        Some(_) => Err(Fault::TrailingData),
    }
}

/// Whether a name's extension, if it has one, is one of this kind's.
///
/// # Errors
/// When it says another kind.
pub fn agrees(kind: FileKind, declared: &str) -> Result<(), Fault> {
    match name::extension(declared) {
        Some(extension) if FileKind::from_extension(&extension) != Some(kind) => Err(Fault::NameDisagrees),
        _ => Ok(()),
    }
}

/// Whether bytes behind an end are nothing but padding.
pub(super) fn is_padding(rest: &[u8]) -> bool {
    rest.iter().all(|byte| PADDING.contains(byte))
}

/// Whether bytes behind a photograph are the camera's own notes: known by how they close.
pub(super) fn is_camera_note(rest: &[u8]) -> bool {
    rest.ends_with(SAMSUNG_END)
}

/// Where a needle first stands.
pub(super) fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

/// What stands behind the last needle.
fn after<'a>(haystack: &'a [u8], needle: &[u8]) -> Option<&'a [u8]> {
    let at = haystack.windows(needle.len()).rposition(|window| window == needle)?;
    haystack.get(at + needle.len()..)
}

fn is_heic(head: &[u8]) -> bool {
    const BRANDS: [&[u8; 4]; 10] =
        [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"];
    head.get(4..8) == Some(b"ftyp") && head.get(8..12).is_some_and(|brand| BRANDS.iter().any(|b| *b == brand))
}

/// Whether the beginning is also a web page, a document inside a picture, or a script that hides in a picture.
fn is_disguised(kind: FileKind, head: &[u8]) -> bool {
    let lower = head.to_ascii_lowercase();
    let page = [&b"<html"[..], b"<script", b"<!doctype", b"<svg", b"<?php", b"<iframe", b"<body"];
    // A first segment whose length spells `/*` opens a comment to a reader of scripts.
    let script = kind == FileKind::Jpeg && head.get(4..6) == Some(b"/*");
    let document = kind != FileKind::Pdf && find(head, b"%PDF-").is_some();
    script || document || page.iter().any(|mark| find(&lower, mark).is_some())
}

/// Whether a reader of ZIP, RAR or 7z would find its archive from the end.
fn carries_archive(tail: &[u8]) -> bool {
    [&b"PK\x05\x06"[..], b"PK\x06\x07", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c"]
        .iter()
        .any(|mark| find(tail, mark).is_some())
}

#[cfg(test)]
mod tests {
    use super::{Fault, FileKind, HEAD, PNG_END, agrees, end, kind};

    const JPEG: &[u8] = &[0xff, 0xd8, 0xff, 0xe0, 0, 16, b'J', b'F', b'I', b'F', 0];
    const PNG: &[u8] = &[0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0, 0, 13, b'I', b'H', b'D', b'R'];

    fn join(parts: &[&[u8]]) -> Vec<u8> {
        parts.concat()
    }

    #[test]
    fn the_three_kinds_are_known_by_their_first_bytes() {
        assert_eq!(kind(JPEG), Ok(FileKind::Jpeg));
        assert_eq!(kind(PNG), Ok(FileKind::Png));
        assert_eq!(kind(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), Ok(FileKind::Pdf));
    }

    #[test]
    fn everything_else_is_refused() {
        assert_eq!(kind(b""), Err(Fault::Empty));
        assert_eq!(kind(b"hello"), Err(Fault::UnknownKind));
        assert_eq!(kind(b"GIF89a=1;alert(1)//"), Err(Fault::UnknownKind));
        assert_eq!(kind(b"PK\x03\x04 a zip"), Err(Fault::UnknownKind));
        assert_eq!(kind(b"\x7fELF"), Err(Fault::UnknownKind));
        assert_eq!(kind(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Err(Fault::Heic));
        assert_eq!(kind(b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic"), Err(Fault::Heic));
        assert_eq!(kind(b"\nsome junk %PDF-1.4"), Err(Fault::UnknownKind), "a PDF begins at its first byte");
    }

    #[test]
    fn two_kinds_at_once_are_refused_at_the_beginning() {
        assert_eq!(kind(b"%PDF-1.4\n<HTML><body>"), Err(Fault::Polyglot));
        assert_eq!(kind(b"%PDF-1.4\n<!DOCTYPE html>"), Err(Fault::Polyglot));
        assert_eq!(kind(&join(&[JPEG, b"....<ScRiPt>alert(1)</script>"])), Err(Fault::Polyglot));
        assert_eq!(kind(&join(&[JPEG, b"....%PDF-1.4"])), Err(Fault::Polyglot));
        assert_eq!(kind(&join(&[PNG, b"....%PDF-1.4"])), Err(Fault::Polyglot));
        assert_eq!(kind(&[0xff, 0xd8, 0xff, 0xe0, b'/', b'*', b'J', b'F']), Err(Fault::Polyglot));
    }

    #[test]
    fn an_end_is_an_end() {
        assert_eq!(end(FileKind::Jpeg, b"....\xff\xd9"), Ok(()));
        assert_eq!(end(FileKind::Jpeg, b"....\xff\xd9\0\0\n"), Ok(()));
        assert_eq!(end(FileKind::Jpeg, b"....\xff\xd9\x01\x02SEFH....SEFT"), Ok(()), "a phone's own notes");
        assert_eq!(end(FileKind::Png, &join(&[b"....", &PNG_END])), Ok(()));
        assert_eq!(end(FileKind::Pdf, b"xref trailer startxref\n12\n%%EOF\r\n"), Ok(()));
    }

    #[test]
    fn what_is_cut_off_is_broken() {
        assert_eq!(end(FileKind::Jpeg, b"...."), Err(Fault::Broken));
        assert_eq!(end(FileKind::Png, b"....\0\0\0\0IEND"), Err(Fault::Broken));
        assert_eq!(end(FileKind::Pdf, b"1 0 obj << >>"), Err(Fault::Broken));
        assert_eq!(end(FileKind::Pdf, b"%PDF-1.4 %%EOF"), Err(Fault::Broken), "an end without a table");
    }

    #[test]
    fn nothing_stands_behind_the_end() {
        assert_eq!(end(FileKind::Jpeg, b"....\xff\xd9<html>"), Err(Fault::TrailingData));
        assert_eq!(end(FileKind::Png, &join(&[&PNG_END, b"MZ\x90"])), Err(Fault::TrailingData));
        assert_eq!(end(FileKind::Pdf, b"startxref 1 %%EOF <script>"), Err(Fault::TrailingData));
        for kind in FileKind::ALL {
            let ends = join(&[b"startxref %%EOF\xff\xd9", &PNG_END]);
            let archive = join(&[&ends, b"PK\x03\x04....PK\x05\x06\0\0\0\0"]);
            assert_eq!(end(kind, &archive), Err(Fault::Polyglot), "{kind:?} with an archive behind it");
            let within = join(&[b"PK\x05\x06", &ends]);
            assert_eq!(end(kind, &within), Err(Fault::Polyglot), "{kind:?} with an archive's end inside it");
        }
    }

    #[test]
    fn a_name_has_to_agree_with_the_content() {
        assert_eq!(agrees(FileKind::Jpeg, "id front.JPEG"), Ok(()));
        assert_eq!(agrees(FileKind::Jpeg, "image"), Ok(()), "a camera may give none");
        assert_eq!(agrees(FileKind::Png, "a.jpg"), Err(Fault::NameDisagrees));
        assert_eq!(agrees(FileKind::Pdf, "a.pdf.exe"), Err(Fault::NameDisagrees));
        assert_eq!(agrees(FileKind::Jpeg, "IMG_1.HEIC"), Err(Fault::NameDisagrees));
    }

    #[test]
    fn the_head_is_as_long_as_the_marks_are_looked_for() {
        let far = join(&[JPEG, &vec![b'.'; HEAD - JPEG.len() - 7], b"<script"]);
        assert_eq!(far.len(), HEAD);
        assert_eq!(kind(&far), Err(Fault::Polyglot));
    }
}
