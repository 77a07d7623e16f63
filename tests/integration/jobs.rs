//! The harness' own promise: no job is left behind unseen. And the worker's: whatever a handler does, its job ends.

use domain::{Actor, Lang, TenantId};
use services::{
    Services,
    jobs::ATTEMPTS,
    ports::{MailError, Mailer, Message},
    tenants::operators,
};
use std::sync::Arc;
use store::{TenantTx, jobs::NewJob};
use tests::world::World;
use time::Duration;

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

/// State, attempts and last error of the only job.
async fn only_job(world: &World) -> (String, i32, Option<String>) {
    let mut owner = world.database.owner().await;
    sqlx::query_as("select state, attempts, last_error from jobs").fetch_one(&mut owner).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_whose_process_dies_each_time_is_given_up() {
    let world = World::new().await;
    world.allow_jobs();
    enqueue(&world, NewJob::new("test", serde_json::json!({}))).await;
    for attempt in 1..=ATTEMPTS {
        let owner = world.services.ports().random.id(world.services.now());
        let claimed = store::jobs::claim(&world.services.db, owner, 10).await.unwrap();
        assert_eq!(claimed.len(), 1, "attempt {attempt}");
        // The process ends here: nobody settles it, and its lease runs out.
        assert_eq!(world.run_jobs().await, 0, "while it is held nobody else takes it");
        world.clock.advance(store::jobs::LEASE + Duration::SECOND);
    }
    assert_eq!(world.run_jobs().await, 1);
    assert_eq!(
        only_job(&world).await,
        ("dead".into(), ATTEMPTS + 1, Some("lost".into())),
        "not run once more"
    );
    world.clock.advance(Duration::days(1));
    assert_eq!(world.run_jobs().await, 0);
}

/// A mailer with a fault of ours in it.
struct Faulty;

#[async_trait::async_trait]
impl Mailer for Faulty {
    async fn send(&self, message: &Message) -> Result<(), MailError> {
        panic!("a fault that no mail has met yet, at {} bytes", message.text.len())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_handler_that_panics_has_failed_and_others_go_on() {
    let world = World::new().await;
    let actor = Actor::System { tenant: TenantId::PLATFORM, job: "test" };
    operators::make(&world.services, &actor, "olga@gangway.example", Lang::En).await.unwrap();
    let faulty = Services { mailer: Arc::new(Faulty), ..world.services.clone() };
    assert_eq!(services::jobs::run_due(&faulty).await, 1);
    assert_eq!(only_job(&world).await, ("waiting".into(), 1, Some("panic".into())));
    world.clock.advance(Duration::seconds(7));
    assert_eq!(services::jobs::run_due(&faulty).await, 1, "it is tried again as any that failed");
    world.clock.advance(Duration::seconds(13));
    assert_eq!(world.run_jobs().await, 1);
    assert_eq!(world.mail_to("olga@gangway.example").subject, "Set a new password");
}
