//! The price list. A line is answered once and never changed; another takes its place.

use crate::{
    StoreError, TenantTx,
    error::{Result, one},
};
use domain::{
    PersonId, PriceId,
    fees::offer::{Line, Standing},
};
use serde_json::Value;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

/// A line as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceLine {
    /// Its id.
    pub id: PriceId,
    /// What it says.
    pub line: Line,
    /// The line in whose place it comes.
    pub replaces: Option<PriceId>,
    /// The approved line that takes its place, and that one's first day.
    pub successor: Option<(PriceId, Date)>,
    /// Where it stands; a line that another took the place of is approved still.
    pub standing: Standing,
    /// The address of whoever proposed it.
    pub proposed_by: String,
    /// When.
    pub proposed_at: OffsetDateTime,
    /// The address of whoever answered, and when.
    pub answered: Option<(String, OffsetDateTime)>,
    /// Why it was approved below cost.
    pub reason: Option<String>,
}

struct Row {
    id: Uuid,
    claim: Value,
    beneath: String,
    valid_from: Date,
    valid_to: Option<Date>,
    replaces: Option<Uuid>,
    successor: Option<Uuid>,
    successor_from: Option<Date>,
    proposed_by: Uuid,
    proposer: String,
    proposed_at: OffsetDateTime,
    approved_by: Option<Uuid>,
    declined_by: Option<Uuid>,
    answerer: Option<String>,
    answered_at: Option<OffsetDateTime>,
    below_cost_reason: Option<String>,
}

impl TryFrom<Row> for PriceLine {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let claim = serde_json::from_value(row.claim).map_err(|_| StoreError::Corrupt("a price's claim"))?;
        let standing = match (row.approved_by, row.declined_by) {
            (Some(by), _) => Standing::Approved { by: PersonId(by) },
            (None, Some(by)) => Standing::Declined { by: PersonId(by) },
            (None, None) => Standing::Proposed { by: PersonId(row.proposed_by) },
        };
        Ok(Self {
            id: PriceId(row.id),
            line: Line { claim, beneath: row.beneath, from: row.valid_from, to: row.valid_to },
            replaces: row.replaces.map(PriceId),
            successor: row.successor.map(PriceId).zip(row.successor_from),
            standing,
            proposed_by: row.proposer,
            proposed_at: row.proposed_at,
            answered: row.answerer.zip(row.answered_at),
            reason: row.below_cost_reason,
        })
    }
}

impl PriceLine {
    /// The line on the days that are left to it; nothing where another took its place from its first day on.
    pub fn effective(&self) -> Option<Line> {
        match self.successor {
            Some((_, from)) => self.line.clone().until(from),
            None => Some(self.line.clone()),
        }
    }
}

async fn select(tx: &mut TenantTx, id: Option<PriceId>, approved: bool) -> Result<Vec<PriceLine>> {
    let (tenant, id) = (tx.tenant().0, id.map(|id| id.0));
    let rows = sqlx::query_as!(
        Row,
        r#"select l.id, l.claim, l.beneath, l.valid_from, l.valid_to, l.replaces, s.id as "successor?",
                  s.valid_from as "successor_from?", l.proposed_by, p.email as proposer, l.proposed_at, l.approved_by,
                  l.declined_by, a.email as "answerer?", coalesce(l.approved_at, l.declined_at) as answered_at,
                  l.below_cost_reason
           from price_lines l
           join persons p on p.id = l.proposed_by
           left join persons a on a.id = coalesce(l.approved_by, l.declined_by)
           left join price_lines s
               on s.tenant_id = l.tenant_id and s.replaces = l.id and s.approved_at is not null
           where l.tenant_id = $1 and ($2::uuid is null or l.id = $2) and (not $3 or l.approved_at is not null)
           order by l.channel, l.product nulls first, l.industry nulls first, l.currency, l.valid_from desc, l.id"#,
        tenant,
        id,
        approved,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(PriceLine::try_from).collect()
}

/// Every line there ever was, by channel, product, line of business and currency, the newest first.
pub async fn all(tx: &mut TenantTx) -> Result<Vec<PriceLine>> {
    select(tx, None, false).await
}

/// Every approved line with the days that are left to it; whether it holds today is for the caller to see.
pub async fn approved(tx: &mut TenantTx) -> Result<Vec<Line>> {
    Ok(select(tx, None, true).await?.iter().filter_map(PriceLine::effective).collect())
}

/// One line.
pub async fn find(tx: &mut TenantTx, id: PriceId) -> Result<PriceLine> {
    select(tx, Some(id), false).await?.pop().ok_or(StoreError::NotFound)
}

/// Makes whoever else answers a line of this tenant's wait until this transaction ends.
pub async fn lock(tx: &mut TenantTx) -> Result<()> {
    let tenant = tx.tenant().0;
    sqlx::query_scalar!("select id from price_lines where tenant_id = $1 order by id for update", tenant)
        .fetch_all(tx.conn())
        .await?;
    Ok(())
}

/// Proposes a line; its claim takes the line's id.
pub async fn propose(
    tx: &mut TenantTx,
    line: &Line,
    replaces: Option<PriceId>,
    by: PersonId,
) -> Result<PriceId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let mut claim = line.claim.clone();
    claim.id = id.to_string();
    let claim = serde_json::to_value(claim).map_err(|_| StoreError::Corrupt("a price's claim"))?;
    sqlx::query!(
        "insert into price_lines (tenant_id, id, claim, beneath, valid_from, valid_to, replaces, proposed_by, proposed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        tenant,
        id,
        claim,
        line.beneath,
        line.from,
        line.to,
        replaces.map(|id| id.0),
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(PriceId(id))
}

/// Approves a line that is proposed.
///
/// # Errors
/// [`StoreError::BothSides`] where the same person proposed it.
pub async fn approve(tx: &mut TenantTx, id: PriceId, by: PersonId, reason: Option<&str>) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update price_lines set approved_by = $3, approved_at = $4, below_cost_reason = $5
         where tenant_id = $1 and id = $2 and approved_at is null and declined_at is null",
        tenant,
        id.0,
        by.0,
        now,
        reason,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Declines a line that is proposed.
pub async fn decline(tx: &mut TenantTx, id: PriceId, by: PersonId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update price_lines set declined_by = $3, declined_at = $4
         where tenant_id = $1 and id = $2 and approved_at is null and declined_at is null",
        tenant,
        id.0,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}
