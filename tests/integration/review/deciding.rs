//! What follows from a decision, and that there is only ever one.

use super::{decision, scene};
use services::{
    applications::{VersionInput, submit},
    review::{self, DecisionInput, Denied},
};
use std::collections::BTreeSet;
use store::{
    TenantTx,
    applications::{load, merchants},
};

const ROUNDS: usize = 1000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn w02_two_deciding_at_once_make_one_decision_each_time_rounds() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.submitted(&mut scene.owner).await;
    for round in 0..ROUNDS {
        desk.recommend(id, &scene.reviewer, "approve", &[]).await;
        let seen = desk.seen(&scene.senior, id).await;
        let input = decision(&seen, "return");
        let (one, two) = tokio::join!(
            review::decide(services, &scene.senior, id, &input),
            review::decide(services, &scene.other, id, &input),
        );
        let lost = match (one, two) {
            (Ok(_), Err(lost)) | (Err(lost), Ok(_)) => lost,
            both => panic!("round {round}: {both:?}"),
        };
        assert!(matches!(lost, Denied::Moved(_)), "round {round}: {lost:?}");
    }
    // A mail a round to whoever recommended: nobody reads a thousand.
    desk.world.allow_jobs();
    let rounds = i64::try_from(ROUNDS).unwrap();
    let count = |sql| desk.number(sql, id.0);
    assert_eq!(count("select count(*) from decisions where application_id = $1").await, rounds);
    assert_eq!(
        count("select count(distinct recommendation_id) from decisions where application_id = $1").await,
        rounds
    );
    assert_eq!(
        count("select count(*) from audit_events where application_id = $1 and name = 'application.returned_to_review'").await,
        rounds
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn w02_approving_and_rejecting_at_once_leaves_one_end() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let mut ends = BTreeSet::new();
    for _ in 0..20 {
        let id = desk.recommended(&mut scene.owner, &scene.reviewer).await;
        let seen = desk.seen(&scene.senior, id).await;
        let (approve, reject) = (decision(&seen, "approve"), decision(&seen, "reject"));
        let (one, two) = tokio::join!(
            review::decide(services, &scene.senior, id, &approve),
            review::decide(services, &scene.other, id, &reject),
        );
        assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1, "{one:?} {two:?}");
        let approved = one.is_ok();
        let numbered = desk
            .number(
                "select count(*) from merchants m join applications a on a.merchant_id = m.id
                 where a.id = $1 and m.number is not null",
                id.0,
            )
            .await;
        let capabilities = desk
            .number(
                "select count(*) from capabilities c join applications a on a.merchant_id = c.merchant_id where a.id = $1",
                id.0,
            )
            .await;
        assert_eq!((numbered, capabilities), if approved { (1, 4) } else { (0, 0) });
        ends.insert(approved);
    }
    desk.world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_approval_takes_the_merchant_aboard_in_one_go() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.recommended(&mut scene.owner, &scene.reviewer).await;
    let seen = desk.seen(&scene.senior, id).await;
    review::decide(services, &scene.senior, id, &decision(&seen, "approve")).await.expect("approved");

    let mut tx = TenantTx::read(&services.db, &scene.senior).await.unwrap();
    let application = load(&mut tx, id).await.unwrap();
    let number = merchants::load(&mut tx, application.merchant).await.unwrap().number.expect("a number");
    assert!(domain::numbers::Number::parse(domain::numbers::Named::Merchant, &number).is_some(), "{number}");
    drop(tx);
    // Requested, and nothing more: each channel still has to say yes.
    let effective = "select count(*) from capabilities c join applications a on a.merchant_id = c.merchant_id
                     where a.id = $1 and (c.verified_at is not null or c.effective_at is not null)";
    assert_eq!(desk.number(effective, id.0).await, 0);
    desk.world.run_jobs().await;
    let mail = desk.world.mail_to("owner@merchant.example");
    assert!(mail.subject.contains("approved"), "{}", mail.subject);
    assert!(mail.text.contains(&application.case_number), "{}", mail.text);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_returned_goes_round_again() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.recommended(&mut scene.owner, &scene.reviewer).await;
    let seen = desk.seen(&scene.senior, id).await;
    // The form comes with what was recommended in it: what goes back leaves it aside.
    let back = DecisionInput {
        reasons: vec!["names_differ".into()],
        words: "Names differ".into(),
        ..decision(&seen, "return")
    };
    review::decide(services, &scene.senior, id, &back).await.expect("returned");
    desk.world.run_jobs().await;
    let mail = desk.world.mail_to("reviewer@harbour.example");
    assert!(mail.subject.contains("back in the first review"), "{}", mail.subject);
    assert!(desk.world.link_to("reviewer@harbour.example").ends_with(&format!("/desk/cases/{id}")));
    assert!(!mail.text.contains("Look at page 2 again"), "the note stays at the desk: {}", mail.text);
    // Whoever returned it may recommend now; then somebody else decides.
    desk.recommend(id, &scene.senior, "reject", &["names_differ"]).await;
    let seen = desk.seen(&scene.other, id).await;
    let denied = review::decide(services, &scene.other, id, &decision(&seen, "approve")).await;
    assert!(matches!(denied, Err(Denied::NotOpen("applications-why-not-recommended"))), "{denied:?}");
    review::decide(services, &scene.other, id, &decision(&seen, "reject")).await.expect("rejected");
    // It is over: nobody hands it in again.
    let version = desk.version(&scene.owner, id).await;
    assert!(submit(services, &scene.owner, id, VersionInput { version }).await.is_err());
    desk.world.run_jobs().await;
}
