//! How far a session has come: the password alone, or all that is asked of its person; and when they last proved it.

use crate::{StoreError, TenantTx, error::Result};
use domain::{PersonId, SessionId};

/// A session's cookie from now on: the digest of its new value. The old value is worth nothing from the commit on.
pub type Token = [u8; 32];

/// Holds a session in which the password alone was proved. [`StoreError::SessionEnded`] where it is no such session.
pub async fn hold_half(tx: &mut TenantTx, person: PersonId, session: SessionId) -> Result<()> {
    let now = tx.now();
    let found = sqlx::query_scalar!(
        "select id from sessions where id = $1 and person_id = $2 and stage = 'half' and revoked_at is null
           and absolute_expires_at > $3 for no key update",
        session.0,
        person.0,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    found.map(drop).ok_or(StoreError::SessionEnded)
}

/// All was proved that is asked: the session is whole, idles as long as it may, and gets a cookie of its own.
pub async fn complete(
    tx: &mut TenantTx,
    person: PersonId,
    session: SessionId,
    idle_seconds: i32,
    token: &Token,
) -> Result<()> {
    let now = tx.now();
    let done = sqlx::query!(
        "update sessions set stage = 'whole', proved_at = $3, idle_seconds = $4, token_hash = $5, last_seen_at = $3,
             renew = false
         where id = $1 and person_id = $2 and revoked_at is null",
        session.0,
        person.0,
        now,
        idle_seconds,
        token.as_slice(),
    )
    .execute(tx.conn())
    .await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(StoreError::SessionEnded) }
}

/// The person proved once more who they are, under a new cookie.
pub async fn prove(tx: &mut TenantTx, person: PersonId, session: SessionId, token: &Token) -> Result<()> {
    let now = tx.now();
    let done = sqlx::query!(
        "update sessions set proved_at = $3, token_hash = $4, renew = false
         where id = $1 and person_id = $2 and stage = 'whole' and revoked_at is null",
        session.0,
        person.0,
        now,
        token.as_slice(),
    )
    .execute(tx.conn())
    .await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(StoreError::SessionEnded) }
}

/// What a person may do has changed: their sessions get another cookie with their next answer. A session in which something
/// is under way at this very moment is left as it is, since waiting for it could make each wait for the other.
pub async fn due_for_renewal(tx: &mut TenantTx, person: PersonId) -> Result<()> {
    sqlx::query!(
        "update sessions set renew = true where id in (
             select id from sessions where person_id = $1 and stage = 'whole' and revoked_at is null
             for no key update skip locked)",
        person.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What was proved in a person's other sessions counts no more: what they prove themselves with has changed.
pub async fn unprove_others(tx: &mut TenantTx, person: PersonId, but: Option<SessionId>) -> Result<()> {
    sqlx::query!(
        "update sessions set proved_at = null
         where person_id = $1 and ($2::uuid is null or id <> $2) and revoked_at is null",
        person.0,
        but.map(|session| session.0),
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
