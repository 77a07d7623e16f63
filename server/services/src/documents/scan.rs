//! The job before the deep check, where there is a scanner: nothing else opens a file before it has passed it. A scanner
//! that is down means later; until then the version waits, and nobody can look at it.

use super::check;
use crate::{Services, jobs::JobError, papers::scanner::Scan};
use domain::{Actor, VersionId, documents::Refusal};
use serde::{Deserialize, Serialize};
use store::{
    TenantTx,
    jobs::{Claimed, NewJob},
};

/// The job's kind.
pub const KIND: &str = "document.scan";

#[derive(Serialize, Deserialize)]
struct Payload {
    version: VersionId,
}

/// Has a version scanned first.
pub(super) async fn send(services: &Services, actor: &Actor, version: VersionId) -> Result<(), JobError> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let payload = serde_json::json!(Payload { version });
    tx.enqueue(NewJob::new(KIND, payload).once(version.to_string())).await?;
    Ok(tx.commit().await?)
}

/// Runs the job.
///
/// # Errors
/// Where the scanner gives no verdict: the version waits.
pub async fn run(services: &Services, job: &Claimed) -> Result<(), JobError> {
    let payload: Payload =
        serde_json::from_value(job.payload.clone()).map_err(|_| JobError::permanent("scan-payload"))?;
    let actor = Actor::System { tenant: job.tenant, job: KIND };
    let Some((version, dossier)) = check::waiting(services, &actor, payload.version).await? else {
        return Ok(());
    };
    // Taken out of service meanwhile.
    let Some(scanner) = &services.scanner else { return pass(services, &actor, version.id).await };
    let object = version.blob_key.as_deref().ok_or(JobError::permanent("scan-without-bytes"))?;
    let bytes = check::fetch(services, &actor, &version, &dossier, object).await?;
    match scanner.scan(&bytes).await {
        Ok(Scan::Clean) => pass(services, &actor, version.id).await,
        Ok(Scan::Infected) => check::refuse(services, &actor, version.id, Refusal::Infected).await,
        Err(error) => Err(JobError::transient("scanner", error)),
    }
}

async fn pass(services: &Services, actor: &Actor, version: VersionId) -> Result<(), JobError> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    tx.enqueue(check::job_scanned(version)).await?;
    Ok(tx.commit().await?)
}
