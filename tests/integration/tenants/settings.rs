//! What an admin sets about the road.

use domain::permissions::Role;
use tests::world::World;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn terms_are_kept_told_of_and_never_written_over_unseen() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    let form = harbour.at("/console/settings");
    let page = ada.browser.get(&form).await;
    let value = |page: &tests::browser::Answer, name: &str| {
        page.attribute(&format!("input[name={name}]"), "value").unwrap_or_default()
    };
    assert_eq!((value(&page, "draft_days"), value(&page, "changes_days")), ("90".into(), "30".into()));
    assert!(page.attribute("input[name=test_credentials]", "checked").is_some());
    let refused = ada.browser.submit(&page, "Save", &[("draft_days", "7")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.complaints().contains("from 14 to 365"), "{}", refused.complaints());
    let typed = [("draft_days", "60"), ("sla_hours", "16"), ("test_credentials", "")];
    let saved = ada.browser.submit_and_go(&page, "Save", &typed).await;
    assert_eq!((value(&saved, "draft_days"), value(&saved, "sla_hours")), ("60".into(), "16".into()));
    assert!(saved.attribute("input[name=test_credentials]", "checked").is_none());
    let row = store::tenants::by_slug(&world.services.db, "harbour").await.expect("a look").expect("a row");
    assert_eq!(
        (row.policy.draft_days, row.policy.changes_days, row.policy.test_credentials),
        (60, 30, false)
    );
    // A form made from an older version changes nothing, and comes back with what was typed.
    let stale = ada.browser.submit(&page, "Save", &[("draft_days", "120")]).await;
    assert_eq!((stale.status, value(&stale, "draft_days")), (409, "120".into()));
    ada.browser.submit_and_go(&stale, "Save", &[]).await;
    let log = harbour.staff("oskar@harbour.example", &[Role::Auditor]).await;
    let log = log.browser.get(&harbour.at("/console/audit")).await.words();
    assert!(log.contains("Settings changed") && log.contains("Days of an untouched draft"), "{log}");
}
