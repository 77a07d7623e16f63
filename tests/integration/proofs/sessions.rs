//! A session's cookie changes with what its person may do.

use super::{code, half_in, is_in, let_grow_old, reviewer, type_code};
use domain::permissions::Role;
use reqwest::{Client, header};
use tests::{browser::Browser, builders::PASSWORD, world::World};

/// What a request with this cookie is answered.
async fn with_cookie(world: &World, cookie: &str) -> u16 {
    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let request = client.get(format!("{}/account", world.base_url)).header(header::COOKIE, cookie);
    request.send().await.unwrap().status().as_u16()
}

/// The session's cookie has changed, and the one before opens nothing.
async fn changed(world: &World, browser: &Browser, before: &str, what: &str) -> String {
    let after = browser.cookies();
    assert_ne!(after, before, "{what}");
    assert_eq!(with_cookie(world, before).await, 303, "{what}: the old cookie leads to signing in");
    after
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s01_a_new_id_with_signing_in_the_second_step_a_proof_and_another_role() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = reviewer(&harbour).await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    // A planted id is not taken over.
    let planted = format!("gangway-{}=AAAAAAAAAAAAAAAAAAAAAA", world.base_url.rsplit(':').next().unwrap());
    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let answer = client
        .post(format!("{}/account/sign-in", world.base_url))
        .header(header::COOKIE, &planted)
        .header(header::ORIGIN, &world.base_url)
        .form(&[("email", rui.email.as_str()), ("password", PASSWORD)])
        .send()
        .await
        .unwrap();
    let set = answer.headers().get(header::SET_COOKIE).and_then(|value| value.to_str().ok()).unwrap();
    assert!(!set.starts_with(&planted), "{set}");
    assert_eq!(with_cookie(&world, &planted).await, 303);

    let (browser, page) = half_in(&world, &rui.email).await;
    let half = browser.cookies();
    assert_eq!(type_code(&browser, &page, &code(&world, 0)).await.status, 303);
    let whole = changed(&world, &browser, &half, "the second step").await;
    assert_eq!(with_cookie(&world, &whole).await, 200);

    let_grow_old(&world);
    let list = browser.get("/account/factors").await;
    let page = browser.submit(&list, "/account/recovery", &[]).await;
    let done = browser.submit(&page, "proof", &[("proof_code", &code(&world, 0))]).await;
    assert_eq!(done.status, 200, "{}", done.complaints());
    let proved = changed(&world, &browser, &whole, "a proof").await;

    let path = harbour.at(&format!("/console/staff/{}", rui.id));
    let page = ada.browser.get(&path).await;
    ada.browser.submit_and_go(&page, &path, &[("roles", "auditor")]).await;
    assert!(is_in(&browser).await);
    changed(&world, &browser, &proved, "another role").await;
    assert!(is_in(&browser).await);
    world.run_jobs().await;
}
