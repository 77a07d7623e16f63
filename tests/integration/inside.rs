//! What goes wrong inside tells a number and nothing else, and ends one request.

use axum::{Router, routing::get};
use server::web::{AppState, Assets, WebSettings, router_with};
use tests::{
    browser::{Answer, Browser},
    world::World,
};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

/// What no reader is to learn.
const INSIDE: [&str; 9] =
    ["sqlx", "relation", "postgres", "SELECT", "select ", "panicked", ".rs:", "/root", "stack backtrace"];

fn tells_nothing(answer: &Answer) {
    let shown = answer.words();
    let found: Vec<_> = INSIDE.into_iter().filter(|word| answer.body.contains(word)).collect();
    assert!(found.is_empty(), "{}: {found:?} in {shown}", answer.path);
    let number = answer.headers["x-request-id"].to_str().expect("a number");
    assert!(shown.contains(number), "{}: the reader is told the number: {shown}", answer.path);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn i06_a_fault_of_the_database_tells_its_number_and_nothing_of_the_inside() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let merchant = harbour.merchant("owner@haven.example").await.filled_in().await;
    let mut superuser = world.database.superuser().await;
    sqlx::raw_sql("alter table applications rename to applications_of_old")
        .execute(&mut superuser)
        .await
        .unwrap();
    for path in ["", "/check", "/papers"] {
        let answer = merchant.page(path).await;
        assert_eq!(answer.status, 500, "{path}: {}", answer.words());
        tells_nothing(&answer);
    }
    world.allow_jobs();
}

/// The program with one page more, which panics.
async fn with_a_panic(world: &World) -> Browser {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let base_url = format!("http://localhost:{port}");
    let web = WebSettings {
        base_url: base_url.clone(),
        port,
        trusted_proxies: vec![],
        development: true,
        rate: 10_000,
    };
    let state = AppState::new(world.services.clone(), web, Assets::default());
    let more =
        Router::new().route("/panic", get(async || -> &'static str { panic!("a secret of the inside") }));
    let limits = server::listen::Limits::default();
    tokio::spawn(server::listen::serve(
        listener,
        None,
        router_with(state, more),
        limits,
        CancellationToken::new(),
    ));
    Browser::new(&base_url)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn i06_i07_a_panic_ends_one_request_a_thousand_times() {
    let world = World::new().await;
    let browser = with_a_panic(&world).await;
    let mut all = tokio::task::JoinSet::new();
    for round in 0..1000 {
        let browser = browser.clone();
        all.spawn(async move { (round, browser.get("/panic").await) });
        if all.len() >= 20 {
            let (round, answer) = all.join_next().await.expect("a round").expect("an answer");
            assert_eq!(answer.status, 500, "round {round}");
            assert!(!answer.body.contains("a secret of the inside"), "round {round}");
            tells_nothing(&answer);
        }
    }
    while let Some(answer) = all.join_next().await {
        assert_eq!(answer.expect("an answer").1.status, 500);
    }
    assert_eq!(browser.get("/readyz").await.status, 200);
    assert_eq!(browser.get("/account/sign-in").await.status, 200);
}
