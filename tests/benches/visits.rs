//! Bytes of a first visit, by role: the page where somebody lands and one where they work, with every file that it loads, as
//! sent by the running program to a browser that has nothing of it yet. `GANGWAY_SITE` is what it serves.
#![allow(clippy::expect_used, clippy::panic, reason = "a bench ends by panicking")]

use domain::{Actor, Lang, TenantId, permissions::Role};
use reqwest::{Method, header};
use services::{
    ports::{Clock as _, SystemClock},
    tenants::operators,
};
use tests::{
    binary::{Running, free_port},
    browser::Browser,
    builders::{PASSWORD, Person},
    figures::{claim, grouped, loads},
    proofs::set_up_app,
    world::World,
};

/// What a first visit may weigh.
const MOST: u64 = 150_000;
/// Cases in the queue.
const CASES: usize = 12;

fn main() {
    tokio::runtime::Runtime::new().expect("a runtime").block_on(measure());
}

async fn measure() {
    let site = std::env::var("GANGWAY_SITE").expect("GANGWAY_SITE, which server/scripts/site.sh makes");
    let world = World::new().await;
    with_the_clock(&world);
    let harbour = world.tenant("harbour").await;
    let mut merchants = Vec::new();
    for number in 0..CASES {
        let merchant = harbour.merchant(&format!("owner{number}@haifeng.example")).await;
        merchants.push(merchant.filled_in().await.with_papers().await.submitted().await);
    }
    let merchant = merchants.first().expect("a merchant");
    let running = Running::start(&world, free_port(), &[("GANGWAY_SITE", &site)]).await;
    let at = |path: &str| Some(harbour.at(path));
    let case = at(&format!("/desk/cases/{}", merchant.id));
    let mut rows = vec![("visitor", world.browser_at(&running.base_url), harbour.at(""), at("/register"))];
    let owner = signed_in(&world, &running, &merchant.owner).await;
    rows.push(("merchant", owner.0, owner.1, Some(merchant.at("/papers"))));
    for (name, role, further) in [
        ("reviewer", Role::Reviewer, case.clone()),
        ("senior", Role::SeniorReviewer, case),
        ("admin", Role::Admin, at("/console")),
        ("auditor", Role::Auditor, None),
    ] {
        let person = harbour.staff(&format!("{name}@harbour.example"), &[role]).await;
        let (browser, lands) = signed_in(&world, &running, &person).await;
        rows.push((name, browser, lands, further));
    }
    let operator =
        signed_in(&world, &running, &operator(&harbour.person("operator@gangway.example").await).await).await;
    rows.push(("operator", operator.0, operator.1, Some("/operator/new".into())));

    println!("  {:<10} {:>9} {:>9} {:>9}  page", "who", "page", "files", "in all");
    let mut heaviest = 0;
    for (who, browser, lands, further) in rows {
        for path in [Some(lands), further].into_iter().flatten() {
            heaviest = heaviest.max(weigh(who, &browser, &path).await);
        }
    }
    let measured = format!("{} bytes at most", grouped(heaviest));
    println!("{}", claim(heaviest <= MOST, "a first visit, at most 150 kB", &measured));
    world.allow_jobs();
}

/// Sets the world's clock to this machine's, by which a process of its own goes.
fn with_the_clock(world: &World) {
    world.clock.advance(SystemClock.now() - world.services.now());
}

/// Signs in at the process; where they land.
async fn signed_in(world: &World, running: &Running, person: &Person<'_>) -> (Browser, String) {
    with_the_clock(world);
    let browser = world.browser_at(&running.base_url);
    let fields = [("email", person.email.as_str()), ("password", PASSWORD)];
    let answer = browser.post("/account/sign-in", &fields).await;
    let lands = answer.location().unwrap_or_else(|| panic!("{}: {}", person.email, answer.complaints()));
    (browser, lands)
}

async fn operator<'w>(person: &Person<'w>) -> Person<'w> {
    let actor = Actor::System { tenant: TenantId::PLATFORM, job: "bench" };
    let services = &person.tenant.world.services;
    operators::make(services, &actor, &person.email, Lang::En).await.expect("an operator");
    set_up_app(services, person.id).await;
    person.clone()
}

/// Weighs a page with what it loads, prints it and says what it comes to.
async fn weigh(who: &str, browser: &Browser, path: &str) -> u64 {
    let page = browser.get(path).await;
    assert_eq!(page.status, 200, "{who} at {path}: {}", page.words());
    let own = sent(browser, &page.path).await;
    let mut files = 0;
    for file in loads::of(&page) {
        files += sent(browser, &file).await;
    }
    let shown: Vec<_> = page
        .path
        .split('/')
        .map(|part| if uuid::Uuid::try_parse(part).is_ok() { "…" } else { part })
        .collect();
    let [page, loaded, all] = [own, files, own + files].map(grouped);
    println!("  {who:<10} {page:>9} {loaded:>9} {all:>9}  {}", shown.join("/"));
    own + files
}

/// The bytes of a body as they come to a browser that takes what is packed.
async fn sent(browser: &Browser, path: &str) -> u64 {
    let request = browser.request(Method::GET, path).header(header::ACCEPT_ENCODING, "br, gzip");
    let answer = request.send().await.expect("an answer");
    assert_eq!(answer.status(), 200, "{path}");
    answer.bytes().await.expect("a body").len().try_into().expect("a length")
}
