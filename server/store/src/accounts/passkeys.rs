//! Passkeys, and the challenges that browsers answer with them.

use crate::{Db, StoreError, TenantTx, error::Result};
use domain::PersonId;
use serde_json::Value;
use time::OffsetDateTime;
use uuid::Uuid;

/// A passkey.
#[derive(Clone, Debug)]
pub struct Passkey {
    /// Its id with us.
    pub id: Uuid,
    /// Whose.
    pub person: Uuid,
    /// What its person calls it.
    pub name: String,
    /// What signatures are checked against.
    pub credential: Value,
    /// When it was added.
    pub created_at: OffsetDateTime,
    /// When it was last used.
    pub last_used_at: Option<OffsetDateTime>,
}

/// A person's passkeys, the oldest first.
pub async fn of_person(db: &Db, person: PersonId) -> Result<Vec<Passkey>> {
    let found = sqlx::query_as!(
        Passkey,
        "select id, person_id as person, name, credential, created_at, last_used_at from passkeys
           where person_id = $1 order by created_at, id",
        person.0
    );
    Ok(found.fetch_all(&db.pool).await?)
}

/// The passkey of an authenticator's id, whosever it is.
pub async fn by_credential(db: &Db, credential_id: &[u8]) -> Result<Option<Passkey>> {
    let found = sqlx::query_as!(
        Passkey,
        "select id, person_id as person, name, credential, created_at, last_used_at from passkeys
           where credential_id = $1",
        credential_id
    );
    Ok(found.fetch_optional(&db.pool).await?)
}

/// Adds a passkey. [`StoreError::Taken`] where the authenticator's id stands already.
pub async fn add(
    tx: &mut TenantTx,
    person: PersonId,
    name: &str,
    credential_id: &[u8],
    credential: &Value,
) -> Result<Uuid> {
    let (id, now) = (tx.new_id(), tx.now());
    sqlx::query!(
        "insert into passkeys (id, person_id, credential_id, name, credential, counter, created_at)
         values ($1, $2, $3, $4, $5, 0, $6)",
        id,
        person.0,
        credential_id,
        name,
        credential,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(id)
}

/// Notes that a passkey has signed. False where its count didn't go up: somebody has a copy, or the answer is an old one.
/// Authenticators that don't count say 0 each time.
pub async fn used(tx: &mut TenantTx, id: Uuid, credential: &Value, counter: u32) -> Result<bool> {
    let now = tx.now();
    let done = sqlx::query!(
        "update passkeys set credential = $2, counter = $3, last_used_at = $4
         where id = $1 and (counter < $3 or (counter = 0 and $3 = 0))",
        id,
        credential,
        i64::from(counter),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Gives a passkey another name.
pub async fn rename(tx: &mut TenantTx, person: PersonId, id: Uuid, name: &str) -> Result<()> {
    let done =
        sqlx::query!("update passkeys set name = $3 where id = $1 and person_id = $2", id, person.0, name)
            .execute(tx.conn())
            .await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(StoreError::NotFound) }
}

/// Forgets a passkey.
pub async fn remove(tx: &mut TenantTx, person: PersonId, id: Uuid) -> Result<()> {
    let done = sqlx::query!("delete from passkeys where id = $1 and person_id = $2", id, person.0)
        .execute(tx.conn())
        .await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(StoreError::NotFound) }
}

/// Forgets every passkey of a person.
pub async fn remove_all(tx: &mut TenantTx, person: PersonId) -> Result<()> {
    sqlx::query!("delete from passkeys where person_id = $1", person.0).execute(tx.conn()).await?;
    Ok(())
}

/// Keeps what a challenge is answered against; `person` is whose new passkey it is for.
pub async fn put_challenge(db: &Db, id: Uuid, person: Option<PersonId>, state: &Value) -> Result<()> {
    sqlx::query!(
        "insert into passkey_challenges (id, person_id, state, created_at) values ($1, $2, $3, $4)",
        id,
        person.map(|person| person.0),
        state,
        db.ports.clock.now(),
    )
    .execute(&db.pool)
    .await?;
    Ok(())
}

/// Takes a challenge, once: whatever comes of the answer, it is gone. Nothing where it is older than `since`.
pub async fn take_challenge(
    db: &Db,
    id: Uuid,
    person: Option<PersonId>,
    since: OffsetDateTime,
) -> Result<Option<Value>> {
    let row = sqlx::query!(
        "delete from passkey_challenges where id = $1 and person_id is not distinct from $2
         returning state, created_at",
        id,
        person.map(|person| person.0),
    )
    .fetch_optional(&db.pool)
    .await?;
    Ok(row.filter(|row| row.created_at >= since).map(|row| row.state))
}

/// Forgets challenges put before this instant.
pub async fn sweep(db: &Db, before: OffsetDateTime) -> Result<u64> {
    let done = sqlx::query!("delete from passkey_challenges where created_at < $1", before)
        .execute(&db.pool)
        .await?;
    Ok(done.rows_affected())
}
