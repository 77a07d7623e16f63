//! Fonts for documents that don't carry theirs: Chinese papers often name `STSong` or `SimSun` and leave it to the
//! reader's system. Noto Sans CJK stands in, and whoever looks is told.

use super::Remark;
use hayro::hayro_interpret::{
    InterpreterSettings, InterpreterWarning,
    font::{FallbackFontQuery, FontData, FontQuery},
    hayro_cmap::CidFamily,
};
use std::{
    collections::BTreeSet,
    path::PathBuf,
    sync::{Arc, Mutex, OnceLock},
};

/// Where distributions put Noto Sans CJK.
pub const FONT_PLACES: [&str; 5] = [
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/local/share/fonts/NotoSansCJK-Regular.ttc",
];

/// The stand-in's faces by script, in the order of the collection.
const JAPANESE: u32 = 0;
const KOREAN: u32 = 1;
const SIMPLIFIED: u32 = 2;
const TRADITIONAL: u32 = 3;

/// Parts of names by which a font without a character collection is known to be Chinese.
const CHINESE_NAMES: [&str; 14] = [
    "simsun",
    "simhei",
    "simkai",
    "simfang",
    "stsong",
    "stheiti",
    "stkaiti",
    "stfang",
    "fangsong",
    "kaiti",
    "microsoftyahei",
    "msung",
    "mhei",
    "pingfang",
];

/// What was noticed while drawing.
#[derive(Clone, Default)]
pub(super) struct Noticed(Arc<Mutex<BTreeSet<Remark>>>);

impl Noticed {
    pub(super) fn note(&self, remark: Remark) {
        if let Ok(mut noticed) = self.0.lock() {
            noticed.insert(remark);
        }
    }

    pub(super) fn take(&self) -> BTreeSet<Remark> {
        self.0.lock().map(|mut noticed| std::mem::take(&mut *noticed)).unwrap_or_default()
    }
}

/// How documents are interpreted: our stand-ins for missing fonts, everything odd noted.
pub(super) fn settings(places: Vec<PathBuf>, noticed: &Noticed) -> InterpreterSettings {
    let collection = Arc::new(OnceLock::new());
    let fonts = noticed.clone();
    let warnings = noticed.clone();
    InterpreterSettings {
        font_resolver: Arc::new(move |query| match query {
            FontQuery::Standard(standard) => Some(standard.get_font_data()),
            FontQuery::Fallback(wanted) => {
                fonts.note(Remark::FallbackFont);
                if is_unmapped(wanted) {
                    fonts.note(Remark::MissingText);
                }
                let Some(face) = face(wanted) else {
                    return Some(wanted.pick_standard_font().get_font_data());
                };
                let found = collection.get_or_init(|| load(&places)).clone();
                if found.is_none() {
                    fonts.note(Remark::MissingText);
                }
                found.map(|font| font.at(face))
            }
        }),
        warning_sink: Arc::new(move |warning| {
            warnings.note(match warning {
                InterpreterWarning::ImageDecodeFailure => Remark::MissingPicture,
                _ => Remark::MissingText,
            });
        }),
        ..InterpreterSettings::default()
    }
}

/// Whether the font numbers its glyphs in an order that is known to itself alone: without it, text that brings no
/// table of its characters can only be guessed at.
fn is_unmapped(wanted: &FallbackFontQuery) -> bool {
    let family = wanted.character_collection.as_ref().map(|collection| &collection.family);
    matches!(family, Some(CidFamily::AdobeIdentity | CidFamily::Custom { .. }))
}

/// Which face stands in for a font, if it is one of the four scripts'.
fn face(wanted: &FallbackFontQuery) -> Option<u32> {
    match wanted.character_collection.as_ref().map(|collection| &collection.family) {
        Some(CidFamily::AdobeGB1) => Some(SIMPLIFIED),
        Some(CidFamily::AdobeCNS1) => Some(TRADITIONAL),
        Some(CidFamily::AdobeJapan1) => Some(JAPANESE),
        Some(CidFamily::AdobeKorea1) => Some(KOREAN),
        _ => {
            let name: String = wanted.post_script_name.as_deref().unwrap_or_default().to_lowercase();
            let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
            CHINESE_NAMES.iter().any(|known| name.contains(known)).then_some(SIMPLIFIED)
        }
    }
}

/// The face with simplified characters, of the first place that has the font.
pub(super) fn simplified(places: &[PathBuf]) -> Option<(FontData, u32)> {
    load(places).map(|font| font.at(SIMPLIFIED))
}

#[derive(Clone)]
struct Collection {
    data: FontData,
    faces: bool,
}

impl Collection {
    fn at(self, face: u32) -> (FontData, u32) {
        (self.data, if self.faces { face } else { 0 })
    }
}

fn load(places: &[PathBuf]) -> Option<Collection> {
    let bytes = places.iter().find_map(|place| std::fs::read(place).ok())?;
    let faces = bytes.starts_with(b"ttcf");
    Some(Collection { data: Arc::new(bytes), faces })
}
