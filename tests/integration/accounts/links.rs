//! Links by mail: once, the newest alone, for so long and no longer.

use super::{OTHER, PASSWORD, confirmed, events, harbour, is_in, number, register, sign_in, signed_in};
use tests::{browser::Browser, world::World};
use time::Duration;

async fn ask_to_reset(world: &World, email: &str) -> String {
    let browser = world.browser();
    let page = browser.get("/account/forgotten").await;
    browser.submit_and_go(&page, "/account/forgotten", &[("email", email)]).await;
    world.run_jobs().await;
    world.link_to(email)
}

async fn set_password(browser: &Browser, link: &str, password: &str) -> u16 {
    browser.post(link, &[("password", password)]).await.status
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reset_ends_every_session_and_signs_nobody_in() {
    let world = harbour().await;
    let (here, there) = (signed_in(&world, "ada@haven.example").await, world.browser());
    sign_in(&there, "ada@haven.example", PASSWORD).await;
    let link = ask_to_reset(&world, "ada@haven.example").await;
    let page = here.get(&link).await;
    let refused = here.submit(&page, "Set", &[("password", "short")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.complaints().contains("at least 15"), "{}", refused.complaints());
    let next = here.submit_and_go(&page, "Set", &[("password", OTHER)]).await;
    assert!(next.words().contains("Your new password is set"), "{}", next.words());
    assert!(!is_in(&here).await && !is_in(&there).await);
    assert_eq!(number(&world, "select count(*) from sessions where revoked_at is null").await, 0);
    // Used once, it is used up.
    assert_eq!(here.get(&link).await.status, 404);
    assert_eq!(set_password(&here, &link, "three owls at the old weir").await, 404);
    assert_eq!(sign_in(&here, "ada@haven.example", PASSWORD).await.status, 422);
    world.clock.advance(Duration::seconds(2));
    assert_eq!(sign_in(&here, "ada@haven.example", OTHER).await.status, 303);
    world.run_jobs().await;
    assert_eq!(world.mail_to("ada@haven.example").subject, "Your password was changed");
    assert!(events(&world).await.contains(&"account.password_reset".to_owned()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_newest_link_alone_is_good_and_for_half_an_hour() {
    let world = harbour().await;
    let browser = world.browser();
    confirmed(&world, &browser, "ada@haven.example").await;
    let first = ask_to_reset(&world, "ada@haven.example").await;
    let second = ask_to_reset(&world, "ada@haven.example").await;
    assert_eq!(browser.get(&first).await.status, 404);
    assert_eq!(set_password(&browser, &first, OTHER).await, 404);
    world.clock.advance(Duration::minutes(29));
    assert_eq!(browser.get(&second).await.status, 200);
    world.clock.advance(Duration::minutes(1));
    assert_eq!(browser.get(&second).await.status, 404);
    assert_eq!(set_password(&browser, &second, OTHER).await, 404);
    for nonsense in ["/account/reset/x", "/account/confirm/AAAA", "/account/email/%00", "/account/reset/.."] {
        assert_eq!(browser.get(nonsense).await.status, 404, "{nonsense}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_twenty_at_once_one_uses_the_link() {
    let world = harbour().await;
    confirmed(&world, &world.browser(), "ada@haven.example").await;
    let link = ask_to_reset(&world, "ada@haven.example").await;
    let mut uses = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let (browser, link) = (world.browser(), link.clone());
        uses.spawn(async move { set_password(&browser, &link, OTHER).await });
    }
    let answers = uses.join_all().await;
    assert_eq!(answers.iter().filter(|status| **status == 303).count(), 1, "{answers:?}");
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reset_opens_a_locked_account_and_confirms_an_address() {
    let world = harbour().await;
    let browser = world.browser();
    register(&browser, "ada@haven.example", PASSWORD).await;
    for _ in 0..10 {
        sign_in(&browser, "ada@haven.example", "wrong password of some length").await;
        world.clock.advance(Duration::seconds(6));
    }
    let link = ask_to_reset(&world, "ada@haven.example").await;
    assert_eq!(set_password(&browser, &link, OTHER).await, 303);
    assert_eq!(sign_in(&browser, "ada@haven.example", OTHER).await.status, 303);
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_registrations_with_two_passwords_leave_neither() {
    let world = harbour().await;
    let browser = world.browser();
    register(&browser, "ada@haven.example", PASSWORD).await;
    world.run_jobs().await;
    let confirm = world.link_to("ada@haven.example");
    register(&world.browser(), "ada@haven.example", OTHER).await;
    world.run_jobs().await;
    // The first mail's link confirms the address, but no password that was chosen without proof lets anyone in.
    let page = browser.get(&confirm).await;
    browser.submit(&page, "Confirm", &[]).await;
    for password in [PASSWORD, OTHER] {
        assert_eq!(sign_in(&browser, "ada@haven.example", password).await.status, 422);
        world.clock.advance(Duration::seconds(6));
    }
    let link = world.link_to("ada@haven.example");
    assert_eq!(set_password(&browser, &link, "three owls at the old weir").await, 303);
    let answer = sign_in(&browser, "ada@haven.example", "three owls at the old weir").await;
    assert_eq!(answer.status, 303);
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn registered_at_once_by_two_an_address_is_one_person_and_no_password_stands() {
    let world = harbour().await;
    for round in 0..10 {
        let email = format!("ada{round}@haven.example");
        let (one, other) = (world.browser(), world.browser());
        let (first, second) = tokio::join!(register(&one, &email, PASSWORD), register(&other, &email, OTHER));
        assert_eq!((first.status, second.status), (303, 303));
        world.run_jobs().await;
        assert_eq!(number(&world, "select count(*) from persons").await, round + 1);
    }
    assert_eq!(number(&world, "select count(*) from persons where password_hash is not null").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn changing_the_password_asks_for_it_and_ends_the_other_sessions() {
    let world = harbour().await;
    let (here, there) = (signed_in(&world, "ada@haven.example").await, world.browser());
    sign_in(&there, "ada@haven.example", PASSWORD).await;
    let page = here.get("/account/password").await;
    let change = |current: &'static str, new: &'static str| {
        let (here, page) = (here.clone(), &page);
        async move {
            here.submit(page, "/account/password", &[("current_password", current), ("password", new)]).await
        }
    };
    let wrong = change(OTHER, OTHER).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.complaints().contains("isn’t the password"), "{}", wrong.complaints());
    world.clock.advance(Duration::seconds(2));
    let weak = change(PASSWORD, "ada@haven.example").await;
    assert!(weak.complaints().contains("guessed too soon"), "{}", weak.complaints());
    assert_eq!(change(PASSWORD, OTHER).await.location().as_deref(), Some("/account?said=password-changed"));
    assert!(is_in(&here).await && !is_in(&there).await);
    assert_eq!(sign_in(&there, "ada@haven.example", OTHER).await.status, 303);
    world.run_jobs().await;
    assert_eq!(world.mail_to("ada@haven.example").subject, "Your password was changed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_address_is_confirmed_there_and_told_here() {
    let world = harbour().await;
    let browser = signed_in(&world, "ada@haven.example").await;
    let reset = ask_to_reset(&world, "ada@haven.example").await;
    let page = browser.get("/account/email").await;
    let fields = [("email", "Ada@New.Example"), ("current_password", PASSWORD)];
    browser.submit_and_go(&page, "/account/email", &fields).await;
    world.run_jobs().await;
    assert_eq!(world.mail_to("ada@haven.example").subject, "Your e-mail address is to be changed");
    let link = world.link_to("Ada@New.Example");
    assert!(
        !world.mail_to("Ada@New.Example").text.contains("ada@haven.example"),
        "a stranger learns nothing"
    );
    // Not yet.
    assert_eq!(sign_in(&world.browser(), "ada@new.example", PASSWORD).await.status, 422);
    world.clock.advance(Duration::seconds(2));
    let page = world.browser().get(&link).await;
    assert!(page.words().contains("Ada@New.Example"), "{}", page.words());
    world.browser().submit(&page, "Use this address", &[]).await;
    world.run_jobs().await;
    let notice = world.mail_to("ada@haven.example");
    assert_eq!(notice.subject, "Your e-mail address was changed");
    assert!(!notice.text.to_lowercase().contains("new.example"), "{}", notice.text);
    // A link that went to the old address opens nothing any more.
    assert_eq!(browser.get(&reset).await.status, 404);
    assert_eq!(sign_in(&world.browser(), "ada@haven.example", PASSWORD).await.status, 422);
    assert_eq!(sign_in(&world.browser(), "ada@new.example", PASSWORD).await.status, 303);
    assert_eq!(browser.get(&link).await.status, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_that_is_taken_is_refused_at_the_link_alone() {
    let world = harbour().await;
    let browser = signed_in(&world, "ada@haven.example").await;
    confirmed(&world, &world.browser(), "bob@haven.example").await;
    let page = browser.get("/account/email").await;
    let ask = |email: &'static str| {
        let (browser, page) = (browser.clone(), &page);
        async move {
            browser.submit(page, "/account/email", &[("email", email), ("current_password", PASSWORD)]).await
        }
    };
    let (taken, free) = (ask("bob@haven.example").await, ask("free@haven.example").await);
    assert_eq!((taken.status, taken.location()), (free.status, free.location()));
    let again = ask("bob@haven.example").await;
    assert_eq!(again.status, 303);
    world.run_jobs().await;
    let link = world.link_to("bob@haven.example");
    let page = browser.get(&link).await;
    let refused = browser.submit(&page, "Use this address", &[]).await;
    assert_eq!(refused.status, 422, "{}", refused.words());
    assert!(refused.complaints().contains("another account"), "{}", refused.complaints());
}

/// Asks for another address in this browser.
async fn ask_to_change(browser: &Browser, email: &str) {
    let page = browser.get("/account/email").await;
    let fields = [("email", email), ("current_password", PASSWORD)];
    browser.submit_and_go(&page, "/account/email", &fields).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_warning_goes_to_the_old_address_however_late_it_is_sent() {
    let world = harbour().await;
    let browser = signed_in(&world, "ada@haven.example").await;
    ask_to_change(&browser, "thief@evil.example").await;
    let mut owner = world.database.owner().await;
    let later = "update jobs set run_at = run_at + interval '2 hours'
                 where state = 'waiting' and payload ->> 'template' = 'change-requested'";
    assert_eq!(sqlx::query(later).execute(&mut owner).await.unwrap().rows_affected(), 1);
    world.run_jobs().await;
    let page = browser.get(&world.link_to("thief@evil.example")).await;
    browser.submit(&page, "Use this address", &[]).await;
    world.run_jobs().await;
    world.clock.advance(Duration::hours(2));
    assert_eq!(world.run_jobs().await, 1);
    let warning = world.mail_to("ada@haven.example");
    assert_eq!(warning.subject, "Your e-mail address is to be changed");
    assert_eq!(warning.to, ["ada@haven.example"]);
    assert!(warning.text.contains("to replace ada@haven.example"), "{}", warning.text);
    assert!(!warning.text.contains("evil.example"), "{}", warning.text);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_never_confirmed_an_address_does_not_hold_it() {
    let world = harbour().await;
    let browser = signed_in(&world, "ada@haven.example").await;
    register(&world.browser(), "ada@new.example", OTHER).await;
    world.run_jobs().await;
    let theirs = world.link_to("ada@new.example");
    ask_to_change(&browser, "ada@new.example").await;
    world.run_jobs().await;
    // One more of the stranger's links is on its way while the address is proved.
    world.browser().post("/account/confirm", &[("email", "ada@new.example")]).await;
    let page = browser.get(&world.link_to("ada@new.example")).await;
    let done = browser.submit(&page, "Use this address", &[]).await;
    assert_eq!(done.status, 303, "{}", done.complaints());
    let before = world.mailbox.list(1000).unwrap().len();
    world.run_jobs().await;
    // The notices to the old address and the new one, and no link of the stranger's.
    assert_eq!(world.mailbox.list(1000).unwrap().len(), before + 2);
    assert_eq!(world.mail_to("ada@haven.example").subject, "Your e-mail address was changed");
    assert_eq!(world.mail_to("ada@new.example").subject, "This is your e-mail address from now on");
    assert_eq!(world.browser().get(&theirs).await.status, 404);
    assert_eq!(sign_in(&world.browser(), "ada@new.example", OTHER).await.status, 422);
    world.clock.advance(Duration::seconds(2));
    assert_eq!(sign_in(&world.browser(), "ada@new.example", PASSWORD).await.status, 303);
    assert!(events(&world).await.contains(&"account.set_aside".to_owned()));
    // Both addresses are somebody's or free as they should be.
    register(&world.browser(), "ada@new.example", OTHER).await;
    register(&world.browser(), "ada@haven.example", OTHER).await;
    world.run_jobs().await;
    assert_eq!(world.mail_to("ada@new.example").subject, "You already have an account");
    assert_eq!(world.mail_to("ada@haven.example").subject, "Confirm your e-mail address");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_password_stops_a_change_of_address() {
    let world = harbour().await;
    let browser = signed_in(&world, "ada@haven.example").await;
    ask_to_change(&browser, "thief@evil.example").await;
    world.run_jobs().await;
    let change = world.link_to("thief@evil.example");
    assert_eq!(world.browser().get(&change).await.status, 200);
    let page = browser.get("/account/password").await;
    let fields = [("current_password", PASSWORD), ("password", OTHER)];
    browser.submit_and_go(&page, "/account/password", &fields).await;
    assert_eq!(world.browser().post(&change, &[]).await.status, 404);
    assert_eq!(sign_in(&world.browser(), "ada@haven.example", OTHER).await.status, 303);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_asks_again_comes_back_to_the_tenant_they_came_from() {
    let world = harbour().await;
    let browser = world.browser();
    register(&browser, "ada@haven.example", PASSWORD).await;
    world.run_jobs().await;
    for (path, subject) in [
        ("/account/confirm", "Confirm your e-mail address"),
        ("/account/forgotten", "Set a new password"),
        ("/account/confirm", "Confirm your e-mail address"),
    ] {
        browser.post(path, &[("email", "ada@haven.example")]).await;
        world.run_jobs().await;
        let mail = world.mail_to("ada@haven.example");
        assert_eq!(mail.subject, subject);
        assert!(mail.text.lines().any(|line| line == "Harbour Pay"), "{path}: {}", mail.text);
    }
    let page = browser.get(&world.link_to("ada@haven.example")).await;
    assert!(page.words().contains("Harbour Pay"), "{}", page.words());
    let page = browser.submit_and_go(&page, "Confirm", &[]).await;
    let fields = [("email", "ada@haven.example"), ("password", PASSWORD)];
    let entered = browser.submit(&page, "/account/sign-in", &fields).await;
    assert_eq!(entered.location().as_deref(), Some("/t/harbour/home"));
    // Belonging nowhere yet, they are offered where they came from.
    assert_eq!(browser.get("/account").await.link("/t/harbour/"), "/t/harbour/home");
    let elsewhere = world.browser();
    let fields = [("email", "ada@haven.example"), ("password", PASSWORD), ("to", "")];
    let entered = elsewhere.post("/account/sign-in", &fields).await;
    assert_eq!(entered.location().as_deref(), Some("/t/harbour/home"));
    let mut owner = world.database.owner().await;
    sqlx::query("update tenants set state = 'suspended'").execute(&mut owner).await.unwrap();
    assert_eq!(browser.get("/account").await.attribute("a[href*='/t/harbour/']", "href"), None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stolen_session_guesses_no_password() {
    let world = harbour().await;
    let browser = signed_in(&world, "ada@haven.example").await;
    let fields = [("current_password", OTHER), ("password", "three owls at the old weir")];
    for guess in 0..30 {
        let answer = browser.post("/account/password", &fields).await;
        assert_eq!(answer.status, 422, "{guess}: {}", answer.words());
    }
    let before = world.services.passwords.hashes();
    let answer = browser.post("/account/password", &fields).await;
    assert_eq!((answer.status, &answer.headers["retry-after"]), (429, &"3600".parse().unwrap()));
    assert_eq!(world.services.passwords.hashes(), before, "one too many costs no hash");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reset_stops_a_change_of_address() {
    let world = harbour().await;
    let browser = signed_in(&world, "ada@haven.example").await;
    let page = browser.get("/account/email").await;
    let fields = [("email", "thief@evil.example"), ("current_password", PASSWORD)];
    browser.submit_and_go(&page, "/account/email", &fields).await;
    world.run_jobs().await;
    let reset = ask_to_reset(&world, "ada@haven.example").await;
    let change = world.link_to("thief@evil.example");
    assert_eq!(set_password(&world.browser(), &reset, OTHER).await, 303);
    assert_eq!(world.browser().post(&change, &[]).await.status, 404);
    assert_eq!(sign_in(&world.browser(), "ada@haven.example", OTHER).await.status, 303);
    world.run_jobs().await;
}
