//! A form that only reads has its filters in the address: wrong ones are told at their field as well.

use super::{cases::Wrong, refused, scene::Scene};
use crate::routes::actors::Who;
use reqwest::Url;
use tests::world::World;

/// An address with these filters.
fn filtered(url: &str, fields: &[(String, String)]) -> String {
    Url::parse_with_params(url, fields).expect("an address").to_string()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_filter_is_told_at_its_field() {
    const WRONG: [Wrong; 3] = [
        Wrong { typed: &[("person", "nobody"), ("application", "GW-1")], at: &["person", "application"] },
        Wrong { typed: &[("from", "23.11."), ("until", "2026-02-30")], at: &["from", "until"] },
        Wrong { typed: &[("from", "2026-11-24"), ("until", "2026-11-23")], at: &["until"] },
    ];
    let world = World::new().await;
    let scene = Box::pin(Scene::set(&world)).await;
    let browser = scene.browser(Who::Auditor);
    let path = scene.stage.harbour.at("/console/audit");
    let page = browser.get(&path).await;
    let form = page.forms().into_iter().find(|form| !form.posts).expect("the filters");
    for wrong in &WRONG {
        let answer = browser.get(&filtered(&browser.url(&path), &form.filled_in(wrong.typed))).await;
        assert_eq!(refused::says_what_is_wrong(wrong, &answer), Vec::<String>::new(), "{:?}", wrong.typed);
    }
    let right = form.filled_in(&[("event", "application"), ("from", "2026-11-23")]);
    let answer = browser.get(&filtered(&browser.url(&path), &right)).await;
    assert_eq!(answer.status, 200);
    assert!(!answer.texts("tbody tr").is_empty(), "{}", answer.words());
}
