//! A test credential from the confirmed address on, where the tenant lets.

use super::{secret_of, speaks};
use domain::permissions::Role;
use tests::world::World;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_with_a_confirmed_address_tests_before_applying() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let lin = tenant.person("lin@haifeng.example").await;
    let list = lin.browser.get(&tenant.at("/credentials")).await;
    let page = lin.browser.get(&list.link("/credentials/new")).await;
    let list = lin.browser.send_form_and_go(&page, &page.main_form(), &[("label", "收银台")]).await;
    assert!(list.text(".test-band").is_some(), "test mode is unmistakable");
    let answer = lin.browser.submit(&list, "/draw", &[]).await;
    let secret = secret_of(&answer);
    assert!(answer.text(".test-band").is_some());
    world.run_jobs().await;
    assert!(world.mail_to("lin@haifeng.example").subject.contains("has no name yet"), "nameless yet");

    let (status, me) = crate::journey::who_am_i(&world, &secret).await;
    assert_eq!((status, me["environment"].as_str()), (200, Some("test")), "{me}");
    assert!(me["merchant_number"].is_null() && me["merchant_name"].is_null(), "{me}");
    assert_eq!(me["channels"], serde_json::json!([]), "{me}");

    // The application is the same merchant's: its key goes on.
    let page = lin.browser.get(&tenant.at("/applications/start")).await;
    lin.browser.submit(&page, "Start", &[("kind", "cn-enterprise")]).await;
    let mut owner = world.database.owner().await;
    let merchants: i64 =
        sqlx::query_scalar("select count(*) from merchants").fetch_one(&mut owner).await.unwrap();
    assert_eq!(merchants, 1);
    assert_eq!(speaks(&world, &secret).await, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_tenants_switch_puts_test_credentials_after_approval() {
    let world = World::new().await;
    let scene = super::scene(&world).await;
    let tenant = scene.tenant;
    let early = tenant.merchant("early@merchant.example").await;
    let newcomer = tenant.person("new@merchant.example").await;
    let admin = tenant.staff("adm@harbour.example", &[Role::Admin]).await;
    let page = admin.browser.get(&tenant.at("/console/settings")).await;
    let mut form = page.main_form();
    form.fields.retain(|(name, _)| name != "test_credentials");
    let answer = admin.browser.send_form(&page, &form, &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.complaints());

    assert_eq!(newcomer.browser.get(&tenant.at("/credentials")).await.status, 404);
    let list = early.owner.browser.get(&tenant.at("/credentials")).await;
    assert!(list.words().contains("Test keys come with approval"), "{}", list.words());
    let merchant = early.merchant().await.to_string();
    let fields = [("merchant", merchant.as_str()), ("environment", "test"), ("label", "Till")];
    let answer = early.owner.browser.post(&tenant.at("/credentials/new"), &fields).await;
    assert_eq!(answer.status, 422, "{}", answer.words());
    // With its approval a merchant has them all the same.
    let (_, secret) = super::drawn(&scene.merchant, "test").await;
    assert_eq!(speaks(&world, &secret).await, 200);
}
