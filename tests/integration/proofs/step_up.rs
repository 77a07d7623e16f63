//! Proofs for what could do most harm.

use super::{code, is_in, let_grow_old, number, reviewer};
use domain::permissions::Role;
use services::screening;
use tests::{
    browser::{Answer, Browser},
    builders::PASSWORD,
    world::World,
};
use time::Duration;

/// The page that asks for a proof, and nothing was done.
fn asks(answer: &Answer, what: &str) {
    assert_eq!(answer.status, 403, "{what}: {}", answer.words());
    assert!(answer.words().contains("Is it you?"), "{what}: {}", answer.words());
}

/// Proves it by the code of the app.
async fn prove(world: &World, browser: &Browser, page: &Answer) -> Answer {
    browser.submit(page, "proof", &[("proof_code", &code(world, 0))]).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a13_roles_ask_for_a_proof_and_go_on_with_what_was_typed() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    world.allow_jobs();
    let browser = ada.browser.clone().by_hand();
    let fields = [
        ("email", "林海 & co@harbour.example"),
        ("roles", "reviewer"),
        ("roles", "auditor"),
        ("lang", "zh-CN"),
    ];
    let path = harbour.at("/console/staff/invite");
    // Fresh from signing in: nothing is asked.
    let invite = |email| [("email", email), ("roles", "reviewer"), ("lang", "en")];
    assert_eq!(browser.post(&path, &invite("first@harbour.example")).await.status, 303);
    let_grow_old(&world);
    let page = browser.post(&path, &fields).await;
    asks(&page, "an invitation");
    assert_eq!(
        number(&world, "select count(*) from invitations").await,
        2,
        "the first admin's and the first"
    );
    // What was typed is kept, name by name; no address says any of it, and a wrong proof loses nothing.
    let kept = page.form("proof");
    assert_eq!(kept.action, path);
    let typed: Vec<(&str, &str)> =
        kept.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).take(4).collect();
    assert_eq!(typed, fields);
    let wrong = browser.submit(&page, "proof", &[("proof_code", "000000")]).await;
    assert_eq!(wrong.status, 422, "{}", wrong.words());
    assert_eq!(
        wrong.form("proof").fields.iter().take(4).collect::<Vec<_>>(),
        kept.fields.iter().take(4).collect::<Vec<_>>()
    );
    world.clock.advance(Duration::seconds(2));
    // The very form goes on: here to its own refusal, with what was typed.
    let done = prove(&world, &browser, &wrong).await;
    assert_eq!(done.status, 422, "{}", done.words());
    assert_eq!(done.attribute("input[name=email]", "value").as_deref(), Some("林海 & co@harbour.example"));
    // For five minutes nothing is asked again.
    assert_eq!(browser.post(&path, &invite("second@harbour.example")).await.status, 303);
    world.clock.advance(Duration::minutes(5));
    assert_eq!(browser.post(&path, &invite("third@harbour.example")).await.status, 303);
    world.clock.advance(Duration::seconds(1));
    asks(&browser.post(&path, &invite("fourth@harbour.example")).await, "after five minutes");
    let member = harbour.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let path = harbour.at(&format!("/console/staff/{}", member.id));
    asks(&browser.post(&path, &[("roles", "auditor")]).await, "other roles");
    asks(&browser.post(&format!("{path}/deactivate"), &[]).await, "no role");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a13_deciding_asks_for_a_proof() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = reviewer(&harbour).await;
    let senior = harbour.staff("senior@harbour.example", &[Role::SeniorReviewer]).await;
    let case =
        harbour.merchant("ada@haven.example").await.filled_in().await.with_papers().await.submitted().await;
    let case = case.recommended_by(&rui).await;
    let seen = case.seen_by(&senior).await;
    let_grow_old(&world);
    let browser = senior.browser.clone().by_hand();
    let path = harbour.at(&format!("/desk/cases/{}/decide", case.id));
    let page = browser.post(&path, &[("seen", &seen), ("decision", "approve")]).await;
    asks(&page, "a decision");
    assert_eq!(number(&world, "select count(*) from decisions").await, 0);
    let done = prove(&world, &browser, &page).await;
    assert_eq!(done.status, 303, "{}", done.complaints());
    assert_eq!(number(&world, "select count(*) from decisions").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a13_a_merchant_proves_by_the_password_what_draws_keys_and_changes_accounts() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let owner = harbour.merchant("ada@haven.example").await.filled_in().await;
    world.allow_jobs();
    let browser = owner.owner.browser.clone().by_hand();
    let bank = owner.page("/sections/bank").await;
    let_grow_old(&world);
    // Nothing is changed, so nothing is asked.
    let same = browser.submit(&bank, "Save and continue", &[]).await;
    assert_eq!(same.status, 303, "{}", same.complaints());
    let page = browser.submit(&bank, "Save and continue", &[("account_number", "7559 1234 5678 902")]).await;
    asks(&page, "another account");
    assert!(page.form("proof").passwords.contains("proof_password"), "they have no factor");
    let wrong = browser.submit(&page, "proof", &[("proof_password", "wrong words")]).await;
    assert_eq!(wrong.status, 422, "{}", wrong.words());
    world.clock.advance(Duration::seconds(2));
    let done = browser.submit(&wrong, "proof", &[("proof_password", PASSWORD)]).await;
    assert_eq!(done.status, 303, "{}", done.words());

    let key = owner.credential("Checkout").await;
    let_grow_old(&world);
    for what in ["draw", "rotate"] {
        let path = harbour.at(&format!("/credentials/{key}/{what}"));
        asks(&browser.post(&path, &[("overlap", "none")]).await, what);
    }
    assert_eq!(number(&world, "select count(*) from credentials where secret_hash is not null").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a13_factors_ask_for_a_proof_and_a_page_that_needs_one_asks_before() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = reviewer(&harbour).await;
    let_grow_old(&world);
    let browser = rui.browser.clone().by_hand();
    let list = browser.get("/account/factors").await;
    for what in ["/account/totp/remove", "/account/recovery"] {
        asks(&browser.submit(&list, what, &[]).await, what);
    }
    let enrol = browser.get("/account/totp").await;
    asks(&browser.submit(&enrol, "/account/totp", &[("code", "123456")]).await, "another app");
    // Passwords are typed after the proof: they are never carried along.
    let page = browser.get("/account/password").await;
    asks(&page, "another password");
    let posted =
        browser.post("/account/password", &[("current_password", PASSWORD), ("password", PASSWORD)]).await;
    asks(&posted, "another password, posted");
    assert!(!posted.body.contains(PASSWORD));
    let back = prove(&world, &browser, &page).await;
    assert_eq!(back.location().as_deref(), Some("/account/password"), "{}", back.complaints());
    assert!(browser.get("/account/password").await.words().contains("Change your password"));
    assert!(is_in(&browser).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a13_what_a_list_counts_for_and_what_a_hit_is_ask_for_a_proof() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    let rui = reviewer(&harbour).await;
    let list = screening::Import {
        source: "own".into(),
        name: "Watch".into(),
        dated: "2026-11-20".into(),
        file: "name\n买买提艾力\n".into(),
        ..screening::Import::default()
    };
    let file =
        screening::import(&world.services, &ada.actor().await, list).await.expect("in").expect("sound");
    let case = harbour.merchant("lin@haven.example").await.filled_in().await.with_papers().await;
    let case = case.submitted().await;
    let_grow_old(&world);
    let browser = ada.browser.clone().by_hand();
    let path = harbour.at(&format!("/console/screening/files/{file}/confirm"));
    let page = browser.post(&path, &[]).await;
    asks(&page, "a list");
    let counting = "select count(*) from screening_files where confirmed_at is not null";
    assert_eq!(number(&world, counting).await, 0);
    let done = prove(&world, &browser, &page).await;
    assert_eq!((done.status, number(&world, counting).await), (303, 1), "{}", done.complaints());
    world.run_jobs().await;
    let browser = rui.browser.clone().by_hand();
    let hits = browser.get(&harbour.at("/desk/hits")).await;
    let hit = hits.attribute("tbody a", "href").expect("an open hit");
    assert!(hit.contains(&case.id.to_string()), "{hit}");
    let page =
        browser.post(&hit, &[("verdict", "other"), ("reason", "Another birthday"), ("months", "12")]).await;
    asks(&page, "a hit");
    assert_eq!(number(&world, "select count(*) from screening_verdicts").await, 0);
    assert_eq!(prove(&world, &browser, &page).await.status, 303);
    assert_eq!(number(&world, "select count(*) from screening_verdicts").await, 1);
}
