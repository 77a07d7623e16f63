//! Single-use links sent by mail. What is stored is the token's hash; the newest of a purpose alone is good.

use crate::{Db, StoreError, TenantTx, error::Result};
use domain::{PersonId, TenantId};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

/// Rows older than this are removed when their person gets a new one.
const KEPT: Duration = Duration::days(30);

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Confirms the address of a registration.
    Confirm,
    /// Sets a new password.
    Reset,
    /// Confirms the new address of a change.
    ChangeEmail,
}

impl Purpose {
    /// The word that is stored.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Reset => "reset",
            Self::ChangeEmail => "change_email",
        }
    }
}

/// A link that is good at this moment.
#[derive(Clone, Debug)]
pub struct LiveToken {
    /// The row.
    pub id: Uuid,
    /// Whose.
    pub person: PersonId,
    /// The tenant whose name the mail carried.
    pub brand: Option<TenantId>,
    /// The new address of a change.
    pub new_email: Option<String>,
}

/// Locks a person's row, so that two requests for links, or a request and a use, come one after the other.
pub async fn lock_person(tx: &mut TenantTx, person: PersonId) -> Result<()> {
    sqlx::query!("select id from persons where id = $1 for no key update", person.0)
        .fetch_one(tx.conn())
        .await?;
    Ok(())
}

/// Withdraws every open link of a purpose.
pub async fn withdraw(tx: &mut TenantTx, person: PersonId, purpose: Purpose) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update person_tokens set withdrawn_at = $3
         where person_id = $1 and purpose = $2 and used_at is null and withdrawn_at is null",
        person.0,
        purpose.word(),
        now,
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!("delete from person_tokens where person_id = $1 and created_at < $2", person.0, now - KEPT)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Adds a link whose token is drawn, in place of those before it. The caller holds the person's row.
pub async fn add(
    tx: &mut TenantTx,
    person: PersonId,
    purpose: Purpose,
    brand: Option<TenantId>,
    token_hash: &[u8; 32],
    expires_at: OffsetDateTime,
) -> Result<()> {
    withdraw(tx, person, purpose).await?;
    let (id, now) = (tx.new_id(), tx.now());
    sqlx::query!(
        "insert into person_tokens (id, person_id, purpose, token_hash, tenant_id, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        id,
        person.0,
        purpose.word(),
        token_hash.as_slice(),
        brand.map(|tenant| tenant.0),
        now,
        expires_at,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Adds the request of a change of address, in place of those before it; its token is drawn when the mail is
/// written. The caller holds the person's row.
pub async fn add_change(
    tx: &mut TenantTx,
    person: PersonId,
    old_email: &str,
    new_email: &str,
    expires_at: OffsetDateTime,
) -> Result<Uuid> {
    withdraw(tx, person, Purpose::ChangeEmail).await?;
    let (id, now) = (tx.new_id(), tx.now());
    sqlx::query!(
        "insert into person_tokens (id, person_id, purpose, old_email, new_email, created_at, expires_at)
         values ($1, $2, 'change_email', $3, $4, $5, $6)",
        id,
        person.0,
        old_email,
        new_email,
        now,
        expires_at,
    )
    .execute(tx.conn())
    .await?;
    Ok(id)
}

/// The tenant in whose name a person last got a link, of those that are open. For nobody the same statement finds none.
pub async fn last_brand(db: &Db, person: PersonId) -> Result<Option<TenantId>> {
    let tenant = sqlx::query_scalar!(
        "select t.id from person_tokens k join tenants t on t.id = k.tenant_id
         where k.person_id = $1 and t.state = 'active' order by k.created_at desc, k.id desc limit 1",
        person.0,
    )
    .fetch_optional(&db.pool)
    .await?;
    Ok(tenant.map(TenantId))
}

/// Gives an open change its token; false where it has been used or replaced since.
pub async fn draw_change(
    tx: &mut TenantTx,
    change: Uuid,
    token_hash: &[u8; 32],
    expires_at: OffsetDateTime,
) -> Result<bool> {
    let done = sqlx::query!(
        "update person_tokens set token_hash = $2, expires_at = $3
         where id = $1 and purpose = 'change_email' and used_at is null and withdrawn_at is null",
        change,
        token_hash.as_slice(),
        expires_at,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The link of this hash, where it is good.
pub async fn find(tx: &mut TenantTx, purpose: Purpose, token_hash: &[u8; 32]) -> Result<LiveToken> {
    let now = tx.now();
    let row = sqlx::query!(
        "select id, person_id, tenant_id, new_email from person_tokens
         where token_hash = $1 and purpose = $2 and used_at is null and withdrawn_at is null and expires_at > $3",
        token_hash.as_slice(),
        purpose.word(),
        now,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(LiveToken {
        id: row.id,
        person: PersonId(row.person_id),
        brand: row.tenant_id.map(TenantId),
        new_email: row.new_email,
    })
}

/// Uses a link, once: of two that try at the same moment, one finds nothing. Holds the person's row from then on.
pub async fn take(tx: &mut TenantTx, purpose: Purpose, token_hash: &[u8; 32]) -> Result<LiveToken> {
    let token = find(tx, purpose, token_hash).await?;
    lock_person(tx, token.person).await?;
    let now = tx.now();
    let done = sqlx::query!(
        "update person_tokens set used_at = $2
         where id = $1 and used_at is null and withdrawn_at is null and expires_at > $2",
        token.id,
        now,
    )
    .execute(tx.conn())
    .await?;
    if done.rows_affected() == 1 { Ok(token) } else { Err(StoreError::NotFound) }
}
