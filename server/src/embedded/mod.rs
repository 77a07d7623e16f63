//! What stands behind the program when nothing is given: a private Postgres cluster, an S3 server and a mail
//! catcher, all in one folder with secrets of its own. Two folders never meet.

pub mod bank;
mod folder;
pub mod mailbox;
pub mod postgres;
pub mod reached;
pub mod s3;
#[cfg(test)]
pub(crate) mod scratch;
mod secrets;
pub mod smtp;

pub(crate) use folder::write_private;

use std::io;
use std::path::{Path, PathBuf};

use services::ports::Random;

use self::folder::Folder;
use self::mailbox::Mailbox;
use self::postgres::{Cluster, Place};
use self::reached::{Reached, Whereabouts};
use self::s3::S3;
use self::secrets::Secrets;
use self::smtp::Catcher;

/// Why the embedded services don't run.
#[derive(Debug, thiserror::Error)]
pub enum EmbeddedError {
    /// Another process holds the folder.
    #[error("another Gangway runs on {0}; stop it, or choose another PORT")]
    Busy(PathBuf),
    /// A path can't be used.
    #[error("{path}: {source}")]
    Disk {
        /// The path.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file of secrets is no longer what was written.
    #[error("{0} can't be understood; restore it, or remove its folder to begin anew")]
    Garbled(PathBuf),
    /// Somebody else's folder stands where the socket belongs.
    #[error("{0} belongs to somebody else; remove it")]
    Foreign(PathBuf),
    /// Postgres isn't installed.
    #[error("Postgres isn't installed (apt-get install postgresql), and no DATABASE_URL is given")]
    NoPostgres,
    /// The cluster was made by another version.
    #[error("the data was made by Postgres {0}, which isn't installed any more; install it again")]
    OtherVersion(String),
    /// Root can't run Postgres, and nobody else is there to do it.
    #[error(
        "Postgres can't be run by root, and there is no user `postgres`; install Postgres from the distribution"
    )]
    NoAccount,
    /// Postgres wouldn't start.
    #[error("Postgres doesn't start:\n{0}")]
    Postgres(String),
    /// The S3 server wouldn't start.
    #[error("the S3 server doesn't start: {0}")]
    Blobs(String),
    /// The mail catcher wouldn't start.
    #[error("the mail catcher doesn't start: {0}")]
    Mail(String),
    /// No free port on the loopback address.
    #[error("no free port on 127.0.0.1: {0}")]
    Port(#[source] io::Error),
}

impl EmbeddedError {
    fn disk(path: &Path, source: io::Error) -> Self {
        Self::Disk { path: path.to_owned(), source }
    }
}

/// All three services, running.
pub struct Embedded {
    folder: Folder,
    reached: Reached,
    cluster: Cluster,
    s3: S3,
}

impl Embedded {
    /// Starts everything in this folder, making it at first; secrets are drawn once.
    ///
    /// # Errors
    /// When one of the services doesn't start, or another process holds the folder.
    pub async fn start(path: &Path, random: &dyn Random) -> Result<Self, EmbeddedError> {
        let folder = Folder::open(path)?;
        let secrets = Secrets::kept_in(&folder, random)?;
        let place = Place::of(folder.path(), &secrets.cluster)?;
        let cluster = Cluster::start(place, &secrets.superuser.clone().into()).await?;
        let id = secrets.s3_access_key_id.clone().into();
        let secret = secrets.s3_secret_access_key.clone().into();
        let s3 = S3::start(&folder.within("s3")?, id, secret).await?;
        folder.within("bank")?;
        let catcher = Catcher::start(Mailbox::at(&folder.within("mail")?))?;
        let whereabouts = Whereabouts {
            socket: cluster.place().socket.clone(),
            s3_endpoint: s3.settings().endpoint.clone(),
            smtp_url: catcher.url(),
        };
        whereabouts.keep_in(&folder)?;
        let reached = Reached::new(folder.path(), secrets, whereabouts);
        Ok(Self { folder, reached, cluster, s3 })
    }

    /// How the services are reached.
    pub fn reached(&self) -> &Reached {
        &self.reached
    }

    /// Stops the services, Postgres last; returns when all is written down.
    pub async fn stop(self) {
        self.s3.stop().await;
        self.cluster.stop().await;
        drop(self.folder);
    }
}
