//! PDF documents: opened, searched for what acts by itself, drawn page by page.

use super::{
    Refusal, Remark,
    examination::{Picture, Sound},
    fonts::{self, Noticed},
    picture::{self, EDGE},
    sniff, text,
};
use domain::documents::{Reading, limits::MAX_PAGES};
use hayro::{
    PixmapSettings, RenderCache, RenderSettings,
    hayro_syntax::{
        LoadPdfError, Pdf,
        object::{Array, Dict, MaybeRef, Name, Object, dict_or_stream},
        page::Page,
    },
    render,
    vello_cpu::color::palette::css::WHITE,
};
use image::RgbImage;
use std::path::PathBuf;
use time::{Date, Month};

/// No document has this password: whatever is protected at all does not open with it, not even by being
/// protected with an empty one.
const NO_PASSWORD: &str = "\u{1}no document has this password\u{1}";
/// How far small pages are enlarged.
const MOST_ENLARGED: f32 = 3.0;
/// How deep dictionaries may lie within each other when they are searched.
const DEEPEST: usize = 24;

/// Checks a PDF and draws its pages, with the fonts of the first place that has them.
///
/// # Errors
/// What is damaged, protected, or has no page or too many.
pub(super) fn examine(bytes: &[u8], fonts: Vec<PathBuf>) -> Result<Sound, Refusal> {
    let pdf = Pdf::new_with_password(bytes.to_vec(), NO_PASSWORD).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Refusal::Encrypted,
        LoadPdfError::Invalid if sniff::find(bytes, b"/Encrypt").is_some() => Refusal::Encrypted,
        LoadPdfError::Invalid => Refusal::Broken,
    })?;
    match pdf.pages().len() {
        0 => return Err(Refusal::NoPages),
        // All of them are drawn, so that nobody decides on a page they can't see.
        count if !u32::try_from(count).is_ok_and(|count| count <= MAX_PAGES) => {
            return Err(Refusal::TooManyPages);
        }
        _ => {}
    }
    let noticed = Noticed::default();
    for object in pdf.objects() {
        note_actions(&object, &noticed, 0);
    }
    let settings = fonts::settings(fonts, &noticed);
    let mut remarks = noticed.take();
    let mut cache = RenderCache::new();
    let mut pages = Vec::new();
    for page in pdf.pages().iter() {
        let drawn = draw(page, &cache, &settings)?;
        if is_blank(&drawn) {
            noticed.note(Remark::BlankPage);
        }
        let of_page = noticed.take();
        let substitute_font = of_page.contains(&Remark::FallbackFont);
        if substitute_font {
            // What stands in is asked for once in a cache: the next page that needs it is to be noticed too.
            cache = RenderCache::new();
        }
        remarks.extend(of_page);
        pages.push(Picture { substitute_font, ..picture::encode(&drawn)? });
    }
    let reading =
        Reading { text: text::read(pdf.pages(), &settings), made: made(&pdf), look: picture::look(&pages) };
    Ok(Sound { pages, remarks: remarks.into_iter().collect(), reading })
}

/// The day on which its own notes say it was made.
fn made(pdf: &Pdf) -> Option<Date> {
    let made = pdf.metadata().creation_date.as_ref()?;
    let month = Month::try_from(made.month).ok()?;
    Date::from_calendar_date(i32::from(made.year), month, made.day).ok()
}

fn draw<'a>(
    page: &'a Page<'a>,
    cache: &RenderCache<'a>,
    settings: &hayro::hayro_interpret::InterpreterSettings,
) -> Result<RgbImage, Refusal> {
    let (width, height) = page.render_dimensions();
    let edge = width.max(height);
    if !(edge.is_finite() && edge >= 1.0) {
        return Err(Refusal::Broken);
    }
    #[expect(clippy::cast_precision_loss, reason = "1600 is exact")]
    let scale = (EDGE as f32 / edge).min(MOST_ENLARGED);
    // Never thinner than a pixel, whatever its proportions.
    let pixmap =
        PixmapSettings { x_scale: scale.max(1.0 / width), y_scale: scale.max(1.0 / height), bg_color: WHITE };
    let drawn = render(page, cache, settings, &RenderSettings::default(), &pixmap);
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    let rgb = drawn.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect();
    RgbImage::from_raw(width, height, rgb).ok_or(Refusal::Broken)
}

fn is_blank(drawn: &RgbImage) -> bool {
    drawn.pixels().all(|pixel| pixel.0.iter().all(|value| *value > 250))
}

/// Looks for scripts, programs that would be started, forms that would be sent, and files within the file.
fn note_actions(object: &Object<'_>, noticed: &Noticed, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    if let Some((dict, _)) = dict_or_stream(object) {
        note_dict(dict, noticed);
        for (_, entry) in dict.entries() {
            if let MaybeRef::NotRef(inner) = entry {
                note_actions(&inner, noticed, depth + 1);
            }
        }
    } else if let Object::Array(array) = object {
        note_array(array, noticed, depth);
    }
}

fn note_array(array: &Array<'_>, noticed: &Noticed, depth: usize) {
    for item in array.raw_iter() {
        if let MaybeRef::NotRef(inner) = item {
            note_actions(&inner, noticed, depth + 1);
        }
    }
}

fn note_dict(dict: &Dict<'_>, noticed: &Noticed) {
    const ACTS: [&[u8]; 8] = [
        b"JavaScript",
        b"Launch",
        b"SubmitForm",
        b"ImportData",
        b"GoToE",
        b"GoToR",
        b"Rendition",
        b"RichMedia",
    ];
    let acts = dict.get::<Name<'_>>(b"S").is_some_and(|kind| ACTS.contains(&kind.as_ref()));
    let opens = dict.get::<Dict<'_>>(b"OpenAction").and_then(|action| action.get::<Name<'_>>(b"S"));
    let opens = opens.is_some_and(|kind| kind.as_ref() != b"GoTo");
    if acts || opens || dict.contains_key(b"JS") || dict.contains_key(b"JavaScript") {
        noticed.note(Remark::ActiveContent);
    }
    if dict.contains_key(b"EmbeddedFiles") || dict.contains_key(b"EF") {
        noticed.note(Remark::Attachment);
    }
}

#[cfg(test)]
mod tests;
