//! Rows of credentials: made, drawn once, revoked. A secret is stored as its SHA-256 alone.

use crate::{
    Db, StoreError, TenantTx,
    error::{Result, one},
};
use domain::{CredentialId, MerchantId, TenantId, credentials::Life};
use subtle::ConstantTimeEq;
use time::OffsetDateTime;
use uuid::Uuid;

/// A credential as lists show it; never its secret.
#[derive(Clone, Debug)]
pub struct Credential {
    /// Its id.
    pub id: CredentialId,
    /// Whose.
    pub merchant: MerchantId,
    /// The merchant's name.
    pub merchant_name: String,
    /// The merchant's number.
    pub merchant_number: Option<String>,
    /// `test` or `live`.
    pub environment: String,
    /// What it is called.
    pub label: String,
    /// The secret's last four characters, once drawn.
    pub tail: Option<String>,
    /// Whose act it was.
    pub created_by: String,
    /// When it was made.
    pub created_at: OffsetDateTime,
    /// When its secret was shown.
    pub drawn_at: Option<OffsetDateTime>,
    /// When it ended.
    pub revoked_at: Option<OffsetDateTime>,
}

impl Credential {
    /// Where it stands.
    pub fn life(&self) -> Life {
        Life::read(self.drawn_at, self.revoked_at)
    }
}

/// Those of some merchants, the newest first.
pub async fn of_merchants(tx: &mut TenantTx, merchants: &[MerchantId]) -> Result<Vec<Credential>> {
    let ids: Vec<Uuid> = merchants.iter().map(|id| id.0).collect();
    select(tx, None, Some(&ids), None, 500).await
}

/// Those of the whole tenant, the newest first, made before `before`.
pub async fn all(tx: &mut TenantTx, before: Option<CredentialId>, limit: i64) -> Result<Vec<Credential>> {
    select(tx, None, None, before.map(|id| id.0), limit).await
}

/// One by its id.
pub async fn find(tx: &mut TenantTx, id: CredentialId) -> Result<Credential> {
    select(tx, Some(id.0), None, None, 1).await?.pop().ok_or(StoreError::NotFound)
}

async fn select(
    tx: &mut TenantTx,
    id: Option<Uuid>,
    merchants: Option<&[Uuid]>,
    before: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Credential>> {
    let tenant = tx.tenant().0;
    // Ids are time-ordered: paging by them is paging by age.
    let rows = sqlx::query!(
        r#"select c.id, c.merchant_id, m.name, m.number, c.environment, c.label, c.tail, p.email,
                  c.created_at, c.drawn_at, c.revoked_at
           from credentials c
           join merchants m on m.tenant_id = c.tenant_id and m.id = c.merchant_id
           join persons p on p.id = c.created_by
           where c.tenant_id = $1 and ($2::uuid is null or c.id = $2)
             and ($3::uuid[] is null or c.merchant_id = any($3)) and ($4::uuid is null or c.id < $4)
           order by c.id desc limit $5"#,
        tenant,
        id,
        merchants,
        before,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Credential {
            id: CredentialId(row.id),
            merchant: MerchantId(row.merchant_id),
            merchant_name: row.name,
            merchant_number: row.number,
            environment: row.environment,
            label: row.label,
            tail: row.tail,
            created_by: row.email,
            created_at: row.created_at,
            drawn_at: row.drawn_at,
            revoked_at: row.revoked_at,
        })
        .collect())
}

/// Takes the merchant's row, so that credentials of one merchant are made one after another, and counts those
/// that have not ended.
pub async fn lock_and_count(tx: &mut TenantTx, merchant: MerchantId) -> Result<i64> {
    let tenant = tx.tenant().0;
    sqlx::query_scalar!(
        "select id from merchants where tenant_id = $1 and id = $2 for no key update",
        tenant,
        merchant.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from credentials
           where tenant_id = $1 and merchant_id = $2 and revoked_at is null"#,
        tenant,
        merchant.0,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Makes one, still without a secret.
pub async fn insert(
    tx: &mut TenantTx,
    merchant: MerchantId,
    environment: &str,
    label: &str,
) -> Result<CredentialId> {
    let (tenant, now, id) = (tx.tenant().0, tx.now(), tx.new_id());
    let by = tx.actor().person().ok_or(StoreError::Corrupt("credentials are made by persons"))?.id.0;
    sqlx::query!(
        "insert into credentials (tenant_id, id, merchant_id, environment, label, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        tenant,
        id,
        merchant.0,
        environment,
        label,
        by,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(CredentialId(id))
}

/// Keeps the hash of the secret just drawn. The second try is a conflict, whoever comes second.
pub async fn draw(tx: &mut TenantTx, id: CredentialId, hash: &[u8; 32], tail: &str) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let by = tx.actor().person().ok_or(StoreError::Corrupt("credentials are drawn by persons"))?.id.0;
    let done = sqlx::query!(
        "update credentials set secret_hash = $3, tail = $4, drawn_by = $5, drawn_at = $6
         where tenant_id = $1 and id = $2 and drawn_at is null and revoked_at is null",
        tenant,
        id.0,
        hash.as_slice(),
        tail,
        by,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Ends one, once.
pub async fn revoke(tx: &mut TenantTx, id: CredentialId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update credentials set revoked_at = $3 where tenant_id = $1 and id = $2 and revoked_at is null",
        tenant,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// For whom a presented secret's hash speaks, if for anyone. Whether it still may, [`presented`] judges.
pub async fn lookup(db: &Db, hash: &[u8; 32]) -> Result<Option<(TenantId, CredentialId)>> {
    let row = sqlx::query!(
        r#"select tenant_id as "tenant_id!", credential_id as "credential_id!" from lookup_credential($1)"#,
        hash.as_slice(),
    )
    .fetch_optional(&db.pool)
    .await?;
    Ok(row.map(|row| (TenantId(row.tenant_id), CredentialId(row.credential_id))))
}

/// The credential a presented secret opens: of a tenant that is not suspended, not revoked, its hash compared once
/// more in constant time.
pub async fn presented(tx: &mut TenantTx, id: CredentialId, hash: &[u8; 32]) -> Result<Option<Credential>> {
    let tenant = tx.tenant().0;
    let stored = sqlx::query_scalar!(
        r#"select c.secret_hash as "hash!" from credentials c join tenants t on t.id = c.tenant_id
           where c.tenant_id = $1 and c.id = $2 and c.secret_hash is not null and c.revoked_at is null
             and t.state = 'active'"#,
        tenant,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    match stored {
        Some(stored) if bool::from(stored.as_slice().ct_eq(hash.as_slice())) => find(tx, id).await.map(Some),
        _ => Ok(None),
    }
}
