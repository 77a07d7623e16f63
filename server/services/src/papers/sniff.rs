//! What kind of file the bytes are: told from the bytes alone. The name only has to agree.
//!
//! Looked at while the file streams by: its first 4 KiB and its end. The deep check walks the whole file later.

use super::{Media, Refusal, name};

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

/// The kind by the first bytes (up to [`HEAD`] of them).
///
/// # Errors
/// What is empty, of another kind, or of two kinds at once.
pub fn kind(head: &[u8]) -> Result<Media, Refusal> {
    if head.is_empty() {
        return Err(Refusal::Empty);
    }
    let kind = match infer::get(head).map(|found| found.mime_type()) {
        Some("image/jpeg") => Media::Jpeg,
        Some("image/png") => Media::Png,
        // A header further in is what a polyglot has.
        Some("application/pdf") if head.starts_with(b"%PDF-") => Media::Pdf,
        _ if domain::documents::media::is_heic(head) => return Err(Refusal::Heic),
        _ => return Err(Refusal::WrongKind),
    };
    if is_disguised(kind, head) { Err(Refusal::Polyglot) } else { Ok(kind) }
}

/// Whether the end (the last [`TAIL`] bytes, or all) is the end of a file of this kind and nothing else.
///
/// # Errors
/// What is cut off, goes on behind its end, or is an archive as well.
pub fn end(kind: Media, tail: &[u8]) -> Result<(), Refusal> {
    if carries_archive(tail) {
        return Err(Refusal::Polyglot);
    }
    let rest = match kind {
        Media::Jpeg => after(tail, &[0xff, 0xd9]),
        Media::Png => after(tail, &PNG_END),
        Media::Pdf => after(tail, b"%%EOF").filter(|_| find(tail, b"startxref").is_some()),
    };
    match rest {
        None => Err(Refusal::Cut),
        Some(rest) if is_padding(rest) => Ok(()),
        Some(rest) if kind == Media::Jpeg && is_camera_note(rest) => Ok(()),
        Some(_) => Err(Refusal::Polyglot),
    }
}

/// Whether a name's extension, if it has one, is one of this kind's.
///
/// # Errors
/// When it says another kind.
pub fn agrees(kind: Media, declared: &str) -> Result<(), Refusal> {
    let declared = name::clean(declared);
    match name::extension(&declared) {
        Some(_) if Media::from_name(&declared) != Some(kind) => Err(Refusal::NameDiffers),
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

/// Whether the beginning is also a web page, a document inside a picture, or a script that hides in a picture.
fn is_disguised(kind: Media, head: &[u8]) -> bool {
    let lower = head.to_ascii_lowercase();
    let page = [&b"<html"[..], b"<script", b"<!doctype", b"<svg", b"<?php", b"<iframe", b"<body"];
    // A first segment whose length spells `/*` opens a comment to a reader of scripts.
    let script = kind == Media::Jpeg && head.get(4..6) == Some(b"/*");
    let document = kind != Media::Pdf && find(head, b"%PDF-").is_some();
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
    use super::{HEAD, Media, PNG_END, Refusal, agrees, end, kind};

    const JPEG: &[u8] = &[0xff, 0xd8, 0xff, 0xe0, 0, 16, b'J', b'F', b'I', b'F', 0];
    const PNG: &[u8] = &[0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0, 0, 13, b'I', b'H', b'D', b'R'];

    fn join(parts: &[&[u8]]) -> Vec<u8> {
        parts.concat()
    }

    #[test]
    fn the_three_kinds_are_known_by_their_first_bytes() {
        assert_eq!(kind(JPEG), Ok(Media::Jpeg));
        assert_eq!(kind(PNG), Ok(Media::Png));
        assert_eq!(kind(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), Ok(Media::Pdf));
    }

    #[test]
    fn f02_everything_else_is_refused() {
        assert_eq!(kind(b""), Err(Refusal::Empty));
        assert_eq!(kind(b"hello"), Err(Refusal::WrongKind));
        assert_eq!(kind(b"GIF89a=1;alert(1)//"), Err(Refusal::WrongKind));
        assert_eq!(kind(b"PK\x03\x04 a zip"), Err(Refusal::WrongKind));
        assert_eq!(kind(b"\x7fELF"), Err(Refusal::WrongKind));
        assert_eq!(kind(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Err(Refusal::Heic));
        assert_eq!(kind(b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic"), Err(Refusal::Heic));
        assert_eq!(kind(b"\nsome junk %PDF-1.4"), Err(Refusal::WrongKind), "a PDF begins at its first byte");
    }

    #[test]
    fn f02_two_kinds_at_once_are_refused_at_the_beginning() {
        assert_eq!(kind(b"%PDF-1.4\n<HTML><body>"), Err(Refusal::Polyglot));
        assert_eq!(kind(b"%PDF-1.4\n<!DOCTYPE html>"), Err(Refusal::Polyglot));
        assert_eq!(kind(&join(&[JPEG, b"....<ScRiPt>alert(1)</script>"])), Err(Refusal::Polyglot));
        assert_eq!(kind(&join(&[JPEG, b"....%PDF-1.4"])), Err(Refusal::Polyglot));
        assert_eq!(kind(&join(&[PNG, b"....%PDF-1.4"])), Err(Refusal::Polyglot));
        assert_eq!(kind(&[0xff, 0xd8, 0xff, 0xe0, b'/', b'*', b'J', b'F']), Err(Refusal::Polyglot));
    }

    #[test]
    fn an_end_is_an_end() {
        assert_eq!(end(Media::Jpeg, b"....\xff\xd9"), Ok(()));
        assert_eq!(end(Media::Jpeg, b"....\xff\xd9\0\0\n"), Ok(()));
        assert_eq!(end(Media::Jpeg, b"....\xff\xd9\x01\x02SEFH....SEFT"), Ok(()), "a phone's own notes");
        assert_eq!(end(Media::Png, &join(&[b"....", &PNG_END])), Ok(()));
        assert_eq!(end(Media::Pdf, b"xref trailer startxref\n12\n%%EOF\r\n"), Ok(()));
    }

    #[test]
    fn what_is_cut_off_is_found() {
        assert_eq!(end(Media::Jpeg, b"...."), Err(Refusal::Cut));
        assert_eq!(end(Media::Png, b"....\0\0\0\0IEND"), Err(Refusal::Cut));
        assert_eq!(end(Media::Pdf, b"1 0 obj << >>"), Err(Refusal::Cut));
        assert_eq!(end(Media::Pdf, b"%PDF-1.4 %%EOF"), Err(Refusal::Cut), "an end without a table");
    }

    #[test]
    fn f02_nothing_stands_behind_the_end() {
        assert_eq!(end(Media::Jpeg, b"....\xff\xd9<html>"), Err(Refusal::Polyglot));
        assert_eq!(end(Media::Png, &join(&[&PNG_END, b"MZ\x90"])), Err(Refusal::Polyglot));
        assert_eq!(end(Media::Pdf, b"startxref 1 %%EOF <script>"), Err(Refusal::Polyglot));
        for kind in Media::ALL.iter().copied() {
            let ends = join(&[b"startxref %%EOF\xff\xd9", &PNG_END]);
            let archive = join(&[&ends, b"PK\x03\x04....PK\x05\x06\0\0\0\0"]);
            assert_eq!(end(kind, &archive), Err(Refusal::Polyglot), "{kind:?} with an archive behind it");
            let within = join(&[b"PK\x05\x06", &ends]);
            assert_eq!(
                end(kind, &within),
                Err(Refusal::Polyglot),
                "{kind:?} with an archive's end inside it"
            );
        }
    }

    #[test]
    fn f02_a_name_has_to_agree_with_the_content() {
        assert_eq!(agrees(Media::Jpeg, "id front.JPEG"), Ok(()));
        assert_eq!(agrees(Media::Jpeg, "image"), Ok(()), "a camera may give none");
        assert_eq!(agrees(Media::Png, "a.jpg"), Err(Refusal::NameDiffers));
        assert_eq!(agrees(Media::Pdf, "a.pdf.exe"), Err(Refusal::NameDiffers));
        assert_eq!(agrees(Media::Jpeg, "IMG_1.HEIC"), Err(Refusal::NameDiffers));
    }

    #[test]
    fn the_head_is_as_long_as_the_marks_are_looked_for() {
        let far = join(&[JPEG, &vec![b'.'; HEAD - JPEG.len() - 7], b"<script"]);
        assert_eq!(far.len(), HEAD);
        assert_eq!(kind(&far), Err(Refusal::Polyglot));
    }
}
