//! Several files in one plain form: each is taken by itself, and what isn't taken is said at its field.

use super::{form_of, merchant, papers};
use reqwest::{Method, multipart};
use tests::{
    browser::Answer,
    builders::{MerchantBuilder, faulty::heic, pdf},
    world::World,
};

const PROOF: &str = "bank_proof";

async fn send_all(merchant: &MerchantBuilder<'_>, files: Vec<(&str, Vec<u8>)>) -> Answer {
    let page = papers(merchant).await;
    let form = form_of(&page, PROOF);
    let mut parts = multipart::Form::new();
    for (name, value) in &form.fields {
        parts = parts.text(name.clone(), value.clone());
    }
    let field = form.asks.first().expect("a field for files").clone();
    for (name, bytes) in files {
        parts = parts.part(field.clone(), multipart::Part::bytes(bytes).file_name(name.to_owned()));
    }
    let browser = &merchant.owner.browser;
    browser.send(browser.request(Method::POST, form.address(&page)).multipart(parts)).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_of_them_arrive() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    let page = papers(&merchant).await;
    assert!(page.attribute("#file-bank_proof", "multiple").is_some(), "several can be chosen");
    assert!(page.attribute("#file-business_licence", "multiple").is_none(), "of a licence there is one");
    let answer = send_all(&merchant, vec![("one.pdf", pdf("One")), ("two.pdf", pdf("Two"))]).await;
    assert_eq!(answer.status, 303, "{}", answer.complaints());
    world.run_jobs().await;
    let page = merchant.page("/papers").await;
    assert!(page.words().contains("one.pdf") && page.words().contains("two.pdf"), "{}", page.words());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_taken_is_said_and_what_came_before_stays() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    let answer = send_all(&merchant, vec![("one.pdf", pdf("One")), ("IMG_0001.HEIC", heic())]).await;
    assert_eq!(answer.status, 415, "{}", answer.words());
    assert!(answer.complaints().contains("Most Compatible"), "{}", answer.complaints());
    assert!(answer.words().contains("one.pdf"), "{}", answer.words());
    world.run_jobs().await;
}
