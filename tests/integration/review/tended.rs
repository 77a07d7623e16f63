//! What goes by the clock: cases that come back by themselves, and the time that the desk gives itself.

use super::{handling::in_days, scene};
use domain::{
    Actor, ApplicationId,
    applications::{Event, Fault, Item, Move, StateKind},
    review::{Desk as Stands, RedoReason},
};
use services::{
    applications::{Terms, advance},
    audit, review,
};
use store::{TenantTx, applications::lock, tenants};
use tests::desk::Desk;
use time::{Duration, OffsetDateTime, macros::datetime};

/// Sessions outlast what is tried here.
pub(super) async fn stay_signed_in(desk: &Desk) {
    let mut owner = desk.world.database.owner().await;
    let sql = "update sessions set absolute_expires_at = absolute_expires_at + interval '400 days'";
    sqlx::query(sql).execute(&mut owner).await.expect(sql);
}

async fn tend(desk: &Desk) -> usize {
    review::tend(&desk.world.services, desk.tenant.id).await.expect("tended")
}

async fn stands(desk: &Desk, id: ApplicationId) -> Stands {
    desk.row(id).await.desk
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_nobody_touches_for_four_working_hours_goes_back() {
    let mut scene = scene().await;
    stay_signed_in(&scene.desk).await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let (idle, busy) = (desk.submitted(&mut scene.owner).await, desk.submitted(&mut scene.owner).await);
    // Friday, four in the afternoon: two hours are left of the day.
    desk.world.clock.set(datetime!(2026-12-04 08:00 UTC));
    for id in [idle, busy] {
        review::claim(services, &scene.reviewer, id).await.expect("claimed");
    }
    // On Monday at ten only three working hours have passed.
    desk.world.clock.set(datetime!(2026-12-07 02:00 UTC));
    assert_eq!(tend(desk).await, 0);
    // Whatever its holder does with the other one counts.
    review::snooze(services, &scene.reviewer, busy, &in_days(desk, 1)).await.expect("put off");
    review::resume(services, &scene.reviewer, busy).await.expect("taken up");
    desk.world.clock.set(datetime!(2026-12-07 03:00 UTC));
    assert_eq!(tend(desk).await, 1);
    assert_eq!(tend(desk).await, 0, "once");
    assert_eq!(stands(desk, idle).await, Stands::Waiting);
    assert!(matches!(stands(desk, busy).await, Stands::Claimed { .. }));
    let told = audit::timeline(services, &scene.senior, idle).await.expect("the timeline");
    assert_eq!(told[0].name, "case.left_untouched");
    assert_eq!(told[0].audience, domain::audit::Audience::Staff);
    let merchant = audit::timeline(services, &scene.owner, idle).await.expect("the timeline");
    assert!(merchant.iter().all(|entry| !entry.name.starts_with("case.")));
    // Two hours of lunch and work later the other has been left as well.
    desk.world.clock.set(datetime!(2026-12-07 07:00 UTC));
    assert_eq!(tend(desk).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn advice_and_every_other_act_touch_a_case() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.submitted(&mut scene.owner).await;
    review::claim(services, &scene.reviewer, id).await.expect("claimed");
    let first = desk.row(id).await.touched_at;
    assert_eq!(first, Some(services.now()));
    desk.world.clock.advance(Duration::hours(1));
    // Somebody else's act on it doesn't count as its holder's; the merchant's doesn't either.
    let mut tx = TenantTx::begin(&services.db, &scene.senior).await.expect("a change");
    tx.record(domain::audit::Event::new("case.noted", "application", id).on(id));
    tx.commit().await.expect("done");
    assert_eq!(desk.row(id).await.touched_at, first);
    let mut tx = TenantTx::begin(&services.db, &scene.reviewer).await.expect("a change");
    tx.record(domain::audit::Event::new("case.noted", "application", id).on(id));
    tx.commit().await.expect("done");
    assert_eq!(desk.row(id).await.touched_at, Some(services.now()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_put_off_comes_back_when_its_time_has_come() {
    let mut scene = scene().await;
    stay_signed_in(&scene.desk).await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.submitted(&mut scene.owner).await;
    let due = desk.row(id).await.due_at;
    review::claim(services, &scene.reviewer, id).await.expect("claimed");
    review::snooze(services, &scene.reviewer, id, &in_days(desk, 4)).await.expect("put off");
    // Days without a touch don't bring it back; its time does.
    desk.world.clock.set(datetime!(2026-12-04 00:59 UTC));
    assert_eq!(tend(desk).await, 0);
    desk.world.clock.set(datetime!(2026-12-04 01:00 UTC));
    assert_eq!(tend(desk).await, 1);
    let row = desk.row(id).await;
    assert_eq!((row.desk, row.due_at), (Stands::Waiting, due), "the clock went on");
    assert_eq!(tend(desk).await, 0);
    let told = audit::timeline(services, &scene.senior, id).await.expect("the timeline");
    assert_eq!(told[0].name, "case.woken");
}

/// A case that can't be brought back keeps none of the others, and is told of.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_fails_at_one_case_stops_no_other() {
    let mut scene = scene().await;
    stay_signed_in(&scene.desk).await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let (broken, sound) = (desk.submitted(&mut scene.owner).await, desk.submitted(&mut scene.owner).await);
    for id in [broken, sound] {
        review::claim(services, &scene.reviewer, id).await.expect("claimed");
    }
    let mut owner = desk.world.database.owner().await;
    let sql = "update applications set state_data = '{}' where id = $1";
    sqlx::query(sql).bind(broken.0).execute(&mut owner).await.expect(sql);
    desk.world.clock.advance(Duration::days(2));
    let told = review::tend(services, desk.tenant.id).await;
    assert!(told.is_err(), "{told:?}");
    assert_eq!(stands(desk, sound).await, Stands::Waiting);
}

/// One tenant's cases come back though another's can't be read.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_desk_is_tended_by_itself() {
    let mut scene = scene().await;
    stay_signed_in(&scene.desk).await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.submitted(&mut scene.owner).await;
    review::claim(services, &scene.reviewer, id).await.expect("claimed");
    let other = tests::desk::tenant(&desk.world, "anchor").await;
    let mut owner = desk.world.database.owner().await;
    let sql = "update tenants set time_zone = 'Nowhere/Else' where id = $1";
    sqlx::query(sql).bind(other.id.0).execute(&mut owner).await.expect(sql);
    desk.world.clock.advance(Duration::days(2));
    server::housekeeping::tend_desks(services).await;
    assert_eq!(stands(desk, id).await, Stands::Waiting);
}

/// Moves an application on as its next use case would.
async fn happens(desk: &Desk, actor: &Actor, id: ApplicationId, event: Event) {
    let services = &desk.world.services;
    let tenant = tenants::by_id(&services.db, desk.tenant.id).await.expect("the tenant");
    let terms = Terms::of(services, &tenant).expect("its terms");
    let mut tx = TenantTx::begin(&services.db, actor).await.expect("a change");
    let mut application = lock(&mut tx, id).await.expect("the application");
    let kind = event.kind();
    advance(&mut tx, &mut application, event, &terms)
        .await
        .unwrap_or_else(|error| panic!("{kind}: {error:?}"));
    tx.commit().await.expect("it is kept");
    desk.world.run_jobs().await;
}

async fn due(desk: &Desk, id: ApplicationId) -> Option<OffsetDateTime> {
    desk.row(id).await.due_at
}

fn changes(by: &Actor) -> Event {
    let what = Fault::Field("business".into(), "scope".into());
    let item = Item { what, reason: RedoReason::Other, words: "Say what you sell".into() };
    Event::RequestChanges { by: by.person().expect("a person").id, items: vec![item] }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_desks_clock_stands_still_while_the_merchant_answers_and_goes_on_with_what_is_left() {
    let mut scene = scene().await;
    stay_signed_in(&scene.desk).await;
    let desk = &scene.desk;
    let id = desk.submitted(&mut scene.owner).await;
    // 24 working hours from Monday at ten: Thursday at ten.
    assert_eq!(due(desk, id).await, Some(datetime!(2026-12-03 02:00 UTC)));
    desk.world.clock.set(datetime!(2026-12-01 03:00 UTC));
    happens(desk, &scene.reviewer, id, changes(&scene.reviewer)).await;
    // Nine hours were used by Tuesday at eleven.
    let row = desk.row(id).await;
    assert_eq!((row.due_at, row.clock_left), (None, Some(Duration::hours(15))));
    // Whoever holds it isn't made to let go: there is nothing for the desk to touch.
    assert_eq!(tend(desk).await, 0);
    // Answered on Saturday: from Monday on there are 15 hours, an hour of which is Tuesday's last but one.
    desk.world.clock.set(datetime!(2026-12-05 04:00 UTC));
    let by = scene.owner.person().expect("a person").id;
    happens(desk, &scene.owner, id, Event::Resubmit { by }).await;
    assert_eq!(due(desk, id).await, Some(datetime!(2026-12-08 09:00 UTC)));
    assert_eq!(desk.row(id).await.clock_left, None);
    // Overdue by three hours it goes back, and comes back overdue by as much.
    desk.world.clock.set(datetime!(2026-12-09 03:00 UTC));
    happens(desk, &scene.reviewer, id, changes(&scene.reviewer)).await;
    assert_eq!(desk.row(id).await.clock_left, Some(Duration::hours(-3)));
    desk.world.clock.set(datetime!(2026-12-15 06:00 UTC));
    happens(desk, &scene.owner, id, Event::Resubmit { by }).await;
    assert_eq!(due(desk, id).await, Some(datetime!(2026-12-15 02:00 UTC)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_that_is_reopened_has_all_its_time_again() {
    let mut scene = scene().await;
    stay_signed_in(&scene.desk).await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.submitted(&mut scene.owner).await;
    desk.recommend(id, &scene.reviewer, "reject", &["names_differ"]).await;
    assert_eq!(due(desk, id).await, Some(datetime!(2026-12-03 02:00 UTC)), "advice changes nothing of it");
    desk.world.clock.set(datetime!(2026-12-02 03:00 UTC));
    let seen = desk.seen(&scene.senior, id).await;
    review::decide(services, &scene.senior, id, &super::decision(&seen, "reject")).await.expect("rejected");
    desk.world.run_jobs().await;
    let row = desk.row(id).await;
    assert_eq!((row.due_at, row.clock_left, row.desk), (None, None, Stands::Closed));
    desk.world.clock.set(datetime!(2026-12-04 01:00 UTC));
    let by = scene.other.person().expect("a person").id;
    assert_eq!(Event::Reopen { by }.kind(), Move::Reopen);
    happens(desk, &scene.other, id, Event::Reopen { by }).await;
    let row = desk.row(id).await;
    assert_eq!((row.state.kind(), row.desk), (StateKind::InReview, Stands::Waiting));
    // 24 hours from Friday at nine: Tuesday evening.
    assert_eq!(row.due_at, Some(datetime!(2026-12-08 10:00 UTC)));
}
