//! A page as a small grey sheet.

use super::fit;

/// Cells along each side.
const SIDE: usize = 128;
/// Shades that are kept.
const SHADES: u8 = 16;
/// Bytes of a sheet as it is kept: its proportions and two cells a byte.
const KEPT: usize = 2 + SIDE * SIDE / 2;
/// What the proportions are kept in.
const ASPECT: f32 = 1000.0;

/// A page, squeezed into a square of cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The page's width in its heights.
    pub(super) aspect: f32,
    /// As it is, half and a quarter as fine.
    pub(super) layers: [Layer; 3],
}

/// Cells of one fineness.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layer {
    side: usize,
    cells: Vec<f32>,
}

impl Sheet {
    /// From a page's brightness, row by row; nothing where there are not as many pixels as that.
    pub fn of(width: usize, height: usize, brightness: &[u8]) -> Option<Self> {
        if width == 0 || height == 0 || brightness.len() != width.checked_mul(height)? {
            return None;
        }
        let mut kept = Vec::with_capacity(SIDE * SIDE);
        for row in 0..SIDE {
            let rows = span(row, height);
            for column in 0..SIDE {
                let (from, to) = span(column, width);
                let (mut sum, mut count) = (0_usize, 0_usize);
                for line in brightness.chunks_exact(width).take(rows.1).skip(rows.0) {
                    let cells = line.get(from..to).unwrap_or_default();
                    sum += cells.iter().map(|value| usize::from(*value)).sum::<usize>();
                    count += cells.len();
                }
                kept.push((sum / count.max(1)) as u8 / SHADES);
            }
        }
        let aspect = (width as f32 / height as f32 * ASPECT).round().clamp(1.0, f32::from(u16::MAX));
        Some(Self::from_shades(aspect / ASPECT, &kept))
    }

    fn from_shades(aspect: f32, shades: &[u8]) -> Self {
        let cells = shades.iter().map(|shade| f32::from(*shade) * 17.0).collect();
        let whole = Layer { side: SIDE, cells };
        let half = whole.half();
        let quarter = half.half();
        Self { aspect, layers: [whole, half, quarter] }
    }

    /// As it is kept. Nobody reads print at it, but it shows what a page looks like: keep it sealed.
    pub fn to_bytes(&self) -> Vec<u8> {
        let aspect = (self.aspect * ASPECT).round() as u16;
        let mut bytes = aspect.to_be_bytes().to_vec();
        let [whole, ..] = &self.layers;
        let shades: Vec<u8> = whole.cells.iter().map(|cell| (cell / 17.0).round() as u8).collect();
        bytes.extend(shades.as_chunks().0.iter().map(|[one, other]| (one << 4) | other));
        bytes
    }

    /// As it was kept; nothing where it is none.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (aspect, cells) = bytes.split_first_chunk::<2>()?;
        let aspect = u16::from_be_bytes(*aspect);
        if bytes.len() != KEPT || aspect == 0 {
            return None;
        }
        let shades: Vec<u8> = cells.iter().flat_map(|pair| [pair >> 4, pair & 15]).collect();
        Some(Self::from_shades(f32::from(aspect) / ASPECT, &shades))
    }

    /// Whether there is enough on it to be recognised by: blank pages are all alike.
    pub fn tells_enough(&self) -> bool {
        fit::printed(self) >= fit::FEWEST
    }
}

/// The pixels that a cell covers, of so many.
fn span(cell: usize, pixels: usize) -> (usize, usize) {
    let from = cell * pixels / SIDE;
    (from, ((cell + 1) * pixels).div_ceil(SIDE).max(from + 1))
}

impl Layer {
    fn half(&self) -> Self {
        let side = self.side / 2;
        let mut cells = Vec::with_capacity(side * side);
        for rows in self.cells.chunks_exact(2 * self.side) {
            let (upper, lower) = rows.split_at(self.side);
            let pairs = upper.as_chunks::<2>().0.iter().zip(lower.as_chunks::<2>().0);
            cells.extend(pairs.map(|([a, b], [c, d])| (a + b + c + d) / 4.0));
        }
        Self { side, cells }
    }

    /// How bright it is at a place, between cells as well; beyond the edge as at the edge.
    pub(super) fn at(&self, (x, y): (f32, f32)) -> f32 {
        let side = self.side as f32;
        let within = |place: f32| (place * side - 0.5).clamp(0.0, side - 1.001);
        let (x, y) = (within(x), within(y));
        let (column, row) = (x as usize, y as usize);
        let (right, down) = (x - column as f32, y - row as f32);
        let first = row * self.side + column;
        let pair = |at: usize| match self.cells.get(at..at + 2) {
            Some([one, next]) => one + (next - one) * right,
            _ => 0.0,
        };
        let upper = pair(first);
        upper + (pair(first + self.side) - upper) * down
    }
}

#[cfg(test)]
mod tests {
    use super::{KEPT, Sheet};

    #[test]
    fn sheets_read_back() {
        let pixels: Vec<u8> = (0..300 * 200).map(|at| (at % 251) as u8).collect();
        let sheet = Sheet::of(300, 200, &pixels).unwrap();
        let bytes = sheet.to_bytes();
        assert_eq!(bytes.len(), KEPT);
        assert_eq!(Sheet::from_bytes(&bytes), Some(sheet));
        assert_eq!(Sheet::from_bytes(&bytes[1..]), None);
        assert_eq!(Sheet::from_bytes(&[0; KEPT]), None);
    }

    #[test]
    fn only_pages_with_print_tell_enough() {
        let blank = Sheet::of(200, 300, &vec![250; 200 * 300]).unwrap();
        assert!(!blank.tells_enough());
        assert_eq!(Sheet::of(200, 300, &[0; 7]), None);
        assert_eq!(Sheet::of(0, 300, &[]), None);
        assert!(Sheet::of(1, 1, &[9]).is_some(), "smaller than its sheet");
    }
}
