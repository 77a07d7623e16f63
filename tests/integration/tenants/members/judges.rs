//! Whoever judges cases and is invited to a merchant: never on both sides of one decision.

use super::{invite, open, team};
use crate::tenants::number;
use domain::{permissions::Role, review::Desk};
use services::review::{self, EscalationInput, SnoozeInput};
use sqlx::Connection;
use tests::{builders::Person, world::World};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reviewer_who_joins_gives_its_cases_back_and_never_sees_them_again() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = harbour.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let merchant = harbour.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await;
    let case = harbour.at(&format!("/desk/cases/{}", merchant.id));
    let page = rui.browser.get(&case).await;
    rui.browser.submit_and_go(&page, "/claim", &[]).await;
    let link = invite(&merchant, "rui@harbour.example", Role::Finance).await;
    let page = open(&rui, &link).await;
    assert!(page.words().contains("never review this business"), "{}", page.words());
    rui.browser.submit_and_go(&page, "Accept", &[]).await;
    world.run_jobs().await;
    let waiting = "select count(*) from applications where case_state = 'waiting' and claimed_by is null";
    assert_eq!(number(&world, waiting).await, 1);
    assert_eq!(rui.browser.get(&case).await.status, 404);
    // Leaving doesn't bring the case back.
    let page = rui.browser.get(&team(&merchant, "").await).await;
    rui.browser.submit_and_go(&page, "/leave", &[]).await;
    assert_eq!(rui.browser.get(&case).await.status, 404);
    world.run_jobs().await;
}

/// Nine o'clock in the morning, some days on.
fn later(world: &World) -> SnoozeInput {
    let day = (world.services.now() + time::Duration::days(3)).date();
    SnoozeInput {
        year: day.year().to_string(),
        month: u8::from(day.month()).to_string(),
        day: day.day().to_string(),
        hour: "9".into(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_put_off_waits_again_and_what_was_handed_up_still_waits_for_a_senior() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = harbour.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let sun = harbour.staff("sun@harbour.example", &[Role::SeniorReviewer]).await;
    let merchant = harbour.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await;
    let services = &world.services;
    let joins = async |person: &Person<'_>, email| {
        let link = invite(&merchant, email, Role::Finance).await;
        let page = open(person, &link).await;
        let answer = person.browser.submit(&page, "Accept", &[]).await;
        assert_eq!(answer.status, 303, "{}", answer.words());
        world.run_jobs().await;
        merchant.row().await.desk
    };
    let actor = rui.actor().await;
    review::claim(services, &actor, merchant.id).await.expect("claimed");
    review::snooze(services, &actor, merchant.id, &later(&world)).await.expect("put off");
    assert_eq!(joins(&rui, "rui@harbour.example").await, Desk::Waiting);

    let actor = sun.actor().await;
    review::claim(services, &actor, merchant.id).await.expect("claimed");
    let reason = EscalationInput { reason: "Who owns it?".into() };
    review::escalate(services, &actor, merchant.id, &reason).await.expect("handed up");
    review::claim(services, &actor, merchant.id).await.expect("taken");
    assert_eq!(joins(&sun, "sun@harbour.example").await, Desk::Escalated { holder: None });
}

/// Each way of weighing on a merchant, by somebody of the desk who does nothing else.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_way_of_judging_keeps_from_the_merchants_side() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let staff = async |name, role| harbour.staff(name, &[role]).await;
    let [rui, ann, bo] = [
        staff("rui@harbour.example", Role::Reviewer).await,
        staff("ann@harbour.example", Role::Reviewer).await,
        staff("bo@harbour.example", Role::Reviewer).await,
    ];
    let sun = staff("sun@harbour.example", Role::SeniorReviewer).await;
    let adm = staff("adm@harbour.example", Role::Admin).await;
    let merchant = harbour.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await;
    let services = &world.services;
    // Ann accepts every item and lets go.
    let actor = ann.actor().await;
    review::claim(services, &actor, merchant.id).await.expect("claimed");
    tests::desk::accept_all(services, &actor, merchant.id).await;
    review::release(services, &actor, merchant.id).await.expect("let go");
    let merchant = merchant.approved_by(&rui, &sun).await;
    merchant.answered(&bo, "alipay", "yes").await;
    // Proposed by the reviewer, opened by the administrator.
    merchant.live_opened_by(&rui, &adm).await;
    world.run_jobs().await;
    for (person, email) in [
        (&ann, "ann@harbour.example"),
        (&bo, "bo@harbour.example"),
        (&sun, "sun@harbour.example"),
        (&adm, "adm@harbour.example"),
    ] {
        let link = invite(&merchant, email, Role::Papers).await;
        let refused = open(person, &link).await;
        assert_eq!(refused.status, 409, "{email}: {}", refused.words());
    }
    assert_eq!(number(&world, "select count(*) from merchant_members").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_judged_an_application_of_the_merchant_takes_no_role_there() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = harbour.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let merchant = harbour.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await.recommended_by(&rui).await;
    let link = invite(&merchant, "rui@harbour.example", Role::Papers).await;
    let page = open(&rui, &link).await;
    assert_eq!(page.status, 409);
    assert!(page.words().contains("can’t take a role"), "{}", page.words());
    let refused = rui.browser.post(&link, &[]).await;
    assert_eq!(refused.status, 409, "{}", refused.words());
    // The merchant sees an open invitation and nothing else.
    let page = merchant.owner.browser.get(&team(&merchant, "").await).await;
    assert!(page.words().contains("Invited"), "{}", page.words());
    assert_eq!(number(&world, "select count(*) from merchant_members").await, 1);

    // Past the code: the database refuses.
    let mut app = sqlx::PgConnection::connect(&world.database.app_url()).await.unwrap();
    sqlx::query("select set_config('app.tenant_id', $1, false)")
        .bind(harbour.id.0.to_string())
        .execute(&mut app)
        .await
        .unwrap();
    let past = sqlx::query(
        "insert into merchant_members (tenant_id, merchant_id, person_id, role, added_at)
         select tenant_id, id, $1, 'papers', created_at from merchants",
    )
    .bind(rui.id.0)
    .execute(&mut app)
    .await;
    let Err(sqlx::Error::Database(error)) = past else { panic!("{past:?}") };
    assert_eq!(error.constraint(), Some("own_side"));
}
