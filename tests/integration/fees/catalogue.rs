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
