//! People prove who they are: the second step, recovery codes, passkeys, and proofs for what could do most harm. Names
//! carry the ids of the checks they stand for.

mod codes;
mod notices;
mod passkeys;
mod recovery;
mod sessions;
mod step_up;

use domain::permissions::Role;
use tests::{
    browser::{Answer, Browser},
    builders::{PASSWORD, Person, Tenant},
    proofs::{KEY, code_at},
    world::World,
};
use time::Duration;

/// The code that everybody's app shows so many steps from now.
fn code(world: &World, steps: i32) -> String {
    code_at(KEY, world.services.now() + Duration::seconds(30) * steps)
}

/// Gives the password, and stands before the second step.
async fn half_in(world: &World, email: &str) -> (Browser, Answer) {
    let browser = world.browser().by_hand();
    let page = password(&browser, email).await;
    (browser, page)
}

/// Gives the password in a browser; looks at the page of the second step.
async fn password(browser: &Browser, email: &str) -> Answer {
    let fields = [("email", email), ("password", PASSWORD), ("to", "/account")];
    let answer = browser.post("/account/sign-in", &fields).await;
    let to = answer.location().expect("a second step");
    assert!(to.starts_with("/account/factor"), "{to}");
    browser.get(&to).await
}

/// Types a code on the page of the second step.
async fn type_code(browser: &Browser, page: &Answer, code: &str) -> Answer {
    browser.submit(page, "/account/factor", &[("code", code)]).await
}

/// Whether the browser is signed in.
async fn is_in(browser: &Browser) -> bool {
    browser.send(browser.request(reqwest::Method::GET, "/account")).await.status == 200
}

/// A reviewer, whose app everybody knows.
async fn reviewer<'w>(tenant: &Tenant<'w>) -> Person<'w> {
    let person = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    tenant.world.allow_jobs();
    person
}

/// One number from the database, seen by its owner.
async fn number(world: &World, sql: &'static str) -> i64 {
    let mut owner = world.database.owner().await;
    sqlx::query_scalar(sql).fetch_one(&mut owner).await.expect(sql)
}

/// Lets the proof that came with signing in grow old.
fn let_grow_old(world: &World) {
    world.clock.advance(Duration::minutes(5) + Duration::seconds(1));
}
