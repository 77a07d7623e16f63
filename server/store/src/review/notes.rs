//! What the desk writes for itself about a case. Rows are added, never changed; texts are sealed under the
//! application's key.

use super::grounds;
use crate::{StoreError, TenantTx, error::Result, keys::DossierKey};
use domain::{ApplicationId, PersonId};
use time::OffsetDateTime;

/// What a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A note.
    Note,
    /// Why the application was opened again.
    Reopening,
}

impl Kind {
    /// The word that is stored.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Reopening => "reopening",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        [Self::Note, Self::Reopening].into_iter().find(|kind| kind.word() == word)
    }
}

/// A note as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub kind: Kind,
    /// Its text.
    pub text: String,
    /// Who wrote it.
    pub by: PersonId,
    /// Their address.
    pub email: String,
    /// When.
    pub at: OffsetDateTime,
}

const TABLE: &str = "case_notes";

/// Keeps a note.
///
/// # Errors
/// [`StoreError::BothSides`] where whoever writes stands on the application's side.
pub async fn insert(
    tx: &mut TenantTx,
    key: &DossierKey,
    application: ApplicationId,
    (kind, text): (Kind, &str),
    by: PersonId,
) -> Result<()> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let text = grounds::seal(tx, key, (TABLE, id, "text"), Some(text))?;
    sqlx::query!(
        "insert into case_notes (tenant_id, id, application_id, kind, text_sealed, written_by, written_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        tenant,
        id,
        application.0,
        kind.word(),
        text,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The notes on a case, newest first.
pub async fn of(tx: &mut TenantTx, key: &DossierKey, application: ApplicationId) -> Result<Vec<Note>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        "select n.id, n.kind, n.text_sealed, n.written_by, p.email, n.written_at
         from case_notes n join persons p on p.id = n.written_by
         where n.tenant_id = $1 and n.application_id = $2 order by n.written_at desc, n.id desc",
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Note {
                kind: Kind::from_word(&row.kind).ok_or(StoreError::Corrupt("kind of a note"))?,
                text: grounds::open(key, (TABLE, row.id, "text"), Some(&row.text_sealed))?
                    .unwrap_or_default(),
                by: PersonId(row.written_by),
                email: row.email,
                at: row.written_at,
            })
        })
        .collect()
}
