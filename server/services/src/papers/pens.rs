//! What we write with on pictures: letters that are part of the program, and for Chinese ones a font of the machine.

use super::fonts;
use hayro::{
    hayro_interpret::font::StandardFont,
    kurbo::{Affine, BezPath},
};
use skrifa::{DrawMemory, Font, GlyphId, PathSink, ScalerFont};
use std::{path::PathBuf, sync::OnceLock};

/// The fonts at hand. The one for Chinese is large and is read when it is first needed.
pub struct Pens {
    latin: Option<Font>,
    chinese: OnceLock<Option<Font>>,
    places: Vec<PathBuf>,
}

impl Pens {
    /// With the places where a font with Chinese characters may be.
    pub fn new(places: Vec<PathBuf>) -> Self {
        let (data, index) = StandardFont::Helvetica.get_font_data();
        Self { latin: Font::new(data, index), chinese: OnceLock::new(), places }
    }

    /// Whether every character of a text can be written.
    pub fn can_write(&self, text: &str) -> bool {
        text.chars().all(|c| c == ' ' || self.letter(c).is_some())
    }

    /// The font and the glyph of a character; the program's own font is asked first.
    fn letter(&self, c: char) -> Option<(&Font, GlyphId)> {
        if let Some(found) = self.latin.as_ref().and_then(|font| Some((font, glyph(font, c)?))) {
            return Some(found);
        }
        let chinese = self.chinese.get_or_init(|| {
            let (data, index) = fonts::simplified(&self.places)?;
            Font::new(data, index)
        });
        chinese.as_ref().and_then(|font| Some((font, glyph(font, c)?)))
    }

    /// A line of text this many pixels high, on a base line at zero that goes down: its outlines, and how wide it is.
    /// What can't be written leaves a gap.
    pub(super) fn line(&self, text: &str, size: f32) -> (BezPath, f64) {
        let (mut path, mut at) = (BezPath::new(), 0.0);
        for c in text.chars() {
            let Some((font, glyph)) = self.letter(c) else {
                at += f64::from(size) / 3.0;
                continue;
            };
            let scaler = ScalerFont::unhinted(font.clone(), Some(size));
            let mut outline = Outline(BezPath::new());
            if let Some(glyph) = scaler.outline(glyph) {
                let _ = glyph.draw(DrawMemory::Scratch, &mut outline);
            }
            path.extend(Affine::new([1.0, 0.0, 0.0, -1.0, at, 0.0]) * outline.0);
            at += f64::from(scaler.linear_glyph_metrics().h_advance(glyph));
        }
        (path, at)
    }
}

/// The glyph of a character; the program's own font names its glyphs, from which it follows.
fn glyph(font: &Font, c: char) -> Option<GlyphId> {
    font.charmap().map_unicode(c)
}

struct Outline(BezPath);

impl PathSink for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to((x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to((x, y));
    }

    fn quad_to(&mut self, by_x: f32, by_y: f32, x: f32, y: f32) {
        self.0.quad_to((by_x, by_y), (x, y));
    }

    fn curve_to(&mut self, from_x: f32, from_y: f32, by_x: f32, by_y: f32, x: f32, y: f32) {
        self.0.curve_to((from_x, from_y), (by_x, by_y), (x, y));
    }

    fn close(&mut self) {
        self.0.close_path();
    }
}

#[cfg(test)]
mod tests {
    use super::Pens;
    use crate::papers::FONT_PLACES;

    #[test]
    fn an_address_and_a_time_are_always_written() {
        let pens = Pens::new(vec![]);
        assert!(pens.can_write("o'neill+pay@mail.co.uk 2026-11-28 12:03 +08:00"));
        assert!(!pens.can_write("海湾支付"), "there is no font for it");
        let (path, wide) = pens.line("li@harbour.example", 20.0);
        assert!(path.elements().len() > 100 && (100.0..300.0).contains(&wide), "{wide}");
        let (gap, wide) = pens.line("海", 20.0);
        assert!(gap.elements().is_empty() && wide > 0.0, "it leaves a gap");
    }

    #[test]
    fn a_font_of_the_machine_writes_chinese() {
        let pens = Pens::new(FONT_PLACES.map(Into::into).to_vec());
        assert!(pens.can_write("海湾支付 Harbour Pay"));
        let (path, wide) = pens.line("海湾支付", 20.0);
        assert!(path.elements().len() > 40 && (70.0..90.0).contains(&wide), "{wide}");
    }
}
