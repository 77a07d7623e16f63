//! What reviewers made of each item. Rows are added, never changed; words are sealed under the application's key.

use super::grounds;
use crate::{StoreError, TenantTx, error::Result, keys::DossierKey};
use domain::{
    ApplicationId, JudgementId, PersonId, VersionId,
    applications::Fault,
    review::{Judgement, Mark, Reason, RedoReason},
};
use time::OffsetDateTime;

/// The version that an item was judged in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct On {
    /// Of the section, where it is an answer.
    pub section: Option<i32>,
    /// Of the document, where it is a file.
    pub document: Option<VersionId>,
}

/// A judgement to be kept.
#[derive(Debug)]
pub struct NewJudgement<'a> {
    /// On which application.
    pub application: ApplicationId,
    /// On which item.
    pub what: &'a Fault,
    /// In which version.
    pub on: On,
    /// After the how many-eth handing in.
    pub round: u16,
    /// What.
    pub judgement: &'a Judgement,
    /// Whose.
    pub by: PersonId,
}

/// A judgement as it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Its id.
    pub id: JudgementId,
    /// On which item.
    pub what: Fault,
    /// In which version.
    pub on: On,
    /// After the how many-eth handing in.
    pub round: u16,
    /// What.
    pub judgement: Judgement,
    /// Whose.
    pub by: PersonId,
    /// Their address.
    pub email: String,
    /// When.
    pub at: OffsetDateTime,
}

const TABLE: &str = "judgements";

/// Keeps a judgement.
///
/// # Errors
/// [`StoreError::BothSides`] where whoever judges stands on the application's side.
pub async fn insert(tx: &mut TenantTx, key: &DossierKey, new: &NewJudgement<'_>) -> Result<()> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let (reason, words) = match new.judgement {
        Judgement::Accepted => (None, None),
        Judgement::SentBack { reason, words } => {
            (Some(reason.word()), Some(words.as_str()).filter(|words| !words.is_empty()))
        }
        Judgement::Rejected { reason } => (Some(reason.word()), None),
    };
    let words = grounds::seal(tx, key, (TABLE, id, "words"), words)?;
    sqlx::query!(
        "insert into judgements (tenant_id, id, application_id, what, section_version, document_version, round, mark,
             reason, words_sealed, judged_by, judged_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        tenant,
        id,
        new.application.0,
        new.what.token(),
        new.on.section,
        new.on.document.map(|version| version.0),
        i32::from(new.round),
        new.judgement.mark().word(),
        reason,
        words,
        new.by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Every judgement on an application's items, newest first.
pub async fn of(tx: &mut TenantTx, key: &DossierKey, application: ApplicationId) -> Result<Vec<Judged>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        "select j.id, j.what, j.section_version, j.document_version, j.round, j.mark, j.reason, j.words_sealed,
                j.judged_by, p.email, j.judged_at
         from judgements j join persons p on p.id = j.judged_by
         where j.tenant_id = $1 and j.application_id = $2 order by j.place desc",
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let words = grounds::open(key, (TABLE, row.id, "words"), row.words_sealed.as_deref())?;
            Ok(Judged {
                id: JudgementId(row.id),
                what: Fault::from_token(&row.what).ok_or(StoreError::Corrupt("item"))?,
                on: On { section: row.section_version, document: row.document_version.map(VersionId) },
                round: u16::try_from(row.round).map_err(|_| StoreError::Corrupt("round"))?,
                judgement: read(&row.mark, row.reason.as_deref(), words)
                    .ok_or(StoreError::Corrupt("judgement"))?,
                by: PersonId(row.judged_by),
                email: row.email,
                at: row.judged_at,
            })
        })
        .collect()
}

fn read(mark: &str, reason: Option<&str>, words: Option<String>) -> Option<Judgement> {
    Some(match Mark::from_word(mark)? {
        Mark::Accepted => Judgement::Accepted,
        Mark::SentBack => {
            Judgement::SentBack { reason: RedoReason::from_word(reason?)?, words: words.unwrap_or_default() }
        }
        Mark::Rejected => Judgement::Rejected { reason: Reason::from_word(reason?)? },
    })
}
