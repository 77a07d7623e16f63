//! Jobs that walk over a tenant's applications, a batch at a time: each names the one after which it goes on, and one
//! that waits already isn't doubled.

use super::JobError;
use crate::{Result, ServiceError};
use domain::ApplicationId;
use serde::{Deserialize, Serialize};
use store::{TenantTx, jobs::NewJob};

/// Applications in one batch.
pub(crate) const BATCH: i64 = 50;

#[derive(Debug, Serialize, Deserialize)]
struct Payload {
    /// Those with ids after this one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    after: Option<ApplicationId>,
}

/// The job of this kind that goes on after an application, or begins.
pub(crate) fn job(kind: &'static str, after: Option<ApplicationId>) -> Result<NewJob> {
    let payload =
        serde_json::to_value(Payload { after }).map_err(|error| ServiceError::Internal(error.into()))?;
    Ok(NewJob::new(kind, payload))
}

/// Has the walk go on after an application, or begin.
pub(crate) async fn go_on(tx: &mut TenantTx, kind: &'static str, after: Option<ApplicationId>) -> Result<()> {
    let key = format!("{}:{}", tx.tenant(), after.map_or_else(String::new, |id| id.to_string()));
    Ok(tx.enqueue(job(kind, after)?.once(key)).await?)
}

/// Has the walk go on after a batch, where it was full.
pub(crate) async fn go_on_after(
    tx: &mut TenantTx,
    kind: &'static str,
    mut batch: impl ExactSizeIterator<Item = ApplicationId> + DoubleEndedIterator,
) -> Result<()> {
    let full = i64::try_from(batch.len()).is_ok_and(|count| count == BATCH);
    match batch.next_back().filter(|_| full) {
        Some(last) => go_on(tx, kind, Some(last)).await,
        None => Ok(()),
    }
}

/// After which application a job goes on.
///
/// # Errors
/// Permanent where its payload isn't a walk's.
pub(crate) fn after(payload: &serde_json::Value) -> Result<Option<ApplicationId>, JobError> {
    Payload::deserialize(payload).map(|walk| walk.after).map_err(|_| JobError::permanent("payload"))
}
