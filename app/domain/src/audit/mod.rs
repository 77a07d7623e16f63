//! What the audit chain records: who did what to which thing, and who may read it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Who may read an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The merchant's timeline and the staff's.
    Merchant,
    /// Staff alone.
    Staff,
    /// The desk alone; no trace of it on any merchant-facing surface, ever.
    Confidential,
}

impl Audience {
    /// All of them, the widest first.
    pub const ALL: [Self; 3] = [Self::Merchant, Self::Staff, Self::Confidential];

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.word() == word)
    }

    /// The word that is stored.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Merchant => "merchant",
            Self::Staff => "staff",
            Self::Confidential => "confidential",
        }
    }
}

/// What an event is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// `application`, `document`, `person`, …
    pub kind: &'static str,
    /// Its id.
    pub id: Uuid,
}

/// One event, before it is chained. Holds ids, field names and keyed digests, never values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Dotted, past tense: `application.submitted`. The page translates `audit-application-submitted`.
    pub name: &'static str,
    /// What it is about.
    pub subject: Subject,
    /// The application on whose timeline it stands, if any.
    pub application: Option<Uuid>,
    /// Who may read it.
    pub audience: Audience,
    /// Ids, field names, reason codes, digests: short words by name.
    pub details: Vec<(&'static str, String)>,
}

impl Event {
    /// An event about a thing, for staff to read.
    pub fn new(name: &'static str, kind: &'static str, id: impl Into<Uuid>) -> Self {
        Self {
            name,
            subject: Subject { kind, id: id.into() },
            application: None,
            audience: Audience::Staff,
            details: Vec::new(),
        }
    }

    /// Puts it on an application's timeline.
    #[must_use]
    pub fn on(mut self, application: impl Into<Uuid>) -> Self {
        self.application = Some(application.into());
        self
    }

    /// Says who may read it.
    #[must_use]
    pub const fn for_audience(mut self, audience: Audience) -> Self {
        self.audience = audience;
        self
    }

    /// Adds a detail: an id, a field name, a reason code, a digest; never a value.
    #[must_use]
    #[allow(
        clippy::needless_pass_by_value,
        reason = "ids and words are copied in; `&id` at each call is noise"
    )]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.details.push((name, value.to_string()));
        self
    }
}
