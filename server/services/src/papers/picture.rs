//! Photographs and pictures: decoded under limits, turned upright, made smaller, written anew.

use super::{
    Media, Refusal, Remark,
    examination::{Picture, Sound},
    walk,
};
use domain::documents::limits::{MAX_DECODER_BYTES, MAX_PIXELS, MAX_SIDE};
use image::{
    DynamicImage, ImageDecoder, ImageError, Limits, RgbImage,
    codecs::{
        jpeg::{JpegDecoder, JpegEncoder},
        png::PngDecoder,
    },
};
use std::io::Cursor;

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
    let decoded = match kind {
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
    Ok(Sound { pages: vec![encode(&flatten(&decoded))?], remarks })
}

/// Decodes, makes smaller, turns upright: in this order, so that only one large picture is ever held.
fn decode(mut source: impl ImageDecoder) -> Result<DynamicImage, Refusal> {
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
    let mut decoded = DynamicImage::from_decoder(source).map_err(|error| refusal(&error))?;
    if width.max(height) > EDGE {
        decoded = decoded.thumbnail(EDGE, EDGE);
    }
    decoded.apply_orientation(orientation);
    Ok(decoded)
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
    Ok(Picture { width: picture.width(), height: picture.height(), jpeg })
}

/// One of our own pictures, small enough for a list. Nothing where it isn't one.
pub(crate) fn small(jpeg: &[u8]) -> Option<Vec<u8>> {
    let mut source = JpegDecoder::new(Cursor::new(jpeg)).ok()?;
    source.set_limits(limits()).ok()?;
    let picture = DynamicImage::from_decoder(source).ok()?.thumbnail(SMALL_EDGE, SMALL_EDGE).to_rgb8();
    let mut small = Vec::new();
    JpegEncoder::new_with_quality(&mut small, SMALL_QUALITY).encode_image(&picture).ok()?;
    Some(small)
}

#[cfg(test)]
mod tests;
