//! What signing in, registering and changing a login read and write of a person.

use crate::{
    Db, TenantTx,
    error::{Result, one},
};
use domain::{
    Lang, PersonId,
    accounts::{Attempts, EmailAddress},
};
use time::OffsetDateTime;
use uuid::Uuid;

/// A person's login.
#[derive(Clone)]
pub struct Login {
    /// Whose.
    pub person: PersonId,
    /// The address, as typed.
    pub email: String,
    /// PHC string; none until a password is chosen.
    pub hash: Option<String>,
    /// Wrong passwords since the last right one.
    pub attempts: Attempts,
    /// Whether the address is confirmed.
    pub confirmed: bool,
    /// Raised by every change that ends all sessions.
    pub epoch: i32,
}

struct Row {
    id: Uuid,
    email: String,
    password_hash: Option<String>,
    failed_attempts: i32,
    last_failed_at: Option<OffsetDateTime>,
    locked_until: Option<OffsetDateTime>,
    confirmed_at: Option<OffsetDateTime>,
    auth_epoch: i32,
}

impl From<Row> for Login {
    fn from(row: Row) -> Self {
        Self {
            person: PersonId(row.id),
            email: row.email,
            hash: row.password_hash,
            attempts: Attempts {
                failed: u32::try_from(row.failed_attempts).unwrap_or_default(),
                last_failed_at: row.last_failed_at,
                locked_until: row.locked_until,
            },
            confirmed: row.confirmed_at.is_some(),
            epoch: row.auth_epoch,
        }
    }
}

/// The login of an address, by its key.
pub async fn by_email(db: &Db, key: &str) -> Result<Option<Login>> {
    let row = sqlx::query_as!(
        Row,
        "select id, email, password_hash, failed_attempts, last_failed_at, locked_until, confirmed_at, auth_epoch
         from persons where email_key = $1",
        key
    )
    .fetch_optional(&db.pool)
    .await?;
    Ok(row.map(Into::into))
}

/// The login of a person.
pub async fn by_id(db: &Db, person: PersonId) -> Result<Option<Login>> {
    let row = sqlx::query_as!(
        Row,
        "select id, email, password_hash, failed_attempts, last_failed_at, locked_until, confirmed_at, auth_epoch
         from persons where id = $1",
        person.0
    )
    .fetch_optional(&db.pool)
    .await?;
    Ok(row.map(Into::into))
}

/// The login of a person, held until the end of the transaction: of two attempts at once, one comes after the other.
pub async fn hold(tx: &mut TenantTx, person: PersonId) -> Result<Option<Login>> {
    let row = sqlx::query_as!(
        Row,
        "select id, email, password_hash, failed_attempts, last_failed_at, locked_until, confirmed_at, auth_epoch
         from persons where id = $1 for no key update",
        person.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(Into::into))
}

/// The same, by the address's key.
pub async fn hold_by_email(tx: &mut TenantTx, key: &str) -> Result<Option<Login>> {
    let row = sqlx::query_as!(
        Row,
        "select id, email, password_hash, failed_attempts, last_failed_at, locked_until, confirmed_at, auth_epoch
         from persons where email_key = $1 for no key update",
        key
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(Into::into))
}

/// Writes where the ladder stands. For a person who doesn't exist the same statement finds no row.
pub async fn set_attempts(tx: &mut TenantTx, person: PersonId, attempts: &Attempts) -> Result<()> {
    sqlx::query!(
        "update persons set failed_attempts = $2, last_failed_at = $3, locked_until = $4 where id = $1",
        person.0,
        i32::try_from(attempts.failed).unwrap_or(i32::MAX),
        attempts.last_failed_at,
        attempts.locked_until,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Adds a person whose address is not confirmed yet. False where the address stands already, perhaps since a moment.
pub async fn add(
    tx: &mut TenantTx,
    person: PersonId,
    email: &EmailAddress,
    hash: Option<&str>,
    lang: Lang,
) -> Result<bool> {
    let now = tx.now();
    let done = sqlx::query!(
        "insert into persons (id, email, email_key, password_hash, lang, created_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (email_key) do nothing",
        person.0,
        email.as_str(),
        email.key(),
        hash,
        lang.tag(),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that the address is the person's.
pub async fn confirm(tx: &mut TenantTx, person: PersonId) -> Result<()> {
    let now = tx.now();
    let done = sqlx::query!(
        "update persons set confirmed_at = coalesce(confirmed_at, $2) where id = $1",
        person.0,
        now
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Forgets the password of a person who is not confirmed: only a link by mail can set one.
pub async fn forget_password(tx: &mut TenantTx, person: PersonId) -> Result<()> {
    sqlx::query!(
        "update persons set password_hash = null, auth_epoch = auth_epoch + 1
         where id = $1 and confirmed_at is null",
        person.0
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Takes the address from a person who never confirmed it, for whoever has proved it is theirs. What is left in its
/// place is no address: nobody finds it, nothing is sent to it, and no password opens it.
pub async fn set_aside(tx: &mut TenantTx, person: PersonId) -> Result<()> {
    let done = sqlx::query!(
        "update persons set email = 'aside:' || id, email_key = 'aside:' || id, password_hash = null,
             auth_epoch = auth_epoch + 1, is_operator = false
         where id = $1 and confirmed_at is null",
        person.0
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Sets the password, opens the ladder and raises the epoch, so that a sign-in under way with the old password
/// comes to nothing. Answers the new epoch.
pub async fn set_password(tx: &mut TenantTx, person: PersonId, hash: &str) -> Result<i32> {
    let row = sqlx::query!(
        "update persons set password_hash = $2, auth_epoch = auth_epoch + 1, failed_attempts = 0,
             last_failed_at = null, locked_until = null
         where id = $1 returning auth_epoch",
        person.0,
        hash,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(row.auth_epoch)
}

/// Keeps the same password under a newer hash, unless it has been changed meanwhile.
pub async fn rehash(db: &Db, person: PersonId, old: &str, new: &str) -> Result<()> {
    sqlx::query!(
        "update persons set password_hash = $3 where id = $1 and password_hash = $2",
        person.0,
        old,
        new
    )
    .execute(&db.pool)
    .await?;
    Ok(())
}

/// Replaces the address. [`crate::StoreError::Taken`] where another person has it.
pub async fn set_email(tx: &mut TenantTx, person: PersonId, email: &EmailAddress) -> Result<()> {
    let done = sqlx::query!(
        "update persons set email = $2, email_key = $3 where id = $1",
        person.0,
        email.as_str(),
        email.key()
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}
