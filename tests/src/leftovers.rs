//! A test that leaves a due job behind, or one that was given up, has not looked at all it set going: it fails.

use crate::ports::FixedClock;
use sqlx::{Connection, PgConnection};
use std::{
    sync::atomic::{AtomicBool, Ordering},
    thread,
};
use store::ports::Clock;

/// Looks for jobs when it is dropped, before the database is.
pub struct Leftovers {
    owner_url: String,
    clock: FixedClock,
    allowed: AtomicBool,
}

impl Leftovers {
    /// For the database at this address, of its owner.
    pub fn of(owner_url: String, clock: &FixedClock) -> Self {
        Self { owner_url, clock: clock.clone(), allowed: AtomicBool::new(false) }
    }

    /// This test means to leave jobs behind.
    pub fn allow(&self) {
        self.allowed.store(true, Ordering::Relaxed);
    }

    fn find(&self) -> Vec<String> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let mut owner = PgConnection::connect(&self.owner_url).await.expect("the owner connects");
            sqlx::query_scalar(
                "select kind || ' ' || state || coalesce(': ' || last_error, '') from jobs
                 where state in ('running', 'dead') or (state = 'waiting' and run_at <= $1)",
            )
            .bind(self.clock.now())
            .fetch_all(&mut owner)
            .await
            .expect("jobs are read")
        })
    }
}

impl Drop for Leftovers {
    fn drop(&mut self) {
        if thread::panicking() || self.allowed.load(Ordering::Relaxed) {
            return;
        }
        // On a thread of its own: a test's runtime can't wait for another.
        let found = thread::scope(|scope| scope.spawn(|| self.find()).join()).expect("jobs are looked for");
        assert!(found.is_empty(), "jobs are left behind (run_jobs? allow_jobs?): {found:?}");
    }
}
