//! Authenticator apps and recovery codes. A secret is sealed under the master key and bound to its person.

use crate::{
    Db, StoreError, TenantTx,
    error::Result,
    keys::{Binding, MasterKeys},
    ports::Random,
};
use domain::{PersonId, accounts::Attempts};
use sha2::{Digest, Sha256};
use time::OffsetDateTime;

/// An authenticator app's secret, and the newest step whose code was taken.
#[derive(Clone)]
pub struct Totp {
    /// The shared secret.
    pub secret: Vec<u8>,
    /// The newest step taken.
    pub last_step: i64,
}

/// What a person has to prove themselves with beside the password.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Since when there is an authenticator app.
    pub totp: Option<OffsetDateTime>,
    /// How many recovery codes are left.
    pub recovery: i64,
    /// How many passkeys.
    pub passkeys: i64,
}

impl Held {
    /// Whether there is a factor at all; recovery codes alone are none.
    pub const fn any(self) -> bool {
        self.totp.is_some() || self.passkeys > 0
    }
}

const fn bound_to(person: PersonId, field: &'static str) -> Binding<'static> {
    Binding { tenant: uuid::Uuid::nil(), table: "totp_factors", row: person.0, field, version: 0 }
}

/// Seals a secret that is offered to a person and kept nowhere: it comes back with their first code.
pub fn seal_offer(db: &Db, person: PersonId, secret: &[u8]) -> Result<Vec<u8>> {
    Ok(db.master.seal(&*db.ports.random, &bound_to(person, "offer"), secret)?)
}

/// Opens an offer. Nothing where it isn't this person's, or not ours at all.
pub fn open_offer(db: &Db, person: PersonId, sealed: &[u8]) -> Option<Vec<u8>> {
    db.master.open(&bound_to(person, "offer"), sealed).ok()
}

fn seal(master: &MasterKeys, random: &dyn Random, person: PersonId, secret: &[u8]) -> Result<Vec<u8>> {
    Ok(master.seal(random, &bound_to(person, "secret"), secret)?)
}

/// What a person holds.
pub async fn held(db: &Db, person: PersonId) -> Result<Held> {
    let mut conn = db.pool.acquire().await?;
    read(&mut conn, person).await
}

/// What a person holds, in a transaction that holds their row.
pub async fn held_in(tx: &mut TenantTx, person: PersonId) -> Result<Held> {
    read(tx.conn(), person).await
}

async fn read(conn: &mut sqlx::PgConnection, person: PersonId) -> Result<Held> {
    let row = sqlx::query!(
        r#"select (select created_at from totp_factors where person_id = $1) as totp,
                  (select count(*) from recovery_codes where person_id = $1 and used_at is null) as "recovery!",
                  (select count(*) from passkeys where person_id = $1) as "passkeys!""#,
        person.0,
    )
    .fetch_one(conn)
    .await?;
    Ok(Held { totp: row.totp, recovery: row.recovery, passkeys: row.passkeys })
}

/// The authenticator app of a person, held until the end of the transaction.
pub async fn hold_totp(tx: &mut TenantTx, person: PersonId) -> Result<Option<Totp>> {
    let row = sqlx::query!(
        "select secret_sealed, last_step from totp_factors where person_id = $1 for update",
        person.0
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        let secret = tx.master().open(&bound_to(person, "secret"), &row.secret_sealed)?;
        Ok(Totp { secret, last_step: row.last_step })
    })
    .transpose()
}

/// The same, for looking.
pub async fn totp(db: &Db, person: PersonId) -> Result<Option<Totp>> {
    let row =
        sqlx::query!("select secret_sealed, last_step from totp_factors where person_id = $1", person.0)
            .fetch_optional(&db.pool)
            .await?;
    row.map(|row| {
        let secret = db.master.open(&bound_to(person, "secret"), &row.secret_sealed)?;
        Ok(Totp { secret, last_step: row.last_step })
    })
    .transpose()
}

/// Keeps a secret, in the place of the one before; `step` is the one whose code proved it.
pub async fn set_totp(tx: &mut TenantTx, person: PersonId, secret: &[u8], step: i64) -> Result<()> {
    let sealed = seal(tx.master(), &*tx.random(), person, secret)?;
    let now = tx.now();
    sqlx::query!(
        "insert into totp_factors (person_id, secret_sealed, last_step, created_at) values ($1, $2, $3, $4)
         on conflict (person_id) do update set secret_sealed = $2, last_step = $3, created_at = $4",
        person.0,
        sealed,
        step,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Notes that the code of a step was taken. False where one as new was before.
pub async fn take_step(tx: &mut TenantTx, person: PersonId, step: i64) -> Result<bool> {
    let done = sqlx::query!(
        "update totp_factors set last_step = $2 where person_id = $1 and last_step < $2",
        person.0,
        step
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Forgets a person's authenticator app.
pub async fn remove_totp(tx: &mut TenantTx, person: PersonId) -> Result<()> {
    let done =
        sqlx::query!("delete from totp_factors where person_id = $1", person.0).execute(tx.conn()).await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(StoreError::NotFound) }
}

/// A code has eighty bits of its own: a plain digest can't be searched.
fn digest(person: PersonId, code: &str) -> Vec<u8> {
    Sha256::digest(format!("gangway|recovery|{person}|{code}").as_bytes()).to_vec()
}

/// Keeps these codes alone.
pub async fn set_recovery(tx: &mut TenantTx, person: PersonId, codes: &[String]) -> Result<()> {
    let now = tx.now();
    drop_recovery(tx, person).await?;
    let hashes: Vec<Vec<u8>> = codes.iter().map(|code| digest(person, code)).collect();
    sqlx::query!(
        "insert into recovery_codes (person_id, code_hash, created_at) select $1, unnest($2::bytea[]), $3",
        person.0,
        &hashes,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Forgets every code of a person.
pub async fn drop_recovery(tx: &mut TenantTx, person: PersonId) -> Result<()> {
    sqlx::query!("delete from recovery_codes where person_id = $1", person.0).execute(tx.conn()).await?;
    Ok(())
}

/// Uses a code. False where it isn't one, or was used.
pub async fn take_recovery(tx: &mut TenantTx, person: PersonId, code: &str) -> Result<bool> {
    let now = tx.now();
    let done = sqlx::query!(
        "update recovery_codes set used_at = $3 where person_id = $1 and code_hash = $2 and used_at is null",
        person.0,
        digest(person, code),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Where the ladder of wrong codes stands. The caller holds the person's row.
pub async fn attempts(tx: &mut TenantTx, person: PersonId) -> Result<Attempts> {
    let row = sqlx::query!(
        "select factor_failed_attempts, factor_last_failed_at, factor_locked_until from persons where id = $1",
        person.0
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(Attempts {
        failed: u32::try_from(row.factor_failed_attempts).unwrap_or_default(),
        last_failed_at: row.factor_last_failed_at,
        locked_until: row.factor_locked_until,
    })
}

/// Writes it down.
pub async fn set_attempts(tx: &mut TenantTx, person: PersonId, attempts: &Attempts) -> Result<()> {
    sqlx::query!(
        "update persons set factor_failed_attempts = $2, factor_last_failed_at = $3, factor_locked_until = $4
         where id = $1",
        person.0,
        i32::try_from(attempts.failed).unwrap_or(i32::MAX),
        attempts.last_failed_at,
        attempts.locked_until,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
