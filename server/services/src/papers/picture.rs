//! Photographs and pictures: decoded under limits, turned upright, made smaller, written anew.

use super::{
    Media, Refusal, Remark,
    examination::{Picture, Sound},
    walk,
};
use domain::documents::{
    Reading,
    likeness::Sheet,
    limits::{MAX_DECODER_BYTES, MAX_PIXELS, MAX_SIDE},
};
use image::{
    DynamicImage, ImageDecoder, ImageError, Limits, RgbImage,
    codecs::{
        jpeg::{JpegDecoder, JpegEncoder},
        png::PngDecoder,
    },
};
use sha2::{Digest, Sha256};
use std::io::Cursor;
use time::{Date, Month};

/// The longest edge of our pictures, in pixels: small print of an A4 page stays readable.
pub(super) const EDGE: u32 = 1600;
/// The longest edge of a picture that only shows which page it is.
const SMALL_EDGE: u32 = 320;
/// How close that one keeps to it.
const SMALL_QUALITY: u8 = 70;
/// Below this edge nobody can read anything.
const FEWEST: u32 = 32;
/// Below this longest edge small print may not be readable.
const FEW: u32 = 700;
/// How close our pictures keep to what was decoded.
const QUALITY: u8 = 85;

/// Checks a JPEG or PNG and draws it.
///
/// # Errors
/// What is damaged, hides something, or has too many or too few pixels.
pub(super) fn examine(kind: Media, bytes: &[u8]) -> Result<Sound, Refusal> {
    let (decoded, made) = match kind {
        Media::Png => {
            let needed = walk::png(bytes)?;
            let limits = limits();
            decode(PngDecoder::with_limits(Cursor::new(needed), limits).map_err(|error| refusal(&error))?)
        }
        Media::Jpeg | Media::Pdf => {
            walk::jpeg(bytes)?;
            decode(JpegDecoder::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?)
        }
    }?;
    let few = decoded.width().max(decoded.height()) < FEW;
    let remarks = if few { vec![Remark::LowResolution] } else { Vec::new() };
    let pages = vec![encode(&flatten(&decoded))?];
    let reading = Reading { text: String::new(), made, look: look(&pages) };
    Ok(Sound { pages, remarks, reading })
}

/// What pictures look like, see [`Reading::look`].
pub(super) fn look(pages: &[Picture]) -> String {
    let mut hash = Sha256::new();
    for page in pages {
        hash.update(&page.jpeg);
    }
    hex::encode(hash.finalize())
}

/// The day on which a camera's notes say it was taken.
fn made(notes: Vec<u8>) -> Option<Date> {
    let notes = exif::Reader::new().read_raw(notes).ok()?;
    let taken = notes.get_field(exif::Tag::DateTimeOriginal, exif::In::PRIMARY)?;
    let exif::Value::Ascii(lines) = &taken.value else { return None };
    let taken = exif::DateTime::from_ascii(lines.first()?).ok()?;
    Date::from_calendar_date(i32::from(taken.year), Month::try_from(taken.month).ok()?, taken.day).ok()
}

/// Decodes, makes smaller, turns upright: in this order, so that only one large picture is ever held. With it the day on
/// which it was taken.
fn decode(mut source: impl ImageDecoder) -> Result<(DynamicImage, Option<Date>), Refusal> {
    let (width, height) = source.dimensions();
    let too_long = width.max(height) > MAX_SIDE;
    if too_long
        || u64::from(width) * u64::from(height) > MAX_PIXELS
        || source.total_bytes() > MAX_DECODER_BYTES
    {
        return Err(Refusal::TooManyPixels);
    }
    if width.min(height) < FEWEST {
        return Err(Refusal::TooFewPixels);
    }
    source.set_limits(limits()).map_err(|error| refusal(&error))?;
    let orientation = source.orientation().map_err(|error| refusal(&error))?;
    let made = source.exif_metadata().ok().flatten().and_then(made);
    let mut decoded = DynamicImage::from_decoder(source).map_err(|error| refusal(&error))?;
    if width.max(height) > EDGE {
        decoded = decoded.thumbnail(EDGE, EDGE);
    }
    decoded.apply_orientation(orientation);
    Ok((decoded, made))
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_DECODER_BYTES);
    limits
}

fn refusal(error: &ImageError) -> Refusal {
    match error {
        ImageError::Limits(_) => Refusal::TooManyPixels,
        _ => Refusal::Broken,
    }
}

/// Lays what can be seen through on white, as paper is.
fn flatten(decoded: &DynamicImage) -> RgbImage {
    if !decoded.color().has_alpha() {
        return decoded.to_rgb8();
    }
    let rgba = decoded.to_rgba8();
    let mut flat = RgbImage::new(rgba.width(), rgba.height());
    for (from, to) in rgba.pixels().zip(flat.pixels_mut()) {
        let [red, green, blue, alpha] = from.0;
        to.0 = [red, green, blue].map(|value| over_white(value, alpha));
    }
    flat
}

fn over_white(value: u8, alpha: u8) -> u8 {
    let (value, alpha) = (u32::from(value), u32::from(alpha));
    u8::try_from((value * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
}

/// Writes a picture as a JPEG that carries nothing but its pixels.
///
/// # Errors
/// [`Refusal::Broken`] where the encoder refuses its size.
pub(super) fn encode(picture: &RgbImage) -> Result<Picture, Refusal> {
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(picture).map_err(|_| Refusal::Broken)?;
    let (width, height) = picture.dimensions();
    Ok(Picture { width, height, jpeg, substitute_font: false, sheet: sheet(picture) })
}

/// By what a picture that shows the same is found, where there is enough on it.
fn sheet(picture: &RgbImage) -> Option<Sheet> {
    let brightness = image::imageops::grayscale(picture);
    let (width, height) = picture.dimensions();
    let sheet = Sheet::of(usize::try_from(width).ok()?, usize::try_from(height).ok()?, brightness.as_raw());
    sheet.filter(Sheet::tells_enough)
}

/// One of our own pictures, small enough for a list. Nothing where it isn't one.
pub(crate) fn small(jpeg: &[u8]) -> Option<Vec<u8>> {
    encode_ours(&decode_ours(jpeg, true)?, true)
}

/// Opens one of our own pictures, as large as it is or small enough for a list. Nothing where it isn't one.
pub(super) fn decode_ours(jpeg: &[u8], small: bool) -> Option<RgbImage> {
    let mut source = JpegDecoder::new(Cursor::new(jpeg)).ok()?;
    source.set_limits(limits()).ok()?;
    let picture = DynamicImage::from_decoder(source).ok()?;
    let picture = if small { picture.thumbnail(SMALL_EDGE, SMALL_EDGE) } else { picture };
    Some(picture.into_rgb8())
}

/// Writes it again.
pub(super) fn encode_ours(picture: &RgbImage, small: bool) -> Option<Vec<u8>> {
    let quality = if small { SMALL_QUALITY } else { QUALITY };
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, quality).encode_image(picture).ok()?;
    Some(jpeg)
}

#[cfg(test)]
mod tests;
