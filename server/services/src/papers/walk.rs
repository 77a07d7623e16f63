//! Walks along the structure of pictures without decoding them: where they really end, and what they carry.

use super::{
    Refusal,
    sniff::{is_camera_note, is_padding},
};

/// Pictures that a camera may put behind the first (previews, depth).
const MOST_APPENDED: usize = 8;
/// Passes over a progressive picture; honest ones have about ten.
const MOST_SCANS: usize = 64;
/// The most compressed text that a PNG may carry: at deflate's best this becomes 64 MiB.
const MOST_PACKED_TEXT: usize = 64 * 1024;
/// The most chunks of a PNG.
const MOST_CHUNKS: usize = 20_000;
/// What a PNG's picture needs; everything else is left out before it is decoded.
const NEEDED_CHUNKS: [&[u8; 4]; 6] = [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"eXIf"];

/// Whether a JPEG is whole and nothing but padding, the camera's further pictures or its notes follow.
///
/// # Errors
/// What is cut off, goes on behind its end, or has more passes than any honest picture.
pub(super) fn jpeg(bytes: &[u8]) -> Result<(), Refusal> {
    let mut rest = behind_jpeg(bytes)?;
    for _ in 0..MOST_APPENDED {
        if is_padding(rest) || is_camera_note(rest) {
            return Ok(());
        }
        let next = rest.iter().position(|byte| *byte != 0).and_then(|at| rest.get(at..)).unwrap_or_default();
        rest = behind_jpeg(next).map_err(|_| Refusal::Polyglot)?;
    }
    Err(Refusal::Polyglot)
}

/// What follows one JPEG's end.
fn behind_jpeg(bytes: &[u8]) -> Result<&[u8], Refusal> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8]).ok_or(Refusal::Broken)?;
    let mut scans = 0;
    loop {
        rest = rest.strip_prefix(&[0xff]).ok_or(Refusal::Broken)?;
        let (marker, after) = rest.split_first().ok_or(Refusal::Broken)?;
        match marker {
            // Fill bytes, and markers without a body.
            0xff => {}
            0x01 | 0xd0..=0xd7 => rest = after,
            0xd9 => return Ok(after),
            _ => {
                rest = behind_segment(after)?;
                if *marker == 0xda {
                    scans += 1;
                    rest = behind_scan(rest)?;
                }
            }
        }
        if scans > MOST_SCANS {
            return Err(Refusal::Bomb);
        }
    }
}

fn behind_segment(bytes: &[u8]) -> Result<&[u8], Refusal> {
    let length = bytes.first_chunk::<2>().map(|pair| usize::from(u16::from_be_bytes(*pair)));
    length.filter(|length| *length >= 2).and_then(|length| bytes.get(length..)).ok_or(Refusal::Broken)
}

/// Compressed data goes on until a marker that is neither a stuffed byte nor a restart.
fn behind_scan(bytes: &[u8]) -> Result<&[u8], Refusal> {
    let is_marker = |pair: &[u8]| matches!(pair, [0xff, marker] if !matches!(marker, 0 | 0xd0..=0xd7 | 0xff));
    let at = bytes.windows(2).position(is_marker).ok_or(Refusal::Broken)?;
    bytes.get(at..).ok_or(Refusal::Broken)
}

/// The chunks of a PNG that its picture needs, as a PNG of their own; what may hide a bomb is left out.
///
/// # Errors
/// What is cut off or damaged, goes on behind its end, or carries packed text beyond reason.
pub(super) fn png(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n").ok_or(Refusal::Broken)?;
    let mut needed = b"\x89PNG\r\n\x1a\n".to_vec();
    for _ in 0..MOST_CHUNKS {
        let (chunk, after) = split_chunk(rest)?;
        let packed = match chunk.kind {
            b"zTXt" | b"iCCP" => chunk.body.len(),
            b"iTXt" if is_packed(chunk.body) => chunk.body.len(),
            _ => 0,
        };
        // Colour profiles of real cameras and scanners stay under a megabyte.
        if packed > if chunk.kind == b"iCCP" { 1 << 20 } else { MOST_PACKED_TEXT } {
            return Err(Refusal::Bomb);
        }
        if NEEDED_CHUNKS.contains(&chunk.kind) {
            needed.extend_from_slice(chunk.whole);
        }
        if chunk.kind == b"IEND" {
            return if is_padding(after) { Ok(needed) } else { Err(Refusal::Polyglot) };
        }
        rest = after;
    }
    Err(Refusal::Bomb)
}

struct Chunk<'a> {
    kind: &'a [u8; 4],
    body: &'a [u8],
    whole: &'a [u8],
}

fn split_chunk(bytes: &[u8]) -> Result<(Chunk<'_>, &[u8]), Refusal> {
    let length = bytes.first_chunk::<4>().map(|word| u32::from_be_bytes(*word)).ok_or(Refusal::Broken)?;
    let length = usize::try_from(length).map_err(|_| Refusal::Broken)?;
    let (whole, after) =
        length.checked_add(12).and_then(|all| bytes.split_at_checked(all)).ok_or(Refusal::Broken)?;
    let checked = whole.get(4..8 + length).ok_or(Refusal::Broken)?;
    let sum = whole.last_chunk::<4>().map(|word| u32::from_be_bytes(*word));
    let (kind, body) = checked.split_first_chunk::<4>().ok_or(Refusal::Broken)?;
    if sum != Some(crc32fast::hash(checked)) {
        return Err(Refusal::Broken);
    }
    Ok((Chunk { kind, body, whole }, after))
}

/// Whether an international text says it is packed: keyword, zero, flag.
fn is_packed(body: &[u8]) -> bool {
    let flag = body.iter().position(|byte| *byte == 0).and_then(|at| body.get(at + 1));
    flag.is_none_or(|flag| *flag != 0)
}

#[cfg(test)]
mod tests {
    use super::{jpeg, png};
    use crate::papers::Refusal;

    const SMALL: &[u8] =
        &[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xda, 0, 2, 9, 0xff, 0, 9, 0xff, 0xd0, 9, 0xff, 0xd9];

    fn chunk(kind: &[u8], body: &[u8]) -> Vec<u8> {
        let mut checked = kind.to_vec();
        checked.extend_from_slice(body);
        let mut chunk = u32::try_from(body.len()).unwrap().to_be_bytes().to_vec();
        chunk.extend_from_slice(&checked);
        chunk.extend_from_slice(&crc32fast::hash(&checked).to_be_bytes());
        chunk
    }

    fn whole(chunks: &[Vec<u8>]) -> Vec<u8> {
        [&b"\x89PNG\r\n\x1a\n"[..], &chunks.concat()].concat()
    }

    #[test]
    fn a_photograph_ends_at_its_own_end() {
        assert_eq!(jpeg(SMALL), Ok(()));
        assert_eq!(jpeg(&[SMALL, &[0, 0]].concat()), Ok(()));
        assert_eq!(jpeg(&[SMALL, &[0, 0], SMALL].concat()), Ok(()), "a camera's further picture");
        assert_eq!(jpeg(&[SMALL, b"SEFH....SEFT"].concat()), Ok(()), "a camera's notes");
    }

    #[test]
    fn a_photograph_is_cut_off_at_any_byte() {
        for cut in 0..SMALL.len() {
            assert_eq!(jpeg(&SMALL[..cut]), Err(Refusal::Broken), "cut at {cut}");
        }
    }

    #[test]
    fn what_hides_between_two_ends_is_found() {
        let hidden = [SMALL, b"PK\x03\x04 an archive \xff\xd9"].concat();
        assert_eq!(jpeg(&hidden), Err(Refusal::Polyglot));
        assert_eq!(jpeg(&SMALL.repeat(20)), Err(Refusal::Polyglot));
    }

    #[test]
    fn f03_endless_passes_are_refused() {
        let scan = [0xff, 0xda, 0, 2, 9];
        let many = [&[0xff, 0xd8][..], &scan.repeat(65), &[0xff, 0xd9]].concat();
        assert_eq!(jpeg(&many), Err(Refusal::Bomb));
    }

    #[test]
    fn a_png_keeps_only_what_its_picture_needs() {
        let text = chunk(b"tEXt", b"Comment\0hello");
        let full = whole(&[chunk(b"IHDR", &[0; 13]), text, chunk(b"IDAT", b"x"), chunk(b"IEND", b"")]);
        let bare = whole(&[chunk(b"IHDR", &[0; 13]), chunk(b"IDAT", b"x"), chunk(b"IEND", b"")]);
        assert_eq!(png(&full), Ok(bare));
    }

    #[test]
    fn f03_packed_texts_beyond_reason_are_refused() {
        let big = vec![b'x'; 70_000];
        let with = |extra: Vec<u8>| png(&whole(&[extra, chunk(b"IEND", b"")]));
        assert_eq!(with(chunk(b"zTXt", &big)), Err(Refusal::Bomb));
        assert_eq!(with(chunk(b"iTXt", &[b"k\0\x01\0", &big[..]].concat())), Err(Refusal::Bomb));
        assert!(with(chunk(b"iTXt", &[b"k\0\0\0", &big[..]].concat())).is_ok(), "plain text is no bomb");
        assert!(with(chunk(b"iCCP", &big)).is_ok());
        assert_eq!(with(chunk(b"iCCP", &vec![0; 2 << 20])), Err(Refusal::Bomb));
    }

    #[test]
    fn a_damaged_png_is_broken() {
        let sound = whole(&[chunk(b"IHDR", &[0; 13]), chunk(b"IEND", b"")]);
        for cut in 0..sound.len() {
            assert_eq!(png(&sound[..cut]), Err(Refusal::Broken), "cut at {cut}");
        }
        let mut flipped = sound.clone();
        flipped[20] ^= 1;
        assert_eq!(png(&flipped), Err(Refusal::Broken));
        assert_eq!(png(&[&sound[..], b"more"].concat()), Err(Refusal::Polyglot));
        assert_eq!(png(&[&sound[..], b"\n"].concat()), Ok(sound));
    }
}
