//! The catalogue: open to everybody on pages, to merchants' systems through the API; every price with its source.

use super::key;
use domain::{channels::catalogue, fees::published};
use reqwest::Method;
use serde_json::{Value, json};
use tests::world::World;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_published_price_leads_to_its_source_and_date_without_signing_in() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let (english, chinese) = (world.browser(), world.browser().in_chinese());
    let front = english.get(&tenant.at("")).await;
    let list = english.get(&front.link("/channels")).await;
    let book = published::load_all().unwrap();
    for channel in catalogue::all() {
        let way = list.link(&format!("/channels/{}", channel.code));
        let page = english.get(&way).await;
        assert_eq!((page.status, page.text("h1").as_deref()), (200, Some(channel.name.en.as_str())));
        for claim in book.of(&channel.code) {
            let card = format!("li[id=\"{}\"]", claim.claim.id);
            assert_eq!(
                page.attribute(&format!("{card} .external-link"), "href").as_deref(),
                Some(claim.source.address.as_str())
            );
            let words = page.text(&card).unwrap();
            assert!(words.contains(&claim.source.title) && words.contains("2026"), "{words}");
        }
        for fact in &channel.facts {
            assert!(page.words().contains(&fact.text.en), "{}", fact.text.en);
        }
        let page = chinese.get(&way).await;
        assert_eq!(page.text("h1").as_deref(), Some(channel.name.zh_cn.as_str()));
    }
    assert_eq!(english.get(&tenant.at("/channels/venmo")).await.status, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_merchants_systems_list_channels_and_published_claims() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let merchant = tenant.merchant("lin@haifeng.example").await;
    let (key, browser) = (key(&merchant).await, world.browser());
    let get = async |path: &str| {
        let answer = browser.send(browser.request(Method::GET, path).bearer_auth(&key)).await;
        (answer.status, serde_json::from_str::<Value>(&answer.body).unwrap())
    };
    let (status, told) = get("/api/v1/channels").await;
    let channels = told["channels"].as_array().unwrap();
    assert_eq!(
        (status, channels.len(), &channels[0]["code"]),
        (200, catalogue::all().len(), &json!("alipay"))
    );
    let (status, told) = get("/api/v1/fee-claims").await;
    let book = published::load_all().unwrap();
    assert_eq!((status, told["fee_claims"].as_array().unwrap().len()), (200, book.all().len()));
    let claims = told["fee_claims"].as_array().unwrap();
    let one = claims.iter().find(|one| one["claim"]["id"] == "stripe-us-card").unwrap();
    assert_eq!((&one["claim"]["percent"], &one["tag"]), (&json!(29_000), &json!("T")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_is_of_the_shape_that_the_document_tells() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let merchant = tenant.merchant("lin@haifeng.example").await;
    let (key, browser) = (key(&merchant).await, world.browser());
    let document: Value = serde_json::from_str(&browser.get("/api/openapi.json").await.body).unwrap();
    let example = json!({
        "annual_rate": 50000,
        "mix": [{"count": 900, "amount": 12900, "cross_border": false, "foreign_currency": false, "failed": 30,
            "refunds": 20, "disputes": 1}],
        "claims": ["stripe-us-card", "paypal-us-qr", {"id": "a", "channel": "paypal", "currency": "USD",
            "percent": 34900, "fixed": 49, "attempt_fee": 0, "min": null, "max": null, "cross_border": 15000,
            "fx": 30000, "refund": {"fee": 0, "returns_percent": false, "returns_fixed": false},
            "dispute": [{"up_to": null, "fee": 1500}], "monthly_fee": 0, "monthly_minimum": 0, "industry": "5814",
            "tiers": {"kind": "whole", "steps": [{"up_to": 5_000_000, "percent": 34900}, {"up_to": null, "percent": 29900}]},
            "tax": 0, "delay_days": 2, "rounding": "half_up"}],
    });
    let body = "/paths/~1api~1v1~1fees~1compare/post/requestBody/content/application~1json/schema";
    assert_of_shape(&document, body, &example);
    for (method, path, sent, status) in [
        ("get", "/api/v1/channels", Value::Null, 200),
        ("get", "/api/v1/fee-claims", Value::Null, 200),
        ("get", "/api/v1/me", Value::Null, 200),
        ("post", "/api/v1/fees/compare", example, 200),
        ("post", "/api/v1/fees/compare", json!({"mix": [], "claims": [{"id": "a", "currency": "XXX"}]}), 422),
    ] {
        let method_of = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
        let request = browser.request(method_of, path).bearer_auth(&key);
        let request = if sent.is_null() { request } else { request.json(&sent) };
        let answer = browser.send(request).await;
        assert_eq!(answer.status, status, "{path}: {}", answer.body);
        let media = if status == 200 { "application~1json" } else { "application~1problem+json" };
        let at = path.replace('/', "~1");
        let told = serde_json::from_str(&answer.body).unwrap();
        assert_of_shape(
            &document,
            &format!("/paths/{at}/{method}/responses/{status}/content/{media}/schema"),
            &told,
        );
    }
}

/// That a value is what the schema at a place of the document says.
fn assert_of_shape(document: &Value, place: &str, value: &Value) {
    let mut schema = document.pointer(place).unwrap_or_else(|| panic!("nothing at {place}")).clone();
    schema["components"] = document["components"].clone();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let wrong: Vec<String> = validator
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .take(5)
        .collect();
    assert!(wrong.is_empty(), "{place}: {wrong:#?}");
}
