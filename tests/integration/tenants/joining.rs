//! Coming to work at a tenant: within its limit, with nothing lost, and with a session as short as staff's.

use super::{change, is_in, number, operator, page_of};
use domain::permissions::Role;
use tests::{
    builders::{PASSWORD, Person},
    world::World,
};
use time::Duration;

/// Invites someone in an admin's browser, and answers the link they get.
async fn invite(admin: &Person<'_>, email: &str, role: Role) -> String {
    let page = admin.browser.get(&admin.tenant.at("/console/staff/invite")).await;
    let fields = [("email", email), ("roles", role.word())];
    admin.browser.submit_and_go(&page, "Send the invitation", &fields).await;
    admin.tenant.world.run_jobs().await;
    admin.tenant.world.link_to(email)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_limit_holds_at_inviting_accepting_and_reactivating() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    let full = "Every place is taken";
    change(&world, "update tenants set staff_limit = 2").await;
    // One works here and one is invited since the tenant was made: an open invitation takes a place.
    let page = ada.browser.get(&harbour.at("/console/staff/invite")).await;
    let fields = [("email", "ines@harbour.example"), ("roles", "auditor")];
    let refused = ada.browser.submit(&page, "Send the invitation", &fields).await;
    assert_eq!(refused.status, 422, "{}", refused.words());
    assert!(refused.complaints().contains(full), "{}", refused.complaints());
    assert_eq!(refused.attribute("input[name=email]", "value").as_deref(), Some("ines@harbour.example"));
    let page = ada.browser.get(&harbour.at("/console/staff")).await;
    ada.browser.submit_and_go(&page, "/withdraw", &[]).await;
    let link = invite(&ada, "ines@harbour.example", Role::Auditor).await;
    // The place is gone by the time the link is opened.
    let rui = harbour.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let ines = world.browser();
    let page = ines.get(&link).await;
    let refused = ines.submit(&page, "Join", &[("password", PASSWORD)]).await;
    assert_eq!(refused.status, 422, "{}", refused.words());
    assert!(refused.complaints().contains(full), "{}", refused.complaints());
    assert_eq!(number(&world, "select count(*) from persons where email like 'ines%'").await, 0);
    let page = ada.browser.get(&page_of(&rui)).await;
    ada.browser.submit_and_go(&page, "/deactivate", &[]).await;
    let page = ines.get(&link).await;
    ines.submit_and_go(&page, "Join", &[("password", PASSWORD)]).await;
    let page = ada.browser.get(&page_of(&rui)).await;
    let refused = ada.browser.submit(&page, "/reactivate", &[]).await;
    assert_eq!(refused.status, 422, "{}", refused.words());
    assert!(refused.complaints().contains(full), "{}", refused.complaints());
    assert_eq!(number(&world, "select count(*) from staff where state = 'active'").await, 2);
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_who_accept_the_last_place_one_gets_it() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    let links = [
        invite(&ada, "ines@harbour.example", Role::Auditor).await,
        invite(&ada, "rui@harbour.example", Role::Auditor).await,
    ];
    change(&world, "update tenants set staff_limit = 2").await;
    let (one, other) = (world.browser(), world.browser());
    let password = [("password", PASSWORD)];
    let (first, second) = tokio::join!(one.post(&links[0], &password), other.post(&links[1], &password));
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422]);
    assert_eq!(number(&world, "select count(*) from staff where state = 'active'").await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn accepting_takes_no_role_away() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    let bob = harbour.person("bob@harbour.example").await;
    let link = invite(&ada, &bob.email, Role::Reviewer).await;
    // By the time the link is opened Bob is the one administrator.
    let mut owner = world.database.owner().await;
    for sql in [
        "insert into staff select tenant_id, $1, 'active', created_at from staff",
        "insert into staff_roles select tenant_id, $1, 'admin' from staff_roles",
    ] {
        sqlx::query(sql).bind(bob.id.0).execute(&mut owner).await.unwrap();
    }
    let page = bob.browser.get(&page_of(&ada)).await;
    bob.browser.submit_and_go(&page, "/deactivate", &[]).await;
    let page = bob.browser.get(&link).await;
    bob.browser.submit_and_go(&page, "Accept", &[]).await;
    let page = bob.browser.get(&page_of(&bob)).await;
    assert_eq!(page.status, 200, "{}", page.words());
    assert!(page.words().contains("Reviewer") && page.words().contains("Administrator"), "{}", page.words());
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_comes_to_work_here_or_to_run_the_platform_is_signed_out_as_soon_as_they() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    let rui = harbour.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let bob = harbour.person("bob@harbour.example").await;
    let eve = harbour.person("eve@haifeng.example").await;
    let link = invite(&ada, &bob.email, Role::Reviewer).await;
    let page = bob.browser.get(&link).await;
    bob.browser.submit_and_go(&page, "Accept", &[]).await;
    let olga = operator(&harbour).await;
    // Away for a while, and back while a session of before still lives.
    let page = ada.browser.get(&page_of(&rui)).await;
    ada.browser.submit_and_go(&page, "/deactivate", &[]).await;
    change(&world, "update sessions set idle_seconds = 1800 where person_id in (select person_id from staff where state = 'deactivated')").await;
    let page = ada.browser.get(&page_of(&rui)).await;
    ada.browser.submit_and_go(&page, "/reactivate", &[]).await;
    world.run_jobs().await;
    for person in [&bob, &olga, &rui, &eve] {
        assert!(is_in(&person.browser).await, "{}", person.email);
    }
    world.clock.advance(Duration::minutes(16));
    for person in [&bob, &olga, &rui] {
        assert!(!is_in(&person.browser).await, "{}", person.email);
    }
    assert!(is_in(&eve.browser).await, "a merchant's person has half an hour");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn accepted_twice_at_once_is_accepted_once() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    for round in 0..5 {
        let bob = harbour.person(&format!("bob{round}@harbour.example")).await;
        let link = invite(&ada, &bob.email, Role::Reviewer).await;
        let (first, second) = tokio::join!(bob.browser.post(&link, &[]), bob.browser.post(&link, &[]));
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409], "round {round}");
    }
}
