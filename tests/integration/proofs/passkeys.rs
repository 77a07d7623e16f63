//! Passkeys, by an authenticator in software.

use super::{half_in, is_in, let_grow_old, number, reviewer};
use tests::{
    authenticator::{self, Answered, Asked, Authenticator, ask},
    browser::{Answer, Browser},
    builders::{PASSWORD, Person},
    world::World,
};
use time::Duration;

const USE: &str = "/account/passkeys/challenge";
const NEW: &str = "/account/passkeys/new-challenge";

/// Adds a passkey to a person.
async fn add(person: &Person<'_>, name: &str) -> Authenticator {
    let base = &person.tenant.world.base_url;
    let (made, answer) = authenticator::add(&person.browser, base, name).await;
    assert!(matches!(answer.status, 200 | 303), "{}", answer.complaints());
    person.tenant.world.allow_jobs();
    made
}

/// Signs in by an answer.
async fn enter(browser: &Browser, answered: &Answered) -> Answer {
    let mut fields = answered.fields("").to_vec();
    fields.push(("to".into(), "/account".into()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    browser.post("/account/sign-in/passkey", &fields).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a09_a_passkey_signs_in_without_a_password() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.person("ada@haven.example").await;
    let mut key = add(&ada, "Work laptop").await;
    let browser = world.browser().by_hand();
    let asked = ask(&browser, USE).await;
    assert_eq!(asked.options["userVerification"], "required");
    assert!(asked.options["challenge"].as_str().is_some_and(|text| text.len() >= 43), "at least 256 bits");
    let entered = enter(&browser, &key.get(&asked)).await;
    assert_eq!(entered.location().as_deref(), Some("/account"), "{}", entered.complaints());
    assert!(is_in(&browser).await);
    assert!(browser.get("/account/factors").await.words().contains("Work laptop"));
    // Whoever has one is asked for it after the password, and it is one of the ways there.
    let (browser, page) = half_in(&world, &ada.email).await;
    assert!(page.words().contains("use your passkey"), "{}", page.words());
    let entered = enter(&browser, &key.get(&ask(&browser, USE).await)).await;
    assert_eq!(entered.status, 303, "{}", entered.complaints());
    assert!(is_in(&browser).await);
}

/// What is wrong with an answer, and the answer.
fn faulty(key: &mut Authenticator, asked: &Asked, spent: &Answered) -> Vec<(&'static str, Answered)> {
    let right = (key.origin.clone(), key.party.clone());
    let mut all = vec![("a challenge that is spent", spent.clone())];
    let other =
        Asked { challenge: asked.challenge.clone(), options: serde_json::json!({ "challenge": "AAAA" }) };
    all.push(("another challenge", key.get(&other)));
    "https://harbour.example.evil.test".clone_into(&mut key.origin);
    all.push(("another origin", key.get(asked)));
    key.origin.clone_from(&right.0);
    "evil.test".clone_into(&mut key.party);
    all.push(("another party", key.get(asked)));
    key.party.clone_from(&right.1);
    key.verifies = false;
    all.push(("an unverified user", key.get(asked)));
    key.verifies = true;
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a09_what_is_wrong_with_an_answer_is_refused() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.person("ada@haven.example").await;
    let mut key = add(&ada, "Work laptop").await;
    let browser = world.browser().by_hand();
    let spent = key.get(&ask(&browser, USE).await);
    assert_eq!(enter(&browser, &spent).await.status, 303);
    for index in 0..5 {
        let browser = world.browser().by_hand();
        let asked = ask(&browser, USE).await;
        let (what, answered) = faulty(&mut key, &asked, &spent).swap_remove(index);
        let answer = enter(&browser, &answered).await;
        assert_eq!(answer.status, 422, "{what}: {}", answer.words());
        assert!(!is_in(&browser).await, "{what}");
        // Whatever came of it, the challenge is gone.
        if index > 0 {
            assert_eq!(enter(&browser, &key.get(&asked)).await.status, 422, "{what}, and once more");
        }
    }
    // A challenge stands for five minutes.
    let asked = ask(&browser, USE).await;
    let late = world.browser().by_hand();
    world.clock.advance(Duration::minutes(5) + Duration::seconds(1));
    assert_eq!(enter(&late, &key.get(&asked)).await.status, 422);
    // A count that went back: somebody has a copy.
    let asked = ask(&late, USE).await;
    key.count = 1;
    assert_eq!(enter(&late, &key.sign(&asked)).await.status, 422, "rolled back");
    key.count = 100;
    assert_eq!(enter(&late, &key.sign(&ask(&late, USE).await)).await.status, 303);
    assert_eq!(
        enter(&world.browser().by_hand(), &key.sign(&ask(&late, USE).await)).await.status,
        422,
        "the same count"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a09_an_answer_sent_twenty_times_at_once_is_taken_once() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.person("ada@haven.example").await;
    let mut key = add(&ada, "Work laptop").await;
    let answered = key.get(&ask(&world.browser(), USE).await);
    let mut uses = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let (browser, answered) = (world.browser().by_hand(), answered.clone());
        uses.spawn(async move { enter(&browser, &answered).await.status });
    }
    let answers = uses.join_all().await;
    assert_eq!(answers.iter().filter(|status| **status == 303).count(), 1, "{answers:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a09_somebody_elses_passkey_is_no_second_step_and_no_proof() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = reviewer(&harbour).await;
    let eve = harbour.person("eve@haven.example").await;
    let mut key = add(&eve, "Hers").await;
    let (browser, _) = half_in(&world, &rui.email).await;
    let answer = enter(&browser, &key.get(&ask(&browser, USE).await)).await;
    assert_eq!(answer.status, 422, "{}", answer.words());
    assert!(!is_in(&browser).await);
    // A challenge for a new passkey is its person's alone.
    let asked = ask(&eve.browser, NEW).await;
    let [challenge, credential] = Authenticator::new(&world.base_url).create(&asked).fields("");
    let fields =
        [("name", "Mine now"), ("challenge", &challenge.1), ("credential", &credential.1), ("to", "")];
    let answer = rui.browser.post("/account/passkeys", &fields).await;
    assert_eq!(answer.status, 422, "{}", answer.words());
    let_grow_old(&world);
    let by_hand = rui.browser.clone().by_hand();
    let page = by_hand.get("/account/factors").await;
    let asked = by_hand.submit(&page, "/account/recovery", &[]).await;
    assert_eq!(asked.status, 403, "{}", asked.words());
    let [challenge, credential] = key.get(&ask(&by_hand, USE).await).fields("proof_");
    let fields =
        [(challenge.0.as_str(), challenge.1.as_str()), (credential.0.as_str(), credential.1.as_str())];
    assert_eq!(by_hand.submit(&asked, "proof", &fields).await.status, 422);
    assert_eq!(number(&world, "select count(*) from passkeys").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn passkeys_have_names_are_a_dozen_at_most_and_can_be_given_up() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.person("ada@haven.example").await;
    for number in 1..=12 {
        add(&ada, &format!("Key {number}")).await;
        // The last proof was the passkey before; the app is what the harness proves by.
        if number == 1 {
            tests::proofs::set_up_app(&world.services, ada.id).await;
        }
    }
    let answer = ada.browser.send(ada.browser.request(reqwest::Method::POST, NEW)).await;
    assert_eq!(answer.status, 422, "a thirteenth");
    let page = ada.browser.get("/account/factors").await;
    let page = ada.browser.submit_and_go(&page, "/account/passkeys/", &[]).await;
    assert!(page.words().contains("The passkey is removed"), "{}", page.words());
    assert_eq!(number(&world, "select count(*) from passkeys").await, 11);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a05_a_passkey_enters_where_passwords_and_codes_are_locked() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.person("ada@haven.example").await;
    let mut key = add(&ada, "Work laptop").await;
    let browser = world.browser().by_hand();
    for _ in 0..10 {
        browser.post("/account/sign-in", &[("email", &ada.email), ("password", "wrong words")]).await;
        world.clock.advance(Duration::seconds(6));
    }
    let fields = [("email", ada.email.as_str()), ("password", PASSWORD)];
    assert_eq!(browser.post("/account/sign-in", &fields).await.status, 422, "locked");
    let entered = enter(&browser, &key.get(&ask(&browser, USE).await)).await;
    assert_eq!(entered.status, 303, "{}", entered.complaints());
}
