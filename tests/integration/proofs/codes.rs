//! The codes of an authenticator app.

use super::{code, half_in, is_in, number, password, reviewer, type_code};
use domain::permissions::Role;
use services::accounts::factors::code_of;
use tests::{builders::PASSWORD, world::World};
use time::Duration;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a07_the_password_alone_opens_nothing() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = reviewer(&harbour).await;
    let (browser, page) = half_in(&world, &rui.email).await;
    assert!(page.words().contains("One more step"), "{}", page.words());
    for path in ["/account", "/account/sessions", "/account/factors", "/t/harbour/desk", "/operator"] {
        let answer = browser.send(browser.request(reqwest::Method::GET, path)).await;
        assert!(!answer.body.contains(&rui.email) && answer.status != 200, "{path}: {}", answer.status);
    }
    let passwords = [("current_password", PASSWORD), ("password", "slow heron over seven canals")];
    let posts: [(&str, &[(&str, &str)]); 5] = [
        ("/account/password", &passwords),
        ("/account/sessions/end-others", &[]),
        ("/account/totp/remove", &[]),
        ("/account/recovery", &[]),
        ("/account/prove", &[("to", "/account")]),
    ];
    for (path, fields) in posts {
        assert_eq!(browser.post(path, fields).await.status, 401, "{path}");
    }
    // Nor does the page on which those without a factor get one.
    assert!(browser.get("/account/totp").await.path.starts_with("/account/factor"));
    let answer = type_code(&browser, &page, &code(&world, 0)).await;
    assert_eq!(answer.location().as_deref(), Some("/account"), "{}", answer.complaints());
    assert!(is_in(&browser).await);
    assert_eq!(browser.get("/t/harbour/desk").await.status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a07_a_code_works_once_and_steps_only_grow() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = reviewer(&harbour).await;
    for (steps, taken) in
        [(-2, false), (2, false), (-1, true), (-1, false), (1, true), (0, false), (1, false)]
    {
        let (browser, page) = half_in(&world, &rui.email).await;
        let answer = type_code(&browser, &page, &code(&world, steps)).await;
        assert_eq!(answer.status == 303, taken, "{steps}: {}", answer.complaints());
        assert_eq!(is_in(&browser).await, taken, "{steps}");
        // After a wrong one the next has to wait; all of this is within one step.
        world.clock.advance(Duration::seconds(4));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a07_of_twenty_uses_at_once_one_succeeds() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = reviewer(&harbour).await;
    let mut steps = Vec::new();
    for _ in 0..20 {
        steps.push(half_in(&world, &rui.email).await);
    }
    let now = code(&world, 0);
    let mut uses = tokio::task::JoinSet::new();
    for (browser, page) in steps {
        let now = now.clone();
        uses.spawn(async move { type_code(&browser, &page, &now).await.status });
    }
    let answers = uses.join_all().await;
    assert_eq!(answers.iter().filter(|status| **status == 303).count(), 1, "{answers:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a07_staff_without_a_factor_get_one_first_and_its_code_opens_no_second_session() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let bob = harbour.person("bob@harbour.example").await;
    make_staff(&world, bob.id, harbour.id).await;
    // In the session of before they are led there as well.
    let before = bob.browser.clone().by_hand();
    assert!(before.get("/t/harbour/desk").await.path.starts_with("/account/totp"));
    let browser = world.browser().by_hand();
    let fields = [("email", bob.email.as_str()), ("password", PASSWORD), ("to", "/t/harbour/desk")];
    let answer = browser.post("/account/sign-in", &fields).await;
    let page = browser.get(&answer.location().expect("a way")).await;
    assert!(page.path.starts_with("/account/totp"), "{}", page.path);
    assert!(page.words().contains("A second step is needed"), "{}", page.words());
    assert!(page.html().select(&scraper::Selector::parse("figure.qr svg path").unwrap()).next().is_some());
    // Wrong once: the same key is on offer.
    let secret = page.attribute("#secret", "value").expect("a key");
    let wrong = browser.submit(&page, "/account/totp", &[("code", "000000")]).await;
    assert_eq!(wrong.status, 422, "{}", wrong.words());
    assert_eq!(wrong.attribute("#secret", "value").as_ref(), Some(&secret));
    let code = code_of(&secret, world.services.now()).unwrap();
    let done = browser.submit(&wrong, "/account/totp", &[("code", &code)]).await;
    assert_eq!(done.status, 200, "{}", done.complaints());
    assert_eq!(done.texts(".recovery-codes code").len(), 10);
    assert_eq!(browser.get("/t/harbour/desk").await.status, 200);
    // The code of the setting up was its first use.
    let (other, page) = half_in(&world, &bob.email).await;
    assert_eq!(type_code(&other, &page, &code).await.status, 422);
    world.clock.advance(Duration::seconds(30));
    let next = code_of(&secret, world.services.now()).unwrap();
    assert_eq!(type_code(&other, &page, &next).await.status, 303);
    world.allow_jobs();
}

async fn make_staff(world: &World, person: domain::PersonId, tenant: domain::TenantId) {
    let mut owner = world.database.owner().await;
    let sql = "with s as (insert into staff values ($1, $2, 'active', $3) returning 1)
               insert into staff_roles select $1, $2, $4 from s";
    sqlx::query(sql)
        .bind(tenant.0)
        .bind(person.0)
        .bind(world.services.now())
        .bind(Role::Reviewer.word())
        .execute(&mut owner)
        .await
        .expect("they join");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a07_wrong_codes_climb_a_ladder_of_their_own() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = reviewer(&harbour).await;
    let (browser, mut page) = half_in(&world, &rui.email).await;
    for _ in 0..10 {
        let answer = type_code(&browser, &page, "000000").await;
        assert_eq!(answer.status, 422, "{}", answer.words());
        world.clock.advance(Duration::seconds(6));
    }
    world.run_jobs().await;
    assert_eq!(world.mail_to(&rui.email).subject, "Codes are not taken for a while");
    // The right password opens the ladder no sooner, and the right code waits too.
    page = password(&browser, &rui.email).await;
    assert_eq!(type_code(&browser, &page, &code(&world, 0)).await.status, 422);
    world.clock.advance(Duration::minutes(30));
    page = password(&browser, &rui.email).await;
    assert_eq!(type_code(&browser, &page, &code(&world, 0)).await.status, 303);
    assert_eq!(number(&world, "select sum(factor_failed_attempts) from persons").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a10_a_new_password_takes_no_second_step_away() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = reviewer(&harbour).await;
    let browser = world.browser().by_hand();
    let page = browser.get("/account/forgotten").await;
    browser.submit_and_go(&page, "/account/forgotten", &[("email", &rui.email)]).await;
    world.run_jobs().await;
    let page = browser.get(&world.link_to(&rui.email)).await;
    let other = "slow heron over seven canals";
    let done = browser.submit(&page, "Set", &[("password", other)]).await;
    assert_eq!(done.status, 303, "{}", done.complaints());
    // Nobody is signed in by it, here or elsewhere.
    assert!(!is_in(&browser).await);
    assert!(!is_in(&rui.browser).await);
    let fields = [("email", rui.email.as_str()), ("password", other), ("to", "/account")];
    let answer = browser.post("/account/sign-in", &fields).await;
    assert!(answer.location().is_some_and(|to| to.starts_with("/account/factor")), "{}", answer.complaints());
    assert!(!is_in(&browser).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_last_factor_of_staff_stays() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = reviewer(&harbour).await;
    let page = rui.browser.get("/account/factors").await;
    let refused = rui.browser.submit(&page, "/account/totp/remove", &[]).await;
    assert_eq!(refused.status, 422, "{}", refused.words());
    assert!(refused.complaints().contains("only second step"), "{}", refused.complaints());
    // A merchant may give theirs up, and its codes with it.
    let ada = harbour.person("ada@haven.example").await;
    tests::proofs::set_up_app(&world.services, ada.id).await;
    let page = ada.browser.get("/account/factors").await;
    ada.browser.submit_and_go(&page, "/account/totp/remove", &[]).await;
    assert_eq!(number(&world, "select count(*) from totp_factors").await, 1);
}
