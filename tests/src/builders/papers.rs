//! Small real files.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str};
use std::io::Cursor;

/// A picture that differs by its seed.
fn picture(seed: u32) -> DynamicImage {
    let pixel = |x: u32, y: u32| {
        let value = (x.wrapping_mul(31) ^ y.wrapping_mul(17)).wrapping_add(seed.wrapping_mul(101));
        Rgb([200 + (value % 50) as u8, 205 + (value % 40) as u8, 210])
    };
    RgbImage::from_fn(320, 200, pixel).into()
}

fn encoded(seed: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture(seed).write_to(&mut bytes, format).expect("a picture is written");
    bytes.into_inner()
}

/// A JPEG, as from a camera.
pub fn jpeg(seed: u32) -> Vec<u8> {
    encoded(seed, ImageFormat::Jpeg)
}

/// A PNG.
pub fn png(seed: u32) -> Vec<u8> {
    encoded(seed, ImageFormat::Png)
}

/// A PDF of one page with these words.
pub fn pdf(words: &str) -> Vec<u8> {
    let (catalog, pages, page, font, text) =
        (Ref::new(1), Ref::new(2), Ref::new(3), Ref::new(4), Ref::new(5));
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(pages);
    pdf.pages(pages).kids([page]).count(1);
    let mut sheet = pdf.page(page);
    sheet.media_box(Rect::new(0.0, 0.0, 595.0, 842.0)).parent(pages).contents(text);
    sheet.resources().fonts().pair(Name(b"F1"), font);
    sheet.finish();
    pdf.type1_font(font).base_font(Name(b"Helvetica"));
    let mut content = Content::new();
    content
        .begin_text()
        .set_font(Name(b"F1"), 18.0)
        .next_line(72.0, 720.0)
        .show(Str(words.as_bytes()))
        .end_text();
    pdf.stream(text, &content.finish());
    pdf.finish()
}
