//! The random secrets of an embedded run, drawn once and kept in its folder.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};
use services::ports::{Random, bytes};

use super::EmbeddedError;
use super::folder::{Folder, write_private};

/// What `secrets.json` holds.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Secrets {
    /// Tells this run's cluster from any other that was once made for the same folder.
    pub(super) cluster: String,
    /// Password of Postgres' superuser.
    pub(super) superuser: String,
    /// Password of `gangway_owner`.
    pub(super) owner: String,
    /// Password of `gangway_app`.
    pub(super) app: String,
    /// The master key, as the settings spell it.
    pub(super) master_key: String,
    /// Id of the access key of the S3 server.
    pub(super) s3_access_key_id: String,
    /// Secret of that key.
    pub(super) s3_secret_access_key: String,
}

impl Secrets {
    /// Those kept in the folder, or fresh ones that are kept from now on.
    ///
    /// # Errors
    /// When the file can't be read, written or understood.
    pub(super) fn kept_in(folder: &Folder, random: &dyn Random) -> Result<Self, EmbeddedError> {
        let path = folder.path().join("secrets.json");
        match std::fs::read(&path) {
            Ok(content) => serde_json::from_slice(&content).map_err(|_| EmbeddedError::Garbled(path)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let secrets = Self::draw(random);
                let content =
                    serde_json::to_vec_pretty(&secrets).map_err(|_| EmbeddedError::Garbled(path.clone()))?;
                write_private(&path, &content)?;
                Ok(secrets)
            }
            Err(source) => Err(EmbeddedError::disk(&path, source)),
        }
    }

    fn draw(random: &dyn Random) -> Self {
        Self {
            cluster: word(random),
            superuser: word(random),
            owner: word(random),
            app: word(random),
            master_key: format!("embedded-1:{}", BASE64_STANDARD.encode(bytes::<32>(random))),
            s3_access_key_id: word(random),
            s3_secret_access_key: word(random),
        }
    }
}

/// 128 random bits as 32 hexadecimal digits.
fn word(random: &dyn Random) -> String {
    hex::encode(bytes::<16>(random))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use services::ports::OsRandom;

    use super::*;
    use crate::embedded::scratch::Scratch;

    #[test]
    fn a14_are_drawn_once_and_readable_by_their_owner_alone() {
        let scratch = Scratch::new("secrets");
        let folder = Folder::open(scratch.path()).unwrap();
        let first = Secrets::kept_in(&folder, &OsRandom).unwrap();
        let second = Secrets::kept_in(&folder, &OsRandom).unwrap();
        assert_eq!(first.app, second.app);
        assert_ne!(first.app, first.owner);
        assert!(store::keys::MasterKeys::parse(&first.master_key).is_some());
        let mode = std::fs::metadata(folder.path().join("secrets.json")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
