//! What the second person decided. The database refuses a decision by whoever recommended, and a second one.

use super::grounds;
use crate::{StoreError, TenantTx, error::Result, keys::DossierKey};
use domain::{ApplicationId, DecisionId, PersonId, RecommendationId, review::Reason};
use time::OffsetDateTime;

/// What a decision says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Taken aboard.
    Approved,
    /// Turned down.
    Rejected,
    /// Back to the reviewers.
    Returned,
}

impl Outcome {
    /// The word that is stored.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::Rejected => "rejected",
            Self::Returned => "returned",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        [Self::Approved, Self::Rejected, Self::Returned].into_iter().find(|outcome| outcome.word() == word)
    }
}

/// A decision to be kept.
#[derive(Debug)]
pub struct NewDecision<'a> {
    /// On what.
    pub application: ApplicationId,
    /// The application's version on the screen of whoever decides.
    pub version: i32,
    /// SHA-256 over what was on that screen.
    pub seen: &'a [u8; 32],
    /// The advice it answers, and whose it was.
    pub recommendation: (RecommendationId, PersonId),
    /// Who decides.
    pub by: PersonId,
    /// What.
    pub outcome: Outcome,
    /// On what grounds.
    pub reasons: &'a [Reason],
    /// Words for the merchant.
    pub words: Option<&'a str>,
    /// Words for the desk.
    pub note: Option<&'a str>,
}

/// A decision as it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Its id.
    pub id: DecisionId,
    /// Who decided.
    pub by: PersonId,
    /// Their address.
    pub email: String,
    /// What.
    pub outcome: Outcome,
    /// On what grounds, confidential ones among them.
    pub reasons: Vec<Reason>,
    /// Words for the merchant.
    pub words: Option<String>,
    /// Words for the desk.
    pub note: Option<String>,
    /// When.
    pub at: OffsetDateTime,
}

const TABLE: &str = "decisions";

/// Keeps a decision.
///
/// # Errors
/// [`StoreError::BothSides`] where whoever decides recommended it or stands on the application's side;
/// [`StoreError::Conflict`] where the advice has been decided on already.
pub async fn insert(tx: &mut TenantTx, key: &DossierKey, new: &NewDecision<'_>) -> Result<DecisionId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let words = grounds::seal(tx, key, (TABLE, id, "words"), new.words)?;
    let note = grounds::seal(tx, key, (TABLE, id, "note"), new.note)?;
    let (recommendation, reviewer) = new.recommendation;
    sqlx::query!(
        "insert into decisions (tenant_id, id, application_id, recommendation_id, reviewer_id, decider_id,
             application_version, seen, outcome, reasons, words_sealed, note_sealed, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        tenant,
        id,
        new.application.0,
        recommendation.0,
        reviewer.0,
        new.by.0,
        new.version,
        new.seen.as_slice(),
        new.outcome.word(),
        &grounds::words(new.reasons),
        words,
        note,
        now,
    )
    .execute(tx.conn())
    .await
    .map_err(|error| match StoreError::from(error) {
        StoreError::Taken(_) => StoreError::Conflict,
        other => other,
    })?;
    Ok(DecisionId(id))
}

/// The decisions on an application, newest first.
pub async fn of(tx: &mut TenantTx, key: &DossierKey, application: ApplicationId) -> Result<Vec<Decided>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        "select d.id, d.decider_id, p.email, d.outcome, d.reasons, d.words_sealed, d.note_sealed, d.created_at
         from decisions d join persons p on p.id = d.decider_id
         where d.tenant_id = $1 and d.application_id = $2 order by d.created_at desc, d.id desc",
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Decided {
                id: DecisionId(row.id),
                by: PersonId(row.decider_id),
                email: row.email,
                outcome: Outcome::from_word(&row.outcome).ok_or(StoreError::Corrupt("outcome"))?,
                reasons: grounds::read(&row.reasons)?,
                words: grounds::open(key, (TABLE, row.id, "words"), row.words_sealed.as_deref())?,
                note: grounds::open(key, (TABLE, row.id, "note"), row.note_sealed.as_deref())?,
                at: row.created_at,
            })
        })
        .collect()
}
