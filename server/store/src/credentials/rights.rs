//! The right to live credentials. The database refuses one pair of eyes, the merchant's own side, and a right over
//! nothing.

use crate::{
    StoreError, TenantTx,
    error::{Result, one},
};
use domain::{ApplicationId, MerchantId, PersonId, RightId, credentials::Right};
use time::OffsetDateTime;
use uuid::Uuid;

/// A right, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its id.
    pub id: RightId,
    /// Whose.
    pub merchant: MerchantId,
    /// Their name.
    pub name: String,
    /// Their number.
    pub number: Option<String>,
    /// The application whose page shows the merchant's channels.
    pub application: ApplicationId,
    /// Where it stands.
    pub right: Right,
    /// The address of whoever proposed it.
    pub proposed_by: String,
    /// When it was proposed.
    pub proposed_at: OffsetDateTime,
    /// The address of whoever opened it.
    pub opened_by: Option<String>,
    /// Whether a channel is in force for real payments.
    pub effective: bool,
}

struct Row {
    id: Uuid,
    merchant_id: Uuid,
    name: String,
    number: Option<String>,
    application_id: Uuid,
    proposed_by: Uuid,
    proposed_at: OffsetDateTime,
    opened_by: Option<Uuid>,
    opened_at: Option<OffsetDateTime>,
    ended_at: Option<OffsetDateTime>,
    proposer: String,
    opener: Option<String>,
    effective: bool,
}

impl From<Row> for Standing {
    fn from(row: Row) -> Self {
        let proposer = PersonId(row.proposed_by);
        let right = match (row.ended_at, row.opened_by.zip(row.opened_at)) {
            (Some(at), _) => Right::Ended { at },
            (None, Some((by, at))) => Right::Open { proposed_by: proposer, by: PersonId(by), at },
            (None, None) => Right::Proposed { by: proposer, at: row.proposed_at },
        };
        Self {
            id: RightId(row.id),
            merchant: MerchantId(row.merchant_id),
            name: row.name,
            number: row.number,
            application: ApplicationId(row.application_id),
            right,
            proposed_by: row.proposer,
            proposed_at: row.proposed_at,
            opened_by: row.opener,
            effective: row.effective,
        }
    }
}

/// Which rights.
#[derive(Clone, Copy, Debug, Default)]
struct Which {
    id: Option<Uuid>,
    merchant: Option<Uuid>,
    after: Option<Uuid>,
    /// Of merchants on whose side this person never stood, alone.
    reader: Option<Uuid>,
}

async fn select(tx: &mut TenantTx, which: Which, limit: i64) -> Result<Vec<Standing>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        r#"select r.id, r.merchant_id, m.name, m.number, r.application_id, r.proposed_by, r.proposed_at, r.opened_by,
                  r.opened_at, r.ended_at, p.email as proposer, o.email as "opener?",
                  exists (
                      select 1 from capabilities c
                      where c.tenant_id = r.tenant_id and c.merchant_id = r.merchant_id
                        and c.environment = 'live' and c.state = 'effective'
                  ) as "effective!"
           from live_rights r
           join merchants m on m.tenant_id = r.tenant_id and m.id = r.merchant_id
           join persons p on p.id = r.proposed_by
           left join persons o on o.id = r.opened_by
           where r.tenant_id = $1 and r.ended_at is null and ($2::uuid is null or r.id = $2)
             and ($3::uuid is null or r.merchant_id = $3) and ($4::uuid is null or r.id > $4)
             and ($6::uuid is null or not (
                 exists (
                     select 1 from merchant_members s
                     where s.tenant_id = r.tenant_id and s.merchant_id = r.merchant_id and s.person_id = $6
                 ) or exists (
                     select 1 from applications a
                     where a.tenant_id = r.tenant_id and a.merchant_id = r.merchant_id
                       and (a.created_by = $6 or a.submitted_by = $6)
                 )
             ))
           order by r.id limit $5"#,
        tenant,
        which.id,
        which.merchant,
        which.after,
        limit,
        which.reader,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Standing::from).collect())
}

/// The right of a merchant that is proposed or open, if there is one.
pub async fn of_merchant(tx: &mut TenantTx, merchant: MerchantId) -> Result<Option<Standing>> {
    Ok(select(tx, Which { merchant: Some(merchant.0), ..Which::default() }, 1).await?.pop())
}

/// Those that are proposed or open, the oldest first, after this one; none of a merchant on whose side the reader ever
/// stood.
pub async fn all(
    tx: &mut TenantTx,
    reader: PersonId,
    after: Option<RightId>,
    limit: i64,
) -> Result<Vec<Standing>> {
    let which = Which { after: after.map(|id| id.0), reader: Some(reader.0), ..Which::default() };
    select(tx, which, limit).await
}

/// One; not found where it has ended, or where the reader ever stood on its merchant's side.
pub async fn find(tx: &mut TenantTx, reader: PersonId, id: RightId) -> Result<Standing> {
    let which = Which { id: Some(id.0), reader: Some(reader.0), ..Which::default() };
    select(tx, which, 1).await?.pop().ok_or(StoreError::NotFound)
}

/// One, for changing; not found as [`find`].
pub async fn lock(tx: &mut TenantTx, reader: PersonId, id: RightId) -> Result<Standing> {
    let tenant = tx.tenant().0;
    sqlx::query_scalar!(
        "select id from live_rights where tenant_id = $1 and id = $2 for update",
        tenant,
        id.0
    )
    .fetch_one(tx.conn())
    .await?;
    find(tx, reader, id).await
}

/// Proposes one. Of two at once the second is a conflict.
pub async fn propose(
    tx: &mut TenantTx,
    merchant: MerchantId,
    application: ApplicationId,
    by: PersonId,
) -> Result<RightId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    sqlx::query!(
        "insert into live_rights (tenant_id, id, merchant_id, application_id, proposed_by, proposed_at)
         values ($1, $2, $3, $4, $5, $6)",
        tenant,
        id,
        merchant.0,
        application.0,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await
    .map_err(|error| match StoreError::from(error) {
        StoreError::Taken(_) => StoreError::Conflict,
        other => other,
    })?;
    Ok(RightId(id))
}

/// Opens one that is proposed.
///
/// # Errors
/// [`StoreError::BothSides`] where the same person proposed it, or stood on the merchant's side.
pub async fn open(tx: &mut TenantTx, id: RightId, by: PersonId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update live_rights set opened_by = $3, opened_at = $4
         where tenant_id = $1 and id = $2 and opened_at is null and ended_at is null",
        tenant,
        id.0,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Ends one, by whoever declines it, or of itself.
pub async fn end(tx: &mut TenantTx, id: RightId, by: Option<PersonId>) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update live_rights set ended_at = $3, ended_by = $4
         where tenant_id = $1 and id = $2 and ended_at is null",
        tenant,
        id.0,
        now,
        by.map(|person| person.0),
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}
