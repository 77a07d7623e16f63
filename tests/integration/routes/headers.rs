//! What stands on every answer, whoever asks and whatever comes of it.

use super::{
    actors::Who,
    places::Places,
    stage::Stage,
    table::{self, Row},
};
use reqwest::Method;
use scraper::{Html, Selector};
use std::collections::BTreeSet;
use tests::{browser::Answer, world::World};

/// The same on all answers.
const FIXED: [(&str, &str); 7] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("x-frame-options", "DENY"),
    ("reporting-endpoints", "reports=\"/api/reports\""),
];

/// What is the same for everybody and found under the digest of what it says, or described for programs.
const CACHED: [&str; 3] = ["/assets/{file}", "/t/{slug}/brand-{sheet}", "/api/openapi.json"];

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Somebody who may look at it, and somebody who may not.
fn lookers(row: &Row) -> Vec<Who> {
    let first = |may: bool| Who::ALL.into_iter().zip(&row.cells).find(|(_, cell)| cell.may() == may);
    [first(true), first(false)].into_iter().flatten().map(|(who, _)| who).collect()
}

/// What is wrong with the headers of an answer.
fn faults(row: &Row, answer: &Answer) -> Vec<String> {
    let mut found: Vec<String> = FIXED
        .into_iter()
        .filter(|(name, value)| header(answer, name) != *value)
        .map(|(name, _)| format!("{name}: {:?}", header(answer, name)))
        .collect();
    let permissions = header(answer, "permissions-policy");
    for unused in ["camera=()", "microphone=()", "geolocation=()", "payment=()", "usb=()"] {
        found.extend((!permissions.contains(unused)).then(|| format!("{unused} is allowed")));
    }
    let policy = header(answer, "content-security-policy");
    // A file runs nothing and is shown nowhere.
    let closed = policy == "default-src 'none'; sandbox"
        || (policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
    let told = closed && (policy.contains("sandbox") || policy.contains("report-to reports"));
    found.extend((!told).then(|| format!("a breach is reported nowhere: {policy}")));
    let unsafe_ = policy.contains("unsafe-inline") || policy.contains("'unsafe-eval'");
    found.extend((!closed || unsafe_).then(|| format!("policy: {policy}")));
    let kept = !header(answer, "cache-control").contains("no-store");
    found.extend((kept && !CACHED.contains(&row.route.as_str())).then(|| "a cache may keep it".to_owned()));
    found.extend(header(answer, "x-request-id").is_empty().then(|| "no number".to_owned()));
    for name in ["access-control-allow-origin", "access-control-allow-credentials", "server", "x-powered-by"]
    {
        found.extend(answer.headers.contains_key(name).then(|| format!("it has {name}")));
    }
    found.extend(scripts_without_nonce(answer));
    found
}

/// The nonce of an answer's policy.
fn nonce(answer: &Answer) -> Option<&str> {
    header(answer, "content-security-policy").split("'nonce-").nth(1)?.split('\'').next()
}

fn scripts_without_nonce(answer: &Answer) -> Option<String> {
    let scripts = Selector::parse("script, link[rel=modulepreload], link[rel=preload]").expect("a selector");
    let page = Html::parse_document(&answer.body);
    let found = page.select(&scripts).find(|one| one.value().attr("nonce") != nonce(answer))?;
    Some(found.html())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h02_h04_h05_h08_every_answer_is_closed_to_others_and_kept_by_nobody() {
    let world = World::new().await;
    let stage = Box::pin(Stage::set(&world)).await;
    let places = Places::real(&stage).await;
    let (mut wrong, mut nonces, mut answers) = (Vec::new(), BTreeSet::new(), 0);
    for row in table::rows() {
        for who in lookers(&row) {
            let browser = &stage.people[&who];
            let path = places.path(&row.route);
            // A post with an empty body comes as far as a refusal.
            let method = if row.method == "GET" { Method::GET } else { Method::POST };
            let answer = browser.send(browser.request(method, &path)).await;
            wrong.extend(faults(&row, &answer).into_iter().map(|fault| format!("{row} {who}: {fault}")));
            if let Some(nonce) = nonce(&answer) {
                // 24 letters of base64: 144 bits.
                assert!(nonce.len() >= 22, "{nonce}");
                assert!(nonces.insert(nonce.to_owned()), "{} had its nonce before", row.route);
            }
            answers += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(answers > 200 && nonces.len() > 200, "{answers} answers, {} nonces", nonces.len());
    world.allow_jobs();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h05_nothing_is_served_under_an_address_made_up_behind_its_own() {
    let world = World::new().await;
    let stage = Box::pin(Stage::set(&world)).await;
    let places = Places::real(&stage).await;
    let mut wrong = Vec::new();
    for row in table::rows().iter().filter(|row| row.method == "GET" && row.route != "/") {
        let Some(who) = lookers(row).first().copied() else { continue };
        let (browser, path) = (&stage.people[&who], places.path(&row.route));
        for made_up in [format!("{path}/x.css"), format!("{path}/..%2fa.css"), format!("{path}.css")] {
            let answer = browser.send(browser.request(Method::GET, &made_up)).await;
            // Behind the address of a form stands the way back to its page.
            if !matches!(answer.status, 303 | 404) {
                wrong.push(format!("{made_up}: {}", answer.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    world.allow_jobs();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h08_h10_methods_and_addresses_that_nobody_offers_are_refused() {
    let world = World::new().await;
    let stage = Box::pin(Stage::set(&world)).await;
    let places = Places::real(&stage).await;
    let browser = &stage.people[&Who::Owner];
    let ask = async |method: &str, path: &str| {
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        let request = browser.request(method, path).header("access-control-request-method", "POST");
        browser.send(request).await
    };
    for row in table::rows() {
        for method in ["TRACE", "PROPFIND", "PUT", "DELETE", "PATCH", "OPTIONS"] {
            let answer = ask(method, &places.path(&row.route)).await;
            assert!(matches!(answer.status, 404 | 405), "{method} {}: {}", row.route, answer.status);
            assert!(!answer.headers.contains_key("access-control-allow-origin"), "{method} {}", row.route);
        }
    }
    let hidden = [
        "/.git/config",
        "/.env",
        "/metrics",
        "/openapi.json",
        "/assets",
        "/assets/",
        "/assets/%2e%2e%2f",
        "/server-status",
        "/debug",
        "/actuator",
        "/wp-login.php",
        "/t",
        "/t/",
        "/api",
        "/api/",
        "/api/v1",
        "/Cargo.toml",
    ];
    for path in hidden {
        let answer = ask("GET", path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.body.contains(env!("CARGO_PKG_VERSION")), "{path} tells a version");
    }
    world.allow_jobs();
}
