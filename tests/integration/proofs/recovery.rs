//! Recovery codes.

use super::{half_in, is_in, number, reviewer, type_code};
use domain::{Actor, TenantId, permissions::Role};
use services::accounts::factors;
use std::collections::BTreeSet;
use tests::{
    builders::{PASSWORD, Person},
    world::World,
};
use time::Duration;

/// Draws ten codes, as their page shows them.
async fn drawn(person: &Person<'_>) -> Vec<String> {
    let page = person.browser.get("/account/factors").await;
    let answer = person.browser.submit(&page, "/account/recovery", &[]).await;
    assert_eq!(answer.status, 200, "{}", answer.complaints());
    answer.texts(".recovery-codes code")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a08_ten_codes_of_eighty_bits_are_shown_once_hashed_counted_and_told_of() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = reviewer(&harbour).await;
    let codes = drawn(&rui).await;
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), 10);
    // Sixteen letters out of thirty-two: eighty bits.
    let letters = |code: &str| code.chars().filter(char::is_ascii_alphanumeric).count();
    assert!(codes.iter().all(|code| letters(code) == 16), "{codes:?}");
    let kept: Vec<Vec<u8>> = sqlx::query_scalar("select code_hash from recovery_codes")
        .fetch_all(&mut world.database.owner().await)
        .await
        .unwrap();
    assert!(kept.iter().all(|hash| hash.len() == 32));
    for code in &codes {
        let plain: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
        assert!(!kept.iter().any(|hash| hash.windows(16).any(|part| part == plain.as_bytes())));
    }
    let page = rui.browser.get("/account/factors").await;
    assert!(page.words().contains("Codes left 10"), "{}", page.words());
    assert!(!codes.iter().any(|code| page.body.contains(code.as_str())), "shown once");
    world.run_jobs().await;
    assert_eq!(world.mail_to(&rui.email).subject, "You have new recovery codes");

    let (browser, page) = half_in(&world, &rui.email).await;
    let entered = type_code(&browser, &page, &codes[3].to_uppercase()).await;
    assert_eq!(entered.status, 303, "{}", entered.complaints());
    world.run_jobs().await;
    assert_eq!(world.mail_to(&rui.email).subject, "A recovery code of yours was used");
    let page = rui.browser.get("/account/factors").await;
    assert!(page.words().contains("Codes left 9"), "{}", page.words());
    // Used, and worth nothing; the old ones are worth nothing once there are new ones.
    world.clock.advance(Duration::seconds(1));
    let (browser, page) = half_in(&world, &rui.email).await;
    assert_eq!(type_code(&browser, &page, &codes[3]).await.status, 422);
    world.clock.advance(Duration::seconds(2));
    drawn(&rui).await;
    assert_eq!(type_code(&browser, &page, &codes[4]).await.status, 422);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a08_of_twenty_uses_of_a_code_at_once_one_succeeds() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = reviewer(&harbour).await;
    let codes = drawn(&rui).await;
    let mut steps = Vec::new();
    for _ in 0..20 {
        steps.push(half_in(&world, &rui.email).await);
    }
    let mut uses = tokio::task::JoinSet::new();
    for (browser, page) in steps {
        let code = codes[0].clone();
        uses.spawn(async move { type_code(&browser, &page, &code).await.status });
    }
    let answers = uses.join_all().await;
    assert_eq!(answers.iter().filter(|status| **status == 303).count(), 1, "{answers:?}");
    assert_eq!(number(&world, "select count(*) from recovery_codes where used_at is not null").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_lost_everything_comes_back_through_whoever_runs_the_installation() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = reviewer(&harbour).await;
    let codes = drawn(&rui).await;
    let command = Actor::System { tenant: TenantId::PLATFORM, job: "command-line" };
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    let admin = Actor::System { tenant: harbour.id, job: "command-line" };
    assert!(factors::forget(&world.services, &admin, &rui.email).await.is_err(), "no tenant's act");
    assert!(factors::forget(&world.services, &command, "nobody@harbour.example").await.is_err());
    assert!(is_in(&rui.browser).await && is_in(&ada.browser).await);

    factors::forget(&world.services, &command, &rui.email).await.unwrap();
    assert!(!is_in(&rui.browser).await && is_in(&ada.browser).await);
    assert_eq!(number(&world, "select count(*) from totp_factors").await, 1, "the other's alone");
    assert_eq!(number(&world, "select count(*) from recovery_codes").await, 0);
    let told = number(&world, "select count(*) from audit_events where name = 'account.factors_forgotten'");
    assert_eq!(told.await, 1);
    world.run_jobs().await;
    assert_eq!(world.mail_to(&rui.email).subject, "Your second steps were taken away");
    assert!(factors::forget(&world.services, &command, &rui.email).await.is_err(), "there is nothing left");

    // The password alone opens the page on which they get another one, and nothing else.
    let browser = world.browser().by_hand();
    let fields = [("email", rui.email.as_str()), ("password", PASSWORD), ("to", "/account")];
    let answer = browser.post("/account/sign-in", &fields).await;
    assert!(answer.location().is_some_and(|to| to.starts_with("/account/totp")), "{:?}", answer.location());
    assert!(!is_in(&browser).await);
    let page = browser.get("/account/factor").await;
    assert!(!page.body.contains(&codes[0]));
}
