//! From registering to signing out, as a person walks it.

use super::{OTHER, PASSWORD, confirmed, events, harbour, is_in, number, register, sign_in, signed_in};
use domain::TenantId;
use tests::world::World;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h11_s05_register_confirm_sign_in_sign_out() {
    let world = harbour().await;
    let browser = world.browser();
    let answer = register(&browser, " Ada@Haven.Example ", PASSWORD).await;
    assert_eq!(answer.location().as_deref(), Some("/t/harbour/register/sent"));
    assert_eq!(world.run_jobs().await, 1);

    let mail = world.mail_to("Ada@Haven.Example");
    assert!(mail.text.contains("Harbour Pay") && mail.html.is_some(), "{}", mail.text);
    let link = world.link_to("Ada@Haven.Example");
    // A scanner that opens the link confirms nothing.
    for _ in 0..3 {
        assert_eq!(browser.get(&link).await.status, 200);
    }
    assert_eq!(number(&world, "select count(*) from persons where confirmed_at is not null").await, 0);
    let page = browser.get(&link).await;
    assert!(page.words().contains("Ada@Haven.Example"), "{}", page.words());
    let sign_in_page = browser.submit_and_go(&page, "Confirm", &[]).await;
    assert!(sign_in_page.words().contains("Your address is confirmed"), "{}", sign_in_page.words());

    let answer = browser
        .submit(&sign_in_page, "/account/sign-in", &[("email", "ADA@haven.example"), ("password", PASSWORD)])
        .await;
    assert_eq!(answer.location().as_deref(), Some("/t/harbour/home"), "{}", answer.complaints());
    assert!(is_in(&browser).await);

    let page = browser.get("/account").await;
    let out = browser.submit(&page, "/account/sign-out", &[]).await;
    assert_eq!(out.status, 303);
    assert_eq!(out.headers["clear-site-data"], "\"cache\", \"storage\"");
    assert!(!is_in(&browser).await);
    let names = events(&world).await;
    let wanted = ["account.registered", "account.confirmed", "account.signed_in", "account.signed_out"];
    assert_eq!(names, wanted);
    let whole = store::audit::verify(&world.services.db, TenantId::PLATFORM).await.unwrap();
    assert!(matches!(whole, store::audit::Verified::Whole(_)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_chinese_page_and_mail_are_chinese() {
    let world = harbour().await;
    let browser = world.browser().in_chinese();
    register(&browser, "wang@haven.example", PASSWORD).await;
    world.run_jobs().await;
    let mail = world.mail_to("wang@haven.example");
    assert_eq!(mail.subject, "请确认您的邮箱");
    assert!(mail.text.contains("海湾支付"), "{}", mail.text);
    let page = browser.get(&world.link_to("wang@haven.example")).await;
    assert_eq!(page.text("h1").as_deref(), Some("确认邮箱"));
    // The language of registering is the person's from then on, whatever the browser asks for.
    let elsewhere = world.browser();
    browser.submit_and_go(&page, "确认", &[]).await;
    sign_in(&elsewhere, "wang@haven.example", PASSWORD).await;
    assert_eq!(elsewhere.get("/account").await.attribute("html", "lang").as_deref(), Some("zh-CN"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_taken_comes_back_with_what_was_typed() {
    let world = harbour().await;
    let browser = world.browser();
    for (email, password, complaint) in [
        ("", PASSWORD, "Fill this in."),
        ("ada@", PASSWORD, "name@example.com"),
        ("ada@haven.example", "", "Fill this in."),
        ("ada@haven.example", "too short", "at least 15 characters"),
        ("ada@haven.example", "passwordpassword", "guessed too soon"),
        ("ada@haven.example", "ada@haven.example", "guessed too soon"),
        ("ada@haven.example", "Harbour Pay 2026", "guessed too soon"),
    ] {
        let answer = register(&browser, email, password).await;
        assert_eq!(answer.status, 422, "{email} {password}");
        assert!(answer.complaints().contains(complaint), "{}", answer.complaints());
        assert_eq!(answer.attribute("input[name=email]", "value").unwrap_or_default(), email);
        assert_eq!(answer.attribute("input[name=password]", "value"), None);
    }
    let answer = browser
        .post(
            "/t/harbour/register",
            &[("email", "a@b.example"), ("password", PASSWORD), ("is_operator", "true")],
        )
        .await;
    assert_eq!(answer.status, 422, "a field that nobody asked for");
    assert_eq!(number(&world, "select count(*) from persons").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h09_signing_in_leads_back_to_a_path_of_ours_and_nowhere_else() {
    let world = harbour().await;
    let browser = world.browser();
    confirmed(&world, &browser, "ada@haven.example").await;
    let answer = browser.send(browser.request(reqwest::Method::GET, "/account/sessions")).await;
    assert_eq!(answer.location().as_deref(), Some("/account/sign-in?to=/account/sessions"));
    for (to, leads) in [
        ("/account/sessions", "/account/sessions"),
        ("//evil.example", "/t/harbour/home"),
        ("/\\evil.example", "/t/harbour/home"),
        ("https://evil.example", "/t/harbour/home"),
        ("/a\r\nSet-Cookie: x=1", "/t/harbour/home"),
        ("", "/t/harbour/home"),
    ] {
        let browser = world.browser();
        let fields = [("email", "ada@haven.example"), ("password", PASSWORD), ("to", to)];
        let answer = browser.post("/account/sign-in", &fields).await;
        assert_eq!(answer.location().as_deref(), Some(leads), "{to:?}");
    }
    // An unknown tenant in the path is no fault; a known one lends its name.
    assert_eq!(world.browser().get("/account/sign-in?to=/t/nobody/home").await.status, 200);
    let page = world.browser().get("/account/sign-in?to=/t/harbour/home").await;
    assert!(page.words().contains("Harbour Pay"), "{}", page.words());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_not_confirmed_is_told_so_after_the_right_password_alone() {
    let world = harbour().await;
    let browser = world.browser();
    register(&browser, "ada@haven.example", PASSWORD).await;
    world.run_jobs().await;
    let first = world.link_to("ada@haven.example");
    let wrong = sign_in(&browser, "ada@haven.example", OTHER).await;
    assert!(!wrong.words().contains("confirm your address first"), "{}", wrong.words());
    world.clock.advance(time::Duration::seconds(5));
    let right = sign_in(&browser, "ada@haven.example", PASSWORD).await;
    assert_eq!(right.status, 422);
    assert_eq!(right.text("h1").as_deref(), Some("Confirm your address first"));
    assert!(!is_in(&browser).await);
    let sent = browser.submit_and_go(&right, "/account/confirm", &[]).await;
    assert_eq!(sent.path, "/account/confirm/sent");
    world.run_jobs().await;
    let second = world.link_to("ada@haven.example");
    assert_ne!(first, second);
    // The newest link alone is good.
    assert_eq!(browser.get(&first).await.status, 404);
    let page = browser.get(&second).await;
    browser.submit_and_go(&page, "Confirm", &[]).await;
    assert_eq!(sign_in(&browser, "ada@haven.example", PASSWORD).await.status, 303);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_persons_choice_of_language_and_theme_is_kept_with_them() {
    let world = harbour().await;
    let browser = signed_in(&world, "ada@haven.example").await;
    browser.post("/preferences", &[("lang", "zh-CN"), ("to", "/account")]).await;
    browser.post("/preferences", &[("theme", "dark"), ("to", "/account")]).await;
    let elsewhere = world.browser();
    sign_in(&elsewhere, "ada@haven.example", PASSWORD).await;
    let page = elsewhere.get("/account").await;
    assert_eq!(page.attribute("html", "lang").as_deref(), Some("zh-CN"));
    assert_eq!(theme_of(&world).await.as_deref(), Some("dark"));
}

async fn theme_of(world: &World) -> Option<String> {
    let mut owner = world.database.owner().await;
    sqlx::query_scalar("select theme from persons").fetch_one(&mut owner).await.unwrap()
}
