//! Whether two pages show the same thing: the same paper saved anew, cut a little, turned a little, brighter. Two papers
//! on one printed form are not the same.
//!
//! A page is kept as a small grey [`Sheet`], at which nobody reads print, and its [`Outline`]: the signs of its lowest
//! spatial frequencies. Outlines tell forms apart and say which sheets are worth laying on each other: pieces of them
//! ([`Outline::bands`]) are what an index finds. Whoever asks tries how the page may have been cut and turned
//! ([`Probe`]); [`compare`] then lays the one sheet on the other until they fit best and looks, square by square,
//! whether the print in them is the same. `tests/page_pairs.rs` prints what that finds on invented pages.
//!
//! What is stored depends on the numbers in here: changed ones find nothing of what was stored before.

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sides are small, and places are held within them before they are rounded"
)]

mod fit;
mod outline;
mod place;
mod sheet;

pub use fit::{Likeness, compare};
pub use outline::{BANDS, Outline, Probe, nearest, probes, sought};
pub use sheet::Sheet;

/// Outlines further apart than this, of their 256 signs, are of different forms or different things altogether.
pub const FAR: u32 = 84;
