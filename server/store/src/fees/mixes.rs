//! Mixes made of past payments, and what the columns of their files mean.

use crate::{StoreError, TenantTx, error::Result};
use domain::{MerchantId, PersonId, StoredMixId, fees::intake::Field};
use sqlx::types::Json;
use std::collections::BTreeMap;
use time::OffsetDateTime;
use uuid::Uuid;

/// A stored mix without its groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its id.
    pub id: StoredMixId,
    /// What it is called.
    pub name: String,
    /// Its currencies, in ascending order.
    pub currencies: Vec<String>,
    /// How many payments it was made of.
    pub rows: u32,
    /// How many groups they come to.
    pub groups: u32,
    /// The address of whoever uploaded it.
    pub uploaded_by: String,
    /// When.
    pub uploaded_at: OffsetDateTime,
}

/// Whose past payments they are: one merchant's, or the tenant's own.
pub type Owner = Option<MerchantId>;

/// A new one.
#[derive(Clone, Debug)]
pub struct New<'a> {
    /// Whose it is.
    pub owner: Owner,
    /// What it is called.
    pub name: &'a str,
    /// Its currencies, in ascending order.
    pub currencies: &'a [String],
    /// How many payments it was made of.
    pub rows: u32,
    /// How many groups they come to.
    pub groups: usize,
    /// The groups, as JSON.
    pub content: &'a str,
    /// Who uploads it.
    pub by: PersonId,
}

/// What the columns of somebody's files mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Headings by what they mean.
    pub headings: BTreeMap<Field, String>,
    /// The currency of files without a column for it.
    pub currency: Option<String>,
}

struct Row {
    id: Uuid,
    name: String,
    currencies: Vec<String>,
    rows: i32,
    groups: i32,
    uploaded_by: String,
    uploaded_at: OffsetDateTime,
}

impl From<Row> for Head {
    fn from(row: Row) -> Self {
        Self {
            id: StoredMixId(row.id),
            name: row.name,
            currencies: row.currencies,
            rows: row.rows.unsigned_abs(),
            groups: row.groups.unsigned_abs(),
            uploaded_by: row.uploaded_by,
            uploaded_at: row.uploaded_at,
        }
    }
}

/// All of somebody's, or one; the newest first.
async fn select(tx: &mut TenantTx, owner: Owner, id: Option<StoredMixId>) -> Result<Vec<Head>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        "select m.id, m.name, m.currencies, m.rows, m.groups, p.email as uploaded_by, m.uploaded_at
         from stored_mixes m join persons p on p.id = m.uploaded_by
         where m.tenant_id = $1 and m.merchant_id is not distinct from $2 and ($3::uuid is null or m.id = $3)
         order by m.id desc",
        tenant,
        owner.map(|merchant| merchant.0),
        id.map(|id| id.0),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Head::from).collect())
}

/// All of somebody's, the newest first: there are few.
pub async fn all(tx: &mut TenantTx, owner: Owner) -> Result<Vec<Head>> {
    select(tx, owner, None).await
}

/// One without its groups.
pub async fn head(tx: &mut TenantTx, owner: Owner, id: StoredMixId) -> Result<Head> {
    select(tx, owner, Some(id)).await?.pop().ok_or(StoreError::NotFound)
}

/// Whose one is that isn't the tenant's own.
pub async fn merchant_of(tx: &mut TenantTx, id: StoredMixId) -> Result<Option<MerchantId>> {
    let tenant = tx.tenant().0;
    let merchant = sqlx::query_scalar!(
        r#"select merchant_id as "merchant!" from stored_mixes
           where tenant_id = $1 and id = $2 and merchant_id is not null"#,
        tenant,
        id.0,
    );
    Ok(merchant.fetch_optional(tx.conn()).await?.map(MerchantId))
}

/// Its groups, as JSON.
pub async fn content(tx: &mut TenantTx, owner: Owner, id: StoredMixId) -> Result<String> {
    let tenant = tx.tenant().0;
    let content = sqlx::query_scalar!(
        "select content from stored_mixes where tenant_id = $1 and merchant_id is not distinct from $2 and id = $3",
        tenant,
        owner.map(|merchant| merchant.0),
        id.0
    );
    Ok(content.fetch_one(tx.conn()).await?)
}

/// How many somebody has.
pub async fn count(tx: &mut TenantTx, owner: Owner) -> Result<i64> {
    let tenant = tx.tenant().0;
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from stored_mixes where tenant_id = $1 and merchant_id is not distinct from $2"#,
        tenant,
        owner.map(|merchant| merchant.0),
    );
    Ok(count.fetch_one(tx.conn()).await?)
}

/// Keeps a new one.
pub async fn insert(tx: &mut TenantTx, new: &New<'_>) -> Result<StoredMixId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    sqlx::query!(
        "insert into stored_mixes
             (tenant_id, id, name, currencies, rows, groups, content, uploaded_by, uploaded_at, merchant_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        tenant,
        id,
        new.name,
        new.currencies,
        i32::try_from(new.rows).unwrap_or(i32::MAX),
        i32::try_from(new.groups).unwrap_or(i32::MAX),
        new.content,
        new.by.0,
        now,
        new.owner.map(|merchant| merchant.0),
    )
    .execute(tx.conn())
    .await?;
    Ok(StoredMixId(id))
}

/// Deletes one.
pub async fn delete(tx: &mut TenantTx, owner: Owner, id: StoredMixId) -> Result<()> {
    let tenant = tx.tenant().0;
    let done = sqlx::query!(
        "delete from stored_mixes where tenant_id = $1 and merchant_id is not distinct from $2 and id = $3",
        tenant,
        owner.map(|merchant| merchant.0),
        id.0
    )
    .execute(tx.conn())
    .await?;
    if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
}

/// Under what somebody's columns are remembered.
fn remembered(tx: &TenantTx, owner: Owner) -> Uuid {
    owner.map_or(tx.tenant().0, |merchant| merchant.0)
}

/// What the columns of the last file that was taken meant.
pub async fn columns(tx: &mut TenantTx, owner: Owner) -> Result<Option<Columns>> {
    let (tenant, owner) = (tx.tenant().0, remembered(tx, owner));
    let row = sqlx::query!(
        r#"select headings as "headings: Json<BTreeMap<Field, String>>", currency
           from stored_mix_columns where tenant_id = $1 and owner = $2"#,
        tenant,
        owner,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Columns { headings: row.headings.0, currency: row.currency }))
}

/// Remembers what columns mean.
pub async fn remember(tx: &mut TenantTx, owner: Owner, columns: &Columns) -> Result<()> {
    let (tenant, now, owner) = (tx.tenant().0, tx.now(), remembered(tx, owner));
    sqlx::query!(
        "insert into stored_mix_columns (tenant_id, headings, currency, mapped_at, owner) values ($1, $2, $3, $4, $5)
         on conflict (tenant_id, owner) do update set headings = $2, currency = $3, mapped_at = $4",
        tenant,
        Json(&columns.headings) as _,
        columns.currency,
        now,
        owner,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
