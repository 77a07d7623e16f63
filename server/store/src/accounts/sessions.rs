//! Sessions: the authority on whether a browser is signed in. The cookie's value is kept only as its digest;
//! saving updates and never inserts, so that a request in flight can't bring an ended session back.

use crate::{Db, error::Result};
use domain::SessionId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use time::{Duration, OffsetDateTime};
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
    /// How far it has come.
    pub standing: Standing,
}

/// How far a session has come: kept in its row, never in what the browser's session holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Whether all was proved that is asked of the person; until then it opens nothing.
    pub whole: bool,
    /// When they last proved who they are.
    pub proved_at: Option<OffsetDateTime>,
    /// Whether its cookie is due for a new value.
    pub renew: bool,
}

fn person_of(data: &Value) -> Option<Uuid> {
    data.get("person").and_then(Value::as_str).and_then(|text| Uuid::parse_str(text).ok())
}

/// A new session, which opens nothing before [`super::endings::begin`] has looked at it. Nothing when the digest stands
/// already.
pub async fn create(db: &Db, id: SessionId, token: &[u8; 32], data: &Value) -> Result<bool> {
    let now = db.ports.clock.now();
    let done = sqlx::query!(
        "insert into sessions (id, token_hash, person_id, data, created_at, last_seen_at, idle_seconds,
             absolute_expires_at, stage)
         values ($1, $2, $3, $4, $5, $5, $6, $7, 'half') on conflict do nothing",
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
        "select id, data, last_seen_at, stage, proved_at, renew from sessions
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
    let standing = Standing { whole: row.stage == "whole", proved_at: row.proved_at, renew: row.renew };
    Ok(Some(Live { id: SessionId(row.id), data: row.data, standing }))
}

/// Gives a living session another cookie: of two requests that would, one does.
pub async fn renew(db: &Db, session: SessionId, old: &[u8; 32], token: &[u8; 32]) -> Result<bool> {
    let done = sqlx::query!(
        "update sessions set token_hash = $3, renew = false
         where id = $1 and token_hash = $2 and renew and revoked_at is null",
        session.0,
        old.as_slice(),
        token.as_slice(),
    )
    .execute(&db.pool)
    .await?;
    Ok(done.rows_affected() == 1)
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
