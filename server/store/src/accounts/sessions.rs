//! Sessions: the authority on whether a browser is signed in. The cookie's value is kept only as its digest;
//! saving updates and never inserts, so that a request in flight can't bring an ended session back.

use crate::{Db, error::Result};
use domain::SessionId;
use serde_json::Value;
use time::Duration;
use uuid::Uuid;

/// Idle limit of a session until sign-in sets its own.
pub const IDLE_SECONDS: i32 = 1800;
/// No session lives longer.
pub const ABSOLUTE: Duration = Duration::hours(8);
/// How old the last sight must be before it is written again.
const TOUCH_AFTER: Duration = Duration::seconds(60);

/// A session that lives.
#[derive(Clone, Debug)]
pub struct Live {
    /// Its id, for listing and for changes made in it.
    pub id: SessionId,
    /// What it holds.
    pub data: Value,
}

fn person_of(data: &Value) -> Option<Uuid> {
    data.get("person").and_then(Value::as_str).and_then(|text| Uuid::parse_str(text).ok())
}

/// A new session. Nothing when the digest stands already.
pub async fn create(db: &Db, id: SessionId, token: &[u8; 32], data: &Value) -> Result<bool> {
    let now = db.ports.clock.now();
    let done = sqlx::query!(
        "insert into sessions (id, token_hash, person_id, data, created_at, last_seen_at, idle_seconds, absolute_expires_at)
         values ($1, $2, $3, $4, $5, $5, $6, $7) on conflict do nothing",
        id.0,
        token.as_slice(),
        person_of(data),
        data,
        now,
        IDLE_SECONDS,
        now + ABSOLUTE,
    )
    .execute(&db.pool)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Saves what a living session holds; one that has ended stays ended.
pub async fn save(db: &Db, token: &[u8; 32], data: &Value) -> Result<()> {
    sqlx::query!(
        "update sessions set data = $2, person_id = $3 where token_hash = $1 and revoked_at is null",
        token.as_slice(),
        data,
        person_of(data),
    )
    .execute(&db.pool)
    .await?;
    Ok(())
}

/// The living session of a digest; notes the sight when the last one is over a minute old.
pub async fn load(db: &Db, token: &[u8; 32]) -> Result<Option<Live>> {
    let now = db.ports.clock.now();
    let row = sqlx::query!(
        "select id, data, last_seen_at from sessions
         where token_hash = $1 and revoked_at is null and absolute_expires_at > $2
           and last_seen_at + make_interval(secs => idle_seconds) > $2",
        token.as_slice(),
        now,
    )
    .fetch_optional(&db.pool)
    .await?;
    let Some(row) = row else { return Ok(None) };
    if row.last_seen_at + TOUCH_AFTER < now {
        sqlx::query!(
            "update sessions set last_seen_at = $2 where id = $1 and revoked_at is null",
            row.id,
            now
        )
        .execute(&db.pool)
        .await?;
    }
    Ok(Some(Live { id: SessionId(row.id), data: row.data }))
}

/// Ends the session of a digest.
pub async fn end(db: &Db, token: &[u8; 32]) -> Result<()> {
    sqlx::query!(
        "update sessions set revoked_at = $2 where token_hash = $1 and revoked_at is null",
        token.as_slice(),
        db.ports.clock.now(),
    )
    .execute(&db.pool)
    .await?;
    Ok(())
}
