//! What the operator does to a tenant, and never sees of it.

use super::{is_in, number, operator, page_of, recorded};
use domain::permissions::Role;
use tests::{
    browser::Browser,
    builders::{PASSWORD, Tenant},
    world::World,
};
use time::Duration;

const PAGE: &str = "/operator/tenants/harbour";

/// Joins by an invitation's link, and signs in.
async fn join(tenant: &Tenant<'_>, link: &str, email: &str) -> Browser {
    let browser = tenant.world.browser();
    let page = browser.get(link).await;
    browser.submit_and_go(&page, "Join", &[("password", PASSWORD)]).await;
    let fields = [("email", email), ("password", PASSWORD), ("to", "/account")];
    assert_eq!(browser.post("/account/sign-in", &fields).await.status, 303);
    browser
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tenant_whose_first_invitation_ran_out_gets_another() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let first = world.link_to("admin@harbour.example");
    world.clock.advance(Duration::hours(73));
    assert_eq!(world.browser().get(&first).await.status, 410);
    let olga = operator(&harbour).await;
    let page = olga.browser.get(PAGE).await;
    assert!(page.words().contains("No administrator works here"), "{}", page.words());
    // What is wrong stands at its field, and what was typed stays.
    let refused = olga.browser.submit(&page, "/invite", &[("email", "ada@"), ("lang", "zh-CN")]).await;
    assert_eq!(refused.status, 422, "{}", refused.words());
    assert!(refused.complaints().contains("name@example.com"), "{}", refused.complaints());
    assert_eq!(refused.attribute("input[name=email]", "value").as_deref(), Some("ada@"));
    assert!(refused.attribute("input[name=lang][value=zh-CN]", "checked").is_some());
    assert_eq!(refused.attribute("input[name=staff_limit]", "value").as_deref(), Some("50"));
    let fields = [("email", "ada@harbour.example"), ("lang", "en")];
    let done = olga.browser.submit_and_go(&page, "/invite", &fields).await;
    assert!(done.words().contains("The invitation is on its way"), "{}", done.words());
    world.run_jobs().await;
    let second = world.link_to("ada@harbour.example");
    // Sent once more, to another: the one before opens nothing.
    olga.browser.submit_and_go(&done, "/invite", &[("email", "bob@harbour.example"), ("lang", "en")]).await;
    world.run_jobs().await;
    assert_eq!(world.browser().get(&second).await.status, 410);
    assert_eq!(number(&world, "select count(*) from invitations where withdrawn_at is null").await, 1);
    let bob = join(&harbour, &world.link_to("bob@harbour.example"), "bob@harbour.example").await;
    assert_eq!(bob.get(&harbour.at("/console/staff")).await.status, 200);
    // Where an administrator works, inviting is theirs.
    let page = olga.browser.get(PAGE).await;
    assert!(!page.words().contains("No administrator works here"), "{}", page.words());
    let refused = olga.browser.post(&format!("{PAGE}/invite"), &fields).await;
    assert_eq!(refused.status, 422, "{}", refused.words());
    assert!(refused.complaints().contains("An administrator works here"), "{}", refused.complaints());
    assert_eq!(recorded(&world, "tenant.admin_invited").await, (2, 2));
    assert_eq!(recorded(&world, "invitation.withdrawn").await, (0, 2));
    for tenant in [harbour.id, domain::TenantId::PLATFORM] {
        let whole = store::audit::verify(&world.services.db, tenant).await.unwrap();
        assert!(matches!(whole, store::audit::Verified::Whole(_)), "{tenant}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn joining_and_being_replaced_at_once_leaves_one_way_in() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let link = world.link_to("admin@harbour.example");
    let olga = operator(&harbour).await;
    let joins = world.browser();
    let path = format!("{PAGE}/invite");
    let (joined, invited) = tokio::join!(
        joins.post(&link, &[("password", PASSWORD)]),
        olga.browser.post(&path, &[("email", "bob@harbour.example"), ("lang", "en")]),
    );
    let outcome = (joined.status, invited.status);
    assert!(matches!(outcome, (303, 422) | (409, 303)), "{outcome:?}");
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn limits_made_from_an_older_page_come_back_with_what_was_typed() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let olga = operator(&harbour).await;
    let page = olga.browser.get(PAGE).await;
    olga.browser.submit_and_go(&page, "/limits", &[("staff_limit", "30")]).await;
    let stale = olga.browser.submit(&page, "/limits", &[("staff_limit", "40")]).await;
    assert_eq!(stale.status, 409, "{}", stale.words());
    assert_eq!(stale.attribute("input[name=staff_limit]", "value").as_deref(), Some("40"));
    olga.browser.submit_and_go(&stale, "/limits", &[]).await;
    let tenant = store::tenants::by_slug(&world.services.db, "harbour").await.unwrap().unwrap();
    assert_eq!(tenant.staff_limit, 40);
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_runs_the_platform_sees_nothing_of_a_tenant() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    let merchant = harbour.merchant("lin@haifeng.example").await;
    let olga = operator(&harbour).await;
    let case = harbour.at(&format!("/desk/cases/{}", merchant.id));
    for path in [
        harbour.at("/console"),
        harbour.at("/console/staff"),
        harbour.at("/console/staff/invite"),
        harbour.at("/console/branding"),
        harbour.at("/console/credentials"),
        harbour.at("/console/audit"),
        page_of(&ada),
        merchant.at(""),
        merchant.at("/status"),
        merchant.at("/papers"),
        merchant.at("/sections/business"),
    ] {
        let answer = olga.browser.get(&path).await;
        assert_eq!(answer.status, 404, "{path}: {}", answer.words());
    }
    for path in [
        format!("{}/deactivate", page_of(&ada)),
        harbour.at("/console/staff/invite"),
        harbour.at("/console/audit/verify"),
    ] {
        let answer = olga.browser.post(&path, &[("email", "x@y.example"), ("roles", "admin")]).await;
        assert_eq!(answer.status, 404, "{path}: {}", answer.words());
    }
    // The desk says to everybody else that it isn't theirs.
    for answer in [
        olga.browser.get(&harbour.at("/desk")).await,
        olga.browser.get(&case).await,
        olga.browser.post(&format!("{case}/claim"), &[]).await,
    ] {
        assert!(matches!(answer.status, 403 | 404), "{}: {} {}", answer.path, answer.status, answer.words());
    }
    // What they do see names nobody and nothing of it.
    let page = olga.browser.get(PAGE).await;
    assert!(!page.body.contains("ada@") && !page.body.contains("lin@"), "{}", page.words());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_platform_does_not_exist_for_others() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    for path in ["/operator", "/operator/new", "/operator/health", PAGE, "/operator/tenants/%00"] {
        assert_eq!(ada.browser.get(path).await.status, 404, "{path}");
    }
    for act in ["invite", "limits", "suspend", "resume", "retry"] {
        let fields = [("email", "eve@evil.example"), ("lang", "en"), ("version", "1")];
        let answer = ada.browser.post(&format!("{PAGE}/{act}"), &fields).await;
        assert_eq!(answer.status, 404, "{act}: {}", answer.words());
    }
    assert!(is_in(&ada.browser).await);
    let olga = operator(&harbour).await;
    assert_eq!(olga.browser.get("/operator/tenants/%00").await.status, 404);
    assert_eq!(olga.browser.get("/operator/tenants/nobody").await.status, 404);
    assert_eq!(olga.browser.get("/operator?after=%00").await.status, 200);
}
