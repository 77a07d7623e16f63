//! Why a use case refused or failed. Outside there is one shape; what the caller may not know exists is
//! [`ServiceError::NotFound`].

use std::fmt;
use store::StoreError;

/// A result of a use case.
pub type Result<T, E = ServiceError> = std::result::Result<T, E>;

/// One field that is wrong: the field, a message key, and words for its placeholders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The input's name.
    pub field: String,
    /// A message key of the locales: `error-required`.
    pub key: String,
    /// Placeholders by name, already in shown form.
    pub args: Vec<(&'static str, String)>,
}

impl FieldError {
    /// A field error without placeholders.
    pub fn new(field: impl Into<String>, key: impl Into<String>) -> Self {
        Self { field: field.into(), key: key.into(), args: Vec::new() }
    }
}

/// Input that can be put right: errors at fields, and one about the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// A message key about the whole form, if any.
    pub whole: Option<String>,
    /// What is wrong at which field.
    pub fields: Vec<FieldError>,
}

impl Refusal {
    /// A refusal about the whole form.
    pub fn whole(key: impl Into<String>) -> Self {
        Self { whole: Some(key.into()), fields: Vec::new() }
    }

    /// A refusal at one field.
    pub fn at(field: impl Into<String>, key: impl Into<String>) -> Self {
        Self { whole: None, fields: vec![FieldError::new(field, key)] }
    }

    /// Nothing when there is nothing wrong.
    pub fn or_ok(self) -> Result<()> {
        if self.whole.is_none() && self.fields.is_empty() { Ok(()) } else { Err(ServiceError::Refused(self)) }
    }
}

/// Fields and message keys, never what was typed.
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = self.whole.iter().cloned();
        let fields = self.fields.iter().map(|error| format!("{} {}", error.field, error.key));
        f.write_str(&whole.chain(fields).collect::<Vec<_>>().join(", "))
    }
}

/// Why a use case refused or failed.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// Doesn't exist, or may not be known to exist.
    #[error("not found")]
    NotFound,
    /// Exists and may be known, but this act isn't theirs.
    #[error("not allowed")]
    Forbidden,
    /// Not signed in, or the session has ended.
    #[error("not signed in")]
    SignedOut,
    /// The act demands that the person prove once more who they are.
    #[error("a fresh proof is needed")]
    ProofNeeded,
    /// Input that can be put right.
    #[error("refused: {0}")]
    Refused(Refusal),
    /// A stale version or a transition that isn't open; a message key says which.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// Too often; try again after so many seconds.
    #[error("too many")]
    TooMany {
        /// Seconds to wait.
        retry_after: u32,
    },
    /// Larger than is taken.
    #[error("too large")]
    TooLarge,
    /// A dependency is down or overloaded; nothing was done.
    #[error("unavailable: {what}")]
    Unavailable {
        /// Which: `database`, `blobs`, `hashing`, …
        what: &'static str,
        /// Its own account, for the log.
        #[source]
        source: Option<Box<dyn std::error::Error + Send + Sync>>,
    },
    /// A fault of ours.
    #[error("internal")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl From<Refusal> for ServiceError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StoreError> for ServiceError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::NotFound,
            StoreError::Conflict => Self::Conflict("error-stale"),
            StoreError::SessionEnded => Self::SignedOut,
            StoreError::BothSides => Self::Conflict("error-both-sides"),
            StoreError::Overlap => Self::Conflict("prices-why-overlap"),
            StoreError::NoRight => Self::Conflict("credentials-why-nothing-effective"),
            StoreError::Unavailable(_) => {
                Self::Unavailable { what: "database", source: Some(Box::new(error)) }
            }
            StoreError::Taken(_) | StoreError::Corrupt(_) | StoreError::Key(_) | StoreError::Database(_) => {
                Self::Internal(Box::new(error))
            }
        }
    }
}

impl From<validator::ValidationErrors> for ServiceError {
    /// Codes of `validator` are message keys; placeholders keep their own form.
    fn from(errors: validator::ValidationErrors) -> Self {
        let mut fields = Vec::new();
        for (field, found) in errors.field_errors() {
            if let Some(first) = found.first() {
                let key = first
                    .message
                    .as_ref()
                    .map_or_else(|| format!("error-{}", first.code), ToString::to_string);
                fields.push(FieldError::new(field.to_string(), key));
            }
        }
        Self::Refused(Refusal { whole: None, fields })
    }
}
