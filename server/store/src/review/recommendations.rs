//! What reviewers advised. Words and notes are sealed under the application's key.

use super::grounds;
use crate::{StoreError, TenantTx, error::Result, keys::DossierKey};
use domain::{ApplicationId, PersonId, RecommendationId, applications::Verdict, review::Reason};
use time::OffsetDateTime;

/// Advice to be kept.
#[derive(Debug)]
pub struct NewRecommendation<'a> {
    /// On what.
    pub application: ApplicationId,
    /// The application's version on the reviewer's screen.
    pub version: i32,
    /// SHA-256 over what was on the reviewer's screen.
    pub seen: &'a [u8; 32],
    /// Who.
    pub by: PersonId,
    /// What.
    pub verdict: Verdict,
    /// On what grounds.
    pub reasons: &'a [Reason],
    /// Words for the merchant.
    pub words: Option<&'a str>,
    /// Words for the desk.
    pub note: Option<&'a str>,
}

/// Advice as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    /// Its id.
    pub id: RecommendationId,
    /// Who.
    pub by: PersonId,
    /// Their address.
    pub email: String,
    /// What.
    pub verdict: Verdict,
    /// On what grounds, confidential ones among them.
    pub reasons: Vec<Reason>,
    /// Words for the merchant.
    pub words: Option<String>,
    /// Words for the desk.
    pub note: Option<String>,
    /// When.
    pub at: OffsetDateTime,
}

const TABLE: &str = "recommendations";

/// Keeps advice.
///
/// # Errors
/// [`StoreError::BothSides`] where the reviewer stands on the application's side.
pub async fn insert(
    tx: &mut TenantTx,
    key: &DossierKey,
    new: &NewRecommendation<'_>,
) -> Result<RecommendationId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let words = grounds::seal(tx, key, (TABLE, id, "words"), new.words)?;
    let note = grounds::seal(tx, key, (TABLE, id, "note"), new.note)?;
    sqlx::query!(
        "insert into recommendations (tenant_id, id, application_id, application_version, seen, reviewer_id, verdict,
             reasons, words_sealed, note_sealed, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        tenant,
        id,
        new.application.0,
        new.version,
        new.seen.as_slice(),
        new.by.0,
        new.verdict.word(),
        &grounds::words(new.reasons),
        words,
        note,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(RecommendationId(id))
}

/// The latest advice on an application that nobody has withdrawn and no decision has answered.
pub async fn standing(
    tx: &mut TenantTx,
    key: &DossierKey,
    application: ApplicationId,
) -> Result<Option<Recommendation>> {
    let tenant = tx.tenant().0;
    let row = sqlx::query!(
        "select r.id, r.reviewer_id, p.email, r.verdict, r.reasons, r.words_sealed, r.note_sealed, r.created_at
         from recommendations r join persons p on p.id = r.reviewer_id
         where r.tenant_id = $1 and r.application_id = $2 and r.withdrawn_at is null
           and not exists (
               select 1 from decisions d where d.tenant_id = r.tenant_id and d.recommendation_id = r.id)
         order by r.created_at desc, r.id desc limit 1",
        tenant,
        application.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(Recommendation {
            id: RecommendationId(row.id),
            by: PersonId(row.reviewer_id),
            email: row.email,
            verdict: Verdict::from_word(&row.verdict).ok_or(StoreError::Corrupt("verdict"))?,
            reasons: grounds::read(&row.reasons)?,
            words: grounds::open(key, (TABLE, row.id, "words"), row.words_sealed.as_deref())?,
            note: grounds::open(key, (TABLE, row.id, "note"), row.note_sealed.as_deref())?,
            at: row.created_at,
        })
    })
    .transpose()
}
