//! Mixes made of past payments, and what the columns of their files mean.

use crate::{StoreError, TenantTx, error::Result};
use domain::{PersonId, StoredMixId, fees::intake::Field};
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

/// A new one.
#[derive(Clone, Debug)]
pub struct New<'a> {
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

/// What the columns of a tenant's files mean.
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

/// All of them, or one; the newest first.
async fn select(tx: &mut TenantTx, id: Option<StoredMixId>) -> Result<Vec<Head>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        "select m.id, m.name, m.currencies, m.rows, m.groups, p.email as uploaded_by, m.uploaded_at
         from stored_mixes m join persons p on p.id = m.uploaded_by
         where m.tenant_id = $1 and ($2::uuid is null or m.id = $2)
         order by m.id desc",
        tenant,
        id.map(|id| id.0),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Head::from).collect())
}

/// All of them, the newest first: there are few.
pub async fn all(tx: &mut TenantTx) -> Result<Vec<Head>> {
    select(tx, None).await
}

/// One without its groups.
pub async fn head(tx: &mut TenantTx, id: StoredMixId) -> Result<Head> {
    select(tx, Some(id)).await?.pop().ok_or(StoreError::NotFound)
}

/// Its groups, as JSON.
pub async fn content(tx: &mut TenantTx, id: StoredMixId) -> Result<String> {
    let tenant = tx.tenant().0;
    let content = sqlx::query_scalar!(
        "select content from stored_mixes where tenant_id = $1 and id = $2",
        tenant,
        id.0
    );
    Ok(content.fetch_one(tx.conn()).await?)
}

/// How many there are.
pub async fn count(tx: &mut TenantTx) -> Result<i64> {
    let tenant = tx.tenant().0;
    let count =
        sqlx::query_scalar!(r#"select count(*) as "count!" from stored_mixes where tenant_id = $1"#, tenant);
    Ok(count.fetch_one(tx.conn()).await?)
}

/// Keeps a new one.
pub async fn insert(tx: &mut TenantTx, new: &New<'_>) -> Result<StoredMixId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    sqlx::query!(
        "insert into stored_mixes (tenant_id, id, name, currencies, rows, groups, content, uploaded_by, uploaded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        tenant,
        id,
        new.name,
        new.currencies,
        i32::try_from(new.rows).unwrap_or(i32::MAX),
        i32::try_from(new.groups).unwrap_or(i32::MAX),
        new.content,
        new.by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(StoredMixId(id))
}

/// Deletes one.
pub async fn delete(tx: &mut TenantTx, id: StoredMixId) -> Result<()> {
    let tenant = tx.tenant().0;
    let done = sqlx::query!("delete from stored_mixes where tenant_id = $1 and id = $2", tenant, id.0)
        .execute(tx.conn())
        .await?;
    if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
}

/// What the columns of the last file that was taken meant.
pub async fn columns(tx: &mut TenantTx) -> Result<Option<Columns>> {
    let tenant = tx.tenant().0;
    let row = sqlx::query!(
        r#"select headings as "headings: Json<BTreeMap<Field, String>>", currency
           from stored_mix_columns where tenant_id = $1"#,
        tenant
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Columns { headings: row.headings.0, currency: row.currency }))
}

/// Remembers what columns mean.
pub async fn remember(tx: &mut TenantTx, columns: &Columns) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query!(
        "insert into stored_mix_columns (tenant_id, headings, currency, mapped_at) values ($1, $2, $3, $4)
         on conflict (tenant_id) do update set headings = $2, currency = $3, mapped_at = $4",
        tenant,
        Json(&columns.headings) as _,
        columns.currency,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
