//! The deep check: opens the whole file, says whether people can look at it, and draws it.
//!
//! To be called in the worker's process alone: what it opens may be made to exhaust whoever opens it.

use super::{Examination, Media, pdf, picture};
use std::path::PathBuf;

/// Examines a file of a known kind. `fonts` are the places where a stand-in for missing Chinese fonts may be.
pub fn examine(kind: Media, bytes: &[u8], fonts: Vec<PathBuf>) -> Examination {
    let found = match kind {
        Media::Jpeg | Media::Png => picture::examine(kind, bytes),
        Media::Pdf => pdf::examine(bytes, fonts),
    };
    found.map_or_else(Examination::Refused, Examination::Sound)
}
