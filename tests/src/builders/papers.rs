//! Small real files.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use pdf_writer::{
    Content, Date as PdfDate, Finish, Name, Pdf, Rect, Ref, Str,
    types::{CidFontType, SystemInfo},
};
use std::io::Cursor;
use time::Date;

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

/// A PDF as offices write it: lines of cells, its Chinese font named and not carried, with the day it was made.
pub fn sheet(lines: &[Vec<String>], made: Option<Date>) -> Vec<u8> {
    let mut content = Content::new();
    let mut y = 760.0;
    for line in lines {
        let mut x = 60.0;
        for cell in line {
            content
                .begin_text()
                .set_font(Name(b"F1"), 14.0)
                .next_line(x, y)
                .show(Str(&ucs2(cell)))
                .end_text();
            x += 170.0;
        }
        y -= 28.0;
    }
    let [catalog, pages, page, font, descendant, descriptor, text, info] =
        [1, 2, 3, 4, 5, 6, 7, 8].map(Ref::new);
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(pages);
    pdf.pages(pages).kids([page]).count(1);
    let mut sheet = pdf.page(page);
    sheet.media_box(Rect::new(0.0, 0.0, 595.0, 842.0)).parent(pages).contents(text);
    sheet.resources().fonts().pair(Name(b"F1"), font);
    sheet.finish();
    pdf.stream(text, &content.finish());
    pdf.type0_font(font)
        .base_font(Name(b"STSong-Light"))
        .encoding_predefined(Name(b"UniGB-UCS2-H"))
        .descendant_font(descendant);
    let mut chinese = pdf.cid_font(descendant);
    chinese
        .subtype(CidFontType::Type0)
        .base_font(Name(b"STSong-Light"))
        .system_info(SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"GB1"), supplement: 2 })
        .font_descriptor(descriptor)
        .default_width(1000.0);
    // Latin letters are half as wide.
    chinese.widths().same(1, 95, 500.0);
    chinese.finish();
    pdf.font_descriptor(descriptor)
        .name(Name(b"STSong-Light"))
        .bbox(Rect::new(0.0, -200.0, 1000.0, 900.0))
        .italic_angle(0.0)
        .ascent(880.0)
        .descent(-120.0)
        .cap_height(700.0)
        .stem_v(90.0);
    if let Some(made) = made {
        let year = u16::try_from(made.year()).expect("a year");
        pdf.document_info(info).creation_date(PdfDate::new(year).month(made.month().into()).day(made.day()));
    }
    pdf.finish()
}

/// As the encoding of the font wants it.
fn ucs2(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

/// A page full of print, the same for the same seed: enough to know it by.
fn print(seed: u32) -> RgbImage {
    let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(97);
    let mut draw = |most: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % most
    };
    let mut page = RgbImage::from_pixel(700, 990, Rgb([246, 246, 244]));
    for row in (60..900).step_by(34) {
        for column in (60..620).step_by(16) {
            let (width, height, gap) = (4 + draw(11), 6 + draw(18), draw(4) == 0);
            if gap {
                continue;
            }
            for y in row..row + height {
                for x in column..column + width {
                    page.put_pixel(x, y, Rgb([40, 40, 44]));
                }
            }
        }
    }
    page
}

/// A page full of print, as a PNG.
pub fn printed(seed: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(print(seed)).write_to(&mut bytes, ImageFormat::Png).expect("a picture is written");
    bytes.into_inner()
}

/// The same page cut on two sides, brighter, and saved anew as a JPEG.
pub fn printed_again(seed: u32) -> Vec<u8> {
    let mut page = print(seed);
    let mut cut = image::imageops::crop(&mut page, 20, 30, 665, 941).to_image();
    for pixel in cut.pixels_mut() {
        pixel.0 = pixel.0.map(|value| value.saturating_add(20));
    }
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(cut).write_to(&mut bytes, ImageFormat::Jpeg).expect("a picture is written");
    bytes.into_inner()
}
