//! The merchant takes a file away again, before it is handed in.

use super::{access, check::told, drop};
use crate::{Result, ServiceError, Services};
use domain::{Actor, ApplicationId, DocumentId, documents::Event};
use store::{TenantTx, applications::touch, documents};

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
    let mut application = access::held_for(&mut tx, application, &paper).await?;
    // Read again now that the application is held: another version may have come in meanwhile.
    let versions = access::versions_of(&mut tx, application.id, document).await?;
    if !access::is_removable(&application.state, &versions) {
        return Err(ServiceError::Conflict("documents-handed-in"));
    }
    for version in versions {
        let mut version = documents::lock(&mut tx, version.id).await?;
        let Ok(state) = version.version.clone().apply(Event::Purge, tx.now()) else { continue };
        version.version = state;
        version.forget();
        documents::save(&mut tx, &version).await?;
        drop::enqueue(&mut tx, &version).await?;
        tx.record(told(&Event::Purge, &version));
    }
    documents::remove(&mut tx, document).await?;
    touch(&mut tx, &mut application).await?;
    Ok(tx.commit().await?)
}
