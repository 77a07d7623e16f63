//! How the private services are reached: by the process that runs them, and by commands beside it.

use std::path::{Path, PathBuf};

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use store::keys::MasterKeys;
use store::setup::{APP, OWNER};

use super::EmbeddedError;
use super::bank::SimulatedBank;
use super::folder::{Folder, write_private};
use super::mailbox::Mailbox;
use super::postgres::url;
use super::secrets::Secrets;
use crate::config::{BlobSettings, Given};

/// Name of the database in the private cluster.
pub const DATABASE: &str = "gangway";

const FILE: &str = "running.json";

/// What changes from run to run.
#[derive(Serialize, Deserialize)]
pub(super) struct Whereabouts {
    pub(super) socket: PathBuf,
    pub(super) s3_endpoint: String,
    pub(super) smtp_url: String,
}

impl Whereabouts {
    pub(super) fn keep_in(&self, folder: &Folder) -> Result<(), EmbeddedError> {
        let path = folder.path().join(FILE);
        let content = serde_json::to_vec_pretty(self).map_err(|_| EmbeddedError::Garbled(path.clone()))?;
        write_private(&path, &content)
    }
}

/// Addresses and secrets of running services.
pub struct Reached {
    folder: PathBuf,
    secrets: Secrets,
    whereabouts: Whereabouts,
}

impl Reached {
    pub(super) fn new(folder: &Path, secrets: Secrets, whereabouts: Whereabouts) -> Self {
        Self { folder: folder.to_owned(), secrets, whereabouts }
    }

    /// Those of the process that runs in this folder now; nothing when none does.
    ///
    /// # Errors
    /// When that process hasn't come so far yet, or its files can't be read.
    pub fn beside_running(folder: &Path) -> Result<Option<Self>, EmbeddedError> {
        match Folder::open(folder) {
            Ok(_) => Ok(None),
            Err(EmbeddedError::Busy(folder)) => {
                let secrets = read(&folder.join("secrets.json"))?;
                Ok(Some(Self::new(&folder, secrets, read(&folder.join(FILE))?)))
            }
            Err(error) => Err(error),
        }
    }

    /// Addresses and secrets, as if they had been given.
    ///
    /// # Errors
    /// When the kept master key isn't one.
    pub fn given(&self) -> Result<Given, EmbeddedError> {
        let master_keys = MasterKeys::parse(&self.secrets.master_key)
            .ok_or_else(|| EmbeddedError::Garbled(self.folder.join("secrets.json")))?;
        Ok(Given {
            database: self.url(APP, &self.secrets.app, DATABASE),
            blobs: BlobSettings {
                endpoint: self.whereabouts.s3_endpoint.clone(),
                bucket: super::s3::BUCKET.to_owned(),
                region: super::s3::REGION.to_owned(),
                access_key_id: self.secrets.s3_access_key_id.clone().into(),
                secret_access_key: self.secrets.s3_secret_access_key.clone().into(),
            },
            smtp: self.whereabouts.smtp_url.clone().into(),
            master_keys,
            bank: Some(self.bank()),
        })
    }

    /// The database as its owner, for migrations.
    pub fn owner_url(&self) -> SecretString {
        self.url(OWNER, &self.secrets.owner, DATABASE)
    }

    /// The cluster as its superuser, for making roles and the database.
    pub fn superuser_url(&self) -> SecretString {
        self.url("postgres", &self.secrets.superuser, "postgres")
    }

    /// Password of the owner.
    pub fn owner_password(&self) -> &str {
        &self.secrets.owner
    }

    /// Password of the running program's role.
    pub fn app_password(&self) -> &str {
        &self.secrets.app
    }

    /// The folder that holds it all.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What the mail catcher has caught.
    pub fn mailbox(&self) -> Mailbox {
        Mailbox::at(&self.folder.join("mail"))
    }

    /// The bank that sends nothing.
    pub fn bank(&self) -> SimulatedBank {
        SimulatedBank::at(&self.folder.join("bank"))
    }

    fn url(&self, role: &str, password: &str, database: &str) -> SecretString {
        url(&self.whereabouts.socket, role, password, database)
    }
}

fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<T, EmbeddedError> {
    let content = std::fs::read(path).map_err(|source| EmbeddedError::disk(path, source))?;
    serde_json::from_slice(&content).map_err(|_| EmbeddedError::Garbled(path.to_owned()))
}
