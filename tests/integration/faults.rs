//! What breaks around the program, on purpose, with real processes: killed, cut off, stalled, given up. What holds
//! afterwards is read from the database, the objects and what the clients were told, never from the program's own logs.
//!
//! Whatever is drawn by chance is drawn from a seed, which a failure prints; `GANGWAY_SEED` sets it.

mod approval;
mod blobs;
mod clients;
mod cluster;
mod given_up;
mod many;
mod uploads;

use services::ports::{Clock as _, SystemClock};
use std::time::Duration;
use store::audit::Verified;
use tests::{
    binary::Running,
    browser::Browser,
    builders::{PASSWORD, Person},
    world::World,
};

/// Numbers that look drawn and come again from the same seed (splitmix64).
pub(crate) struct Draw(u64);

impl Draw {
    pub(crate) fn new() -> Self {
        let seed =
            std::env::var("GANGWAY_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_128);
        println!("GANGWAY_SEED={seed}");
        Self(seed)
    }

    /// Other numbers of the same seed.
    pub(crate) fn another(number: usize) -> Self {
        let Self(seed) = Self::new();
        Self(seed.wrapping_add(u64::try_from(number).unwrap_or_default()))
    }

    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % bound
    }
}

/// Sets the world's clock to this machine's, by which a process of its own goes.
fn with_the_clock(world: &World) {
    let now = SystemClock.now();
    world.clock.advance(now - world.services.now());
}

/// A browser at a process, signed in with a code of the process's own time.
async fn signed_in(world: &World, running: &Running, person: &Person<'_>) -> Browser {
    with_the_clock(world);
    let browser = world.browser_at(&running.base_url);
    let fields = [("email", person.email.as_str()), ("password", PASSWORD), ("to", "/account")];
    let answer = browser.post("/account/sign-in", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.complaints());
    browser
}

/// The process answers again, by itself, within this time.
async fn ready_within(base_url: &str, seconds: u64) {
    let begun = std::time::Instant::now();
    loop {
        let ready = reqwest::get(format!("{base_url}/readyz")).await;
        if ready.is_ok_and(|answer| answer.status() == 200) {
            return;
        }
        assert!(begun.elapsed() < Duration::from_secs(seconds), "not ready after {seconds} s");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// G4: the tenant's chain of events holds.
async fn chain_holds(world: &World, tenant: domain::TenantId) {
    let walked = store::audit::verify(&world.services.db, tenant).await.expect("the chain is walked");
    assert!(matches!(walked, Verified::Whole(_)), "{walked:?}");
}

/// No connection is left inside a transaction.
async fn none_in_a_transaction(world: &World) {
    let mut superuser = world.database.superuser().await;
    let stuck = "select count(*) from pg_stat_activity
                 where datname = current_database() and state like 'idle in transaction%'
                   and state_change < clock_timestamp() - interval '1 second'";
    for _ in 0..50 {
        let count: i64 = sqlx::query_scalar(stuck).fetch_one(&mut superuser).await.expect("a count");
        if count == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("a connection stays inside a transaction");
}
