//! Where a cluster's files lie.

use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::super::EmbeddedError;
use super::super::folder::make_private;
use super::account::Account;

/// The longest path of a Unix socket, without its closing zero.
const LONGEST_SOCKET: usize = 107;
const SOCKET_NAME: &str = ".s.PGSQL.5432";

/// Data, socket and log of one cluster, and who runs it.
#[derive(Clone, Debug)]
pub struct Place {
    /// Holds the others, unless the socket's path would be too long.
    pub base: PathBuf,
    /// Postgres' data folder.
    pub data: PathBuf,
    /// Folder of the socket.
    pub socket: PathBuf,
    /// What Postgres has to say.
    pub log: PathBuf,
    pub(super) account: Option<Account>,
}

impl Place {
    /// The place of the cluster with this id for the run in `folder`. Root's own folders are closed to the user
    /// who runs Postgres, so for root it lies under `/var/lib/gangway`.
    ///
    /// # Errors
    /// When root runs us on a machine without the user `postgres`.
    pub fn of(folder: &Path, id: &str) -> Result<Self, EmbeddedError> {
        let account = Account::needed()?;
        let mark = mark(folder, id);
        let base = match account {
            Some(_) => Path::new("/var/lib/gangway").join(&mark),
            None => folder.join("postgres"),
        };
        let mut socket = base.join("socket");
        if socket.join(SOCKET_NAME).as_os_str().len() > LONGEST_SOCKET {
            socket = PathBuf::from(format!("/tmp/gangway-{mark}"));
        }
        Ok(Self { data: base.join("data"), log: folder.join("postgres.log"), base, socket, account })
    }

    /// Whether the cluster has been made.
    pub(super) fn exists(&self) -> bool {
        self.data.join("PG_VERSION").exists()
    }

    /// The version that made the cluster; no other can read it.
    pub(super) fn version(&self) -> Option<String> {
        let text = std::fs::read_to_string(self.data.join("PG_VERSION")).ok()?;
        Some(text.trim().to_owned())
    }

    /// Makes the folders, for whoever runs Postgres.
    pub(super) fn prepare(&self) -> Result<(), EmbeddedError> {
        if let (Some(_), Some(parent)) = (self.account, self.base.parent()) {
            std::fs::create_dir_all(parent).map_err(|source| EmbeddedError::disk(parent, source))?;
        }
        for path in [&self.base, &self.socket] {
            make_private(path)?;
            self.hand_over(path)?;
        }
        // A name under /tmp may have been taken by somebody else.
        let owner = std::fs::symlink_metadata(&self.socket).map(|found| {
            use std::os::unix::fs::MetadataExt as _;
            (found.is_dir(), found.uid())
        });
        let ours = self.account.map_or_else(|| rustix::process::geteuid().as_raw(), |account| account.user);
        match owner {
            Ok((true, user)) if user == ours => Ok(()),
            _ => Err(EmbeddedError::Foreign(self.socket.clone())),
        }
    }

    /// Gives a path to whoever runs Postgres.
    pub(super) fn hand_over(&self, path: &Path) -> Result<(), EmbeddedError> {
        let Some(account) = self.account else { return Ok(()) };
        std::os::unix::fs::lchown(path, Some(account.user), Some(account.group))
            .map_err(|source| EmbeddedError::disk(path, source))
    }

    /// The last lines of the log, for a message.
    pub(super) fn end_of_log(&self) -> String {
        let text = std::fs::read(&self.log).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let lines: Vec<&str> = text.lines().rev().take(8).collect();
        lines.into_iter().rev().collect::<Vec<_>>().join("\n")
    }
}

/// Sixteen digits that tell this run's cluster from every other.
fn mark(folder: &Path, id: &str) -> String {
    use std::os::unix::ffi::OsStrExt as _;
    let mut hash = Sha256::new();
    hash.update(folder.as_os_str().as_bytes());
    hash.update([0]);
    hash.update(id.as_bytes());
    hex::encode(hash.finalize()).chars().take(16).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sockets_stay_short_and_places_apart() {
        let long = PathBuf::from(format!("/home/{}", "deep/".repeat(40)));
        let place = Place::of(&long, "a").unwrap();
        assert!(place.socket.join(SOCKET_NAME).as_os_str().len() <= LONGEST_SOCKET);
        assert_ne!(mark(&long, "a"), mark(&long, "b"));
        assert_ne!(mark(Path::new("/a"), "x"), mark(Path::new("/b"), "x"));
    }
}
