//! The harness' own promise: no job is left behind unseen.

use domain::{Actor, TenantId};
use store::{TenantTx, jobs::NewJob};
use tests::world::World;

async fn enqueue(world: &World, job: NewJob) {
    let actor = Actor::System { tenant: TenantId::PLATFORM, job: "test" };
    let mut tx = TenantTx::begin(&world.services.db, &actor).await.unwrap();
    tx.enqueue(job).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[should_panic(expected = "jobs are left behind")]
async fn a_due_job_that_is_left_behind_fails_the_test() {
    let world = World::new().await;
    enqueue(&world, NewJob::new("test", serde_json::json!({}))).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[should_panic(expected = "unknown-kind")]
async fn a_job_that_was_given_up_fails_the_test() {
    let world = World::new().await;
    enqueue(&world, NewJob::new("test", serde_json::json!({}))).await;
    assert_eq!(world.run_jobs().await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_for_later_may_stay() {
    let world = World::new().await;
    let later = world.services.now() + time::Duration::hours(1);
    enqueue(&world, NewJob::new("test", serde_json::json!({})).at(later)).await;
    assert_eq!(world.run_jobs().await, 0);
}
