//! Masked personal data that was shown on purpose: which fields, why, by whom. Rows are added, never changed; what was
//! shown stands in none of them.

use super::grounds;
use crate::{StoreError, TenantTx, error::Result, keys::DossierKey};
use domain::{ApplicationId, PersonId, RevealId, review::reveal::Why};
use time::OffsetDateTime;
use uuid::Uuid;

const TABLE: &str = "reveals";

/// A reveal as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reveal {
    /// Its id.
    pub id: RevealId,
    /// Of which application.
    pub application: ApplicationId,
    /// Of which section.
    pub section: String,
    /// Of which of its fields.
    pub fields: Vec<String>,
    /// Why.
    pub why: Why,
    /// What was said about it.
    pub words: String,
    /// To whom.
    pub by: PersonId,
    /// Their address.
    pub email: String,
    /// When.
    pub at: OffsetDateTime,
}

struct Row {
    id: Uuid,
    application_id: Uuid,
    section: String,
    fields: Vec<String>,
    reason: String,
    words_sealed: Vec<u8>,
    revealed_by: Uuid,
    email: String,
    revealed_at: OffsetDateTime,
}

impl Row {
    fn open(self, key: &DossierKey) -> Result<Reveal> {
        let place = (TABLE, self.id, "words");
        Ok(Reveal {
            id: RevealId(self.id),
            application: ApplicationId(self.application_id),
            section: self.section,
            fields: self.fields,
            why: Why::from_word(&self.reason).ok_or(StoreError::Corrupt("reason of a reveal"))?,
            words: grounds::open(key, place, Some(&self.words_sealed))?.unwrap_or_default(),
            by: PersonId(self.revealed_by),
            email: self.email,
            at: self.revealed_at,
        })
    }
}

/// What is about to be shown.
#[derive(Clone, Copy, Debug)]
pub struct NewReveal<'a> {
    /// Of which section.
    pub section: &'a str,
    /// Of which of its fields.
    pub fields: &'a [String],
    /// Why.
    pub why: Why,
    /// What was said about it.
    pub words: &'a str,
    /// To whom.
    pub by: PersonId,
}

/// Keeps that this is shown now.
///
/// # Errors
/// [`StoreError::BothSides`] where whoever asks stands on the application's side.
pub async fn insert(
    tx: &mut TenantTx,
    key: &DossierKey,
    application: ApplicationId,
    new: NewReveal<'_>,
) -> Result<RevealId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let words = grounds::seal(tx, key, (TABLE, id, "words"), Some(new.words))?;
    sqlx::query!(
        "insert into reveals (tenant_id, id, application_id, section, fields, reason, words_sealed, revealed_by,
             revealed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        tenant,
        id,
        application.0,
        new.section,
        new.fields,
        new.why.word(),
        words,
        new.by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(RevealId(id))
}

/// One of an application.
///
/// # Errors
/// [`StoreError::NotFound`] where it isn't this application's.
pub async fn find(
    tx: &mut TenantTx,
    key: &DossierKey,
    application: ApplicationId,
    id: RevealId,
) -> Result<Reveal> {
    let tenant = tx.tenant().0;
    sqlx::query_as!(
        Row,
        "select r.id, r.application_id, r.section, r.fields, r.reason, r.words_sealed, r.revealed_by, p.email,
                r.revealed_at
         from reveals r join persons p on p.id = r.revealed_by
         where r.tenant_id = $1 and r.application_id = $2 and r.id = $3",
        tenant,
        application.0,
        id.0,
    )
    .fetch_one(tx.conn())
    .await?
    .open(key)
}

/// All of an application, newest first.
pub async fn of(tx: &mut TenantTx, key: &DossierKey, application: ApplicationId) -> Result<Vec<Reveal>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        "select r.id, r.application_id, r.section, r.fields, r.reason, r.words_sealed, r.revealed_by, p.email,
                r.revealed_at
         from reveals r join persons p on p.id = r.revealed_by
         where r.tenant_id = $1 and r.application_id = $2 order by r.revealed_at desc, r.id desc limit 50",
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(|row| row.open(key)).collect()
}
