//! G-02: what is due goes, nothing else does, and once, however often the job is killed.

use domain::{Actor, ApplicationId, JobId, TenantId, permissions::Role};
use serde_json::json;
use server::{assembly, config::Given};
use services::{Services, ports::Settings, retention};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use store::{
    audit::{Verified, verify},
    db::PoolSize,
    jobs::Claimed,
};
use tests::{
    binary,
    desk::Desk,
    ports::fixed,
    proxy::{Proxy, Verdict},
};
use time::{Duration, OffsetDateTime, macros::datetime};
use uuid::Uuid;

const KILLS: u64 = 20;

/// Every application of the story, by what it is.
struct Scene {
    desk: Desk,
    /// China, and its term is over first.
    due: [ApplicationId; 2],
    /// China, a day later.
    later: ApplicationId,
    british: ApplicationId,
    german: ApplicationId,
    held: ApplicationId,
    under_way: ApplicationId,
}

/// Turned down on this instant, in a country: by the row alone.
async fn ended(desk: &Desk, name: &str, country: &str, at: &str) -> ApplicationId {
    let mut by = desk.newcomer(name).await;
    let id = desk.draft(&mut by).await;
    let mut owner = desk.world.database.owner().await;
    sqlx::query(
        "update applications set country = $2, state = 'rejected', submitted_at = $3::timestamptz, closed_at = $3::timestamptz,
             state_data = jsonb_build_object('state', 'rejected', 'by', null, 'reasons', '[]'::jsonb, 'at', $4,
                 'submission', jsonb_build_object('by', created_by, 'at', $4, 'round', 1))
         where id = $1",
    )
    .bind(id.0)
    .bind(country)
    .bind(OffsetDateTime::parse(at, &time::format_description::well_known::Rfc3339).expect("an instant"))
    .bind(at)
    .execute(&mut owner)
    .await
    .expect("it is turned down");
    id
}

impl Scene {
    async fn set() -> Self {
        let desk = Desk::new().await;
        let admin = desk.staff("ada", &[Role::Admin]).await;
        let due = [
            ended(&desk, "one", "CN", "2026-11-30T02:00:00Z").await,
            // In Shanghai it is the 30th already.
            ended(&desk, "two", "CN", "2026-11-29T16:30:00Z").await,
        ];
        let later = ended(&desk, "three", "CN", "2026-12-01T02:00:00Z").await;
        let british = ended(&desk, "four", "GB", "2026-11-30T12:00:00Z").await;
        let german = ended(&desk, "five", "DE", "2026-11-30T12:00:00Z").await;
        let held = ended(&desk, "six", "CN", "2026-11-30T02:00:00Z").await;
        retention::place(&desk.world.services, &admin, held, "A lawsuit").await.expect("a hold");
        let under_way = desk.submitted(&mut desk.newcomer("seven").await).await;
        Self { desk, due, later, british, german, held, under_way }
    }

    async fn look(&self, now: OffsetDateTime) {
        self.desk.world.clock.set(now);
        retention::look_at_terms(&self.desk.world.services, self.desk.tenant.id).await.expect("a look");
        self.desk.world.run_jobs().await;
    }

    /// Whether it is purged; either way it is whole: all of it there, or nothing, with one proof and one event.
    async fn is_purged(&self, id: ApplicationId) -> bool {
        let mut superuser = self.desk.world.database.superuser().await;
        let row: (bool, i64, i64, i64, i64, i64, i64) = sqlx::query_as(
            "select a.purged_at is not null,
                    (select count(*) from sections s where s.application_id = a.id and s.plain <> '{}'),
                    (select count(*) from search_terms t where t.application_id = a.id),
                    (select count(*) from dossier_keys k where k.id = a.id),
                    (select count(*) from document_versions v where v.application_id = a.id and v.state <> 'purged'),
                    (select count(*) from erasures e where e.application_id = a.id),
                    (select count(*) from audit_events e where e.application_id = a.id and e.name = 'retention.purged')
             from applications a where a.id = $1",
        )
        .bind(id.0)
        .fetch_one(&mut superuser)
        .await
        .expect("the application");
        if row.0 {
            assert_eq!(
                (row.1, row.2, row.3, row.4, row.5, row.6),
                (0, 0, 0, 0, 1, 1),
                "{id} is gone in part"
            );
        } else {
            assert!(row.1 > 0 && row.2 > 0 && row.4 > 0, "{id} is kept in part: {row:?}");
            assert_eq!((row.3, row.5, row.6), (1, 0, 0), "{id}");
        }
        row.0
    }

    async fn purged(&self) -> Vec<ApplicationId> {
        let [one, two] = self.due;
        let mut purged = Vec::new();
        for id in [one, two, self.later, self.british, self.german, self.held, self.under_way] {
            if self.is_purged(id).await {
                purged.push(id);
            }
        }
        purged
    }

    async fn is_whole(&self) {
        let verified = verify(&self.desk.world.services.db, self.desk.tenant.id).await.expect("a walk");
        assert!(matches!(verified, Verified::Whole(_)), "{verified:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn g02_only_what_is_due_goes_on_the_day_after_its_last() {
    let scene = Scene::set().await;
    for (now, wanted) in [
        (datetime!(2031-11-30 23:59 UTC), vec![]),
        (datetime!(2031-12-01 00:01 UTC), vec![scene.british]),
        (datetime!(2031-12-31 22:59 UTC), vec![scene.british]),
        // In Berlin it is the new year.
        (datetime!(2031-12-31 23:01 UTC), vec![scene.british, scene.german]),
        (datetime!(2036-11-30 15:59 UTC), vec![scene.british, scene.german]),
    ] {
        scene.look(now).await;
        assert_eq!(scene.purged().await, wanted, "{now}");
    }
    // In Shanghai it is the first of December.
    scene.look(datetime!(2036-11-30 16:01 UTC)).await;
    let [one, two] = scene.due;
    assert_eq!(scene.purged().await, [one, two, scene.british, scene.german]);
    scene.look(datetime!(2036-11-30 16:02 UTC)).await;
    assert_eq!(scene.purged().await.len(), 4, "nothing twice");
    scene.look(datetime!(2036-12-01 16:01 UTC)).await;
    assert_eq!(scene.purged().await, [one, two, scene.later, scene.british, scene.german]);
    scene.is_whole().await;
}

/// The same services whose database is reached through something that cuts.
async fn behind(scene: &Scene, proxy: &Proxy) -> Services {
    let world = &scene.desk.world;
    let options = world.database.superuser_options();
    let server = format!("{}:{}", options.get_host(), options.get_port());
    let given = world.given();
    let given = Given {
        database: world.database.app_url().replace(&server, &proxy.address().to_string()).into(),
        blobs: given.blobs.clone(),
        smtp: given.smtp.clone(),
        master_keys: given.master_keys.clone(),
        bank: None,
    };
    let settings =
        Settings { base_url: world.base_url.clone(), mail_from: "Gangway <post@gangway.example>".into() };
    assembly::services(&given, settings, binary::examiner(), PoolSize::default(), fixed(&world.clock, 77))
        .await
        .expect("the services come together")
}

fn walk(tenant: TenantId) -> Claimed {
    Claimed {
        id: JobId(Uuid::from_u128(7)),
        tenant,
        kind: retention::PURGE.into(),
        payload: json!({}),
        attempt: 1,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn g02_a_job_that_is_killed_twenty_times_does_everything_once() {
    let scene = Scene::set().await;
    let world = &scene.desk.world;
    let options = world.database.superuser_options();
    let server = format!("{}:{}", options.get_host(), options.get_port());
    // The piece at which the connection dies, counted from the walk on; 0 where it doesn't.
    let (deadly, heard) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let judge = {
        let (deadly, heard) = (Arc::clone(&deadly), Arc::clone(&heard));
        move |_: &[u8]| {
            let deadly = deadly.load(Ordering::SeqCst);
            if deadly == 0 || heard.fetch_add(1, Ordering::SeqCst) + 1 < deadly {
                return Verdict::Pass;
            }
            Verdict::Cut
        }
    };
    let proxy = Proxy::before(&server, judge).await;
    let services = behind(&scene, &proxy).await;
    world.clock.set(datetime!(2036-11-30 16:01 UTC));
    // The others are out of the way: what is killed is the purge of these two.
    let job = walk(scene.desk.tenant.id);
    let mut failed = 0;
    for at in 1..=KILLS {
        heard.store(0, Ordering::SeqCst);
        deadly.store(at * 7, Ordering::SeqCst);
        failed += u64::from(services::jobs::handle(&services, &job).await.is_err());
        deadly.store(0, Ordering::SeqCst);
        for id in [scene.later, scene.held, scene.under_way] {
            assert!(!scene.is_purged(id).await, "{id} after {at}");
        }
        scene.purged().await;
    }
    assert!(failed > 8, "it was killed {failed} times");
    services::jobs::handle(&services, &job).await.expect("the walk");
    let [one, two] = scene.due;
    let done = [one, two, scene.british, scene.german];
    assert_eq!(scene.purged().await, done);
    services::jobs::handle(&services, &job).await.expect("another walk");
    assert_eq!(scene.purged().await, done, "nothing twice");
    scene.is_whole().await;
    world.run_jobs().await;
    world.clock.advance(Duration::minutes(5));
}

/// Another tenant's rows are another walk's.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn g02_a_walk_stays_within_its_tenant() {
    let scene = Scene::set().await;
    let haven = scene.desk.world.tenant("haven").await;
    scene.desk.world.clock.set(datetime!(2046-11-30 16:01 UTC));
    let job = walk(haven.id);
    services::jobs::handle(&scene.desk.world.services, &job).await.expect("the walk");
    assert_eq!(scene.purged().await, []);
    let stranger = Actor::System { tenant: haven.id, job: "test" };
    let mut tx = store::TenantTx::read(&scene.desk.world.services.db, &stranger).await.expect("a look");
    store::retention::see_all(&mut tx).await.expect("everything");
    let filter = store::retention::Filter::default();
    assert!(store::retention::list(&mut tx, &filter, 100).await.expect("the list").is_empty());
}
