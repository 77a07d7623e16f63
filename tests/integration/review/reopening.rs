//! Each closed application is taken up again by whoever it belongs to then: what was decided by the desk, what was let
//! go by its merchant; and what was never handed in by nobody.

use super::{decision, queue::all, scene, tended::stay_signed_in};
use domain::{Actor, ApplicationId, applications::StateKind, permissions::Role, review::Desk as Stands};
use services::{
    ServiceError,
    applications::{self, VersionInput, withdraw},
    documents,
    review::{self, Denied, Wanted},
};
use store::review::Shelf;
use tests::{
    desk::{Desk, Mark, judge, send_back},
    world::World,
};
use time::Duration;

async fn reopen(desk: &Desk, by: &Actor, id: ApplicationId) -> Result<StateKind, Denied> {
    review::reopen(&desk.world.services, by, id, "The bank called").await
}

/// Nothing of it is there for the desk: no line, no page, no paper.
async fn is_out_of_sight(scene: &super::Scene, id: ApplicationId) {
    let services = &scene.desk.world.services;
    for shelf in [Shelf::Waiting, Shelf::Open, Shelf::Closed, Shelf::Claimed, Shelf::Mine] {
        let cases = all(scene, &Wanted::on(shelf)).await;
        assert!(cases.iter().all(|case| case.id != id), "on {shelf:?}");
    }
    for reader in [&scene.reviewer, &scene.senior] {
        let case = review::case(services, reader, id).await;
        assert!(matches!(case, Err(ServiceError::NotFound)), "{case:?}");
        assert!(documents::files(services, reader, id).await.is_err(), "its papers are shown");
    }
}

/// It is its merchant's draft, and comes back to the desk as it was handed in again.
async fn is_a_draft_until_handed_in(scene: &super::Scene, id: ApplicationId) {
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let row = desk.row(id).await;
    assert_eq!((row.state.kind(), row.desk, row.closed_at), (StateKind::Draft, Stands::None, None));
    is_out_of_sight(scene, id).await;
    let told = desk.world.mail_to("owner@merchant.example");
    assert!(told.subject.contains("is open again"), "{}", told.subject);
    let version = desk.version(&scene.owner, id).await;
    applications::submit(services, &scene.owner, id, VersionInput { version }).await.expect("handed in");
    desk.world.run_jobs().await;
    let row = desk.row(id).await;
    let round = row.state.submission().expect("it was handed in").round;
    assert_eq!((row.state.kind(), row.desk, round), (StateKind::InReview, Stands::Waiting, 2));
    assert!(review::case(services, &scene.reviewer, id).await.is_ok());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_withdrawn_is_its_merchants_draft_again_and_out_of_the_desks_sight() {
    let mut scene = scene().await;
    let id = scene.desk.submitted(&mut scene.owner).await;
    withdraw(&scene.desk.world.services, &scene.owner, id).await.expect("withdrawn");
    scene.desk.world.run_jobs().await;
    assert_eq!(reopen(&scene.desk, &scene.senior, id).await.expect("reopened"), StateKind::Draft);
    scene.desk.world.run_jobs().await;
    is_a_draft_until_handed_in(&scene, id).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_has_run_out_is_its_merchants_draft_again() {
    let mut scene = scene().await;
    stay_signed_in(&scene.desk).await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.submitted(&mut scene.owner).await;
    review::claim(services, &scene.reviewer, id).await.expect("claimed");
    judge(services, &scene.reviewer, id, &Mark::sent_back("field:channels:wanted", "other", "Which?")).await;
    send_back(services, &scene.reviewer, id).await;
    for days in [24, 8] {
        desk.world.run_jobs().await;
        desk.world.clock.advance(Duration::days(days));
        applications::look_at_ends(services, desk.tenant.id).await.expect("a look");
    }
    desk.world.run_jobs().await;
    assert_eq!(desk.row(id).await.state.kind(), StateKind::Expired);
    assert_eq!(reopen(desk, &scene.senior, id).await.expect("reopened"), StateKind::Draft);
    desk.world.run_jobs().await;
    is_a_draft_until_handed_in(&scene, id).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_rejected_is_before_the_desk_again() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.submitted(&mut scene.owner).await;
    desk.recommend(id, &scene.reviewer, "reject", &["names_differ"]).await;
    let seen = desk.seen(&scene.senior, id).await;
    review::decide(services, &scene.senior, id, &decision(&seen, "reject")).await.expect("rejected");
    desk.world.run_jobs().await;
    assert_eq!(reopen(desk, &scene.senior, id).await.expect("reopened"), StateKind::InReview);
    desk.world.run_jobs().await;
    let row = desk.row(id).await;
    assert_eq!((row.desk, row.closed_at), (Stands::Waiting, None));
    let waiting = all(&scene, &Wanted::on(Shelf::Waiting)).await;
    assert!(waiting.iter().any(|case| case.id == id));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_reopened_beside_another_one_under_way() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.submitted(&mut scene.owner).await;
    withdraw(services, &scene.owner, id).await.expect("withdrawn");
    let merchant = desk.row(id).await.merchant.to_string();
    let start = applications::StartInput { kind: "cn-enterprise".into(), merchant, ..Default::default() };
    let other = applications::start(services, &scene.owner, &start).await.expect("another one");
    let beside = reopen(desk, &scene.senior, id).await;
    assert!(matches!(beside, Err(Denied::NotOpen("applications-why-other-open"))), "{beside:?}");
    assert_eq!(desk.row(id).await.state.kind(), StateKind::Withdrawn);
    withdraw(services, &scene.owner, other).await.expect("the other one is let go");
    reopen(desk, &scene.senior, id).await.expect("now it can be");
    desk.world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_never_handed_in_is_nobodys_to_reopen() {
    let mut scene = scene().await;
    let id = scene.desk.draft(&mut scene.owner).await;
    withdraw(&scene.desk.world.services, &scene.owner, id).await.expect("withdrawn");
    scene.desk.world.run_jobs().await;
    is_out_of_sight(&scene, id).await;
    assert!(reopen(&scene.desk, &scene.senior, id).await.is_err());
    assert_eq!(scene.desk.row(id).await.state.kind(), StateKind::Withdrawn);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_reopens_a_draft_is_led_to_the_queue_and_its_page_is_gone() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let senior = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let merchant = tenant.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await;
    withdraw(&world.services, &merchant.owner.actor().await, merchant.id).await.expect("withdrawn");
    let case = tenant.at(&format!("/desk/cases/{}", merchant.id));
    let page = senior.browser.get(&format!("{case}/reopen")).await;
    let queue = senior.browser.send_form_and_go(&page, &page.main_form(), &[("reason", "They called")]).await;
    assert!(queue.path.starts_with(&tenant.at("/desk?")), "{}", queue.path);
    assert!(queue.words().contains("Open again. The merchant has been told."), "{}", queue.words());
    assert_eq!(senior.browser.get(&case).await.status, 404);
    world.run_jobs().await;
    assert_eq!(merchant.page("/sections/business").await.status, 200);
}
