//! What of the story is kept in the folder of the private services: the logins, and a mark while it plays.

use super::Logins;
use crate::embedded::{EmbeddedError, write_private};
use std::path::{Path, PathBuf};

fn logins(folder: &Path) -> PathBuf {
    folder.join("logins.txt")
}

fn mark(folder: &Path) -> PathBuf {
    folder.join("seeding")
}

/// Notes that the story has begun.
///
/// # Errors
/// When the disk refuses.
pub fn begin(folder: &Path) -> Result<(), EmbeddedError> {
    write_private(&mark(folder), b"")
}

/// Whether a story was begun and not played to its end: what there is then belongs to nobody.
pub fn was_cut_short(folder: &Path) -> bool {
    mark(folder).exists()
}

/// Keeps the logins, and with them the whole.
///
/// # Errors
/// When the disk refuses.
pub fn finish(folder: &Path, all: &Logins) -> Result<(), EmbeddedError> {
    write_private(&logins(folder), all.to_string().as_bytes())?;
    forget(folder)
}

/// Takes the mark away.
///
/// # Errors
/// When the disk refuses.
pub fn forget(folder: &Path) -> Result<(), EmbeddedError> {
    match std::fs::remove_file(mark(folder)) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            Err(EmbeddedError::Disk { path: mark(folder), source })
        }
        _ => Ok(()),
    }
}

/// The logins kept here, as they are printed.
pub fn kept(folder: &Path) -> Option<String> {
    std::fs::read_to_string(logins(folder)).ok()
}
