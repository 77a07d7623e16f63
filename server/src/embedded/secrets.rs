//! The random secrets of an embedded run, drawn once and kept in its folder.

use serde::{Deserialize, Serialize};

use super::folder::{Folder, write_private};
use super::{EmbeddedError, Fill};
use crate::config::master_key;

/// What `secrets.json` holds.
#[derive(Clone, Serialize, Deserialize)]
pub struct Secrets {
    /// Tells this run's cluster from any other that was once made for the same folder.
    pub cluster: String,
    /// Password of Postgres' superuser.
    pub superuser: String,
    /// Password of `gangway_owner`.
    pub owner: String,
    /// Password of `gangway_app`.
    pub app: String,
    /// The master key, as the settings spell it.
    pub master_key: String,
    /// Id of the access key of the S3 server.
    pub s3_access_key_id: String,
    /// Secret of that key.
    pub s3_secret_access_key: String,
}

impl Secrets {
    /// Those kept in the folder, or fresh ones that are kept from now on.
    ///
    /// # Errors
    /// When the file can't be read, written or understood.
    pub fn kept_in(folder: &Folder, fill: Fill<'_>) -> Result<Self, EmbeddedError> {
        let path = folder.path().join("secrets.json");
        match std::fs::read(&path) {
            Ok(content) => serde_json::from_slice(&content).map_err(|_| EmbeddedError::Garbled(path)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let secrets = Self::draw(fill);
                let content = serde_json::to_vec_pretty(&secrets).map_err(|_| EmbeddedError::Garbled(path.clone()))?;
                write_private(&path, &content)?;
                Ok(secrets)
            }
            Err(source) => Err(EmbeddedError::disk(&path, source)),
        }
    }

    fn draw(fill: Fill<'_>) -> Self {
        let mut key = [0; 32];
        fill(&mut key);
        Self {
            cluster: word(fill),
            superuser: word(fill),
            owner: word(fill),
            app: word(fill),
            master_key: master_key::spell("embedded-1", &key),
            s3_access_key_id: word(fill),
            s3_secret_access_key: word(fill),
        }
    }
}

/// 128 random bits as 32 hexadecimal digits.
fn word(fill: Fill<'_>) -> String {
    let mut bytes = [0; 16];
    fill(&mut bytes);
    hex::encode(bytes)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::embedded::scratch::Scratch;

    #[test]
    fn are_drawn_once_and_readable_by_their_owner_alone() {
        let scratch = Scratch::new("secrets");
        let folder = Folder::open(scratch.path()).unwrap();
        let mut next = 0;
        let mut fill = |bytes: &mut [u8]| {
            for byte in bytes {
                next += 1;
                *byte = next;
            }
        };
        let first = Secrets::kept_in(&folder, &mut fill).unwrap();
        let second = Secrets::kept_in(&folder, &mut fill).unwrap();
        assert_eq!(first.app, second.app);
        assert_ne!(first.app, first.owner);
        assert!(crate::config::MasterKeys::parse(&first.master_key).is_ok());
        let mode = std::fs::metadata(folder.path().join("secrets.json")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
