//! Two people, or two windows, on one draft: the second writer is told, sees both, and loses nothing.

use domain::permissions::Role;
use tests::{
    browser::{Answer, Browser},
    builders::{MerchantBuilder, Person, Tenant},
    world::World,
};

const LIN: &str = "lin@haifeng.example";

/// An owner's draft, and somebody else who may write in it.
async fn two<'w>(harbour: &Tenant<'w>) -> (MerchantBuilder<'w>, Person<'w>) {
    let draft = harbour.merchant(LIN).await.with_business().await.with("representative").await;
    let pia = harbour.person("pia@haifeng.example").await;
    pia.join_merchant(draft.merchant().await, Role::Papers).await;
    (draft, pia)
}

async fn open(draft: &MerchantBuilder<'_>, browser: &Browser, section: &str) -> Answer {
    let page = browser.get(&draft.at(&format!("/sections/{section}"))).await;
    assert_eq!(page.status, 200, "{}", page.words());
    page
}

async fn send(browser: &Browser, page: &Answer, fields: &[(&str, &str)]) -> Answer {
    browser.submit(page, "Save and continue", fields).await
}

/// What a form's field holds.
fn value(page: &Answer, field: &str) -> String {
    let fields = page.form("Save and continue").fields;
    fields.into_iter().find(|(name, _)| name == field).unwrap_or_else(|| panic!("no field {field}")).1
}

/// The answers of another that can be taken over, field by field.
fn offered(page: &Answer) -> Vec<String> {
    page.texts(".clash label").into_iter().filter(|label| label.starts_with("Use this instead")).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn w03_the_second_writer_is_told_sees_both_and_chooses_for_each() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let (draft, pia) = two(&harbour).await;
    let lin = &draft.owner.browser;
    let (first, second) = (open(&draft, lin, "business").await, open(&draft, &pia.browser, "business").await);

    let hers = [("scope", "茶叶零售"), ("street", "后海大道8号")];
    assert_eq!(send(lin, &first, &hers).await.status, 303);
    let own = [("scope", "茶具批发"), ("street", "海德三道9号")];
    let told = send(&pia.browser, &second, &own).await;
    assert_eq!(told.status, 409, "{}", told.words());
    assert_eq!(told.text("h1"), second.text("h1"), "the very same page");
    for said in ["Somebody saved this part while you were writing", &format!("{LIN} saved"), "30 Nov 2026"] {
        assert!(told.words().contains(said), "{said}: {}", told.words());
    }
    // Hers stand in the fields, the other's beside them, and where both agree there is nothing to choose.
    assert_eq!((value(&told, "scope"), value(&told, "street")), ("茶具批发".into(), "海德三道9号".into()));
    assert_eq!(offered(&told), ["Use this instead: 后海大道8号", "Use this instead: 茶叶零售"]);
    assert_eq!(value(&told, "legal_name"), "深圳市海风贸易有限公司");
    // Until she has chosen, what is saved is the first writer's.
    assert_eq!(value(&open(&draft, lin, "business").await, "scope"), "茶叶零售");

    // One field theirs, the other her own.
    let saved = send(&pia.browser, &told, &[("take", "street")]).await;
    assert_eq!(saved.status, 303, "{}", saved.complaints());
    for browser in [lin, &pia.browser] {
        let page = open(&draft, browser, "business").await;
        let found = (value(&page, "scope"), value(&page, "street"));
        assert_eq!(found, ("茶具批发".into(), "后海大道8号".into()));
        assert!(offered(&page).is_empty() && page.text(".clash").is_none(), "{}", page.words());
    }
    // Whoever was first is now second, and is told likewise.
    let back = send(lin, &first, &[("scope", "茶叶批发")]).await;
    assert_eq!(back.status, 409, "{}", back.words());
    assert!(back.words().contains("pia@haifeng.example saved"), "{}", back.words());
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn taking_all_of_the_others_or_none_of_it_works_and_a_third_save_is_told_again() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let (draft, pia) = two(&harbour).await;
    let lin = &draft.owner.browser;
    let stale = open(&draft, &pia.browser, "business").await;
    let own = [("scope", "茶具批发"), ("street", "海德三道9号")];
    for (round, hers) in ["后海大道8号", "后海大道10号"].into_iter().enumerate() {
        let page = open(&draft, lin, "business").await;
        assert_eq!(send(lin, &page, &[("street", hers)]).await.status, 303, "round {round}");
    }
    let told = send(&pia.browser, &stale, &own).await;
    assert_eq!(told.status, 409, "{}", told.words());

    // While she chooses, the other saves once more: what she chose between is no longer what stands.
    let page = open(&draft, lin, "business").await;
    assert_eq!(send(lin, &page, &[("street", "后海大道12号")]).await.status, 303);
    let again = send(&pia.browser, &told, &[]).await;
    assert_eq!(again.status, 409, "{}", again.words());
    assert!(offered(&again).contains(&"Use this instead: 后海大道12号".to_owned()), "{:?}", offered(&again));
    assert_eq!(value(&again, "street"), "海德三道9号", "nothing of hers is lost on the way");

    let mut all = again.form("Save and continue").fields;
    all.extend([("take".into(), "scope".into()), ("take".into(), "street".into())]);
    let all: Vec<_> = all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(pia.browser.post(&again.path, &all).await.status, 303);
    let page = open(&draft, lin, "business").await;
    let theirs = (value(&page, "scope"), value(&page, "street"));
    assert_eq!(theirs, ("茶叶与茶具的网上零售".into(), "后海大道12号".into()));

    // Her own, all of it.
    let told = send(&pia.browser, &stale, &own).await;
    assert_eq!(send(&pia.browser, &told, &[]).await.status, 303);
    let page = open(&draft, lin, "business").await;
    assert_eq!((value(&page, "scope"), value(&page, "street")), ("茶具批发".into(), "海德三道9号".into()));
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_persons_two_windows_are_told_so_and_different_parts_are_no_clash() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let (draft, pia) = two(&harbour).await;
    let lin = &draft.owner.browser;
    let (first, second) = (open(&draft, lin, "business").await, open(&draft, lin, "business").await);
    let other = open(&draft, &pia.browser, "representative").await;
    assert_eq!(send(lin, &first, &[("scope", "茶叶零售")]).await.status, 303);
    let told = send(lin, &second, &[("scope", "茶具批发")]).await;
    assert_eq!(told.status, 409, "{}", told.words());
    assert!(told.words().contains("You saved in another window"), "{}", told.words());
    // The same typed twice is no quarrel, nor is another part of the draft.
    assert_eq!(send(lin, &second, &[("scope", "茶叶零售")]).await.status, 303);
    assert_eq!(send(&pia.browser, &other, &[("phone", "139 1234 5678")]).await.status, 303);
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_sealed_is_compared_and_taken_over_without_being_shown() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let (draft, pia) = two(&harbour).await;
    let lin = &draft.owner.browser;
    let stale = open(&draft, &pia.browser, "representative").await;
    let page = open(&draft, lin, "representative").await;
    assert_eq!(send(lin, &page, &[("phone", "139 1234 5678")]).await.status, 303);
    let told = send(&pia.browser, &stale, &[("phone", "137 0000 4321")]).await;
    assert_eq!(told.status, 409, "{}", told.words());
    assert!(!told.body.contains("13912345678"), "the other's number stands there masked");
    assert!(offered(&told).iter().any(|label| label.ends_with("5678")), "{:?}", offered(&told));
    assert_eq!(send(&pia.browser, &told, &[("take", "phone")]).await.status, 303);
    let page = open(&draft, lin, "representative").await;
    assert!(page.words().contains("5678") && !page.words().contains("4321"), "{}", page.words());

    // Her own after all, from the page that she had kept.
    let told = send(&pia.browser, &stale, &[("phone", "137 0000 4321")]).await;
    assert_eq!(told.status, 409, "{}", told.words());
    let own = send(&pia.browser, &told, &[]).await;
    assert_eq!(own.status, 303, "what was typed is still in the field: {}", own.complaints());
    let page = open(&draft, lin, "representative").await;
    assert!(page.words().contains("4321") && !page.words().contains("5678"), "{}", page.words());
    world.run_jobs().await;
}
