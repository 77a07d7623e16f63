//! Merchants' offers. An offer is answered and accepted, never changed; another takes its place.

use crate::{
    StoreError, TenantTx,
    applications::merchants::Merchant,
    error::{Result, one},
};
use domain::{
    MerchantId, OfferId, PersonId,
    fees::offer::{Line, Standing, StandingKind},
};
use serde_json::Value;
use time::OffsetDateTime;
use uuid::Uuid;

/// An offer as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// Whose.
    pub merchant: MerchantId,
    /// Their name.
    pub name: String,
    /// Their number.
    pub number: Option<String>,
    /// The how-manieth of this merchant's it is.
    pub version: i32,
    /// What it says.
    pub lines: Vec<Line>,
    /// Where it stands.
    pub standing: Standing,
    /// The address of whoever proposed it.
    pub proposed_by: String,
    /// When.
    pub proposed_at: OffsetDateTime,
    /// The address of whoever answered, and when.
    pub answered: Option<(String, OffsetDateTime)>,
    /// Why it was approved below cost.
    pub reason: Option<String>,
    /// Who of the merchant's accepted it, when and from which network address.
    pub accepted: Option<Acceptance>,
    /// When another took its place.
    pub superseded_at: Option<OffsetDateTime>,
}

/// Who accepted an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// Their mail address.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
    /// From which network address.
    pub address: String,
}

struct Row {
    id: Uuid,
    merchant_id: Uuid,
    name: String,
    number: Option<String>,
    version: i32,
    lines: Value,
    proposed_by: Uuid,
    proposer: String,
    proposed_at: OffsetDateTime,
    approved_by: Option<Uuid>,
    declined_by: Option<Uuid>,
    answerer: Option<String>,
    answered_at: Option<OffsetDateTime>,
    below_cost_reason: Option<String>,
    accepted_by: Option<Uuid>,
    accepter: Option<String>,
    accepted_at: Option<OffsetDateTime>,
    accepted_address: Option<String>,
    superseded_at: Option<OffsetDateTime>,
}

impl Row {
    const fn standing(&self) -> Standing {
        match (self.superseded_at, self.accepted_by, self.approved_by, self.declined_by) {
            (Some(_), ..) => Standing::Superseded,
            (None, Some(by), ..) => Standing::Accepted { by: PersonId(by) },
            (None, None, Some(by), _) => Standing::Approved { by: PersonId(by) },
            (None, None, None, Some(by)) => Standing::Declined { by: PersonId(by) },
            (None, None, None, None) => Standing::Proposed { by: PersonId(self.proposed_by) },
        }
    }
}

impl TryFrom<Row> for Offer {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let standing = row.standing();
        let accepted = row.accepter.zip(row.accepted_at).zip(row.accepted_address);
        Ok(Self {
            id: OfferId(row.id),
            merchant: MerchantId(row.merchant_id),
            name: row.name,
            number: row.number,
            version: row.version,
            lines: serde_json::from_value(row.lines).map_err(|_| StoreError::Corrupt("an offer's lines"))?,
            standing,
            proposed_by: row.proposer,
            proposed_at: row.proposed_at,
            answered: row.answerer.zip(row.answered_at),
            reason: row.below_cost_reason,
            accepted: accepted.map(|((by, at), address)| Acceptance { by, at, address }),
            superseded_at: row.superseded_at,
        })
    }
}

/// Which offers.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// In this standing.
    pub standing: Option<StandingKind>,
    /// Of these merchants.
    pub merchants: Option<Vec<MerchantId>>,
    /// Older than this one.
    pub before: Option<OfferId>,
    /// This one alone.
    pub id: Option<OfferId>,
}

/// The newest first.
pub async fn list(tx: &mut TenantTx, filter: &Filter, limit: i64) -> Result<Vec<Offer>> {
    let tenant = tx.tenant().0;
    let merchants: Option<Vec<Uuid>> =
        filter.merchants.as_ref().map(|all| all.iter().map(|id| id.0).collect());
    let rows = sqlx::query_as!(
        Row,
        r#"select o.id, o.merchant_id, m.name, m.number, o.version, o.lines, o.proposed_by, p.email as proposer,
                  o.proposed_at, o.approved_by, o.declined_by, a.email as "answerer?",
                  coalesce(o.approved_at, o.declined_at) as answered_at, o.below_cost_reason, o.accepted_by,
                  c.email as "accepter?", o.accepted_at, o.accepted_address, o.superseded_at
           from offers o
           join merchants m on m.tenant_id = o.tenant_id and m.id = o.merchant_id
           join persons p on p.id = o.proposed_by
           left join persons a on a.id = coalesce(o.approved_by, o.declined_by)
           left join persons c on c.id = o.accepted_by
           where o.tenant_id = $1 and ($2::uuid is null or o.id = $2) and ($3::uuid is null or o.id < $3)
             and ($4::uuid[] is null or o.merchant_id = any ($4))
             and ($5::text is null or $5 = case
                 when o.superseded_at is not null then 'superseded' when o.accepted_at is not null then 'accepted'
                 when o.approved_at is not null then 'approved' when o.declined_at is not null then 'declined'
                 else 'proposed' end)
           order by o.id desc limit $6"#,
        tenant,
        filter.id.map(|id| id.0),
        filter.before.map(|id| id.0),
        merchants.as_deref(),
        filter.standing.map(StandingKind::word),
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Offer::try_from).collect()
}

/// One offer.
pub async fn find(tx: &mut TenantTx, id: OfferId) -> Result<Offer> {
    let filter = Filter { id: Some(id), ..Filter::default() };
    list(tx, &filter, 1).await?.pop().ok_or(StoreError::NotFound)
}

/// The offer of a merchant that is in force.
pub async fn in_force(tx: &mut TenantTx, merchant: MerchantId) -> Result<Option<Offer>> {
    let filter = Filter {
        standing: Some(StandingKind::Accepted),
        merchants: Some(vec![merchant]),
        ..Filter::default()
    };
    Ok(list(tx, &filter, 1).await?.pop())
}

/// Proposes the next version of a merchant's offer; its lines' claims take its id. The caller holds the merchant. Of two
/// at once the second is a conflict.
pub async fn propose(
    tx: &mut TenantTx,
    merchant: MerchantId,
    lines: &[Line],
    by: PersonId,
) -> Result<OfferId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let named: Vec<Line> = lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let mut line = line.clone();
            line.claim.id = format!("{id}.{}", at + 1);
            line
        })
        .collect();
    let lines = serde_json::to_value(named).map_err(|_| StoreError::Corrupt("an offer's lines"))?;
    sqlx::query!(
        "insert into offers (tenant_id, id, merchant_id, version, lines, proposed_by, proposed_at)
         select $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6
         from offers where tenant_id = $1 and merchant_id = $3",
        tenant,
        id,
        merchant.0,
        lines,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await
    .map_err(|error| match StoreError::from(error) {
        StoreError::Taken(_) => StoreError::Conflict,
        other => other,
    })?;
    Ok(OfferId(id))
}

/// Approves an offer that is proposed. One that waited for the merchant until now no longer does.
pub async fn approve(tx: &mut TenantTx, offer: &Offer, by: PersonId, reason: Option<&str>) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query!(
        "update offers set superseded_at = $3
         where tenant_id = $1 and merchant_id = $2 and approved_at is not null and accepted_at is null
           and superseded_at is null",
        tenant,
        offer.merchant.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    let done = sqlx::query!(
        "update offers set approved_by = $3, approved_at = $4, below_cost_reason = $5
         where tenant_id = $1 and id = $2 and approved_at is null and declined_at is null",
        tenant,
        offer.id.0,
        by.0,
        now,
        reason,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Declines an offer that is proposed.
pub async fn decline(tx: &mut TenantTx, id: OfferId, by: PersonId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update offers set declined_by = $3, declined_at = $4
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

/// Accepts an offer that waits for its merchant. One that was in force until now no longer is.
pub async fn accept(tx: &mut TenantTx, offer: &Offer, by: PersonId, address: &str) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query!(
        "update offers set superseded_at = $3
         where tenant_id = $1 and merchant_id = $2 and accepted_at is not null and superseded_at is null",
        tenant,
        offer.merchant.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    let done = sqlx::query!(
        "update offers set accepted_by = $3, accepted_at = $4, accepted_address = $5
         where tenant_id = $1 and id = $2 and approved_at is not null and accepted_at is null
           and superseded_at is null",
        tenant,
        offer.id.0,
        by.0,
        now,
        address,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Every offer that is in force, by the merchants' numbers.
pub async fn all_in_force(tx: &mut TenantTx) -> Result<Vec<Offer>> {
    let filter = Filter { standing: Some(StandingKind::Accepted), ..Filter::default() };
    let mut all = list(tx, &filter, i64::MAX).await?;
    all.sort_by(|a, b| a.number.cmp(&b.number));
    Ok(all)
}

/// Names and numbers of the first merchants aboard without an offer in force, and how many there are.
pub async fn without(tx: &mut TenantTx, first: i64) -> Result<(Vec<(String, String)>, u64)> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select m.name, m.number as "number!", count(*) over () as "count!"
           from merchants m
           where m.tenant_id = $1 and m.number is not null and not exists (
               select 1 from offers o
               where o.tenant_id = m.tenant_id and o.merchant_id = m.id and o.accepted_at is not null
                 and o.superseded_at is null
           )
           order by m.number limit $2"#,
        tenant,
        first,
    )
    .fetch_all(tx.conn())
    .await?;
    let count = rows.first().and_then(|row| u64::try_from(row.count).ok()).unwrap_or(0);
    Ok((rows.into_iter().map(|row| (row.name, row.number)).collect(), count))
}

/// The merchant with this number.
pub async fn merchant(tx: &mut TenantTx, number: &str) -> Result<Option<Merchant>> {
    let tenant = tx.tenant().0;
    let row = sqlx::query!(
        "select id, number, name from merchants where tenant_id = $1 and number = $2",
        tenant,
        number,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Merchant { id: MerchantId(row.id), number: row.number, name: row.name }))
}
