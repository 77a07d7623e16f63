//! The job that drops the bytes of a version that was refused, removed or erased.

use super::place;
use crate::{Result, Services, jobs::JobError};
use domain::{DocumentId, VersionId};
use serde::{Deserialize, Serialize};
use store::{
    TenantTx,
    documents::Stored,
    jobs::{Claimed, NewJob},
};

/// The job's kind.
pub const KIND: &str = "document.drop";

#[derive(Serialize, Deserialize)]
struct Payload {
    document: DocumentId,
    version: VersionId,
}

/// Has the bytes and pictures of a version dropped, once this transaction has committed.
pub(super) async fn enqueue(tx: &mut TenantTx, version: &Stored) -> Result<()> {
    let payload = serde_json::json!(Payload { document: version.document, version: version.id });
    Ok(tx.enqueue(NewJob::new(KIND, payload)).await?)
}

/// Runs the job: the original and every picture beside it.
///
/// # Errors
/// When the blob store doesn't answer.
pub async fn run(services: &Services, job: &Claimed) -> Result<(), JobError> {
    let payload: Payload =
        serde_json::from_value(job.payload.clone()).map_err(|_| JobError::permanent("drop-payload"))?;
    let original = place::original(job.tenant, payload.document, payload.version);
    let later = |error| JobError::transient("blobs", error);
    for object in services.blobs.list(&original, None).await.map_err(later)? {
        services.blobs.delete(&object.key).await.map_err(later)?;
    }
    // A bucket may keep what was deleted as an older version.
    services.blobs.purge(&original).await.map_err(later)?;
    Ok(())
}
