//! Suspending shuts pages, keys and jobs; resuming opens them, and nothing is lost between.

use super::{operator, recorded};
use domain::permissions::Role;
use reqwest::Method;
use services::credentials::{self, NewInput};
use tests::{browser::Browser, builders::MerchantBuilder, world::World};

const PAGE: &str = "/operator/tenants/harbour";

/// A key of the merchant's, drawn. The mail that tells of it waits.
async fn key(merchant: &MerchantBuilder<'_>) -> String {
    let world = merchant.owner.tenant.world;
    let mut owner = world.database.owner().await;
    sqlx::query("update merchants set number = '8800000001'").execute(&mut owner).await.unwrap();
    let (actor, id) = (merchant.owner.actor().await, merchant.merchant().await);
    let new = NewInput { environment: "test".into(), label: "Checkout".into(), ..NewInput::default() };
    let made = credentials::create(&world.services, &actor, Some(id), &new).await.unwrap();
    let drawn = credentials::draw(&world.services, &actor, made).await.unwrap();
    drawn.secret.as_str().to_owned()
}

async fn presented(browser: &Browser, key: &str) -> u16 {
    let request = browser.request(Method::GET, "/api/v1/me").header("authorization", format!("Bearer {key}"));
    browser.send(request).await.status
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn suspending_shuts_pages_keys_and_jobs_and_resuming_opens_them() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    world.tenant("lantern").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    let merchant = harbour.merchant("lin@haifeng.example").await;
    let olga = operator(&harbour).await;
    let key = key(&merchant).await;
    let visitor = world.browser();
    let pages = [
        (&visitor, harbour.at("")),
        (&visitor, harbour.at("/register")),
        (&merchant.owner.browser, harbour.at("/home")),
        (&merchant.owner.browser, merchant.at("")),
        (&ada.browser, harbour.at("/console/staff")),
    ];
    for (browser, path) in &pages {
        assert_eq!(browser.get(path).await.status, 200, "{path}");
    }
    assert_eq!(presented(&visitor, &key).await, 200);

    let page = olga.browser.get(PAGE).await;
    let done = olga.browser.submit_and_go(&page, "/suspend", &[]).await;
    assert!(done.words().contains("Suspended"), "{}", done.words());
    assert_eq!(olga.browser.post(&format!("{PAGE}/suspend"), &[]).await.status, 409);
    for (browser, path) in &pages {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, 503, "{path}: {}", answer.words());
    }
    let fields = [("email", "new@haifeng.example"), ("password", "correct lantern bridge ninety")];
    assert_eq!(visitor.post(&harbour.at("/register"), &fields).await.status, 503);
    assert_eq!(presented(&visitor, &key).await, 401);
    assert_eq!(world.run_jobs().await, 0, "its jobs wait");
    assert_eq!(visitor.get("/t/lantern").await.status, 200, "others go on");

    olga.browser.submit_and_go(&done, "/resume", &[]).await;
    for (browser, path) in &pages {
        assert_eq!(browser.get(path).await.status, 200, "{path}");
    }
    assert_eq!(presented(&visitor, &key).await, 200);
    assert_eq!(world.run_jobs().await, 1, "and go on");
    assert!(world.mail_to("lin@haifeng.example").text.contains("key"), "the mail about the key");
    assert_eq!(recorded(&world, "tenant.suspended").await, (1, 1));
    assert_eq!(recorded(&world, "tenant.resumed").await, (1, 1));
}
