//! The job queue: rows with status and lease. At least once, ids only, fair between tenants.

use crate::{
    Db, TenantTx,
    error::{Result, one},
};
use domain::{JobId, TenantId};
use serde_json::Value;
use sqlx::postgres::PgListener;
use std::collections::HashMap;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

/// How long a worker may hold a job before another may take it. Longer than any job takes: the longest, a paper's
/// check, may wait as long for a place as it may run, 45 seconds each, and moves its bytes before and after.
pub const LEASE: Duration = Duration::seconds(180);

/// A job to be added.
#[derive(Clone, Debug)]
pub struct NewJob {
    /// Its kind: the handler's name.
    pub kind: &'static str,
    /// Ids and short words, never values.
    pub payload: Value,
    /// Not before.
    pub run_at: Option<OffsetDateTime>,
    /// At most one waiting job of this kind with this key.
    pub dedupe_key: Option<String>,
}

impl NewJob {
    /// A job to run at once.
    pub const fn new(kind: &'static str, payload: Value) -> Self {
        Self { kind, payload, run_at: None, dedupe_key: None }
    }

    /// Not before this instant.
    #[must_use]
    pub const fn at(mut self, instant: OffsetDateTime) -> Self {
        self.run_at = Some(instant);
        self
    }

    /// At most one of this kind waits with this key.
    #[must_use]
    pub fn once(mut self, key: impl Into<String>) -> Self {
        self.dedupe_key = Some(key.into());
        self
    }
}

/// A job a worker holds.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// Its id; stable over all its attempts.
    pub id: JobId,
    /// The tenant it works for; [`TenantId::PLATFORM`] where it is nobody's.
    pub tenant: TenantId,
    /// Its kind.
    pub kind: String,
    /// Ids and short words.
    pub payload: Value,
    /// Which attempt this is, from 1.
    pub attempt: i32,
}

/// The platform's own jobs have no tenant.
fn owner_column(tenant: TenantId) -> Option<Uuid> {
    Some(tenant).filter(|tenant| *tenant != TenantId::PLATFORM).map(|tenant| tenant.0)
}

pub(crate) async fn insert(tx: &mut TenantTx, job: NewJob) -> Result<()> {
    let (id, now) = (tx.new_id(), tx.now());
    let tenant = owner_column(tx.tenant());
    sqlx::query!(
        "insert into jobs (id, tenant_id, kind, payload, state, run_at, dedupe_key, created_at)
         values ($1, $2, $3, $4, 'waiting', $5, $6, $7)
         on conflict (kind, dedupe_key) where dedupe_key is not null and state = 'waiting' do nothing",
        id,
        tenant,
        job.kind,
        job.payload,
        job.run_at.unwrap_or(now),
        job.dedupe_key,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Takes up to `limit` due jobs for `owner`: those waiting, and those whose holder has let its lease run out.
/// Tenants take turns; those of suspended tenants wait.
pub async fn claim(db: &Db, owner: Uuid, limit: i64) -> Result<Vec<Claimed>> {
    let now = db.ports.clock.now();
    let rows = sqlx::query!(
        r#"with due as (
               select id, run_at, row_number() over (partition by tenant_id order by run_at, id) as turn
               from jobs
               where ((state = 'waiting' and run_at <= $1) or (state = 'running' and lease_until < $1))
                 and not exists (select 1 from tenants t where t.id = jobs.tenant_id and t.state = 'suspended')
           ), chosen as (
               select j.id from jobs j join due on due.id = j.id
               where (j.state = 'waiting' and j.run_at <= $1) or (j.state = 'running' and j.lease_until < $1)
               order by due.turn, due.run_at, j.id
               limit $2 for update of j skip locked
           )
           update jobs j set state = 'running', attempts = attempts + 1, lease_until = $3, lease_owner = $4
           from chosen where j.id = chosen.id
           returning j.id, j.tenant_id, j.kind, j.payload, j.attempts"#,
        now,
        limit,
        now + LEASE,
        owner,
    )
    .fetch_all(&db.pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Claimed {
            id: JobId(row.id),
            tenant: row.tenant_id.map_or(TenantId::PLATFORM, TenantId),
            kind: row.kind,
            payload: row.payload,
            attempt: row.attempts,
        })
        .collect())
}

/// A held job is done.
pub async fn finish(db: &Db, owner: Uuid, id: JobId) -> Result<()> {
    let done = sqlx::query!(
        "update jobs set state = 'done', finished_at = $3, lease_until = null, lease_owner = null
         where id = $1 and lease_owner = $2 and state = 'running'",
        id.0,
        owner,
        db.ports.clock.now(),
    )
    .execute(&db.pool)
    .await?;
    one(&done)
}

/// A held job failed: again later, or dead where `again` is none. `why` is a code, never a value.
pub async fn fail(db: &Db, owner: Uuid, id: JobId, again: Option<OffsetDateTime>, why: &str) -> Result<()> {
    let now = db.ports.clock.now();
    let done = sqlx::query!(
        "update jobs set state = case when $3::timestamptz is null then 'dead' else 'waiting' end,
             run_at = coalesce($3, run_at), finished_at = case when $3::timestamptz is null then $5::timestamptz end,
             last_error = $4, lease_until = null, lease_owner = null,
             dedupe_key = null
         where id = $1 and lease_owner = $2 and state = 'running'",
        id.0,
        owner,
        again,
        why,
        now,
    )
    .execute(&db.pool)
    .await?;
    one(&done)
}

/// Removes jobs done longer ago than this.
pub async fn sweep(db: &Db, before: OffsetDateTime) -> Result<u64> {
    let done = sqlx::query!("delete from jobs where state = 'done' and finished_at < $1", before)
        .execute(&db.pool)
        .await?;
    Ok(done.rows_affected())
}

/// The queue's health, of one tenant or of all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Health {
    /// Jobs waiting or running.
    pub open: i64,
    /// When the oldest due job became due.
    pub oldest_due: Option<OffsetDateTime>,
    /// Jobs given up.
    pub dead: i64,
}

/// How the queue does; `tenant` none means all of it.
pub async fn health(db: &Db, tenant: Option<TenantId>) -> Result<Health> {
    let row = sqlx::query!(
        r#"select count(*) filter (where state in ('waiting', 'running')) as "open!",
                  min(run_at) filter (where state in ('waiting', 'running') and run_at <= $2) as oldest_due,
                  count(*) filter (where state = 'dead') as "dead!"
           from jobs where $1::uuid is null or tenant_id = $1"#,
        tenant.map(|tenant| tenant.0),
        db.ports.clock.now(),
    )
    .fetch_one(&db.pool)
    .await?;
    Ok(Health { open: row.open, oldest_due: row.oldest_due, dead: row.dead })
}

/// How the queue does, tenant by tenant; jobs of nobody under [`TenantId::PLATFORM`].
pub async fn health_by_tenant(db: &Db) -> Result<HashMap<TenantId, Health>> {
    let rows = sqlx::query!(
        r#"select tenant_id,
                  count(*) filter (where state in ('waiting', 'running')) as "open!",
                  min(run_at) filter (where state in ('waiting', 'running') and run_at <= $1) as oldest_due,
                  count(*) filter (where state = 'dead') as "dead!"
           from jobs where state <> 'done' group by tenant_id"#,
        db.ports.clock.now(),
    )
    .fetch_all(&db.pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let tenant = row.tenant_id.map_or(TenantId::PLATFORM, TenantId);
            (tenant, Health { open: row.open, oldest_due: row.oldest_due, dead: row.dead })
        })
        .collect())
}

/// Jobs given up for one reason.
#[derive(Clone, Debug)]
pub struct DeadLetters {
    /// Their kind.
    pub kind: String,
    /// Why the last attempt failed: a code.
    pub reason: String,
    /// How many.
    pub count: i64,
    /// When the last of them was given up.
    pub last: Option<OffsetDateTime>,
}

/// Jobs given up, of a tenant or, under [`TenantId::PLATFORM`], of nobody; by kind and reason.
pub async fn dead_letters(db: &Db, tenant: TenantId) -> Result<Vec<DeadLetters>> {
    Ok(sqlx::query_as!(
        DeadLetters,
        r#"select kind, coalesce(last_error, '') as "reason!", count(*) as "count!", max(finished_at) as last
           from jobs where state = 'dead' and tenant_id is not distinct from $1
           group by kind, last_error order by kind, last_error"#,
        owner_column(tenant),
    )
    .fetch_all(&db.pool)
    .await?)
}

/// Gives every job given up another round of attempts, and says how many there were.
pub async fn retry_dead(tx: &mut TenantTx, tenant: TenantId) -> Result<u64> {
    let now = tx.now();
    let done = sqlx::query!(
        "update jobs set state = 'waiting', attempts = 0, run_at = $2, finished_at = null
         where state = 'dead' and tenant_id is not distinct from $1",
        owner_column(tenant),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// Wakes a worker when a job is added; polling does the rest.
pub async fn listen(db: &Db) -> Result<PgListener> {
    let mut listener = PgListener::connect_with(&db.pool).await?;
    listener.listen("gangway_jobs").await?;
    Ok(listener)
}
