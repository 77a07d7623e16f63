//! Holds, and what a proof of an account leaves at the bank's side.

use super::{count, is_whole, page_of, unmistakable};
use domain::permissions::Role;
use services::retention;
use tests::world::World;
use time::macros::datetime;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn g01_a_legal_hold_keeps_what_no_law_does_until_it_is_lifted() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let merchant = unmistakable(&tenant).await;
    let number = merchant.row().await.case_number;
    let page = page_of(&admin, &number).await;
    let empty = admin.browser.submit(&page, "Place the hold", &[("hold_reason", "  ")]).await;
    assert_eq!(empty.status, 422, "{}", empty.words());
    let reason = "Case 2026-17 of the court";
    let held = admin.browser.submit_and_go(&page, "Place the hold", &[("hold_reason", reason)]).await;
    assert!(held.words().contains(reason), "{}", held.words());
    let refused = admin.browser.submit_and_go(&held, "/erase", &[("number", &number)]).await;
    assert!(
        refused.words().contains("A legal hold forbids erasing this until it is lifted"),
        "{}",
        refused.words()
    );
    world.run_jobs().await;
    assert_eq!(merchant.page("").await.status, 404, "set aside");

    // However long it lies there.
    world.clock.set(datetime!(2046-11-30 02:00 UTC));
    retention::look_at_terms(&world.services, tenant.id).await.expect("a look");
    world.run_jobs().await;
    let purged = "select count(*) from applications where id = $1 and purged_at is not null";
    assert_eq!(count(&world, purged, &merchant).await, 0);

    admin.sign_in().await;
    let page = page_of(&admin, &number).await;
    let lifted = admin.browser.submit_and_go(&page, "/lift", &[]).await;
    assert!(lifted.words().contains("The hold is lifted"), "{}", lifted.words());
    let erased = admin.browser.submit_and_go(&lifted, "/erase", &[("number", &number)]).await;
    assert!(erased.words().contains("The application is erased"), "{}", erased.words());
    world.run_jobs().await;
    assert_eq!(count(&world, purged, &merchant).await, 1);
    let page = page_of(&admin, &number).await;
    assert!(
        page.words().contains("Erased with the application") && !page.body.contains(reason),
        "{}",
        page.words()
    );
    is_whole(&tenant).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_stands_on_its_side_or_has_no_such_role_sees_nothing_of_it() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let merchant = unmistakable(&tenant).await;
    let number = merchant.row().await.case_number;
    merchant.owner.join_staff(&[Role::Admin]).await;
    merchant.owner.sign_in().await;
    let own = merchant.owner.actor().await;
    let one = retention::one(&world.services, &own, merchant.id).await;
    assert!(matches!(one, Err(services::ServiceError::NotFound)), "{one:?}");
    let erased = retention::erase(&world.services, &own, merchant.id, &number).await;
    assert!(matches!(erased, Err(services::ServiceError::NotFound)), "{erased:?}");
    let listed = retention::overview(&world.services, &own, &number, None).await.expect("the list");
    assert!(listed.lines.is_empty());
    // Nor of what came of somebody's request.
    let ada = tenant.staff("ada@harbour.example", &[Role::Admin]).await.actor().await;
    retention::place(&world.services, &ada, merchant.id, "A lawsuit").await.expect("a hold");
    retention::erase(&world.services, &ada, merchant.id, &number).await.expect("an answer");
    for (reader, count) in [(&own, 0), (&ada, 1)] {
        let listed = retention::overview(&world.services, reader, "", None).await.expect("the list");
        assert_eq!((listed.lines.len(), listed.erasures.len()), (count, count));
    }
    for role in [Role::Reviewer, Role::SeniorReviewer, Role::Auditor] {
        let email = format!("{}@harbour.example", role.word());
        let actor = tenant.staff(&email, &[role]).await.actor().await;
        let erased = retention::erase(&world.services, &actor, merchant.id, &number).await;
        assert!(matches!(erased, Err(services::ServiceError::Forbidden)), "{role:?} {erased:?}");
    }
    let haven = world.tenant("haven").await;
    let stranger = haven.staff("ada@haven.example", &[Role::Admin]).await.actor().await;
    let erased = retention::erase(&world.services, &stranger, merchant.id, &number).await;
    assert!(matches!(erased, Err(services::ServiceError::NotFound)), "{erased:?}");
}
