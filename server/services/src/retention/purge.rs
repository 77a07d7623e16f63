//! Takes everything personal out of one application, in the transaction that holds it.

use crate::{Result, documents};
use domain::{PersonId, audit::Event};
use store::{
    TenantTx,
    applications::{Application, merchants},
    retention::{
        accounts, blanks,
        erasures::{self, Came},
        forget_merchant, name_after,
    },
};

/// Purges an application that the caller has found to be kept by nothing: rows are blanked, keys and marks go, bytes are
/// dropped by jobs once this has committed, and with a merchant's last application go its own traces and the accounts of
/// people who belong nowhere else. What went is on record by counts and one digest.
///
/// The database refuses it while a hold lies on it or it is under way, and a second time.
pub(super) async fn purge(
    tx: &mut TenantTx,
    application: &Application,
    by: Option<PersonId>,
) -> Result<Came> {
    let id = application.id;
    merchants::lock(tx, application.merchant).await?;
    let digest = blanks::digest(tx, id).await?;
    blanks::begin(tx, id).await?;
    let files = documents::purge_all(tx, id).await?;
    let mut removed = blanks::rows(tx, id).await?;
    if files > 0 {
        removed.insert("files".into(), files);
    }
    name_after(tx, application.merchant).await?;
    let mut closed = 0;
    for person in forget_merchant(tx, application.merchant, &mut removed).await? {
        if accounts::close(tx, person).await? {
            tx.record(Event::new("account.closed", "person", person));
            closed += 1;
        }
    }
    if closed > 0 {
        removed.insert("accounts".into(), closed);
    }
    let came = Came::Erased(removed, digest);
    let erasure = erasures::keep(tx, id, by, &came).await?;
    let cause = if by.is_some() { "asked" } else { "term" };
    tx.record(
        Event::new("retention.purged", "application", id)
            .on(id)
            .with("cause", cause)
            .with("erasure", erasure),
    );
    Ok(came)
}
