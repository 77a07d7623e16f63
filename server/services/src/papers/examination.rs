//! What the deep check finds.

use super::{Refusal, Remark};
use domain::documents::{Reading, likeness::Sheet};

/// The result of the deep check.
#[derive(Clone, Debug, PartialEq)]
pub enum Examination {
    /// A file that people can look at.
    Sound(Sound),
    /// A file that is refused.
    Refused(Refusal),
}

/// A file that opens, with our own pictures of all its pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Sound {
    /// The pages in their order; a photograph has one.
    pub pages: Vec<Picture>,
    /// What whoever looks at the pictures has to know.
    pub remarks: Vec<Remark>,
    /// What it says by itself.
    pub reading: Reading,
}

/// Our own picture of a page: re-encoded, upright, with nothing of the original but what it shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// A JPEG.
    pub jpeg: Vec<u8>,
    /// Whether another font stood in for one of the page's own.
    pub substitute_font: bool,
    /// By what other pages that show the same are found, where there is enough on it.
    pub sheet: Option<Sheet>,
}
