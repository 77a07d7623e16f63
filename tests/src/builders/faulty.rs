//! Files that are not to be taken: broken, protected, two in one, or far larger than they look.
#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use super::{
    jpeg,
    packing::{packed, packed_zeros},
    pdf,
};
use std::fmt::Write as _;

/// A photograph with one byte of its picture wrong: beginning and end are sound.
pub fn broken_jpeg() -> Vec<u8> {
    let mut bytes = jpeg(7);
    // The table that says how the picture is packed is emptied; the frame's markers stay.
    let at = bytes.windows(2).position(|pair| pair == [0xff, 0xc4]).expect("a table");
    for byte in bytes.iter_mut().skip(at + 4).take(16) {
        *byte = 0xff;
    }
    bytes
}

/// A PDF of which nothing but beginning and end is left.
pub fn broken_pdf() -> Vec<u8> {
    b"%PDF-1.7\nnothing\nstartxref\n0\n%%EOF\n".to_vec()
}

/// A PDF under a password.
pub fn encrypted_pdf() -> Vec<u8> {
    let own = "2a".repeat(32);
    let user = "2b".repeat(32);
    let protection = format!("<< /Filter /Standard /V 1 /R 2 /O <{own}> /U <{user}> /P -4 >>");
    by_hand(
        &[CATALOG, PAGES, PAGE, &protection],
        "/Encrypt 4 0 R /ID [<0102030405060708090a0b0c0d0e0f10> <01>]",
    )
}

/// A PDF with a web page in its first bytes.
pub fn pdf_and_page() -> Vec<u8> {
    let whole = pdf("Licence");
    [&whole[..9], b"% <html><script>alert(1)</script>\n", &whole[9..]].concat()
}

/// A photograph with an archive behind it.
pub fn jpeg_and_archive() -> Vec<u8> {
    let entry = b"PK\x03\x04\x0a\0\0\0\0\0";
    let end = [&b"PK\x05\x06"[..], &[0; 18]].concat();
    [&jpeg(8)[..], entry, &end].concat()
}

/// What an iPhone makes unless told otherwise: only its first bytes are true.
pub fn heic() -> Vec<u8> {
    [&b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], &[0; 4096]].concat()
}

/// A photograph of exactly so many bytes, filled up with comments.
pub fn jpeg_of(size: usize) -> Vec<u8> {
    let plain = jpeg(9);
    let (start, rest) = plain.split_at(2);
    let mut missing = size.checked_sub(plain.len()).expect("room for a photograph");
    let mut bytes = start.to_vec();
    while missing > 0 {
        // A comment is its mark, two bytes of length and at most 65,533 bytes; none is left shorter than its head.
        let mut whole = missing.min(65_537);
        if (1..4).contains(&(missing - whole)) {
            whole -= 4;
        }
        let length = u16::try_from(whole - 2).expect("a comment's length");
        bytes.extend([&[0xff, 0xfe][..], &length.to_be_bytes()].concat());
        bytes.resize(bytes.len() + whole - 4, b'.');
        missing -= whole;
    }
    bytes.extend(rest);
    bytes
}

/// A PNG that says it has ten thousand million pixels, in less than a hundred bytes.
pub fn png_bomb() -> Vec<u8> {
    let (width, height) = (100_000_u32.to_be_bytes(), 100_000_u32.to_be_bytes());
    let head = [&width[..], &height, &[8, 6, 0, 0, 0]].concat();
    let data = [0x78, 0x9c, 3, 0, 0, 0, 0, 1];
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(*b"IHDR", &head), chunk(*b"IDAT", &data), chunk(*b"IEND", &[])]
        .concat()
}

fn chunk(kind: [u8; 4], body: &[u8]) -> Vec<u8> {
    let checked = [&kind[..], body].concat();
    let length = u32::try_from(body.len()).expect("a chunk's length").to_be_bytes();
    [&length[..], &checked, &crc32(&checked).to_be_bytes()].concat()
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _: u32| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

/// A PDF of some kilobytes whose page unpacks to more than a gigabyte of nothing: packed, and packed again.
pub fn pdf_bomb() -> Vec<u8> {
    const ZEROS: usize = 5 << 28;
    // Zeros pack into a row of nearly equal bytes, which packs once more.
    let once = packed_zeros(ZEROS);
    let twice = packed(&once);
    let stream = format!("<< /Length {} /Filter [/FlateDecode /FlateDecode] >>\nstream\n", twice.len());
    let contents = [stream.as_bytes(), &twice, b"\nendstream"].concat();
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 150] /Contents 4 0 R >>";
    let objects = [CATALOG.as_bytes(), PAGES.as_bytes(), page.as_bytes(), &contents];
    of_objects(&objects, "")
}

const CATALOG: &str = "<< /Type /Catalog /Pages 2 0 R >>";
const PAGES: &str = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const PAGE: &str = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 150] >>";

fn by_hand(objects: &[&str], trailer: &str) -> Vec<u8> {
    of_objects(&objects.iter().map(|object| object.as_bytes()).collect::<Vec<_>>(), trailer)
}

/// A PDF of objects as written, with a table that says where they stand.
fn of_objects(objects: &[&[u8]], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (index, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", bytes.len()).expect("a line of the table");
        bytes.extend(format!("{} 0 obj\n", index + 1).bytes());
        bytes.extend(*object);
        bytes.extend(b"\nendobj\n");
    }
    let (start, size) = (bytes.len(), objects.len() + 1);
    bytes.extend(table.bytes());
    let end = format!("trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
    bytes.extend(end.bytes());
    bytes
}
