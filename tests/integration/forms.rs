//! Every form, posted without JavaScript, right and wrong. Which forms there are is found by following every link in
//! every role; each must be told here how it is filled in rightly and wrongly, and every route that takes a form must
//! have one that links lead to.

mod cases;
mod filters;
mod found;
mod refused;
mod scene;

use crate::routes::{actors::Who, events, scan};
use cases::{Case, Wrong};
use scene::Scene;
use std::collections::BTreeSet;
use tests::{
    browser::{Answer, Browser},
    forms::Form,
    world::World,
};
use time::Duration;

/// The form of a page that posts to a route, and the page.
async fn open(scene: &Scene<'_>, case: &Case) -> (Browser, Answer, Form) {
    let browser = scene.browser(case.who);
    let page = browser.get(&case.page).await;
    let routes = scan::routes();
    let of_route =
        |form: &Form| form.posts && scan::route_of(&routes, "POST", form.address(&page)) == Some(case.route);
    let form = page.forms().into_iter().find(of_route);
    let form =
        form.unwrap_or_else(|| panic!("{} has no form for {}: {}", page.path, case.route, page.words()));
    (browser, page, form)
}

/// What is to be said against the answer to a form that was filled in wrongly.
async fn wrongly(scene: &Scene<'_>, case: &Case, wrong: &Wrong) -> Vec<String> {
    let (browser, page, form) = open(scene, case).await;
    let answer = browser.send_form(&page, &form, wrong.typed).await;
    // After a wrong password the next one has to wait.
    scene.world.clock.advance(Duration::seconds(10));
    let complaints = refused::complaints(wrong, &form, &answer);
    let what = |complaint| format!("{} with {:?}: {complaint}", case.route, wrong.typed);
    complaints.into_iter().map(what).collect()
}

/// The same of one that was filled in rightly.
async fn rightly(scene: &Scene<'_>, case: &Case) -> Option<String> {
    let (browser, page, form) = open(scene, case).await;
    let right: Vec<_> = case.right.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = browser.send_form(&page, &form, &right).await;
    let told = events::complaint(scene.world, case.route, &answer).await;
    scene.world.run_jobs().await;
    (answer.status != case.status)
        .then(|| format!("{} filled in rightly: {}: {}", case.route, answer.status, answer.complaints()))
        .or(told)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn i10_every_form_takes_what_is_right_and_says_what_is_wrong() {
    let world = World::new().await;
    let scene = Box::pin(Scene::set(&world)).await;
    let mut complaints = Vec::new();
    for case in cases::all(&scene) {
        // Each wrong form takes ten seconds of the clock: whoever's turn comes late stays signed in until then.
        scene.browser(Who::Operator).get("/account").await;
        for wrong in case.wrong {
            complaints.extend(wrongly(&scene, &case, wrong).await);
        }
        complaints.extend(rightly(&scene, &case).await);
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_that_takes_a_form_has_one_that_links_lead_to() {
    let world = World::new().await;
    let scene = Box::pin(Scene::set(&world)).await;
    let found = found::forms(&scene).await;
    // The API takes no forms.
    let is_form = |method: &str, route: &str| method == "POST" && !route.starts_with("/api/");
    let posts: BTreeSet<String> = scan::routes()
        .into_iter()
        .filter(|(method, route)| is_form(method, route))
        .map(|(_, route)| route)
        .collect();
    let reached: BTreeSet<String> = found.iter().map(|(route, _)| route.clone()).collect();
    // What stands between two pages, and what the script of passkeys asks: tried in `accounts::factors` and its like.
    let between = BTreeSet::from(
        [
            "/account/factor",
            "/account/prove",
            "/account/passkeys/challenge",
            "/account/passkeys/new-challenge",
        ]
        .map(str::to_owned),
    );
    let missing: Vec<_> = posts.difference(&reached).filter(|route| !between.contains(*route)).collect();
    assert!(missing.is_empty(), "no page that links lead to has a form for {missing:?}");

    // What asks for something is filled in above; what asks for nothing is a button.
    let told: BTreeSet<_> = cases::all(&scene).iter().map(|case| case.route.to_owned()).collect();
    let asks: BTreeSet<_> =
        found.iter().filter(|(_, form)| !form.asks.is_empty()).map(|(route, _)| route.clone()).collect();
    let files = BTreeSet::from([
        "/t/{slug}/applications/{id}/papers".to_owned(),
        "/t/{slug}/phone/{token}".to_owned(),
        "/t/{slug}/desk/cases/{id}/channels/answers/{answer}/file".to_owned(),
        "/t/{slug}/console/fees/claims/{claim}/file".to_owned(),
        "/t/{slug}/console/fees/claims/import".to_owned(),
        "/t/{slug}/console/fees/mixes".to_owned(),
        "/t/{slug}/prices/mixes".to_owned(),
        "/t/{slug}/console/screening".to_owned(),
        "/t/{slug}/console/transfers".to_owned(),
    ]);
    let untold: Vec<_> = asks.difference(&told).filter(|route| !files.contains(*route)).collect();
    assert!(untold.is_empty(), "forms that forms/cases.rs doesn't fill in: {untold:?}");
    let stale: Vec<_> = told.difference(&asks).collect();
    assert!(stale.is_empty(), "forms that forms/cases.rs fills in and that nobody finds: {stale:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_link_leads_nowhere() {
    let world = World::new().await;
    let scene = Box::pin(Scene::set(&world)).await;
    let dead = found::dead_links(&scene).await;
    assert!(dead.is_empty(), "{}", dead.join("\n"));
}
