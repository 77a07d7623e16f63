//! A person's sessions as they see them, and their ends. An ended session's row stays, so that nothing revives it.

use super::{factors, tokens};
use crate::{Db, StoreError, TenantTx, error::Result};
use domain::{Actor, PersonId, SessionId, TenantId};
use time::OffsetDateTime;

/// A living session, for the list.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Its id.
    pub id: SessionId,
    /// The browser's account of itself.
    pub agent: String,
    /// From where it was begun.
    pub address: String,
    /// When.
    pub created_at: OffsetDateTime,
    /// When it was last used, to the minute.
    pub last_seen_at: OffsetDateTime,
}

/// A person's living sessions, the latest used first.
pub async fn of_person(db: &Db, person: PersonId) -> Result<Vec<Seen>> {
    let rows = sqlx::query!(
        "select id, user_agent, address, created_at, last_seen_at from sessions
         where person_id = $1 and stage = 'whole' and revoked_at is null and absolute_expires_at > $2
           and last_seen_at + make_interval(secs => idle_seconds) > $2
         order by last_seen_at desc, id",
        person.0,
        db.ports.clock.now(),
    )
    .fetch_all(&db.pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Seen {
            id: SessionId(row.id),
            agent: row.user_agent,
            address: row.address,
            created_at: row.created_at,
            last_seen_at: row.last_seen_at,
        })
        .collect())
}

/// Ends one session of a person.
pub async fn end_one(tx: &mut TenantTx, person: PersonId, session: SessionId) -> Result<()> {
    let now = tx.now();
    let done = sqlx::query!(
        "update sessions set revoked_at = $3 where id = $1 and person_id = $2 and revoked_at is null",
        session.0,
        person.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(StoreError::NotFound) }
}

/// Ends all sessions of a person, but for one where it is named. Waits for changes under way in them.
pub async fn end_all(tx: &mut TenantTx, person: PersonId, but: Option<SessionId>) -> Result<u64> {
    let now = tx.now();
    let done = sqlx::query!(
        "update sessions set revoked_at = $3
         where person_id = $1 and ($2::uuid is null or id <> $2) and revoked_at is null",
        person.0,
        but.map(|session| session.0),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// Lets a person's living sessions idle no longer than this from now on. Holds the person's row first, as whoever ends
/// those sessions does.
pub async fn shorten(tx: &mut TenantTx, person: PersonId, idle_seconds: i32) -> Result<()> {
    tokens::lock_person(tx, person).await?;
    sqlx::query!(
        "update sessions set idle_seconds = $2 where person_id = $1 and revoked_at is null and idle_seconds > $2",
        person.0,
        idle_seconds,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// How a session begins: who, how long it may idle, and what the list shows of it.
#[derive(Clone, Debug)]
pub struct Beginning<'a> {
    /// The new session.
    pub session: SessionId,
    /// Whose.
    pub person: PersonId,
    /// The epoch at which the password was found right.
    pub epoch: i32,
    /// Whether more than the password was proved.
    pub whole: bool,
    /// Whether the person must have a factor: staff and operators.
    pub staff: bool,
    /// Idle limit.
    pub idle_seconds: i32,
    /// The browser's account of itself.
    pub agent: &'a str,
    /// From where.
    pub address: &'a str,
}

/// What became of a session just begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begun {
    /// Ended: all sessions of the person were ended since the password was looked at.
    Over,
    /// A factor is to be proved, or got, before it opens anything.
    Half,
    /// It opens what its person may do.
    Whole,
}

/// How long the second step of signing in may take.
const HALF_SECONDS: i32 = 600;

/// Describes a session just begun, and says how far it has come: where the person has a factor, or must have one, the
/// password alone opens nothing.
pub async fn begin(db: &Db, beginning: &Beginning<'_>) -> Result<Begun> {
    let actor = Actor::System { tenant: TenantId::PLATFORM, job: "sign-in" };
    let mut tx = TenantTx::begin(db, &actor).await?;
    // Shared with nobody who raises the epoch: either they come first and it differs, or they find this session.
    let epoch =
        sqlx::query_scalar!("select auth_epoch from persons where id = $1 for share", beginning.person.0)
            .fetch_optional(tx.conn())
            .await?;
    let stands = epoch == Some(beginning.epoch);
    let factor = beginning.staff || factors::held_in(&mut tx, beginning.person).await?.any();
    let whole = beginning.whole || !factor;
    let now = tx.now();
    sqlx::query!(
        "update sessions set idle_seconds = $3, user_agent = $4, address = $5,
             revoked_at = case when $6 then revoked_at else $7::timestamptz end,
             stage = case when $8 then 'whole' else 'half' end,
             proved_at = case when $8 then $7::timestamptz end
         where id = $1 and person_id = $2",
        beginning.session.0,
        beginning.person.0,
        if whole { beginning.idle_seconds } else { HALF_SECONDS },
        beginning.agent,
        beginning.address,
        stands,
        now,
        whole,
    )
    .execute(tx.conn())
    .await?;
    tx.commit().await?;
    Ok(match (stands, whole) {
        (false, _) => Begun::Over,
        (true, false) => Begun::Half,
        (true, true) => Begun::Whole,
    })
}

/// Removes sessions that ended before this instant.
pub async fn sweep(db: &Db, before: OffsetDateTime) -> Result<u64> {
    let done = sqlx::query!("delete from sessions where absolute_expires_at < $1 or revoked_at < $1", before)
        .execute(&db.pool)
        .await?;
    Ok(done.rows_affected())
}
