//! The text layer of a PDF: what its glyphs say, line by line, also those that are only there to be searched for.

use domain::documents::reading::MOST_TEXT;
use hayro::{
    hayro_interpret::{
        BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
        InterpreterSettings, SoftMask, TransformExt,
        font::{Glyph, GlyphRun},
        hayro_cmap::BfString,
        interpret_page,
        kurbo::{BezPath, Point, Rect},
    },
    hayro_syntax::page::Page,
};

/// What is declared stands on the first pages of a paper.
const MOST_PAGES: usize = 4;
/// Glyphs that are looked at, on all pages together.
const MOST_GLYPHS: usize = 12_000;
/// Glyphs have a thousand units to their height.
const UNITS: f64 = 1_000.0;
/// How far apart, in heights of a letter, two letters are no longer of one word.
const SPACE: f64 = 0.15;
/// How far apart they stand in cells of their own.
const GAP: f64 = 1.0;

/// Reads the first pages.
pub(super) fn read<'a>(pages: &'a [Page<'a>], settings: &InterpreterSettings) -> String {
    let cache = InterpreterCache::new();
    let mut left = MOST_GLYPHS;
    let mut text = String::new();
    for page in pages.iter().take(MOST_PAGES) {
        let mut reader = Reader { pieces: Vec::new(), left };
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, width.into(), height.into());
        let upright = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(upright, area, &cache, page.xref(), settings.clone());
        interpret_page(page, &mut context, &mut reader);
        left = reader.left;
        reader.write(&mut text);
    }
    text.chars().take(MOST_TEXT).collect()
}

/// A letter, or as many as a glyph says, and where they stand on an upright page.
struct Piece {
    x: f64,
    y: f64,
    size: f64,
    end: f64,
    said: String,
}

struct Reader {
    pieces: Vec<Piece>,
    left: usize,
}

impl<'a> Device<'a> for Reader {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            if self.left == 0 {
                return;
            }
            self.left -= 1;
            let said = match glyph.as_unicode() {
                Some(BfString::Char(said)) => said.to_string(),
                Some(BfString::String(said)) => said,
                None => continue,
            };
            let placed = props.transform * glyph.transform();
            let (at, above) = (placed * Point::ORIGIN, placed * Point::new(0.0, UNITS));
            let size = (above - at).hypot();
            if at.is_finite() && size.is_finite() && size > 0.0 && !said.chars().any(char::is_control) {
                let end = at.x + size * width(glyph, &said);
                self.pieces.push(Piece { x: at.x, y: at.y, size, end, said });
            }
        }
    }
}

impl Reader {
    /// Lines from the top down, letters from the left to the right.
    fn write(mut self, text: &mut String) {
        self.pieces.sort_by(|one, other| one.y.total_cmp(&other.y));
        let mut lines: Vec<Vec<Piece>> = Vec::new();
        for piece in self.pieces {
            let near = |line: &&mut Vec<Piece>| {
                line.last().is_some_and(|last| (last.y - piece.y).abs() < last.size.max(piece.size) * 0.4)
            };
            match lines.last_mut().filter(near) {
                Some(line) => line.push(piece),
                None => lines.push(vec![piece]),
            }
        }
        for mut line in lines {
            line.sort_by(|one, other| one.x.total_cmp(&other.x));
            write_line(&line, text);
            text.push('\n');
        }
    }
}

fn write_line(line: &[Piece], text: &mut String) {
    let mut end: Option<f64> = None;
    for piece in line {
        let gap = end.map_or(0.0, |end| (piece.x - end) / piece.size);
        if gap > GAP {
            text.push('\t');
        } else if gap > SPACE {
            text.push(' ');
        }
        text.push_str(&piece.said);
        end = Some(piece.end);
    }
}

/// How wide a glyph is in heights; where its font doesn't say, Chinese ones are as wide as high and others half of it.
fn width(glyph: &Glyph<'_>, said: &str) -> f64 {
    let told = match glyph {
        Glyph::Outline(glyph) => glyph.advance_width(),
        Glyph::Type3(glyph) => glyph.advance_width(),
    };
    let about = || said.chars().map(|c| if u32::from(c) >= 0x2e80 { 1.0 } else { 0.5 }).sum();
    told.map(f64::from).filter(|told| *told > 0.0).map_or_else(about, |told| told / UNITS)
}
