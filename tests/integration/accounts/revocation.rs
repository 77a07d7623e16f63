//! An ended session stays ended, whatever was under way in it.

use super::{OTHER, PASSWORD, confirmed, harbour, is_in, number, sign_in, signed_in};
use reqwest::Method;
use services::accounts::{self, Begun, Client, Outcome, SignIn};
use tests::browser::Browser;
use time::Duration;

const LIVE: &str = "select count(*) from sessions where revoked_at is null";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn signing_in_takes_a_new_id_and_ends_the_old_one() {
    let world = harbour().await;
    let browser = signed_in(&world, "ada@haven.example").await;
    let cookie = |answer: &tests::browser::Answer| {
        let set = answer.headers.get("set-cookie").map(|value| value.to_str().unwrap().to_owned());
        set.unwrap_or_default().split(';').next().unwrap_or_default().to_owned()
    };
    let first = cookie(&sign_in(&browser, "ada@haven.example", PASSWORD).await);
    let second = cookie(&sign_in(&browser, "ada@haven.example", PASSWORD).await);
    assert!(first.starts_with("gangway-") && first != second, "{first} {second}");
    let old = world.browser();
    let replayed = old.send(old.request(Method::GET, "/account").header("cookie", first)).await;
    assert_eq!(replayed.status, 303, "the old cookie is nobody's");
    let made_up = old
        .send(old.request(Method::GET, "/account").header("cookie", "gangway-1=AAAAAAAAAAAAAAAAAAAAAA"))
        .await;
    assert_eq!(made_up.status, 303);
    assert_eq!(number(&world, LIVE).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sessions_are_listed_and_ended() {
    let world = harbour().await;
    let (here, there, third) =
        (signed_in(&world, "ada@haven.example").await, world.browser(), world.browser());
    let bob = signed_in(&world, "bob@haven.example").await;
    sign_in(&there, "ada@haven.example", PASSWORD).await;
    sign_in(&third, "ada@haven.example", PASSWORD).await;
    let page = here.get("/account/sessions").await;
    assert_eq!(page.texts("li.session").len(), 3);
    // Somebody else's session is not there to be ended.
    let others = bob.get("/account/sessions").await;
    assert_eq!(others.texts("li.session").len(), 1);
    let form = page.form("/end");
    assert_eq!(bob.post(&form.action, &[]).await.status, 404);
    here.submit_and_go(&page, "/end", &[]).await;
    assert_eq!(here.get("/account/sessions").await.texts("li.session").len(), 2);
    assert_eq!(here.post(&form.action, &[]).await.status, 404, "ended is ended");
    let page = here.get("/account/sessions").await;
    here.submit_and_go(&page, "end-others", &[]).await;
    assert!(is_in(&here).await && is_in(&bob).await);
    assert!(!is_in(&there).await && !is_in(&third).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn idle_and_absolute_limits_hold() {
    let world = harbour().await;
    let browser = signed_in(&world, "ada@haven.example").await;
    for _ in 0..3 {
        world.clock.advance(Duration::minutes(29));
        assert!(is_in(&browser).await, "reading keeps it alive");
    }
    world.clock.advance(Duration::minutes(31));
    assert!(!is_in(&browser).await, "silence ends it");
    sign_in(&browser, "ada@haven.example", PASSWORD).await;
    for _ in 0..23 {
        world.clock.advance(Duration::minutes(20));
        assert!(is_in(&browser).await);
    }
    world.clock.advance(Duration::minutes(20));
    assert!(!is_in(&browser).await, "no session lives longer than eight hours");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn requests_under_way_bring_no_session_back_rounds() {
    let world = harbour().await;
    confirmed(&world, &world.browser(), "ada@haven.example").await;
    for round in 0..200 {
        let browser = world.browser();
        assert_eq!(sign_in(&browser, "ada@haven.example", PASSWORD).await.status, 303, "round {round}");
        let reads = browser.clone();
        let writes = browser.clone();
        let leaves = browser.clone();
        let (_, _, left) = tokio::join!(
            async move { reads.get("/account").await },
            async move {
                writes
                    .post("/account/email", &[("email", "a@new.example"), ("current_password", OTHER)])
                    .await
            },
            async move { leaves.post("/account/sign-out", &[]).await },
        );
        assert_eq!(left.status, 303, "round {round}: {}", left.words());
        assert!(!is_in(&browser).await, "round {round}");
        // The wait after the wrong password, and the throttles' windows.
        world.clock.advance(Duration::minutes(31));
    }
    assert_eq!(number(&world, LIVE).await, 0);
}

/// Two browsers of one person, both signed in.
async fn two_browsers(world: &tests::world::World, password: &str) -> (Browser, Browser) {
    let (one, other) = (world.browser(), world.browser());
    for browser in [&one, &other] {
        assert_eq!(sign_in(browser, "ada@haven.example", password).await.status, 303);
    }
    (one, other)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_sessions_that_end_each_other_are_one_after_the_other_rounds() {
    let world = harbour().await;
    confirmed(&world, &world.browser(), "ada@haven.example").await;
    for round in 0..40 {
        let (one, other) = two_browsers(&world, PASSWORD).await;
        let (first, second) = if round % 2 == 0 {
            let path = "/account/sessions/end-others";
            tokio::join!(one.post(path, &[]), other.post(path, &[]))
        } else {
            let end = |page: &tests::browser::Answer| page.form("/end").action;
            let (of_one, of_other) =
                (end(&one.get("/account/sessions").await), end(&other.get("/account/sessions").await));
            tokio::join!(one.post(&of_one, &[]), other.post(&of_other, &[]))
        };
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        // Whoever comes second finds their session ended.
        assert_eq!(statuses, [303, 401], "round {round}: {} / {}", first.words(), second.words());
        assert_eq!(number(&world, LIVE).await, 1, "round {round}");
        assert_ne!(is_in(&one).await, is_in(&other).await, "round {round}");
        world.clock.advance(Duration::hours(9));
        sqlx::query("delete from sessions").execute(&mut world.database.owner().await).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_new_passwords_at_once_are_one_rounds() {
    let world = harbour().await;
    confirmed(&world, &world.browser(), "ada@haven.example").await;
    let mut current = PASSWORD.to_owned();
    for round in 0..20 {
        let (one, other) = two_browsers(&world, &current).await;
        let new = |which: &str| format!("{which} herons over {round} quiet canals");
        let fields =
            |new: String| [("current_password".to_owned(), current.clone()), ("password".to_owned(), new)];
        let change = |browser: &Browser, new: String| {
            let request = browser.request(Method::POST, "/account/password").form(&fields(new));
            let browser = browser.clone();
            async move { browser.send(request).await }
        };
        let (first, second) = tokio::join!(change(&one, new("seven")), change(&other, new("eleven")));
        let (won, lost) = if first.status == 303 { (first, second) } else { (second, first) };
        assert_eq!(won.status, 303, "round {round}: {} / {}", won.words(), lost.words());
        // Their session ended under them, or the password they gave is no longer the one.
        assert!(matches!(lost.status, 401 | 422), "round {round}: {} {}", lost.status, lost.words());
        assert_eq!(number(&world, LIVE).await, 1, "round {round}");
        current = if is_in(&one).await { new("seven") } else { new("eleven") };
        world.clock.advance(Duration::hours(9));
        world.run_jobs().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_sign_in_under_way_does_not_outlive_a_new_password_rounds() {
    let world = harbour().await;
    confirmed(&world, &world.browser(), "ada@haven.example").await;
    let passwords = [PASSWORD, OTHER];
    for round in 0..50 {
        let (old, new) = (passwords[round % 2], passwords[(round + 1) % 2]);
        // The round before told of its new password: the newest mail must be the link of this one.
        world.run_jobs().await;
        world.browser().post("/account/forgotten", &[("email", "ada@haven.example")]).await;
        world.run_jobs().await;
        let link = world.link_to("ada@haven.example");
        let (enters, resets) = (world.browser(), world.browser());
        let (_, reset) = tokio::join!(sign_in(&enters, "ada@haven.example", old), async {
            resets.post(&link, &[("password", new)]).await
        });
        assert_eq!(reset.status, 303, "round {round}: {}", reset.words());
        assert!(!is_in(&enters).await, "round {round}");
        assert_eq!(number(&world, LIVE).await, 0, "round {round}");
        world.clock.advance(Duration::minutes(31));
    }
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_entry_of_an_old_epoch_begins_nothing() {
    let world = harbour().await;
    let browser = signed_in(&world, "ada@haven.example").await;
    let input = SignIn { email: "ada@haven.example".into(), password: PASSWORD.into(), to: String::new() };
    let client = Client { address: std::net::IpAddr::from([127, 0, 0, 1]), agent: "test" };
    let outcome = accounts::sign_in(&world.services, &input, client).await.unwrap();
    let Outcome::Entered(entry) = outcome else { panic!("{outcome:?}") };
    let page = browser.get("/account/password").await;
    let fields = [("current_password", PASSWORD), ("password", OTHER)];
    browser.submit_and_go(&page, "/account/password", &fields).await;
    let session = domain::SessionId(world.services.ports().random.id(world.services.now()));
    let begun = accounts::begin_session(&world.services, entry, session, client).await.unwrap();
    assert_eq!(begun, Begun::Over);
    world.run_jobs().await;
}

/// The same installation, reached over https through a proxy.
async fn over_https(world: &tests::world::World) -> (String, String) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let base_url = "https://pay.example".to_owned();
    let web = server::web::WebSettings {
        base_url: base_url.clone(),
        port: address.port(),
        trusted_proxies: vec![],
        development: false,
        rate: 10_000,
    };
    let state = server::web::AppState::new(world.services.clone(), web, server::web::Assets::default());
    let (limits, stop) = (server::listen::Limits::default(), tokio_util::sync::CancellationToken::new());
    tokio::spawn(server::listen::serve(listener, None, server::web::router(state), limits, stop));
    (format!("http://{address}"), base_url)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn over_https_the_cookie_is_bound_to_the_host_and_cleared_as_it_was_set() {
    let world = harbour().await;
    confirmed(&world, &world.browser(), "ada@haven.example").await;
    let (reach, origin) = over_https(&world).await;
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let post = |path: &str| client.post(format!("{reach}{path}")).header("origin", &origin);
    let fields = [("email", "ada@haven.example"), ("password", PASSWORD)];
    let entered = post("/account/sign-in").form(&fields).send().await.unwrap();
    assert_eq!(entered.status(), 303);
    let set = entered.headers()["set-cookie"].to_str().unwrap().to_owned();
    for part in ["__Host-gangway=", "Secure", "HttpOnly", "Path=/", "SameSite=Lax"] {
        assert!(set.contains(part), "{part}: {set}");
    }
    assert!(!set.contains("Domain"), "{set}");
    let cookie = set.split(';').next().unwrap().to_owned();
    let left = post("/account/sign-out").header("cookie", &cookie).send().await.unwrap();
    let cleared: Vec<_> =
        left.headers().get_all("set-cookie").iter().map(|value| value.to_str().unwrap()).collect();
    // Browsers take no cookie of this name without `Secure`, not even one that clears it.
    let parts = ["__Host-gangway=;", "Secure", "HttpOnly", "Path=/", "Max-Age=0"];
    assert!(cleared.iter().any(|one| parts.iter().all(|part| one.contains(part))), "{cleared:?}");
    let replayed = client.get(format!("{reach}/account")).header("cookie", &cookie).send().await.unwrap();
    assert_eq!(replayed.status(), 303);
}
