//! What the desk writes for itself about a case. Merchants never read it, nor that anything was written.

use super::{Denied, access};
use crate::{Refusal, ServiceError, Services};
use domain::{Actor, ApplicationId, audit::Event, permissions::Act};
use store::{
    TenantTx,
    applications::dossiers,
    review::notes::{self, Kind},
};

/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 4000;

/// Adds a note to a case, in whoever's hands it is and wherever it stands.
pub async fn write_note(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    text: &str,
) -> Result<(), Denied> {
    let by = access::person(actor, Act::WorkCases)?;
    let text = checked(text, "text", "review-error-note-empty")?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    access::seen(&mut tx, id, by).await?;
    let key = dossiers::open(&mut tx, id).await?;
    notes::insert(&mut tx, &key, id, (Kind::Note, &text), by).await?;
    tx.record(Event::new("case.noted", "application", id).on(id));
    Ok(tx.commit().await?)
}

/// Text without the space around it, which must be something and not too much.
pub(super) fn checked(text: &str, field: &str, empty: &str) -> crate::Result<String> {
    let text = text.trim().replace("\r\n", "\n");
    let key = match text.chars().count() {
        0 => empty,
        n if n > LONGEST_NOTE => "review-error-note-long",
        _ => return Ok(text),
    };
    Err(ServiceError::Refused(Refusal::at(field, key)))
}
