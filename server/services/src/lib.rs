//! Use cases, each with the same five beats: authorise → begin → load and apply the domain rule → store change,
//! audit event and jobs → commit. No hashing, mail, S3 or HTTP between begin and commit.
//!
//! [`Services`] holds what the use cases share; `Actor` comes first in what they are about.

pub mod accounts;
pub mod applications;
pub mod audit;
pub mod channels;
pub mod credentials;
pub mod documents;
pub mod error;
pub mod fees;
pub mod jobs;
pub mod mail;
pub mod overview;
pub mod papers;
pub mod ports;
mod qr;
pub mod retention;
pub mod review;
pub mod screening;
pub mod tenants;
pub mod transfers;

use domain::{applications::RuleBook, fees::FeeBook, review::Calendars};
use ports::{Bank, Blobs, Mailer, Settings};
use std::sync::Arc;
use store::{Db, ports::Ports};

pub use error::{Refusal, Result, ServiceError};

/// What every use case works with.
#[derive(Clone)]
pub struct Services {
    /// Postgres, keys, clock and randomness.
    pub db: Db,
    /// Sends mail; jobs alone use it.
    pub mailer: Arc<dyn Mailer>,
    /// Sends small transfers; where there is none, staff hand files of orders to theirs.
    pub bank: Option<Arc<dyn Bank>>,
    /// Where sealed files lie.
    pub blobs: Arc<dyn Blobs>,
    /// Opens files in a process of its own.
    pub examiner: papers::Examiner,
    /// Looks for malware before anything else opens a file, where there is one.
    pub scanner: Option<papers::Scanner>,
    /// What is written with on pictures that the desk looks at.
    pub pens: Arc<papers::Pens>,
    /// Addresses and switches of this installation.
    pub settings: Arc<Settings>,
    /// Argon2id behind its semaphore.
    pub passwords: accounts::Passwords,
    /// Whom passkeys are made for.
    pub passkeys: accounts::factors::RelyingParty,
    /// What each kind of merchant has to give, in every version.
    pub rules: Arc<RuleBook>,
    /// What channels published that they cost.
    pub fees: Arc<FeeBook>,
    /// The working days tenants choose from.
    pub calendars: Arc<Calendars>,
}

impl Services {
    /// The clock and the randomness.
    pub const fn ports(&self) -> &Ports {
        self.db.ports()
    }

    /// Now, in UTC.
    pub fn now(&self) -> time::OffsetDateTime {
        self.ports().clock.now()
    }
}
