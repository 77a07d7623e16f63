//! The ground everything stands on: headers, origin, errors, unknown addresses.

use tests::{browser::Browser, builders::PASSWORD, world::World};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h04_every_answer_carries_the_security_headers() {
    let world = World::new().await;
    let browser = world.browser();
    for path in ["/", "/nowhere", "/t/unknown/home", "/assets/../Cargo.toml", "/assets/none.css"] {
        let answer = browser.get(path).await;
        let header =
            |name: &str| answer.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let policy = header("content-security-policy");
        assert!(
            policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
            "{path}: {policy}"
        );
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{path}: {policy}");
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert!(!header("x-request-id").is_empty(), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h02_the_nonce_is_new_each_time() {
    let world = World::new().await;
    let mut seen = std::collections::HashSet::new();
    for _ in 0..50 {
        let answer = world.browser().get("/nowhere").await;
        let policy = answer.headers["content-security-policy"].to_str().unwrap().to_owned();
        assert!(seen.insert(policy));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_there_is_a_page_in_the_readers_language() {
    let world = World::new().await;
    let english = world.browser().get("/nowhere").await;
    assert_eq!(english.status, 404);
    assert_eq!(english.attribute("html", "lang").as_deref(), Some("en"));
    let chinese = world.browser().in_chinese().get("/t/unknown/home").await;
    assert_eq!(chinese.status, 404);
    assert_eq!(chinese.attribute("html", "lang").as_deref(), Some("zh-CN"));
    assert!(!chinese.body.contains("errors-not-found"));
    let api = world.browser().get("/api/v1/nowhere").await;
    assert_eq!(api.status, 404);
    assert_eq!(api.headers["content-type"], "application/problem+json");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_goes_wrong_is_told_on_the_page_where_it_does() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let person = tenant.person("lin@haifeng.example").await;
    // The language that the person keeps, over the browser's own.
    person.browser.post("/preferences", &[("lang", "zh-CN"), ("to", "/")]).await;
    let reads_english = Browser::new(&world.base_url);
    reads_english.post("/account/sign-in", &[("email", &person.email), ("password", PASSWORD)]).await;
    let answer = reads_english.get(&tenant.at("/applications/none")).await;
    assert_eq!((answer.status, answer.attribute("html", "lang").as_deref()), (404, Some("zh-CN")));
    assert_eq!(answer.text(".brand-name").as_deref(), Some("harbour支付"));
    assert!(answer.body.contains(&person.email), "whoever is signed in stays so");
    assert_eq!(answer.attribute("main a", "href"), Some(tenant.at("")), "the way on stays at the brand");
    // A post that is refused leads back to the page of its form, never to an address that takes posts alone.
    let page = tenant.at("/desk");
    let request = person.browser.request(reqwest::Method::POST, &tenant.at("/desk/cases/none/claim"));
    let answer = person.browser.send(request.header("referer", person.browser.url(&page))).await;
    assert_eq!(answer.attribute("input[name=to]", "value"), Some(page), "{}", answer.words());
    // Whoever is signed out by then is led back to that page too.
    let request = world.browser().request(reqwest::Method::POST, &tenant.at("/desk/cases/none/claim"));
    let answer =
        world.browser().send(request.header("referer", world.browser().url(&tenant.at("/desk")))).await;
    let way = answer.attribute("main a", "href").expect("a way on");
    assert_eq!((answer.status, way.as_str()), (401, "/account/sign-in?to=/t/harbour/desk"));
    for garbled in ["/t/%00", "/t/%FF/home", "/account/sign-in?to=/t/%00"] {
        assert!(world.browser().get(garbled).await.status < 500, "{garbled}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h07_another_sites_posts_are_refused() {
    let world = World::new().await;
    let client = reqwest::Client::new();
    let url = format!("{}/preferences", world.base_url);
    let form = [("lang", "zh-CN"), ("to", "/")];
    let cases = [
        (None, None, 403),
        (Some("https://evil.example"), None, 403),
        (Some("null"), None, 403),
        (Some("https://evil.example"), Some("cross-site"), 403),
        (Some(world.base_url.as_str()), Some("same-site"), 403),
        (None, Some("none"), 403),
        (Some(world.base_url.as_str()), None, 303),
        (None, Some("same-origin"), 303),
    ];
    for (origin, site, status) in cases {
        let mut request = client.post(&url).form(&form);
        if let Some(origin) = origin {
            request = request.header("origin", origin);
        }
        if let Some(site) = site {
            request = request.header("sec-fetch-site", site);
        }
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let answer = client.execute(request.build().unwrap()).await.unwrap();
        assert_eq!(answer.status().as_u16(), status, "{origin:?} {site:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h09_the_language_switch_goes_back_to_the_page_and_nowhere_else() {
    let world = World::new().await;
    let browser = world.browser();
    let answer = browser.post("/preferences", &[("lang", "zh-CN"), ("to", "/nowhere?a=1")]).await;
    assert_eq!(answer.location().as_deref(), Some("/nowhere?a=1"));
    assert_eq!(browser.get("/nowhere").await.attribute("html", "lang").as_deref(), Some("zh-CN"));
    for evil in ["//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x=1"] {
        let answer = browser.post("/preferences", &[("theme", "dark"), ("to", evil)]).await;
        assert_eq!(answer.location().as_deref(), Some("/"), "{evil}");
    }
}
