//! `POST /api/v1/fees/compare`: who may ask, what is answered, and how refusals look.

use super::key;
use reqwest::{Method, header};
use serde_json::{Value, json};
use tests::{
    browser::{Answer, Browser},
    world::World,
};

fn request(browser: &Browser, key: &str, body: String) -> reqwest::RequestBuilder {
    browser
        .request(Method::POST, "/api/v1/fees/compare")
        .header(header::AUTHORIZATION, format!("Bearer {key}"))
        .header(header::CONTENT_TYPE, "application/json")
        .body(body)
}

async fn ask(browser: &Browser, key: &str, body: &Value) -> Answer {
    browser.send(request(browser, key, body.to_string())).await
}

fn told(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_merchants_systems_compare_claims_told_whole_with_published_ones() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let merchant = tenant.merchant("lin@haifeng.example").await;
    let (key, browser) = (key(&merchant).await, world.browser());
    let mut body = json!({
        "mix": [{"count": 100, "amount": 10_000}],
        "claims": ["stripe-us-card", {"id": "mine", "currency": "USD", "percent": 25_000, "fixed": 10}, "paypal-us-qr"],
    });
    let answer = ask(&browser, &key, &body).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let results = told(&answer)["results"].clone();
    // 2.9 % and 0.30 of a hundred times 100.00; 2.5 % and 0.10.
    assert_eq!((&results[0]["total"], &results[1]["total"]), (&json!(32_000), &json!(26_000)));
    assert_eq!(results[2], json!({"claim": "paypal-us-qr", "not_comparable": ["fixed"]}));

    body["claims"] = json!(["stripe-us-card", "harbour-contract"]);
    let unknown = ask(&browser, &key, &body).await;
    assert_eq!((unknown.status, &told(&unknown)["code"]), (404, &json!("not-found")));
    assert_eq!(told(&unknown)["errors"][0]["path"], json!("claims[1]"));

    body["claims"] = json!([{"id": "mine", "currency": "USD", "percent": 25_000, "min": 2, "max": 1}]);
    let refused = ask(&browser, &key, &body).await;
    assert_eq!(refused.status, 422);
    let problem = told(&refused);
    assert_eq!(problem["errors"], json!([{"path": "claims[0].min", "what": "must not be above max"}]));
    assert_eq!((&problem["status"], &problem["code"]), (&json!(422), &json!("refused")));
    assert!(problem["request_id"].is_string());
    let kind = refused.headers.get(header::CONTENT_TYPE).unwrap();
    assert_eq!(kind, "application/problem+json");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_a_credential_asks_and_only_json_is_read() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let merchant = tenant.merchant("lin@haifeng.example").await;
    let (key, browser) = (key(&merchant).await, world.browser());
    let sound = json!({"mix": [{"count": 1, "amount": 1}], "claims": ["stripe-us-card"]}).to_string();
    for wrong in ["", "gw_test_nothing", &key.replace("gw_test_", "gw_live_")] {
        let answer = browser.send(request(&browser, wrong, sound.clone())).await;
        assert_eq!(answer.status, 401, "{wrong}");
    }
    // Whoever may not ask isn't told what is wrong with the question either.
    assert_eq!(browser.send(request(&browser, "", "{".into())).await.status, 401);
    let form = browser.request(Method::POST, "/api/v1/fees/compare").bearer_auth(&key).form(&[("mix", "1")]);
    assert_eq!(browser.send(form).await.status, 415);
    let broken = browser.send(request(&browser, &key, "{".into())).await;
    assert_eq!((broken.status, &told(&broken)["errors"][0]["path"]), (422, &json!("")));
    let spaces = " ".repeat(16 * 1024 * 1024);
    assert_eq!(browser.send(request(&browser, &key, spaces + &sound)).await.status, 413);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_largest_question_is_answered() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let merchant = tenant.merchant("lin@haifeng.example").await;
    let (key, browser) = (key(&merchant).await, world.browser());
    let steps: Vec<_> = (1..100)
        .map(|step| json!({"up_to": step * 10_000_000_000_u64, "percent": 30_000 - step}))
        .chain([json!({"up_to": null, "percent": 1})])
        .collect();
    let claim = |number: usize| {
        json!({"id": format!("claim-{number}"), "currency": "USD", "percent": 0,
               "tiers": {"kind": "graduated", "steps": steps}})
    };
    let segment = json!({"count": 1_000_000_000, "amount": 1_000_000_000_000_u64});
    let body = json!({"mix": vec![segment; 1000], "claims": (0..1000).map(claim).collect::<Vec<_>>()});
    let answer = ask(&browser, &key, &body).await;
    assert_eq!(answer.status, 200);
    // 10²⁴ of volume: one ten-thousandth of a percent of nearly all of it.
    assert!(answer.body.contains("\"volume\":1000000000000000000000000,"), "integers of any length");
}
