//! The merchant takes a file away again, before it is handed in.

use super::{access, check::told, drop};
use crate::{Result, ServiceError, Services, overview};
use domain::{Actor, ApplicationId, DocumentId, VersionId, documents::Event};
use std::collections::BTreeSet;
use store::{
    TenantTx,
    applications::{Application, touch},
    documents::{self, Stored},
};

/// Removes a document with all its versions. What was handed in before stays: it can be replaced, not taken away.
///
/// # Errors
/// [`ServiceError::Conflict`] where the application isn't open for it, or it was handed in.
pub async fn remove(
    services: &Services,
    actor: &Actor,
    application: ApplicationId,
    document: DocumentId,
) -> Result<()> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    access::side(&mut tx, application).await?;
    let versions = access::versions_of(&mut tx, application, document).await?;
    let paper = versions.first().map(|version| version.paper.clone()).unwrap_or_default();
    let mut application = access::held_for(services, &mut tx, application, &paper, Some(document)).await?;
    // Read again now that the application is held: another version may have come in meanwhile.
    let versions = access::versions_of(&mut tx, application.id, document).await?;
    if !access::is_removable(&application.state, &versions) {
        return Err(ServiceError::Conflict("documents-handed-in"));
    }
    purge(&mut tx, document, versions).await?;
    touch(&mut tx, &mut application).await?;
    overview::note(services, &mut tx, &application).await?;
    Ok(tx.commit().await?)
}

/// Takes away every file of papers that aren't asked any more and weren't handed in. The caller holds the application
/// and notes the change.
pub(crate) async fn forget(
    tx: &mut TenantTx,
    application: &Application,
    asked: impl Fn(&str) -> bool,
) -> Result<()> {
    let all = documents::of_application(tx, application.id).await?;
    let documents: BTreeSet<DocumentId> =
        all.iter().filter(|one| !asked(&one.paper)).map(|one| one.document).collect();
    for document in documents {
        let versions: Vec<_> = all.iter().filter(|one| one.document == document).cloned().collect();
        if access::is_removable(&application.state, &versions) {
            purge(tx, document, versions).await?;
        }
    }
    Ok(())
}

/// Purges every version of every document of an application, whoever's it is; how many. Bytes go with their jobs.
pub(crate) async fn purge_all(tx: &mut TenantTx, application: ApplicationId) -> Result<u64> {
    let mut purged = 0;
    for id in documents::kept_of(tx, application).await? {
        purged += u64::from(purge_version(tx, id).await?);
    }
    documents::remove_all(tx, application).await?;
    Ok(purged)
}

async fn purge(tx: &mut TenantTx, document: DocumentId, versions: Vec<Stored>) -> Result<()> {
    for version in versions {
        purge_version(tx, version.id).await?;
    }
    documents::remove(tx, document).await?;
    Ok(())
}

/// Purges a version; false where it was purged already.
async fn purge_version(tx: &mut TenantTx, id: VersionId) -> Result<bool> {
    let mut version = documents::lock(tx, id).await?;
    let Ok(state) = version.version.clone().apply(Event::Purge, tx.now()) else { return Ok(false) };
    version.version = state;
    version.forget();
    documents::save(tx, &version).await?;
    documents::pages::forget(tx, version.id).await?;
    drop::enqueue(tx, &version).await?;
    tx.record(told(&Event::Purge, &version));
    Ok(true)
}
