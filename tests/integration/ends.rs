//! What runs out for want of an answer: told of before, ended on its day, and never behind a merchant's back.

use domain::{Actor, ApplicationId, TenantId, applications::StateKind, permissions::Role};
use services::{
    applications::{self, EXPIRE, VersionInput},
    tenants::{operate, settings},
};
use store::{TenantTx, applications::load};
use tests::{
    desk::{Desk, Mark, judge, send_back},
    world::World,
};
use time::{Duration, OffsetDateTime, macros::datetime};

const TOUCHED: OffsetDateTime = datetime!(2026-11-30 02:00 UTC);
const MAIL: &str = "lin@merchant.example";

/// The state after a look at what runs out, `days` after the draft was last touched.
async fn on_day(desk: &Desk, id: ApplicationId, days: i64) -> StateKind {
    desk.world.clock.set(TOUCHED + Duration::days(days));
    look(&desk.world, desk.tenant.id).await;
    state(desk, id).await
}

async fn look(world: &World, tenant: TenantId) {
    applications::look_at_ends(&world.services, tenant).await.expect("a look");
    world.run_jobs().await;
}

async fn state(desk: &Desk, id: ApplicationId) -> StateKind {
    let mut tx = TenantTx::read(&desk.world.services.db, &desk.system()).await.expect("a look");
    load(&mut tx, id).await.expect("the application").state.kind()
}

fn mails(desk: &Desk, part: &str) -> usize {
    let mails = desk.world.mailbox.list(1000).expect("the mailbox");
    mails
        .iter()
        .filter(|mail| mail.to.iter().any(|to| to.contains(MAIL)) && mail.subject.contains(part))
        .count()
}

async fn events(desk: &Desk, id: ApplicationId) -> i64 {
    let sql = "select count(*) from audit_events where application_id = $1 and name = 'application.end_told'";
    desk.number(sql, id.0).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_untouched_draft_is_told_of_once_and_runs_out_on_its_day() {
    let desk = Desk::new().await;
    let mut lin = desk.newcomer("lin").await;
    let id = desk.draft(&mut lin).await;
    assert_eq!((on_day(&desk, id, 82).await, mails(&desk, "runs out on")), (StateKind::Draft, 0));
    assert_eq!(
        (on_day(&desk, id, 83).await, mails(&desk, "runs out on 28 February 2027")),
        (StateKind::Draft, 1)
    );
    assert_eq!((on_day(&desk, id, 89).await, mails(&desk, "runs out on")), (StateKind::Draft, 1));
    assert_eq!((on_day(&desk, id, 90).await, mails(&desk, "has run out")), (StateKind::Expired, 1));
    assert_eq!((on_day(&desk, id, 91).await, mails(&desk, "has run out")), (StateKind::Expired, 1));
    assert_eq!(events(&desk, id).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_touch_after_the_notice_cancels_it_also_for_a_mail_on_its_way() {
    let desk = Desk::new().await;
    let mut lin = desk.newcomer("lin").await;
    let id = desk.draft(&mut lin).await;
    // The notice is kept, its mail still waits when the draft is touched.
    desk.world.clock.set(TOUCHED + Duration::days(83));
    applications::look_at_ends(&desk.world.services, desk.tenant.id).await.expect("a look");
    let mut owner = desk.world.database.owner().await;
    let later =
        "update jobs set run_at = run_at + interval '1 hour' where kind = 'mail.send' and state = 'waiting'";
    let owner_id = desk.world.services.ports().random.id(desk.world.services.now());
    let jobs = store::jobs::claim(&desk.world.services.db, owner_id, 10).await.expect("jobs");
    for job in jobs {
        assert_eq!(job.kind, EXPIRE);
        services::jobs::handle(&desk.world.services, &job).await.expect("the walk");
        store::jobs::finish(&desk.world.services.db, owner_id, job.id).await.expect("done");
    }
    sqlx::query(later).execute(&mut owner).await.expect("the mail waits");
    desk.world.clock.advance(Duration::minutes(30));
    desk.answer(&revived(&desk, &lin).await, id, "channels", &[("wanted", "alipay")], 1).await;
    desk.world.clock.advance(Duration::hours(1));
    desk.world.run_jobs().await;
    assert_eq!((events(&desk, id).await, mails(&desk, "runs out on")), (1, 0));
    // The time starts again with the touch.
    assert_eq!(on_day(&desk, id, 90).await, StateKind::Draft);
    assert_eq!((on_day(&desk, id, 167).await, mails(&desk, "runs out on")), (StateKind::Draft, 1));
    assert_eq!(on_day(&desk, id, 173).await, StateKind::Draft);
    assert_eq!(on_day(&desk, id, 175).await, StateKind::Expired);
}

/// The same person in a session that lives.
async fn revived(desk: &Desk, actor: &Actor) -> Actor {
    let mut owner = desk.world.database.owner().await;
    sqlx::query("update sessions set absolute_expires_at = '2030-01-01'")
        .execute(&mut owner)
        .await
        .expect("alive");
    actor.clone()
}

/// Sends one answer back, as the desk does.
async fn ask_for_changes(desk: &Desk, id: ApplicationId, by: &Actor) {
    let services = &desk.world.services;
    services::review::claim(services, by, id).await.expect("claimed");
    let mark = Mark::sent_back("field:channels:wanted", "other", "Which?");
    judge(services, by, id, &mark).await;
    send_back(services, by, id).await;
    desk.world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn changes_can_be_answered_to_the_last_minute_and_run_out_after_it() {
    let desk = Desk::new().await;
    let (mut lin, reviewer) = (desk.newcomer("lin").await, desk.staff("rita", &[Role::Reviewer]).await);
    let (late, in_time) = (desk.submitted(&mut lin).await, desk.submitted(&mut lin).await);
    for id in [late, in_time] {
        ask_for_changes(&desk, id, &reviewer).await;
    }
    let lin = revived(&desk, &lin).await;
    assert_eq!((on_day(&desk, late, 22).await, mails(&desk, "still wait")), (StateKind::ChangesRequested, 0));
    assert_eq!((on_day(&desk, late, 23).await, mails(&desk, "still wait")), (StateKind::ChangesRequested, 2));
    assert_eq!((on_day(&desk, late, 29).await, mails(&desk, "still wait")), (StateKind::ChangesRequested, 2));
    desk.world.clock.set(TOUCHED + Duration::days(30) - Duration::seconds(1));
    let services = &desk.world.services;
    let because = applications::explain(services, &lin, in_time, "field:channels:wanted", "These two");
    because.await.expect("explained");
    let version = desk.version(&lin, in_time).await;
    applications::submit(&desk.world.services, &lin, in_time, VersionInput { version })
        .await
        .expect("in time");
    assert_eq!(on_day(&desk, late, 30).await, StateKind::Expired);
    assert!(!state(&desk, in_time).await.is_closed());
    assert_eq!(mails(&desk, "has run out"), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shorter_term_leaves_running_ones_alone_and_drafts_a_week() {
    let desk = Desk::new().await;
    let (mut lin, admin) = (desk.newcomer("lin").await, desk.staff("ada", &[Role::Admin]).await);
    let reviewer = desk.staff("rita", &[Role::Reviewer]).await;
    let (draft, asked) = (desk.draft(&mut lin).await, desk.submitted(&mut lin).await);
    ask_for_changes(&desk, asked, &reviewer).await;
    desk.world.clock.set(TOUCHED + Duration::days(20));
    let admin = revived(&desk, &admin).await;
    let input = settings::Input {
        draft_days: "14".into(),
        changes_days: "10".into(),
        sla_hours: "24".into(),
        test_credentials: true,
        account_verification: false,
        signing: false,
        version: 1,
    };
    settings::save(&desk.world.services, &admin, &input).await.expect("saved");
    assert_eq!(
        (on_day(&desk, draft, 20).await, mails(&desk, "runs out on 27 December")),
        (StateKind::Draft, 1)
    );
    assert_eq!(on_day(&desk, asked, 23).await, StateKind::ChangesRequested);
    assert_eq!(on_day(&desk, draft, 26).await, StateKind::Draft);
    assert_eq!(on_day(&desk, draft, 27).await, StateKind::Expired);
    assert_eq!(state(&desk, asked).await, StateKind::ChangesRequested);
    assert_eq!(on_day(&desk, asked, 30).await, StateKind::Expired);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_walks_at_once_tell_once_and_end_once() {
    let desk = Desk::new().await;
    let mut lin = desk.newcomer("lin").await;
    // More than a batch.
    let mut ids = Vec::new();
    for _ in 0..53 {
        let start = applications::StartInput { kind: "cn-enterprise".into(), ..Default::default() };
        let id = applications::start(&desk.world.services, &lin, &start).await.expect("started");
        if let Actor::Person(person) = &mut lin {
            let mut tx = TenantTx::read(&desk.world.services.db, &desk.system()).await.expect("a look");
            person.members.push((load(&mut tx, id).await.expect("it").merchant, Role::Owner));
        }
        desk.answer(&lin, id, "channels", &[("wanted", "alipay")], 0).await;
        ids.push(id);
    }
    for (day, told, ended) in [(83, 53, 0), (90, 53, 53)] {
        desk.world.clock.set(TOUCHED + Duration::days(day));
        applications::look_at_ends(&desk.world.services, desk.tenant.id).await.expect("a look");
        applications::look_at_ends(&desk.world.services, desk.tenant.id).await.expect("a look");
        let job = store::jobs::Claimed {
            id: domain::JobId(ids[0].0),
            tenant: desk.tenant.id,
            kind: EXPIRE.into(),
            payload: serde_json::json!({}),
            attempt: 1,
        };
        let services = &desk.world.services;
        let (one, other, _) = tokio::join!(
            services::jobs::handle(services, &job),
            services::jobs::handle(services, &job),
            desk.world.run_jobs()
        );
        assert!(one.is_ok() && other.is_ok(), "{one:?} {other:?}");
        desk.world.run_jobs().await;
        assert_eq!((mails(&desk, "runs out on"), mails(&desk, "has run out")), (told, ended), "day {day}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_a_tenant_is_shut_nothing_runs_out_and_afterwards_there_is_a_whole_notice() {
    let desk = Desk::new().await;
    let mut lin = desk.newcomer("lin").await;
    let id = desk.draft(&mut lin).await;
    let platform = Actor::System { tenant: TenantId::PLATFORM, job: "test" };
    assert_eq!((on_day(&desk, id, 83).await, mails(&desk, "runs out on")), (StateKind::Draft, 1));
    operate::suspend(&desk.world.services, &platform, "harbour").await.expect("shut");
    assert_eq!(on_day(&desk, id, 91).await, StateKind::Draft);
    operate::resume(&desk.world.services, &platform, "harbour").await.expect("open");
    assert_eq!((on_day(&desk, id, 91).await, mails(&desk, "runs out on")), (StateKind::Draft, 2));
    assert_eq!(on_day(&desk, id, 97).await, StateKind::Draft);
    assert_eq!(on_day(&desk, id, 98).await, StateKind::Expired);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_pages_tell_until_when_in_the_tenants_zone() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let merchant = harbour.merchant("lin@merchant.example").await.with_business().await;
    for rest in ["", "/status"] {
        let page = merchant.page(rest).await;
        assert!(page.words().contains("Kept until 28 Feb 2027, 10:00."), "{rest}: {}", page.words());
    }
    // Housekeeping sets it going, and a second round before it has run adds nothing.
    server::housekeeping::once(&world.services, true).await;
    server::housekeeping::once(&world.services, true).await;
    assert_eq!(world.run_jobs().await, 1);
}
