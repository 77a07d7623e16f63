//! What a machine in front asks: does it live, may it be sent people.

use sqlx::Connection as _;
use tests::world::World;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lives_and_is_ready() {
    let world = World::new().await;
    let lives = world.browser().get("/healthz").await;
    assert_eq!((lives.status, lives.body.as_str()), (200, "ok\n"));
    let ready = world.browser().get("/readyz").await;
    assert_eq!(ready.status, 200, "{}", ready.body);
    assert_eq!(ready.body, r#"{"database":true,"blobs":true}"#);
    assert_eq!(ready.headers["cache-control"], "no-store");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_schema_of_another_program_is_not_ready() {
    let world = World::new().await;
    let mut owner = world.database.owner().await;
    sqlx::query("update _sqlx_migrations set version = version + 1000000000000 where version in (select max(version) from _sqlx_migrations)")
        .execute(&mut owner)
        .await
        .unwrap();
    owner.close().await.unwrap();
    assert_eq!(world.browser().get("/readyz").await.status, 503);
    assert_eq!(world.browser().get("/healthz").await.status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_its_database_it_lives_but_is_not_ready() {
    let world = World::new().await;
    world.services.db.close().await;
    let ready = world.browser().get("/readyz").await;
    assert_eq!((ready.status, ready.body.as_str()), (503, r#"{"database":false,"blobs":true}"#));
    assert_eq!(world.browser().get("/healthz").await.status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_its_blobs_it_lives_but_is_not_ready() {
    let world = World::new().await;
    world.stop_blobs().await;
    let ready = world.browser().get("/readyz").await;
    assert_eq!((ready.status, ready.body.as_str()), (503, r#"{"database":true,"blobs":false}"#));
    assert_eq!(world.browser().get("/healthz").await.status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s10_without_its_store_nobody_is_signed_in_and_nobody_is_a_visitor() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.person("ada@haven.example").await;
    assert_eq!(ada.browser.get("/account").await.status, 200);
    world.services.db.close().await;
    for path in ["/account", "/account/sessions", "/t/harbour/home", "/t/harbour/applications/start"] {
        let answer = ada.browser.send(ada.browser.request(reqwest::Method::GET, path)).await;
        assert_eq!(answer.status, 503, "{path}: {}", answer.words());
        assert!(answer.headers.contains_key("retry-after"), "{path}");
        assert!(!answer.body.contains("sqlx") && !answer.body.contains("pool"), "{path}: {}", answer.words());
    }
    let sent = ada.browser.post("/preferences", &[("lang", "zh-CN"), ("to", "/")]).await;
    assert!(matches!(sent.status, 303 | 503), "{}", sent.words());
}
