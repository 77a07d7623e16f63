//! What the use cases need of the world, and its real forms.

mod bank;
mod blobs;
mod mailer;
mod system;

pub use bank::{Bank, BankError};
pub use blobs::{BlobError, BlobSettings, Blobs, Found, Part, S3Blobs};
pub use mailer::{MailError, Mailer, Message, SmtpMailer};
pub use store::ports::{Clock, Ports, Random, bytes};
pub use system::{OsRandom, SystemClock, system_ports};

/// Addresses and switches of this installation, from configuration.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where people reach us, without a trailing slash: addresses in mails come from here, never from `Host`.
    pub base_url: String,
    /// The sender of every mail.
    pub mail_from: String,
}
