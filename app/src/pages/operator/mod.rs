//! The operator's console: tenants, their limits, their health; never their data.

mod dead;
pub mod health;
pub mod list;
pub mod new;
pub mod tenant;

use time::OffsetDateTime;

/// A tenant as the operator sees it.
#[derive(Clone, Debug)]
pub struct Tenant {
    /// Its part of the address.
    pub slug: String,
    /// Its English name.
    pub name_en: String,
    /// Its Chinese name.
    pub name_zh: String,
    /// Its languages' own names.
    pub languages: Vec<&'static str>,
    /// IANA zone.
    pub time_zone: String,
    /// ISO 4217.
    pub currency: String,
    /// The working calendar's code.
    pub calendar: String,
    /// Working hours from submission to decision.
    pub sla_hours: u64,
    /// Whether its pages are shut and its jobs wait.
    pub suspended: bool,
    /// Whether an administrator works there.
    pub has_admin: bool,
    /// Active staff now and at most.
    pub staff: (u64, u64),
    /// Bytes of documents now and at most.
    pub storage: (u64, u64),
    /// How its jobs do.
    pub queue: Queue,
    /// Since when.
    pub created_at: OffsetDateTime,
}

/// How a queue does.
#[derive(Clone, Copy, Debug, Default)]
pub struct Queue {
    /// Jobs waiting or running.
    pub open: u64,
    /// When the oldest due job became due.
    pub oldest_due: Option<OffsetDateTime>,
    /// Jobs given up.
    pub dead: u64,
}

/// Jobs given up for one reason.
#[derive(Clone, Debug)]
pub struct DeadLetters {
    /// Their kind: a handler's name.
    pub kind: String,
    /// Why the last attempt failed: a code.
    pub reason: String,
    /// How many.
    pub count: u64,
    /// When the last of them was given up.
    pub last: Option<OffsetDateTime>,
}
