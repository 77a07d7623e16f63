//! Requests dropped against a pool of one: no connection comes back to the pool inside a transaction, and no write
//! after it is lost.

use domain::{Actor, TenantId, audit::Event};
use sqlx::Connection;
use std::time::Duration;
use store::{Db, TenantTx, db::PoolSize, jobs::NewJob, keys::MasterKeys};
use tests::{
    database::Database,
    ports::{FixedClock, fixed},
};
use uuid::Uuid;

const ROUNDS: u64 = 1000;

fn master() -> MasterKeys {
    MasterKeys::parse("test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=").expect("a master key")
}

async fn one_change(db: Db, actor: Actor) -> store::Result<()> {
    let mut tx = TenantTx::begin(&db, &actor).await?;
    tx.record(Event::new("test.happened", "test", Uuid::nil()));
    tx.enqueue(NewJob::new("test", serde_json::json!({}))).await?;
    tx.commit().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn d04_a_dropped_request_poisons_nothing() {
    let database = Database::fresh().await;
    let size = PoolSize { max: 1, wait: Duration::from_secs(10) };
    let ports = fixed(&FixedClock::default(), 1);
    let db = Db::connect(&database.app_url(), size, master(), ports).await.expect("the app connects");
    let actor = Actor::System { tenant: TenantId(Uuid::from_u128(7)), job: "test" };
    for round in 0..ROUNDS {
        let request = tokio::spawn(one_change(db.clone(), actor.clone()));
        tokio::time::sleep(Duration::from_micros(round * 7 % 3000)).await;
        request.abort();
        let _ = request.await;
    }
    // The pool's one connection works, outside any transaction, and what it commits is seen by another.
    let before: i64 = count(&database).await;
    for _ in 0..10 {
        one_change(db.clone(), actor.clone()).await.expect("a change after the drops");
    }
    assert_eq!(count(&database).await, before + 10);
    let mut admin = database.superuser().await;
    let stuck: i64 = sqlx::query_scalar(
        "select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
    )
    .fetch_one(&mut admin)
    .await
    .expect("pg_stat_activity is read");
    assert_eq!(stuck, 0);
    // Whatever came through came through whole: as many events as jobs, and the chain holds.
    let whole = store::audit::verify(&db, actor.tenant()).await.expect("the chain is walked");
    assert_eq!(whole, store::audit::Verified::Whole(count(&database).await));
    admin.close().await.expect("the superuser leaves");
}

async fn count(database: &Database) -> i64 {
    let mut owner = database.owner().await;
    let jobs: i64 = sqlx::query_scalar("select count(*) from jobs")
        .fetch_one(&mut owner)
        .await
        .expect("jobs are counted");
    let events: i64 = sqlx::query_scalar("select count(*) from audit_events")
        .fetch_one(&mut owner)
        .await
        .expect("events are counted");
    owner.close().await.expect("the owner leaves");
    assert_eq!(jobs, events, "a change is whole or not at all");
    jobs
}
