//! Why a judgement didn't come about, as far as the desk can do something about it.

use super::Moved;
use crate::{ServiceError, applications::why_key};
use domain::applications::Why;
use std::collections::BTreeSet;
use store::StoreError;

/// Why a case wasn't claimed, recommended or decided on.
#[derive(Debug, thiserror::Error)]
pub enum Denied {
    /// What was on the page isn't what stands now: look again.
    #[error("moved on since")]
    Moved(BTreeSet<Moved>),
    /// Not open, or not to this person; the message key that says why.
    #[error("not open: {0}")]
    NotOpen(&'static str),
    /// Anything else.
    #[error(transparent)]
    Service(ServiceError),
}

impl From<ServiceError> for Denied {
    fn from(error: ServiceError) -> Self {
        match error {
            ServiceError::Conflict(key) if key.starts_with("applications-why-") => Self::NotOpen(key),
            other => Self::Service(other),
        }
    }
}

impl From<StoreError> for Denied {
    fn from(error: StoreError) -> Self {
        ServiceError::from(error).into()
    }
}

impl From<Why> for Denied {
    fn from(why: Why) -> Self {
        Self::NotOpen(why_key(why))
    }
}
