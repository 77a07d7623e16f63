//! A tenant's own fee claims. The database refuses one pair of eyes, a second answer, and two of one series on one day.

use crate::{
    StoreError, TenantTx,
    error::{Result, one},
};
use domain::{
    FeeClaimId, PersonId,
    fees::own::{Answer, Own, Terms},
};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

/// The constraint that refuses two claims of one series on one day.
pub const OVERLAP: &str = "fee_claims_overlap";
/// The constraints that refuse to take the place of what has moved on.
pub const MOVED_ON: [&str; 2] = ["fee_claims_superseded", "fee_claims_supersede_once"];

/// A claim, and who did what to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The claim.
    pub own: Own,
    /// Who proposed it.
    pub proposed_by: PersonId,
    /// Their address.
    pub proposer: String,
    /// When.
    pub proposed_at: OffsetDateTime,
    /// The address of whoever answered, and when.
    pub answered: Option<(String, OffsetDateTime)>,
    /// Why it was declined.
    pub reason: Option<String>,
    /// The import it came with.
    pub import: Option<Uuid>,
    /// The kind and the size of its file.
    pub file: Option<(String, i32)>,
}

/// Where claims stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Nobody has said the second word.
    Waiting,
    /// Approved, and the last day hasn't gone on this one.
    Standing(Date),
    /// Declined, or the last day had gone on this one.
    Past(Date),
}

impl Shown {
    const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Standing(_) => "standing",
            Self::Past(_) => "past",
        }
    }

    const fn day(self) -> Option<Date> {
        match self {
            Self::Waiting => None,
            Self::Standing(on) | Self::Past(on) => Some(on),
        }
    }
}

/// Which claims.
#[derive(Clone, Copy, Debug, Default)]
pub struct Which<'a> {
    /// This one.
    pub id: Option<FeeClaimId>,
    /// Those of a channel.
    pub channel: Option<&'a str>,
    /// Those that wait, stand or have gone.
    pub shown: Option<Shown>,
    /// Those that were approved.
    pub approved: bool,
    /// Those of an import.
    pub import: Option<Uuid>,
    /// Those older than this one.
    pub before: Option<FeeClaimId>,
}

struct Row {
    id: Uuid,
    figures: serde_json::Value,
    contract: String,
    page: String,
    address: Option<String>,
    read_on: Date,
    note: Option<String>,
    effective_from: Date,
    effective_to: Option<Date>,
    supersedes: Option<Uuid>,
    import_id: Option<Uuid>,
    proposed_by: Uuid,
    proposer: String,
    proposed_at: OffsetDateTime,
    outcome: Option<String>,
    answerer: Option<String>,
    answered_at: Option<OffsetDateTime>,
    reason: Option<String>,
    superseded_by: Option<Uuid>,
    ended_on: Option<Date>,
    file_kind: Option<String>,
    file_size: Option<i32>,
}

impl TryFrom<Row> for Kept {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let claim =
            serde_json::from_value(row.figures).map_err(|_| StoreError::Corrupt("a claim's figures"))?;
        let answer = row.outcome.map(|word| Answer::from_word(&word).ok_or(StoreError::Corrupt("an answer")));
        let terms = Terms {
            claim,
            from: row.effective_from,
            to: row.effective_to,
            contract: row.contract,
            page: row.page,
            address: row.address,
            read_on: row.read_on,
            note: row.note,
        };
        let own = Own {
            id: FeeClaimId(row.id),
            terms,
            supersedes: row.supersedes.map(FeeClaimId),
            superseded: row.superseded_by.map(FeeClaimId).zip(row.ended_on),
            answer: answer.transpose()?,
        };
        Ok(Self {
            own,
            proposed_by: PersonId(row.proposed_by),
            proposer: row.proposer,
            proposed_at: row.proposed_at,
            answered: row.answerer.zip(row.answered_at),
            reason: row.reason,
            import: row.import_id,
            file: row.file_kind.zip(row.file_size),
        })
    }
}

/// Claims, the newest first.
pub async fn select(tx: &mut TenantTx, which: Which<'_>, limit: i64) -> Result<Vec<Kept>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        r#"select c.id, c.figures, c.contract, c.page, c.address, c.read_on, c.note, c.effective_from, c.effective_to,
                  c.supersedes, c.import_id, c.proposed_by, p.email as proposer, c.proposed_at, c.outcome,
                  a.email as "answerer?", c.answered_at, c.reason, c.superseded_by, c.ended_on,
                  f.kind as "file_kind?", f.size as "file_size?"
           from fee_claims c
           join persons p on p.id = c.proposed_by
           left join persons a on a.id = c.answered_by
           left join fee_claim_files f on f.tenant_id = c.tenant_id and f.claim_id = c.id
           where c.tenant_id = $1 and ($2::uuid is null or c.id = $2)
             and ($3::text is null or c.figures ->> 'channel' = $3)
             and ($4::text is null or case $4
                 when 'waiting' then c.outcome is null
                 when 'standing' then c.outcome = 'approved'
                     and coalesce(least(c.effective_to, c.ended_on), 'infinity') >= $9::date
                 else c.outcome = 'declined' or c.outcome = 'approved'
                     and coalesce(least(c.effective_to, c.ended_on), 'infinity') < $9::date
             end)
             and (not $5 or c.outcome = 'approved')
             and ($6::uuid is null or c.import_id = $6)
             and ($7::uuid is null or c.id < $7)
           order by c.id desc limit $8"#,
        tenant,
        which.id.map(|id| id.0) as Option<Uuid>,
        which.channel,
        which.shown.map(Shown::word),
        which.approved,
        which.import,
        which.before.map(|id| id.0) as Option<Uuid>,
        limit,
        which.shown.and_then(Shown::day),
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Kept::try_from).collect()
}

/// One.
pub async fn find(tx: &mut TenantTx, id: FeeClaimId) -> Result<Kept> {
    select(tx, Which { id: Some(id), ..Which::default() }, 1).await?.pop().ok_or(StoreError::NotFound)
}

/// One, for answering.
pub async fn lock(tx: &mut TenantTx, id: FeeClaimId) -> Result<Kept> {
    let tenant = tx.tenant().0;
    sqlx::query_scalar!(
        "select id from fee_claims where tenant_id = $1 and id = $2 for update",
        tenant,
        id.0
    )
    .fetch_one(tx.conn())
    .await?;
    find(tx, id).await
}

/// Every claim that was approved.
pub async fn approved(tx: &mut TenantTx) -> Result<Vec<Own>> {
    let kept = select(tx, Which { approved: true, ..Which::default() }, i64::MAX).await?;
    Ok(kept.into_iter().map(|one| one.own).collect())
}

/// Proposes a claim.
///
/// # Errors
/// [`StoreError::Taken`] with [`OVERLAP`] or one of [`MOVED_ON`].
pub async fn propose(
    tx: &mut TenantTx,
    terms: &Terms,
    (supersedes, import): (Option<FeeClaimId>, Option<Uuid>),
    by: PersonId,
) -> Result<FeeClaimId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let claim = domain::fees::Claim { id: id.to_string(), ..terms.claim.clone() };
    let figures =
        serde_json::to_value(&claim).map_err(|_| StoreError::Corrupt("a claim without JSON form"))?;
    sqlx::query!(
        "insert into fee_claims (tenant_id, id, figures, contract, page, address, read_on, note, effective_from,
             effective_to, supersedes, import_id, proposed_by, proposed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        tenant,
        id,
        figures,
        terms.contract,
        terms.page,
        terms.address,
        terms.read_on,
        terms.note,
        terms.from,
        terms.to,
        supersedes.map(|id| id.0) as Option<Uuid>,
        import as Option<Uuid>,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(FeeClaimId(id))
}

/// Says the second word. Approved, it takes its predecessor's place in the same statement.
///
/// # Errors
/// [`StoreError::BothSides`] where the same person proposed it; [`StoreError::Taken`] as [`propose`].
pub async fn answer(
    tx: &mut TenantTx,
    id: FeeClaimId,
    (answer, reason): (Answer, Option<&str>),
    by: PersonId,
) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update fee_claims set outcome = $3, reason = $4, answered_by = $5, answered_at = $6
         where tenant_id = $1 and id = $2 and outcome is null",
        tenant,
        id.0,
        answer.word(),
        reason,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}
