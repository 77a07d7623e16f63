//! Counters against guessing, by a keyed digest of what is counted: whoever reads the table learns no address.

use crate::{Db, error::Result, keys};
use time::{Duration, OffsetDateTime};

/// Counts one more in the window of `(kind, value)`, and answers how many there are in it.
pub async fn hit(db: &Db, kind: &str, value: &str, window: Duration) -> Result<i32> {
    let key = keys::fingerprint(&db.platform_index(), kind, value);
    let now = db.ports.clock.now();
    let row = sqlx::query!(
        "insert into throttles as t (key, hits, window_started_at) values ($1, 1, $2)
         on conflict (key) do update set
             hits = case when t.window_started_at > $3 then t.hits + 1 else 1 end,
             window_started_at = case when t.window_started_at > $3 then t.window_started_at else $2 end
         returning hits",
        key.as_slice(),
        now,
        now - window,
    )
    .fetch_one(&db.pool)
    .await?;
    Ok(row.hits)
}

/// Forgets counters whose window began before this instant.
pub async fn sweep(db: &Db, before: OffsetDateTime) -> Result<u64> {
    let done =
        sqlx::query!("delete from throttles where window_started_at < $1", before).execute(&db.pool).await?;
    Ok(done.rows_affected())
}
