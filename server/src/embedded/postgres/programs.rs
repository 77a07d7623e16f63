//! Finding Postgres' own programs.

use std::path::{Path, PathBuf};

use super::super::EmbeddedError;

/// The folder that holds `initdb` and `postgres` of one version.
#[derive(Debug)]
pub(super) struct Programs {
    folder: PathBuf,
}

impl Programs {
    /// Those of the wanted version, or the newest when any will do.
    pub(super) fn find(version: Option<String>) -> Result<Self, EmbeddedError> {
        let mut found = installed(Path::new("/usr/lib/postgresql"));
        if let Some(version) = version {
            let folder = found.into_iter().find(|(number, _)| number.to_string() == version);
            return folder.map(|(_, folder)| Self { folder }).ok_or(EmbeddedError::OtherVersion(version));
        }
        found.sort_by_key(|(number, _)| *number);
        let newest = found.pop().map(|(_, folder)| folder).or_else(on_path);
        newest.map(|folder| Self { folder }).ok_or(EmbeddedError::NoPostgres)
    }

    pub(super) fn initdb(&self) -> PathBuf {
        self.folder.join("initdb")
    }

    pub(super) fn postgres(&self) -> PathBuf {
        self.folder.join("postgres")
    }
}

/// As Debian and Ubuntu lay them out: one folder for each major version.
fn installed(root: &Path) -> Vec<(u32, PathBuf)> {
    let Ok(entries) = std::fs::read_dir(root) else { return vec![] };
    entries
        .filter_map(Result::ok)
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, folder)| complete(folder))
        .collect()
}

fn on_path() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).find(|folder| complete(folder))
}

fn complete(folder: &Path) -> bool {
    folder.join("initdb").is_file() && folder.join("postgres").is_file()
}
