//! The private folder of one embedded run, held by one process at a time.

use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use super::EmbeddedError;

/// The folder, locked as long as this value lives.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Folder {
    /// Makes the folder when it is missing and locks it.
    ///
    /// # Errors
    /// When another process holds it, or the disk refuses.
    pub(super) fn open(path: &Path) -> Result<Self, EmbeddedError> {
        make_private(path)?;
        let path = path.canonicalize().map_err(|source| EmbeddedError::disk(path, source))?;
        let name = path.join("lock");
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .mode(0o600)
            .open(&name)
            .map_err(|source| EmbeddedError::disk(&name, source))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { path, _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(EmbeddedError::Busy(path)),
            Err(TryLockError::Error(source)) => Err(EmbeddedError::disk(&name, source)),
        }
    }

    /// Where it is, from the root.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// A folder inside, made when it is missing.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn within(&self, name: &str) -> Result<PathBuf, EmbeddedError> {
        let path = self.path.join(name);
        make_private(&path)?;
        Ok(path)
    }
}

/// Makes a folder that only its owner can open; one that exists is left as it is.
pub(super) fn make_private(path: &Path) -> Result<(), EmbeddedError> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .map_err(|source| EmbeddedError::disk(path, source))
}

/// Writes a file that only its owner can read, whole or not at all.
pub(crate) fn write_private(path: &Path, content: &[u8]) -> Result<(), EmbeddedError> {
    let disk = |source| EmbeddedError::disk(path, source);
    let beside = path.with_extension("new");
    let mut file =
        OpenOptions::new().create(true).truncate(true).write(true).mode(0o600).open(&beside).map_err(disk)?;
    file.write_all(content).and_then(|()| file.sync_all()).map_err(disk)?;
    std::fs::rename(&beside, path).map_err(disk)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::scratch::Scratch;

    #[test]
    fn one_process_at_a_time() {
        let scratch = Scratch::new("folder");
        let first = Folder::open(scratch.path()).unwrap();
        assert!(matches!(Folder::open(scratch.path()), Err(EmbeddedError::Busy(_))));
        drop(first);
        assert!(Folder::open(scratch.path()).is_ok());
    }
}
