//! A tenant is never without an admin, and whoever no longer is one acts no more, whatever was under way.

use super::{change, number, page_of};
use domain::{Lang, permissions::Role};
use services::{
    ServiceError,
    tenants::{
        branding,
        staff::{self, Invite},
    },
};
use tests::world::World;

const ADMINS: &str = "select count(*) from staff s join staff_roles r using (tenant_id, person_id)
                      where s.state = 'active' and r.role = 'admin'";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_last_admin_stays() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    harbour.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let page = ada.browser.get(&page_of(&ada)).await;
    let refused = ada.browser.submit(&page, "/deactivate", &[]).await;
    assert_eq!(refused.status, 422, "{}", refused.words());
    assert!(refused.complaints().contains("last active administrator"), "{}", refused.complaints());
    let refused = ada.browser.submit(&page, "Save roles", &[("roles", "reviewer")]).await;
    assert_eq!(refused.status, 422, "{}", refused.words());
    assert!(refused.complaints().contains("last active administrator"), "{}", refused.complaints());
    // With a second one the first may go; an admin who was deactivated is none.
    let bob = harbour.staff("bob@harbour.example", &[Role::Admin]).await;
    let page = ada.browser.get(&page_of(&bob)).await;
    ada.browser.submit_and_go(&page, "/deactivate", &[]).await;
    let page = ada.browser.get(&page_of(&ada)).await;
    assert_eq!(ada.browser.submit(&page, "/deactivate", &[]).await.status, 422);
    assert_eq!(number(&world, ADMINS).await, 1);
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_admins_who_deactivate_each_other_at_once_leave_one() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    let bob = harbour.staff("bob@harbour.example", &[Role::Admin]).await;
    for round in 0..10 {
        let (of_ada, of_bob) =
            (format!("{}/deactivate", page_of(&ada)), format!("{}/deactivate", page_of(&bob)));
        let (first, second) = tokio::join!(ada.browser.post(&of_bob, &[]), bob.browser.post(&of_ada, &[]));
        let done = [&first, &second].into_iter().filter(|answer| answer.status == 303).count();
        assert_eq!(done, 1, "round {round}: {} / {}", first.words(), second.words());
        let lost = if first.status == 303 { &second } else { &first };
        assert!(matches!(lost.status, 403 | 404), "round {round}: {}", lost.status);
        assert_eq!(number(&world, ADMINS).await, 1, "round {round}");
        change(&world, "update staff set state = 'active', deactivated_at = null").await;
    }
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rights_are_looked_at_again_under_the_lock() {
    let world = World::new().await;
    let services = &world.services;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    let bob = harbour.staff("bob@harbour.example", &[Role::Admin]).await;
    let rui = harbour.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let invite = |email: &str| Invite { email: email.into(), roles: vec![Role::Auditor], lang: Lang::En };
    let tenant = store::tenants::by_slug(&services.db, "harbour").await.unwrap().unwrap();
    let brand = branding::Input {
        name_en: "Mine".into(),
        name_zh: "我的".into(),
        version: tenant.version,
        ..branding::Input::default()
    };
    for lose in [
        "update staff set state = 'deactivated' where person_id = $1",
        "update staff_roles set role = 'senior_reviewer' where person_id = $1",
    ] {
        // The roles as they came with a request that is still under way.
        let ada_then = ada.actor().await;
        let invitation = staff::invite(services, &ada_then, &invite("ines@harbour.example")).await.unwrap();
        let mut owner = world.database.owner().await;
        sqlx::query(lose).bind(ada.id.0).execute(&mut owner).await.unwrap();
        for (act, done) in [
            ("invite", staff::invite(services, &ada_then, &invite("eve@evil.example")).await.map(drop)),
            ("withdraw", staff::withdraw(services, &ada_then, invitation).await),
            ("change_roles", staff::change_roles(services, &ada_then, rui.id, &[Role::Admin]).await),
            ("deactivate", staff::deactivate(services, &ada_then, bob.id).await),
            ("reactivate", staff::reactivate(services, &ada_then, ada.id).await),
            ("branding", branding::save(services, &ada_then, &brand).await),
        ] {
            assert!(matches!(done, Err(ServiceError::Forbidden)), "{act} after {lose}: {done:?}");
        }
        let bob_now = bob.actor().await;
        staff::withdraw(services, &bob_now, invitation).await.unwrap();
        sqlx::query("update staff set state = 'active'").execute(&mut owner).await.unwrap();
    }
    assert_eq!(number(&world, "select count(*) from invitations where email like '%evil%'").await, 0);
    assert_eq!(number(&world, "select count(*) from tenants where name_en = 'Mine'").await, 0);
    world.run_jobs().await;
}
