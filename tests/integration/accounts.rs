//! Accounts through the whole program: real HTTP, real Postgres, real SMTP.

mod enumeration;
mod guessing;
mod journey;
mod links;
mod mail;
mod revocation;
mod smtp;

use domain::{Actor, Lang, TenantId};
use services::tenants::operate;
use tests::{
    browser::{Answer, Browser},
    world::World,
};

/// A password that may be chosen.
const PASSWORD: &str = "correct lantern bridge ninety";
/// Another one.
const OTHER: &str = "slow heron over seven canals";

/// A world with the tenant Harbour Pay in it, and no mail waiting.
async fn harbour() -> World {
    let world = World::new().await;
    let actor = Actor::System { tenant: TenantId::PLATFORM, job: "test" };
    let input = operate::Input {
        slug: "harbour".into(),
        name_en: "Harbour Pay".into(),
        name_zh: "海湾支付".into(),
        default_lang: Some(Lang::En),
        time_zone: "Asia/Shanghai".into(),
        currency: "CNY".into(),
        calendar: "cn".into(),
        sla_hours: "24".into(),
        staff_limit: "10".into(),
        storage_gib: "10".into(),
        admin_email: "admin@harbour.example".into(),
        admin_lang: Lang::En,
    };
    operate::create(&world.services, &actor, &input).await.expect("the tenant is made");
    world.run_jobs().await;
    // Most of what happens here sends a mail, and most tests are about something else.
    world.allow_jobs();
    world
}

async fn register(browser: &Browser, email: &str, password: &str) -> Answer {
    let page = browser.get("/t/harbour/register").await;
    assert_eq!(page.status, 200, "{}", page.words());
    browser.submit(&page, "/register", &[("email", email), ("password", password)]).await
}

async fn sign_in(browser: &Browser, email: &str, password: &str) -> Answer {
    browser.post("/account/sign-in", &[("email", email), ("password", password), ("to", "/account")]).await
}

/// Registers, confirms, and leaves the browser signed out.
async fn confirmed(world: &World, browser: &Browser, email: &str) {
    let answer = register(browser, email, PASSWORD).await;
    assert_eq!(answer.status, 303, "{}", answer.complaints());
    world.run_jobs().await;
    let page = browser.get(&world.link_to(email)).await;
    browser.submit_and_go(&page, "Confirm", &[]).await;
}

/// The same, and signs in.
async fn signed_in(world: &World, email: &str) -> Browser {
    let browser = world.browser();
    confirmed(world, &browser, email).await;
    let answer = sign_in(&browser, email, PASSWORD).await;
    assert_eq!(answer.location().as_deref(), Some("/account"), "{}", answer.complaints());
    browser
}

/// Whether the browser is signed in.
async fn is_in(browser: &Browser) -> bool {
    browser.send(browser.request(reqwest::Method::GET, "/account")).await.status == 200
}

/// One number from the database, seen by its owner.
async fn number(world: &World, sql: &'static str) -> i64 {
    let mut owner = world.database.owner().await;
    sqlx::query_scalar(sql).fetch_one(&mut owner).await.expect(sql)
}

/// The names of the platform's events, in their order.
async fn events(world: &World) -> Vec<String> {
    let mut owner = world.database.owner().await;
    sqlx::query_scalar(
        "select name from audit_events where tenant_id = $1 and name like 'account.%' order by seq",
    )
    .bind(TenantId::PLATFORM.0)
    .fetch_all(&mut owner)
    .await
    .expect("events are read")
}
